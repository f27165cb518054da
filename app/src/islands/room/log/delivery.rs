//! Sending what waits, and what the answers change.

use super::{super::link::Away, Log, Outbox, note::GROWN};
use crate::{
    AppError,
    api::{self, Snapshot},
};
use domain::interview::{Event, Refused};
use leptos::{prelude::*, task::spawn_local};
use web_sys::EventSource;

/// Most seconds between two attempts to reach the server.
const LONGEST_WAIT: u32 = 10;
/// Seconds until the next attempt while somebody else is signed in: each one is written down as a refusal. Coming back to
/// the window asks at once.
const AWAY: u32 = 300;

impl Log {
    /// Sends what is waiting, one request at a time, so that the order of the log is the order of the acts.
    pub(super) fn send(self) {
        self.deliver(false);
    }

    /// The same; without a stream, or when told to, it asks how things stand, even if nothing waits.
    pub(super) fn deliver(self, asks: bool) {
        // Another tab may be about to add to its note; the same id is taken only once.
        let (own, now) = (self.own.get_value(), self.clock());
        let ready = |it: &&Event| own.contains(&it.id) || now.since(it.at) > GROWN;
        let events: Vec<Event> =
            self.outbox.with_untracked(|it| it.events.iter().take_while(ready).take(api::BATCH).cloned().collect());
        let deaf = self.is_deaf();
        let refused = self.away.get_untracked() == Some(Away::SomebodyElse) && self.wait.get_untracked() > 0;
        if (events.is_empty() && !deaf && !asks) || refused || self.sending.get_untracked().is_some() {
            return;
        }
        self.sending.set(Some(self.clock()));
        self.fresh.update_value(Vec::clear);
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
                    // What is stale is shown where it is decided.
                    if let Some(why) = done.refused.into_iter().flatten().rfind(|it| *it != Refused::Stale) {
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

    /// Forgets what the server has answered for; of somebody who was forgotten, everything.
    fn settle(self, sent: &[Event], refused: &[Option<Refused>], snapshot: Snapshot) {
        let gone = refused.contains(&Some(Refused::Forgotten));
        let stale = sent.iter().zip(refused).filter(|(_, why)| **why == Some(Refused::Stale)).map(|it| it.0.clone());
        let stale: Vec<Event> = stale.collect();
        self.outbox.update(|it| it.events.retain(|event| !sent.contains(event)));
        self.confirm(snapshot);
        self.ask(&stale);
        if gone {
            self.outbox.set(Outbox::default());
            return Outbox::forget(self.interview, self.viewer);
        }
        self.done.update_value(|(done, _)| done.extend(sent.iter().map(|it| it.id)));
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
        self.opened.set_value(snapshot.now.0 - super::open_for());
        self.confirmed.set(snapshot);
        self.part();
    }
}
