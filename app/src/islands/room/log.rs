//! The browser's end of the event log: shown state = what the server confirmed + what is on its way.

mod delivery;

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
    failures: RwSignal<u32>,
    wait: RwSignal<u32>,
    away: RwSignal<Option<Away>>,
    outdated: RwSignal<bool>,
    ahead: StoredValue<i64>,
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
        let ahead = StoredValue::new(0);
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
            failures: RwSignal::new(0),
            wait: RwSignal::new(0),
            away: RwSignal::new(None),
            outdated: RwSignal::new(false),
            ahead,
            stream: StoredValue::new(None),
            now,
            shown,
            refused: RwSignal::new(None),
            live: RwSignal::new(false),
        }
    }

    /// Takes up what an earlier page left, opens the stream, starts the tick.
    pub fn connect(self) {
        self.ahead.set_value(self.confirmed.with_untracked(|it| it.now.0) - js_sys::Date::now() as i64);
        self.outbox.set(Outbox::load(self.interview, self.viewer));
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
        Timestamp(js_sys::Date::now() as i64 + self.ahead.get_value())
    }

    fn tick(self) {
        self.now.set(self.clock());
        self.note_drafts();
        if self.sending.get_untracked().is_some_and(|began| self.clock().since(began) > PATIENCE) {
            self.failed();
        }
        let wait = self.wait.get_untracked();
        if wait > 0 {
            self.wait.set(wait - 1);
        } else {
            self.send();
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
        if !untrack(|| self.seat()).is_some_and(|it| it.may(&payload)) {
            return;
        }
        let at = self.clock();
        self.now.set(at);
        let (seconds, nanos) = (at.0.max(0) as u64 / 1_000, (at.0.max(0) % 1_000) as u32 * 1_000_000);
        let id = EventId(Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos)));
        self.refused.set(None);
        self.outbox.update(|it| it.events.push(Event { id, actor: self.viewer, at, payload }));
        self.keep();
        self.send();
    }

    /// Takes up typed text; it becomes an event at the next tick, on blur, or when the page is hidden.
    pub fn type_note(self, question: QuestionId, text: String) {
        self.outbox.update(|it| {
            it.drafts.insert(question, text);
        });
        self.keep();
    }

    /// The note as it stands in the field.
    pub fn note(self, question: &QuestionId) -> String {
        self.outbox
            .with(|it| it.drafts.get(question).cloned())
            .unwrap_or_else(|| self.shown.with(|it| it.mark(self.viewer, question).note))
    }

    /// Turns typed text into events now.
    pub fn flush(self) {
        self.note_drafts();
        self.send();
    }

    fn note_drafts(self) {
        let changed: Vec<(QuestionId, String)> = self.outbox.with_untracked(|outbox| {
            // A note on its way is not shown when the rules refuse it; that is no reason to send it again.
            let known = |question: &QuestionId| {
                outbox
                    .last_note(question)
                    .unwrap_or_else(|| self.shown.with_untracked(|it| it.mark(self.viewer, question).note))
            };
            outbox
                .drafts
                .iter()
                .filter(|(q, text)| known(q) != **text)
                .map(|(q, text)| (q.clone(), text.clone()))
                .collect()
        });
        for (question, text) in changed {
            self.act(Payload::Note { question, text });
        }
    }

    fn keep(self) {
        self.outbox.with_untracked(|it| it.save(self.interview, self.viewer));
    }

    /// How the work stands, and how many acts wait.
    pub fn link(self) -> (Link, usize) {
        let waiting = self.outbox.with(|it| it.events.len());
        let link = match (self.outdated.get(), self.away.get(), self.failures.get() > 0, waiting > 0) {
            (true, _, _, _) => Link::Outdated,
            (_, Some(away), _, _) => Link::Away(away),
            (_, _, true, _) => Link::Offline,
            (_, _, _, true) => Link::Saving,
            (_, _, _, false) => Link::Saved,
        };
        (link, waiting)
    }
}
