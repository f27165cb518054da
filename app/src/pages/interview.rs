//! The interview room: loads what the island needs and draws it once; from then on the browser carries it.

mod again;
mod cards;
mod palette;

use crate::{
    AppError, access,
    api::{Present, Snapshot},
    clock,
    islands::{
        room::{Room, RoomData},
        start::hand_over,
    },
    pages::pad::{ScratchPad, Side},
    state::{AppState, state},
    ui::{lang, name_of, page},
};
use again::Again;
use cards::{Asked, Cards, asked};
use domain::{
    InterviewId, Locale, UserId,
    interview::{Seat, State},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use palette::Palette;
use store::Member;

/// The interview as `viewer` may see it now.
///
/// # Errors
/// [`AppError::NotFound`] when it is not theirs to see, or its candidate is forgotten.
pub async fn snapshot(state: &AppState, interview: InterviewId, viewer: UserId) -> Result<Snapshot, AppError> {
    let (seq, of) = state.db.room_for(interview, viewer).await?;
    shaped(state, interview, viewer, seq, of).await
}

/// A state of the log as `viewer` may see it, with who is there.
///
/// # Errors
/// [`AppError::Internal`] when the seats cannot be read.
pub async fn shaped(
    state: &AppState,
    interview: InterviewId,
    viewer: UserId,
    seq: i64,
    of: State,
) -> Result<Snapshot, AppError> {
    let here = state.presence.here(interview);
    let members = state.db.members(interview, viewer).await?.into_iter();
    let people = members.map(|Member { user, name, seat, leads, .. }| {
        let here = here.contains(&user);
        Present { user, name, seat, leads, here }
    });
    Ok(Snapshot { seq, now: clock::now(), viewer, state: of.seen_by(viewer), people: people.collect() })
}

/// The room's page.
#[component]
pub fn InterviewPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::INTERVIEW.enter()?;
        let lang = lang();
        let id: InterviewId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let interview = state.db.interview_for(id, viewer.id).await?;
        if interview.candidate_name.is_none() {
            return Err(AppError::Forgotten);
        }
        let snapshot = snapshot(&state, id, viewer.id).await?;
        let writes = snapshot.people.iter().any(|it| it.user == viewer.id && it.seat == Seat::Rater);
        let level = lang.t(&format!("level-{}", interview.level));
        let name = name_of(interview.candidate_name);
        let title = format!("{name}, {level} · Hopwise");
        let cards = asked(&state, lang, interview.locale, &snapshot.state);
        let data = RoomData {
            interview: id,
            viewer: viewer.id,
            candidate: name,
            level,
            home: lang.path("/"),
            scorecard: lang.path(&format!("/interviews/{id}/scorecard")),
            probes: lang.path("/probes/"),
            languages: Locale::ALL.iter().map(|it| (*it, it.endonym().to_owned())).collect(),
            candidate_locale: interview.locale,
            cards: cards.iter().map(Asked::card).collect(),
            targets: probe::Target::ROOM.iter().map(|it| it.name().to_owned()).collect(),
            texts: lang.texts(&["room-", "phase-", "dimension-", "refused-", "fall-"]),
            snapshot,
        };
        Ok(view! {
            <Title text=title/>
            <noscript><p class="problem">{lang.t("room-no-script")}" "<a href=data.scorecard.clone()>{lang.t("home-scorecard")}</a></p></noscript>
            {hand_over(data)}
            <Room><Cards cards=cards>
                <ScratchPad side=Side::Room { interview: id, viewer: viewer.id, writes }/>
            </Cards></Room>
            <Palette/>
            <Again name=viewer.name/>
        })
    })
}
