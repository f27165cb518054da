//! The browser's end of the event log: shown state = what the server confirmed + what is on its way.

mod delivery;
mod note;

pub use note::Choice;

use super::{
    link::{Away, Link},
    outbox::Outbox,
};
use crate::{
    api::{Present, Snapshot},
    islands::source,
};
use domain::{
    EventId, InterviewId, QuestionId, Timestamp, UserId,
    interview::{Event, Payload, Refused, Seat, State},
};
use leptos::prelude::*;
use std::time::Duration;
use uuid::Uuid;
use web_sys::EventSource;

/// How long an answer may take before the server counts as out of reach, in ms. A late answer is still taken.
const PATIENCE: i64 = 10_000;
/// A step of the clock between two ticks that counts as a jump, in ms.
const JUMP: i64 = 2_000;

/// For how long the page has been open, in ms: goes on evenly, also when somebody sets the clock.
fn open_for() -> i64 {
    window().performance().map(|it| it.now()).unwrap_or_default() as i64
}

/// What the browser's clock says beyond that, in ms.
fn drift() -> i64 {
    js_sys::Date::now() as i64 - open_for()
}

/// The log as this page knows it; cheap to copy.
#[derive(Clone, Copy)]
pub struct Log {
    interview: InterviewId,
    /// Who acts in this page.
    pub viewer: UserId,
    confirmed: RwSignal<Snapshot>,
    outbox: RwSignal<Outbox>,
    /// When the request under way was sent.
    sending: RwSignal<Option<Timestamp>>,
    /// Notes of this page that were never sent, so that more of the same typing may go into them.
    fresh: StoredValue<Vec<EventId>>,
    /// Events that were made by this page, and by no other tab.
    own: StoredValue<Vec<EventId>>,
    /// Events that this page is done with, and questions whose draft it has settled; other tabs may still keep them.
    done: StoredValue<(Vec<EventId>, Vec<QuestionId>)>,
    /// Could what waits be written down in this browser?
    kept: RwSignal<bool>,
    /// What [`drift`] was: a jump means that the clock was set, or that the machine slept and the server has to be asked what
    /// time it is.
    drift: StoredValue<i64>,
    failures: RwSignal<u32>,
    wait: RwSignal<u32>,
    away: RwSignal<Option<Away>>,
    outdated: RwSignal<bool>,
    /// The server's time when the page was opened.
    opened: StoredValue<i64>,
    /// Made in the browser only: the server drops this log on any thread.
    stream: StoredValue<Option<StoredValue<EventSource, LocalStorage>>>,
    /// The server's time, a tick each second.
    pub now: RwSignal<Timestamp>,
    /// What is shown: the confirmed state with the pending events applied.
    pub shown: Memo<State>,
    /// Why the last event was refused by the server, if it was.
    pub refused: RwSignal<Option<Refused>>,
    /// Is the stream of this interview open?
    pub live: RwSignal<bool>,
}

impl Log {
    /// A log that starts from a snapshot; it does nothing until [`Log::connect`].
    pub fn new(interview: InterviewId, viewer: UserId, snapshot: Snapshot) -> Self {
        let now = RwSignal::new(snapshot.now);
        let opened = StoredValue::new(0);
        let confirmed = RwSignal::new(snapshot);
        let outbox = RwSignal::new(Outbox::default());
        let shown = Memo::new(move |_| {
            let mut state = confirmed.with(|it| it.state.clone());
            outbox.with(|it| {
                for event in &it.events {
                    // What the rules refuse is not shown; the server will say so too.
                    let _ = state.apply(event, event.at);
                }
            });
            state
        });
        Self {
            interview,
            viewer,
            confirmed,
            outbox,
            sending: RwSignal::new(None),
            fresh: StoredValue::default(),
            own: StoredValue::default(),
            done: StoredValue::default(),
            kept: RwSignal::new(true),
            drift: StoredValue::new(0),
            failures: RwSignal::new(0),
            wait: RwSignal::new(0),
            away: RwSignal::new(None),
            outdated: RwSignal::new(false),
            opened,
            stream: StoredValue::new(None),
            now,
            shown,
            refused: RwSignal::new(None),
            live: RwSignal::new(false),
        }
    }

