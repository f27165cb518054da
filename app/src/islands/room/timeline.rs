//! The timeline: what happened so far, with the running time of each; folded until somebody asks.

use super::Handle;
use crate::islands::{duration::clock, icon::icon};
use domain::{
    QuestionId, Score,
    interview::{Moment, State, What},
};
use leptos::prelude::*;

/// One line of it: the running time, what happened, and words of somebody's own.
#[derive(Clone, PartialEq)]
struct Line {
    at: i64,
    what: String,
    said: String,
}

/// The timeline of the room.
#[component]
pub fn Timeline(room: Handle) -> impl IntoView {
    let lines = Memo::new(move |_| {
        room.read(|state| {
            state.timeline(room.log.viewer).iter().rev().map(|it| line(room, state, it)).collect::<Vec<_>>()
        })
    });
    view! {
        <section><details class="fold-sec" id="timeline">
            <summary>{icon("clock")}{room.t("room-timeline")}<span class="n quiet end">{move || lines.with(Vec::len)}</span></summary>
            <ol class="log" reversed>{move || {
                lines.get().into_iter().map(|it| view! {
                    <li><span class="n">{clock(it.at)}</span><span>{it.what}" "<bdi>{it.said}</bdi></span></li>
                }).collect_view()
            }}</ol>
            {move || lines.with(Vec::is_empty).then(|| view! { <p class="quiet">{room.t("room-timeline-empty")}</p> })}
        </details></section>
    }
}

fn line(room: Handle, state: &State, moment: &Moment<'_>) -> Line {
    let (word, rest) = match moment.what {
        What::Started => ("room-log-started", String::new()),
        What::Paused => ("room-log-paused", String::new()),
        What::Resumed => ("room-log-resumed", String::new()),
        What::Finished => ("room-log-finished", String::new()),
        What::Shown => ("room-log-shown", String::new()),
        What::Exhibit(exhibit) => ("room-log-exhibit", exhibit.to_string()),
        What::Output(target) => ("room-log-output", target.to_owned()),
        What::FollowUp(number) => ("room-log-follow-up", (number + 1).to_string()),
        What::Hint(_) => ("room-log-hint", String::new()),
        What::Scored(Score::NotAssessed) => ("room-not-assessed", String::new()),
        What::Scored(score) => ("room-log-score", u8::from(score).to_string()),
    };
    let title = moment.question.map(|it| title(room, it)).unwrap_or_default();
    let said = if let What::Hint(text) = moment.what { text.to_owned() } else { String::new() };
    let what = [room.t(word), rest, title].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    Line { at: state.elapsed_at(moment.at), what: what.join(" · "), said }
}

fn title(room: Handle, question: &QuestionId) -> String {
    room.data
        .with_value(|it| it.cards.iter().find(|it| it.question == *question).map(|it| it.title.clone()))
        .unwrap_or_default()
}
