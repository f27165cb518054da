//! Judging the events of one append by the rules, without the database.

use super::{Fold, Outcome};
use domain::{
    EventId, Timestamp, UserId,
    interview::{Event, Refused, Seat},
};
use std::sync::Arc;

/// Who appends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Actor {
    pub(super) user: UserId,
    pub(super) seat: Seat,
}

/// Judges the events of one append, without the database.
pub(super) struct Judge {
    /// The log with what has passed so far.
    pub(super) fold: Fold,
    /// One for each event judged so far.
    pub(super) outcomes: Vec<Outcome>,
    by: Actor,
    from: Timestamp,
    now: Timestamp,
}

impl Judge {
    /// Nothing of the interview is older than `from`, nothing is newer than `now`.
    pub(super) fn new(fold: Arc<Fold>, by: Actor, from: Timestamp, now: Timestamp) -> Self {
        Self { fold: Arc::unwrap_or_clone(fold), outcomes: Vec::new(), by, from, now }
    }

    /// Is the event there already? Its place is the outcome then.
    pub(super) fn knows(&mut self, id: EventId) -> bool {
        let place = self.fold.place(id);
        self.outcomes.extend(place.map(|seq| Outcome::Stored { seq }));
        place.is_some()
    }

    /// Applies a new event; returns its place and the form to store, unless the rules refuse it.
    pub(super) fn pass(&mut self, event: &Event) -> Option<(i64, Event)> {
        match self.try_pass(event) {
            Ok(stored) => {
                self.outcomes.push(Outcome::Stored { seq: stored.0 });
                Some(stored)
            }
            Err(why) => {
                self.outcomes.push(Outcome::Refused { why });
                None
            }
        }
    }

    fn try_pass(&mut self, event: &Event) -> Result<(i64, Event), Refused> {
        if !self.by.seat.may(&event.payload) {
            return Err(Refused::Observing);
        }
        let mut event = Event { actor: self.by.user, ..event.clone() };
        if event.at > self.now {
            // Whether this is a clock a little ahead or a claim about the future is the domain's rule, so ask it first.
            match self.fold.state.clone().apply(&event, self.now) {
                Err(Refused::FromTheFuture) => return Err(Refused::FromTheFuture),
                _ => event.at = self.now,
            }
        }
        // Nothing happens in an interview before it exists; a wild time would also overflow differences of times.
        event.at = event.at.max(self.from.min(self.now));
        Ok((self.fold.add(&event, self.now)?, event))
    }
}