    /// Takes up what an earlier page left, opens the stream, starts the tick.
    pub fn connect(self) {
        self.opened.set_value(self.confirmed.with_untracked(|it| it.now.0) - open_for());
        self.drift.set_value(drift());
        self.adopt();
        self.listen();
        set_interval(move || self.tick(), Duration::from_secs(1));
        window_event_listener(leptos::ev::online, move |_| self.wait.set(0));
        // Somebody may have signed in in another tab.
        window_event_listener(leptos::ev::focus, move |_| self.wait.set(0));
        window_event_listener(leptos::ev::pagehide, move |_| self.flush());
        self.tick();
    }

    /// Opens the stream, unless it stands or the browser is about to open it again by itself.
    fn listen(self) {
        if !self.is_deaf() {
            return;
        }
        let opened = source::listen(
            &format!("/live/interviews/{}", self.interview),
            move |it| match it {
                Some(snapshot) => self.confirm(snapshot),
                None => self.outdated.set(true),
            },
            move |it| {
                self.live.set(it);
                if it {
                    self.wait.set(0);
                }
            },
        );
        self.stream.set_value(opened.map(StoredValue::new_local));
    }

    /// Has the browser given the stream up? It does when the server refuses it, so that is the time to ask why.
    fn is_deaf(self) -> bool {
        self.stream.get_value().is_none_or(|it| it.with_value(EventSource::ready_state) == EventSource::CLOSED)
    }

    /// Somebody has signed in: what waits goes out now.
    pub fn resume(self) {
        self.wait.set(0);
        self.send();
    }

    /// The server's time, as well as this page knows it.
    fn clock(self) -> Timestamp {
        Timestamp(open_for() + self.opened.get_value())
    }

    fn tick(self) {
        self.now.set(self.clock());
        if self.sending.get_untracked().is_some_and(|began| self.clock().since(began) > PATIENCE) {
            self.failed();
        }
        let wait = self.wait.get_untracked();
        if wait > 0 {
            return self.wait.set(wait - 1);
        }
        if self.outbox.with_untracked(|it| it.events.is_empty()) {
            self.adopt();
        }
        let jumped = drift() - self.drift.get_value();
        self.drift.update_value(|it| *it += jumped);
        self.deliver(jumped.abs() > JUMP);
    }

    /// Takes up what was kept in this browser by a tab that is not there any more. If it is, both send, and it counts once.
    fn adopt(self) {
        let kept = Outbox::load(self.interview, self.viewer);
        if kept != Outbox::default() {
            self.outbox.update(|it| self.done.with_value(|(done, _)| it.adopt(kept, done)));
            self.release();
        }
    }

    /// Who sits in the interview.
    pub fn people(self) -> Vec<Present> {
        self.confirmed.with(|it| it.people.clone())
    }

    /// The seat of who acts in this page; whoever leads the loop may look on without one.
    fn seat(self) -> Option<Seat> {
        self.confirmed.with(|it| it.people.iter().find(|it| it.user == self.viewer).map(|it| it.seat))
    }

    /// May who acts in this page mark anything at all?
    pub fn marks(self) -> bool {
        self.seat().is_some()
    }

    /// Does who acts in this page judge, or look on?
    pub fn rates(self) -> bool {
        self.seat() == Some(Seat::Rater)
    }

    /// Does something: shown at once, kept, sent. What the seat does not allow is not done.
    pub fn act(self, payload: Payload) {
        if self.may(&payload) {
            self.put(payload);
            self.send();
        }
    }

    fn may(self, payload: &Payload) -> bool {
        untrack(|| self.seat()).is_some_and(|it| it.may(payload))
    }

    /// Shows and keeps an event; the next tick sends it.
    fn put(self, payload: Payload) -> EventId {
        let at = self.clock();
        self.now.set(at);
        let (seconds, nanos) = (at.0.max(0) as u64 / 1_000, (at.0.max(0) % 1_000) as u32 * 1_000_000);
        let id = EventId(Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos)));
        self.refused.set(None);
        self.own.update_value(|it| it.push(id));
        self.outbox.update(|it| it.events.push(Event { id, actor: self.viewer, at, payload }));
        self.keep();
        id
    }

    /// How the work stands, and how many acts wait.
    pub fn link(self) -> (Link, usize) {
        let waiting = self.outbox.with(|it| it.events.len());
        let link = match (self.outdated.get(), self.away.get(), self.failures.get() > 0, waiting > 0) {
            (true, _, _, _) => Link::Outdated,
            (_, Some(away), _, _) => Link::Away(away),
            _ if waiting > 0 && !self.kept.get() => Link::Unkept,
            (_, _, true, _) => Link::Offline,
            (_, _, _, true) => Link::Saving,
            (_, _, _, false) => Link::Saved,
        };
        (link, waiting)
    }
}
