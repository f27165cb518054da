//! The plan beside the question: what was asked, what comes, how long it took.

use super::{Handle, commands};
use crate::islands::{
    duration::{clock, percent},
    icon::icon,
};
use domain::{
    Dimension, Score,
    interview::{Part, State},
    plan::ExtraTime,
    time::MINUTE,
};
use leptos::prelude::*;

/// The plan by dimension; each question is a button that takes it up.
#[component]
pub fn PlanList(room: Handle) -> impl IntoView {
    let groups = Dimension::ALL.iter().map(|it| view! { <Group room=room dimension=*it/> }).collect_view();
    let (opening, close) = room.log.shown.with_untracked(|it| (it.plan.opening, it.plan.close));
    view! {
        <nav class="plan" aria-label=room.t("room-plan")><ol>
            <li><h2>{room.t("room-opening")}<span class="n">{move || clock(room.at_now(|it, now| it.stretch(Part::Opening, now).spent))}
                <i>" / "{minutes(opening)}</i></span></h2></li>
            {groups}
            <li><h2>{room.t("room-close-part")}<span class="n soft">{minutes(close)}</span></h2></li>
        </ol>{terms(room)}</nav>
    }
}

/// What was agreed on with the candidate: the language, and extra time where there is some.
fn terms(room: Handle) -> impl IntoView {
    let extra = match room.log.shown.with_untracked(|it| it.plan.extra) {
        ExtraTime::None => None,
        ExtraTime::Quarter => Some("room-extra-quarter"),
        ExtraTime::Half => Some("room-extra-half"),
    };
    let language = room.data.with_value(|it| {
        it.languages.iter().find(|(locale, _)| *locale == it.candidate_locale).map(|(_, name)| name.clone())
    });
    view! {
        <p class="terms"><span>{room.t("room-spoken")}": "<bdi>{language}</bdi></span>
            {extra.map(|key| view! { <b>{room.t(key)}</b> })}</p>
    }
}

fn minutes(minutes: u16) -> String {
    clock(i64::from(minutes) * MINUTE)
}

#[component]
fn Group(room: Handle, dimension: Dimension) -> impl IntoView {
    let cards = room
        .data
        .with_value(|it| it.cards.iter().filter(|card| card.dimension == dimension).cloned().collect::<Vec<_>>());
    let part = Part::Core(dimension);
    let planned = room.log.shown.with_untracked(|it| it.stretch(part, room.log.now.get_untracked()).planned);
    let spent = move || room.at_now(|state, now| state.stretch(part, now).spent);
    let over = move || spent() > planned;
    let now = move || room.at_now(State::part) == part;
    let width = move || percent(spent().min(planned), planned);
    let rows = cards.into_iter().map(|card| {
        let (question, planned_minutes) = (card.question.clone(), minutes(card.minutes));
        let (to, mark) = (question.clone(), question.clone());
        let current = move || room.read(|it| it.current.as_ref() == Some(&question)).then_some("step");
        let score = move || room.read(|it| it.mark(room.log.viewer, &mark).score.map(|it| it.0));
        let flagged = {
            let question = to.clone();
            move || room.read(|it| !it.mark(room.log.viewer, &question).flags.is_empty())
        };
        view! {
            <li aria-current=current>
                <button type="button" title=card.title.clone() on:click=move |_| commands::go(room, to.clone())>{card.title.clone()}</button>
                {move || flagged().then(|| view! { <span class="warn">{icon("flag")}<span class="vh">{room.t("room-flagged")}</span></span> })}
                {move || match score() {
                    Some(Score::NotAssessed) => view! { <b class="n">"–"</b> }.into_any(),
                    Some(score) => view! { <b class="n">{u8::from(score)}</b> }.into_any(),
                    None => view! { <span class="n quiet">{planned_minutes.clone()}</span> }.into_any(),
                }}
            </li>
        }
    });
    view! {
        <li>
            <h2>{room.t(&format!("dimension-{dimension}"))}
                <span class="n"><span class:warn=over>{move || clock(spent())}</span><i>" / "{clock(planned)}</i></span></h2>
            <svg class="meter" aria-hidden="true"><rect class="bed" width="100%" height="3"></rect>
                <rect class="fill" class:over=over class:now=now width=width height="3"></rect></svg>
            <ul>{rows.collect_view()}</ul>
        </li>
    }
}
