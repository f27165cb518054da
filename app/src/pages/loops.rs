//! One loop: the plan that the bank gives, its interviews with their links, and a form for a new one.

mod links;
mod seats;

pub mod outcome;

use crate::{
    AppError, access,
    lang::Lang,
    pages::{
        plan::{Source, create::CreateInterview},
        settings,
    },
    state::{AppState, state},
    ui::{Frame, Icon, Place, Select, lang, name_of, page},
};
use domain::{
    Level, Locale, LoopId,
    plan::{Draft, Plan},
    track::Track,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use outcome::OutcomeForm;

/// The loop's page.
#[component]
pub fn LoopPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::LOOP.enter()?;
        let lang = lang();
        let id: LoopId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let of = state.db.loop_for(id, viewer.id).await?;
        let plan = Draft::built(Source::of(&state, &of).await?.stock()).plan();
        let interviews = state.db.interviews_of_loop(id, viewer.id).await?;
        let seats = seats::of(&state, &interviews, viewer.id, of.created_by == viewer.id).await?;
        let links = links::of(&state, &interviews, viewer.id).await?;
        let level = lang.t(&format!("level-{}", of.level));
        let name = name_of(of.candidate.name.clone());
        let there = of.candidate.name.is_some();
        let leads = there && state.db.candidate_led_by(of.candidate.id, viewer.id).await.is_ok();
        Ok(view! {
            <Title text=format!("{name}, {level} · Hopwise")/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page">
                    <h1><a class="plain" href=lang.path(&format!("/candidates/{}", of.candidate.id))><bdi>{name}</bdi></a>
                        ", "{level.clone()}</h1>
                    <InterviewList interviews=interviews replays=access::REPLAY.opens_to(&viewer.roles)/>
                    <seats::SeatsSection of=seats back=id/>
                    <links::Links of=links back=id/>
                    {leads.then(|| view! { <OutcomeForm id=id outcome=of.outcome/> })}
                    {there.then(|| view! { <section class="sec" aria-labelledby="new">
                        <header><h2 id="new">{lang.t("loop-new-interview")}</h2>
                            <span class="quiet tiny">{minutes(lang, of.level)}</span></header>
                        {match plan {
                            Ok(plan) => view! { <PlanTable state=state plan=plan/> <NewInterview id=id candidate=of.candidate.locale/> }.into_any(),
                            Err(_) => view! { <div class="empty"><p>{lang.t("loop-no-plan")}</p></div> }.into_any(),
                        }}
                    </section> })}
                </main>
            </Frame>
        })
    })
}

fn minutes(lang: Lang, level: Level) -> String {
    let track = Track::of(level);
    let core = track.total() - track.opening - track.close;
    lang.with(
        "loop-minutes",
        &[
            ("total", track.total().into()),
            ("opening", track.opening.into()),
            ("core", core.into()),
            ("close", track.close.into()),
        ],
    )
}

#[component]
fn InterviewList(
    interviews: Vec<store::InterviewSummary>,
    /// May the reader open replays?
    replays: bool,
) -> impl IntoView {
    let lang = lang();
    (!interviews.is_empty()).then(|| {
        let items = interviews.into_iter().map(|it| {
            let path = lang.path(&format!("/interviews/{}", it.id));
            let word = if it.submitted { "home-scorecard" } else if it.started { "home-resume" } else { "home-open" };
            let replay = (replays && it.started).then(|| view! { <a href=format!("{path}/replay")>{lang.t("replay-title")}</a> });
            let href = if it.submitted { format!("{path}/scorecard") } else { path };
            view! { <li><span><a href=href>{lang.t(word)}</a></span>{replay}<span class="quiet n">{lang.moment(it.created_at)}</span></li> }
        });
        view! {
            <section class="sec" aria-labelledby="interviews">
                <header><h2 id="interviews">{lang.t("home-interviews")}</h2></header>
                <ul class="lines">{items.collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn PlanTable(state: AppState, plan: Plan) -> impl IntoView {
    let lang = lang();
    let shelf = state.bank.shelf(content::Reader::Staff);
    let rows = plan
        .items
        .iter()
        .map(|item| {
            let title = shelf
                .get(&item.question)
                .map(|it| it.text(lang.0).plain(content::Section::Title).to_owned())
                .unwrap_or_default();
            view! {
                <tr>
                    <th scope="row"><a href=lang.path(&format!("/questions/{}", item.question))>{title}</a></th>
                    <td>{lang.t(&format!("dimension-{}", item.dimension))}</td>
                    <td class="num" data-label=lang.t("col-minutes")>{item.minutes}</td>
                    <td class="num" data-label=lang.t("col-expected")>{item.expected}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    let short = plan.short.iter().map(|it| {
        let text = lang.with(
            "loop-short",
            &[("dimension", lang.t(&format!("dimension-{}", it.dimension)).into()), ("n", it.minutes.into())],
        );
        view! { <p class="state warn"><Icon name="warn" small=true/>{text}</p> }
    });
    let weights = settings::line(lang, plan.weights.weights);
    view! {
        <table class="t rows">
            <caption class="vh">{lang.t("loop-plan")}</caption>
            <thead><tr>
                <th scope="col">{lang.t("col-question")}</th><th scope="col">{lang.t("col-dimension")}</th>
                <th scope="col" class="num">{lang.t("col-minutes")}</th><th scope="col" class="num">{lang.t("col-expected")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {short.collect_view()}
        <p class="tiny quiet">{weights}</p>
    }
}

#[component]
fn NewInterview(id: LoopId, candidate: Locale) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<CreateInterview>::new();
    let languages = Locale::ALL.iter().map(|it| (it.name().to_owned(), it.endonym().to_owned())).collect();
    view! {
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <input type="hidden" name="loop" value=id.to_string()/>
            <Select name="locale" label="loop-language" options=languages chosen=candidate.name().to_owned()/>
            <p class="row wide"><button class="btn main" type="submit">{lang.t("loop-create-interview")}</button>
                <a class="btn" href=lang.path(&format!("/loops/{id}/plan"))>{lang.t("loop-edit-plan")}</a></p>
        </ActionForm>
    }
}
