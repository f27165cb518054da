//! One candidate: what is known of them, their loops, and what can be done.

pub mod edit;
pub mod known;

use crate::{
    AppError, access, clock,
    lang::Lang,
    state::state,
    ui::{Frame, Icon, Place, Select, lang, name_of, page},
};
use domain::{CandidateId, Level, Locale, Role};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use store::{Candidate, Loop};

/// Creates a loop for a candidate at a level and goes to it.
#[server(endpoint = "create_loop")]
pub async fn create_loop(candidate: CandidateId, level: Level, lang: Locale) -> Result<(), AppError> {
    let viewer = access::CREATE_LOOP.enter()?;
    let id = state()?.db.create_loop(candidate, level, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{id}"));
    Ok(())
}

/// Puts a candidate out of the way, or takes them back.
#[server(endpoint = "archive_candidate")]
pub async fn archive_candidate(candidate: CandidateId, archive: bool, lang: Locale) -> Result<(), AppError> {
    let viewer = access::ARCHIVE_CANDIDATE.enter()?;
    let since = archive.then(clock::now);
    state()?.db.archive_candidate(candidate, viewer.id, since).await?;
    leptos_axum::redirect(&format!("/{lang}/candidates/{candidate}"));
    Ok(())
}

/// The candidate's page.
#[component]
pub fn CandidatePage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::CANDIDATE.enter()?;
        let lang = lang();
        let id: CandidateId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let candidate = state.db.candidate_for(id, viewer.id).await?;
        let loops = state.db.loops_of(id, viewer.id).await?;
        let there = candidate.name.is_some();
        let leads = there && state.db.candidate_led_by(id, viewer.id).await.is_ok();
        let opens = leads && viewer.roles.contains(&Role::Lead);
        let name = name_of(candidate.name.clone());
        Ok(view! {
            <Title text=format!("{name} · Hopwise")/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page">
                    <h1><bdi>{name}</bdi></h1>
                    {if there {
                        view! { <About candidate=candidate/> }.into_any()
                    } else {
                        view! { <p class="quiet">{lang.t("candidate-forgotten-text")}</p> }.into_any()
                    }}
                    {leads.then(|| view! { <Actions id=id/> })}
                    <section class="sec" aria-labelledby="loops">
                        <header><h2 id="loops">{lang.t("candidate-loops")}</h2></header>
                        <Loops loops=loops/>
                    </section>
                    {opens.then(|| view! { <NewLoop id=id/> })}
                </main>
            </Frame>
        })
    })
}

#[component]
fn About(candidate: Candidate) -> impl IntoView {
    let lang = lang();
    let Candidate { email, locale, created_at, archived_at, hold, notice_at, .. } = candidate;
    let state = |key: &str, at| view! { <p class="state warn"><Icon name="warn" small=true/>{lang.t(key)}" "<span class="n">{lang.date(at)}</span></p> };
    view! {
        <dl class="plate">
            {email.map(|it| view! { <dt>{lang.t("field-email")}</dt><dd><bdi dir="ltr">{it}</bdi></dd> })}
            <dt>{lang.t("field-language")}</dt><dd lang=locale.name()>{locale.endonym()}</dd>
            <dt>{lang.t("col-created")}</dt><dd><span class="n">{lang.date(created_at)}</span></dd>
        </dl>
        {archived_at.map(|it| state("candidate-archived-since", it))}
        {hold.map(|(it, _)| state("candidate-held-since", it))}
        {notice_at.map(|it| state("candidate-noticed-since", it))}
    }
}

/// What a lead or an administrator can do.
#[component]
fn Actions(id: CandidateId) -> impl IntoView {
    let lang = lang();
    let path = |rest: &str| lang.path(&format!("/candidates/{id}/{rest}"));
    view! {
        <p class="row wide">
            <a class="btn small" href=path("edit")>{lang.t("candidate-edit")}</a>
            <a class="btn small" href=path("copy")>{lang.t("candidate-copy")}</a>
            <a class="btn small" href=path("forget")>{lang.t("candidate-forget")}</a>
        </p>
    }
}

#[component]
fn Loops(loops: Vec<Loop>) -> impl IntoView {
    let lang = lang();
    if loops.is_empty() {
        return view! { <div class="empty"><p>{lang.t("candidate-no-loops")}</p></div> }.into_any();
    }
    let list = loops.into_iter().map(|it| line(lang, it)).collect::<Vec<_>>();
    view! { <ul class="lines">{list}</ul> }.into_any()
}

fn line(lang: Lang, it: Loop) -> impl IntoView {
    let outcome = it.outcome.map(|(outcome, _)| lang.t(&format!("outcome-{outcome}")));
    view! {
        <li><span><a href=lang.path(&format!("/loops/{}", it.id))>{lang.t(&format!("level-{}", it.level))}</a></span>
            {outcome.map(|it| view! { <span>{it}</span> })}
            <span class="quiet n">{lang.date(it.created_at)}</span></li>
    }
}

#[component]
fn NewLoop(id: CandidateId) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<CreateLoop>::new();
    let levels = Level::ALL.iter().map(|it| (it.name().to_owned(), lang.t(&format!("level-{it}")))).collect();
    view! {
        <section class="sec" aria-labelledby="new">
            <header><h2 id="new">{lang.t("candidate-new-loop")}</h2></header>
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <input type="hidden" name="candidate" value=id.to_string()/>
                <Select name="level" label="field-level" options=levels chosen="junior".to_owned()/>
                <button class="btn main" type="submit">{lang.t("candidate-create-loop")}</button>
            </ActionForm>
        </section>
    }
}
