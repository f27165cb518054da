//! The interview room: loads what the island needs and draws it once; from then on the browser carries it.

use crate::{
    AppError,
    api::Snapshot,
    clock,
    islands::{
        packed::Packed,
        room::{Card, Room, RoomData},
    },
    lang::Lang,
    state::{AppState, state},
    ui::{lang, page},
    viewer,
};
use content::{Html, Section};
use domain::{InterviewId, Locale, Role, UserId, plan::Item};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The interview as `viewer` may see it now.
///
/// # Errors
/// [`AppError::NotFound`] when it is not theirs to see.
pub async fn snapshot(state: &AppState, interview: InterviewId, viewer: UserId) -> Result<Snapshot, AppError> {
    let (seq, of) = state.db.state_for(interview, viewer).await?;
    Ok(Snapshot { seq, now: clock::now(), state: of.seen_by(viewer) })
}

/// The room's page.
#[component]
pub fn InterviewPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = viewer::require(Role::Interviewer)?;
        let lang = lang();
        let id: InterviewId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let interview = state.db.interview_for(id, viewer.id).await?;
        let snapshot = snapshot(&state, id, viewer.id).await?;
        let level = lang.t(&format!("level-{}", interview.level));
        let title = format!("{}, {level} · Hopwise", interview.candidate_name);
        let data = RoomData {
            interview: id,
            viewer: viewer.id,
            candidate: interview.candidate_name,
            level,
            home: lang.path("/"),
            scorecard: lang.path(&format!("/interviews/{id}/scorecard")),
            sign_in: lang.path("/sign-in"),
            probes: lang.path("/probes/"),
            languages: Locale::ALL.iter().map(|it| (*it, it.endonym().to_owned())).collect(),
            candidate_locale: interview.locale,
            cards: snapshot.state.plan.items.iter().map(|item| card(&state, lang, interview.locale, item)).collect(),
            targets: probe::Target::ALL.iter().map(|it| it.name().to_owned()).collect(),
            texts: lang.texts(&["room-", "phase-", "dimension-", "refused-", "fall-"]),
            snapshot,
        };
        Ok(view! {
            <Title text=title/>
            <noscript><p class="problem">{lang.t("room-no-script")}" "<a href=data.scorecard.clone()>{lang.t("home-scorecard")}</a></p></noscript>
            <Room data=Packed(data)/>
        })
    })
}

/// What the room shows of one question: in the interviewer's language, and the prompt also as the candidate gets it.
fn card(state: &AppState, lang: Lang, spoken: Locale, item: &Item) -> Card {
    let shelf = state.bank.shelf(content::Reader::Staff);
    let question = shelf.get(&item.question);
    let text = question.map(|it| it.text(lang.0).clone()).unwrap_or_default();
    let shown = question.map(|it| it.text(spoken).prompt.as_str().to_owned()).unwrap_or_default();
    let all = |of: &[Html]| of.iter().map(|it| it.as_str().to_owned()).collect::<Vec<_>>();
    Card {
        question: item.question.clone(),
        dimension: item.dimension,
        minutes: item.minutes,
        expected: item.expected,
        title: text.plain(Section::Title).to_owned(),
        prompt: text.prompt.as_str().to_owned(),
        shown,
        lead: text.glance.as_str().to_owned(),
        points: all(&text.points),
        follow_ups: all(&text.follow_ups),
        practice: text.practice.as_str().to_owned(),
        answer: text.answer.as_str().to_owned(),
        anchors: all(&text.anchors),
        flags: text.red_flags_plain.clone(),
        traps: text.traps.iter().map(|it| (it.claim.as_str().to_owned(), it.fact.as_str().to_owned())).collect(),
    }
}
