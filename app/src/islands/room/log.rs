//! The browser's end of the event log: shown state = what the server confirmed + what is on its way.

use super::outbox::Outbox;
use crate::{
    AppError,
    api::{self, Present, Snapshot},
    islands::source,
};
use domain::{
    EventId, InterviewId, QuestionId, Timestamp, UserId,
    interview::{Event, Payload, Refused, Seat, State},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;
use uuid::Uuid;

/// How the work stands, as the room says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Everything is on the server.
    Saved,
    /// Something is on its way.
    Saving,
    /// The server cannot be reached; work goes on here.
    Offline,
    /// The session has ended; what was done is kept here until somebody signs in.
    SignedOut,
    /// The server has become newer than this page, and its answers cannot be read here; what was done is kept.
    Outdated,
}

/// Most seconds between two attempts to reach the server.
const LONGEST_WAIT: u32 = 10;
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
    signed_out: RwSignal<bool>,
    outdated: RwSignal<bool>,
    ahead: StoredValue<i64>,
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
            signed_out: RwSignal::new(false),
            outdated: RwSignal::new(false),
            ahead,
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
        source::listen(
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
        set_interval(move || self.tick(), Duration::from_secs(1));
        window_event_listener(leptos::ev::online, move |_| self.wait.set(0));
        window_event_listener(leptos::ev::pagehide, move |_| self.flush());
        self.tick();
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

    /// Sends what is waiting, one request at a time, so that the order of the log is the order of the acts.
    fn send(self) {
        let events: Vec<Event> = self.outbox.with_untracked(|it| it.events.iter().take(api::BATCH).cloned().collect());
        if events.is_empty() || self.sending.get_untracked().is_some() {
            return;
        }
        self.sending.set(Some(self.clock()));
        spawn_local(async move {
            let answer = api::append_events(self.interview, events.clone()).await;
            match answer {
                Ok(done) => {
                    self.sending.set(None);
                    self.failures.set(0);
                    self.signed_out.set(false);
                    self.settle(&events, &done.refused, done.snapshot);
                    if let Some(why) = done.refused.into_iter().flatten().next_back() {
                        self.refused.set(Some(why));
                    }
                    self.send();
                }
                Err(AppError::SignIn) => {
                    self.sending.set(None);
                    self.signed_out.set(true);
                    self.wait.set(LONGEST_WAIT);
                }
                Err(_) => self.failed(),
            }
        });
    }

    /// The server was out of reach: the next attempt comes later, each time a little more so.
    fn failed(self) {
        self.sending.set(None);
        self.failures.update(|it| *it += 1);
        self.wait.set((1 << self.failures.get_untracked().min(4)).min(LONGEST_WAIT));
    }

    /// Forgets what the server holds now, and notes that came too late, or about somebody who was forgotten: they would be sent again at every tick. Only that.
    fn settle(self, sent: &[Event], refused: &[Option<Refused>], snapshot: Snapshot) {
        let state = snapshot.state.clone();
        let late = |question: &QuestionId| {
            sent.iter().zip(refused).any(|(event, why)| {
                let note = matches!(&event.payload, Payload::Note { question: of, .. } if of == question);
                note && matches!(why, Some(Refused::Submitted | Refused::Forgotten))
            })
        };
        self.confirm(snapshot);
        self.outbox.update(|outbox| {
            outbox.events.retain(|event| !sent.iter().any(|it| it.id == event.id));
            outbox.drafts.retain(|question, text| !late(question) && state.mark(self.viewer, question).note != *text);
        });
        self.keep();
    }

    fn confirm(self, snapshot: Snapshot) {
        if snapshot.seq < self.confirmed.with_untracked(|it| it.seq) {
            return; // An older picture that was overtaken on the way.
        }
        self.ahead.set_value(snapshot.now.0 - js_sys::Date::now() as i64);
        self.confirmed.set(snapshot);
    }

    /// How the work stands, and how many acts wait.
    pub fn link(self) -> (Link, usize) {
        let waiting = self.outbox.with(|it| it.events.len());
        let link = match (self.outdated.get(), self.signed_out.get(), self.failures.get() > 0, waiting > 0) {
            (true, _, _, _) => Link::Outdated,
            (_, true, _, _) => Link::SignedOut,
            (_, _, true, _) => Link::Offline,
            (_, _, _, true) => Link::Saving,
            (_, _, _, false) => Link::Saved,
        };
        (link, waiting)
    }
}
