//! Sending what waits, and what the answers change.

use super::{super::link::Away, Log};
use crate::{
    AppError,
    api::{self, Snapshot},
};
use domain::{
    QuestionId,
    interview::{Event, Payload, Refused},
};
use leptos::{prelude::*, task::spawn_local};
use web_sys::EventSource;

/// Most seconds between two attempts to reach the server.
const LONGEST_WAIT: u32 = 10;
/// Seconds until the next attempt while somebody else is signed in: each one is written down as a refusal. Coming back to
/// the window asks at once.
const AWAY: u32 = 300;

impl Log {
    /// Sends what is waiting, one request at a time, so that the order of the log is the order of the acts. Without a stream
    /// it asks how things stand, even if nothing waits.
    pub(super) fn send(self) {
        let events: Vec<Event> = self.outbox.with_untracked(|it| it.events.iter().take(api::BATCH).cloned().collect());
        let deaf = self.is_deaf();
        let refused = self.away.get_untracked() == Some(Away::SomebodyElse) && self.wait.get_untracked() > 0;
        if (events.is_empty() && !deaf) || refused || self.sending.get_untracked().is_some() {
            return;
        }
        self.sending.set(Some(self.clock()));
        spawn_local(async move {
            let answer = api::append_events(self.interview, events.clone(), Some(self.viewer)).await;
            match answer {
                Ok(done) => {
                    self.sending.set(None);
                    self.failures.set(0);
                    self.away.set(None);
                    if deaf {
                        self.listen();
                        // Were it refused again, there would be a question for each tick.
                        self.wait.set(LONGEST_WAIT);
                    }
                    self.settle(&events, &done.refused, done.snapshot);
                    if let Some(why) = done.refused.into_iter().flatten().next_back() {
                        self.refused.set(Some(why));
                    }
                    self.send();
                }
                Err(AppError::SignIn) => self.left(Away::SignedOut, LONGEST_WAIT),
                Err(AppError::Forbidden) => self.left(Away::SomebodyElse, AWAY),
                Err(_) => self.failed(),
            }
        });
    }

    /// Whose work this is, is not signed in: it is kept, and nothing is sent.
    fn left(self, away: Away, wait: u32) {
        self.sending.set(None);
        self.away.set(Some(away));
        self.wait.set(wait);
    }

    /// The server was out of reach: the next attempt comes later, each time a little more so.
    pub(super) fn failed(self) {
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

    pub(super) fn confirm(self, snapshot: Snapshot) {
        if snapshot.viewer != self.viewer {
            // Somebody else's picture of this interview has their marks in it.
            if let Some(stream) = self.stream.get_value() {
                stream.with_value(EventSource::close);
            }
            return self.left(Away::SomebodyElse, AWAY);
        }
        if snapshot.seq < self.confirmed.with_untracked(|it| it.seq) {
            return; // An older picture that was overtaken on the way.
        }
        self.ahead.set_value(snapshot.now.0 - js_sys::Date::now() as i64);
        self.confirmed.set(snapshot);
    }
}
