//! The interview room: one island. Every action is applied at once, kept until the server confirms it, and sent.

pub mod again;
mod bar;
pub mod commands;
mod desk;
mod help;
mod hints;
mod link;
mod log;
mod outbox;
mod pace;
pub mod palette;
mod people;
mod plan;
mod ruler;
mod timeline;
mod watch;

use super::start::start;
use crate::{api::Snapshot, texts::Texts};
use domain::{Dimension, InterviewId, Locale, QuestionId, Timestamp, UserId, interview::State};
use leptos::prelude::*;
use log::Log;
use serde::{Deserialize, Serialize};

/// What the room has to know of one question; its text stands in the page, drawn by the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Which question.
    pub question: QuestionId,
    /// The dimension it counts into.
    pub dimension: Dimension,
    /// Minutes set aside.
    pub minutes: u16,
    /// The question in one line, plain.
    pub title: String,
}

/// Everything the island starts with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoomData {
    /// Which interview.
    pub interview: InterviewId,
    /// Who is in the room.
    pub viewer: UserId,
    /// The candidate's name.
    pub candidate: String,
    /// The level's name.
    pub level: String,
    /// Path of the first page.
    pub home: String,
    /// Path of the scorecard.
    pub scorecard: String,
    /// Path of a run's page, up to its id.
    pub probes: String,
    /// The languages a join link can be in.
    pub languages: Vec<(Locale, String)>,
    /// The language of the interview.
    pub candidate_locale: Locale,
    /// The questions in plan order.
    pub cards: Vec<Card>,
    /// Names of the probe targets.
    pub targets: Vec<String>,
    /// Messages of the room.
    pub texts: Texts,
    /// The interview when the page was drawn.
    pub snapshot: Snapshot,
}

/// What every part of the room holds on to; cheap to copy.
#[derive(Clone, Copy)]
pub struct Handle {
    data: StoredValue<RoomData>,
    log: Log,
}

impl Handle {
    fn t(self, key: &str) -> String {
        self.data.with_value(|it| it.texts.get(key))
    }

    /// A part of the state, tracked.
    fn read<T>(self, part: impl Fn(&State) -> T) -> T {
        self.log.shown.with(part)
    }

    /// Running time since the start, in ms.
    fn elapsed(self) -> i64 {
        let now = self.log.now.get();
        self.read(|it| it.clock.elapsed(now))
    }

    /// What a rule of the domain says of the state now; tracked.
    fn at_now<T>(self, rule: impl Fn(&State, Timestamp) -> T) -> T {
        let now = self.log.now.get();
        self.read(|it| rule(it, now))
    }

    /// Planned time of the whole interview, in ms; the plan does not change while the room is open.
    fn planned(self) -> i64 {
        self.log.shown.with_untracked(State::planned)
    }
}

/// The room; starts with [`RoomData`].
#[island]
pub fn Room(
    /// The questions, drawn by the server.
    children: Children,
) -> impl IntoView {
    start().map(|data| room(data, children))
}

fn room(data: RoomData, children: Children) -> impl IntoView {
    let log = Log::new(data.interview, data.viewer, data.snapshot.clone());
    let room = Handle { data: StoredValue::new(data), log };
    Effect::new(move |_| {
        log.connect();
        commands::listen(room);
        desk::bind(room);
        hints::bind(room);
        palette::bind(room);
        again::bind(room);
    });
    view! {
        <div class="room shell" class:observing=move || !log.rates()>
            <a class="skip" href="#main">{room.t("room-skip")}</a>
            <bar::Bar room=room/>
            <ruler::Ruler room=room/>
            <div class="desk">
                <plan::PlanList room=room/>
                {children()}
                <watch::Watch room=room/>
            </div>
            <help::Hints room=room/>
        </div>
    }
}
