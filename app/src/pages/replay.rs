//! The replay of an interview: its log in words, the state after any step of it, and the ledger that follows from it.

mod ledger;
mod steps;
mod then;
mod words;

use crate::{
    AppError, access,
    lang::Lang,
    state::{AppState, state},
    ui::{Frame, Place, lang, name_of, page},
};
use domain::{
    ExhibitId, InterviewId, Locale, QuestionId, UserId,
    interview::{Event, State},
    ledger::of as ledger_of,
    plan::Plan,
    replay::Walk,
};
use ledger::LedgerSection;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::collections::BTreeMap;
use steps::{Slider, Steps};
use then::Then;

/// One step of the log, with the running time at which it was.
struct Step {
    event: Event,
    elapsed: i64,
    /// Did the clock run, or was this its start or its end?
    timed: bool,
}

/// The interview as it stood after one of its steps.
struct Moment {
    /// How many steps were done.
    done: usize,
    state: State,
    elapsed: i64,
}

/// The titles of an interview's questions and the language it is held in.
#[derive(Clone)]
struct Asked {
    app: AppState,
    titles: BTreeMap<QuestionId, String>,
    spoken: Locale,
    viewer: UserId,
}

impl Asked {
    fn of(app: AppState, lang: Lang, plan: &Plan, spoken: Locale, viewer: UserId) -> Self {
        let shelf = app.bank.shelf(content::Reader::Staff);
        let title = |id: &QuestionId| {
            let text = shelf.get(id).map(|it| it.text(lang.0).plain(content::Section::Title).to_owned());
            // A question may have left the bank since; its id still says what was asked.
            text.unwrap_or_else(|| id.to_string())
        };
        let titles = plan.items.iter().map(|it| (it.question.clone(), title(&it.question))).collect();
        Self { app, titles, spoken, viewer }
    }

    /// The title of an exhibit; its id where the bank no longer has it.
    fn exhibit(&self, lang: Lang, question: &QuestionId, id: &ExhibitId) -> String {
        let exhibit = crate::pages::join::exhibit(&self.app, question, id);
        exhibit.map_or_else(|| id.to_string(), |it| it.document.version(lang.0).title_plain.clone())
    }

    fn title(&self, question: &QuestionId) -> String {
        self.titles.get(question).cloned().unwrap_or_else(|| question.to_string())
    }
}

/// Goes through the log; stops for a look after `at` steps, or at its end.
fn walk(plan: Plan, log: Vec<Event>, at: Option<usize>) -> (Vec<Step>, Moment) {
    let look = |walk: &Walk, done| Moment { done, state: walk.state().clone(), elapsed: walk.elapsed() };
    let mut walk = Walk::new(plan);
    let mut steps = Vec::with_capacity(log.len());
    let mut then = (at == Some(0)).then(|| look(&walk, 0));
    for event in log {
        let ran = walk.state().clock.is_running();
        if !walk.take(&event) {
            continue;
        }
        let timed = ran || walk.state().clock.is_running();
        steps.push(Step { event, elapsed: walk.elapsed(), timed });
        if at == Some(steps.len()) {
            then = Some(look(&walk, steps.len()));
        }
    }
    let then = then.unwrap_or_else(|| look(&walk, steps.len()));
    (steps, then)
}

/// The replay's page.
#[component]
pub fn ReplayPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let at = use_query_map().read_untracked().get("at");
    page(async move {
        let viewer = access::REPLAY.enter()?;
        let lang = lang();
        let id: InterviewId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let (interview, log) = state.db.replay_for(id, viewer.id).await?;
        let asked = Asked::of(state, lang, &interview.plan, interview.locale, viewer.id);
        let ledger = ledger_of(&interview.plan, &log);
        // What is no number of a step shows the whole interview.
        let (steps, then) = walk(interview.plan, log, at.and_then(|it| it.parse().ok()));
        let name = name_of(interview.candidate_name);
        let title = lang.t("replay-title");
        let path = move |rest: &str| lang.path(&format!("/interviews/{id}{rest}"));
        Ok(view! {
            <Title text=format!("{title}: {name} · Hopwise")/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page replay">
                    <header class="page-head"><h1>{title}": "<bdi>{name}</bdi></h1>
                        <p>{lang.t(&format!("level-{}", interview.level))}", "<span class="n">{lang.moment(interview.created_at)}</span></p></header>
                    <p class="read quiet">{lang.t("replay-text")}</p>
                    {if steps.is_empty() {
                        view! { <div class="empty"><p>{lang.t("replay-empty")}</p></div> }.into_any()
                    } else {
                        view! {
                            <Slider done=then.done of=steps.len() said=words::said(lang, &asked, &steps, &then)/>
                            <div class="replayed">
                                <Then asked=asked.clone() moment=then.state elapsed=then.elapsed/>
                                <Steps asked=asked.clone() steps=steps done=then.done/>
                            </div>
                            <LedgerSection asked=asked ledger=ledger/>
                        }.into_any()
                    }}
                    <p class="row"><a class="btn small" href=path("/scorecard")>{lang.t("home-scorecard")}</a>
                        <a class="btn small bare" href=path("")>{lang.t("scorecard-to-room")}</a></p>
                </main>
            </Frame>
        })
    })
}
