//! Going through an interview's log again, one event after the other.

use crate::{
    EventId, Timestamp,
    interview::{Event, State},
    plan::Plan,
};
use std::{borrow::Cow, collections::HashSet};

/// Times outside of these are pulled in, so that differences of times cannot overflow, whatever the log says.
const EARLIEST: Timestamp = Timestamp(0);
const LATEST: Timestamp = Timestamp(i64::MAX / 4);

/// The state of an interview on its way through the log.
///
/// The order of the log is what happened; its times never go back here: an event that came late, from a device that was
/// offline, stands at the time of the one before it. An event that is there twice counts once.
#[derive(Debug, Clone)]
pub struct Walk {
    state: State,
    at: Timestamp,
    seen: HashSet<EventId>,
}

impl Walk {
    /// Before the first event.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { state: State::new(plan), at: EARLIEST, seen: HashSet::new() }
    }

    /// Takes the next event; false when it changes nothing, because it was there before or the rules refuse it.
    pub fn take(&mut self, event: &Event) -> bool {
        let at = event.at.clamp(self.at, LATEST);
        let placed = if at == event.at { Cow::Borrowed(event) } else { Cow::Owned(Event { at, ..event.clone() }) };
        // It was accepted once, so it does not come from the future: no clock is asked.
        let taken = self.seen.insert(event.id) && self.state.apply(&placed, at).is_ok();
        if taken {
            self.at = at;
        }
        taken
    }

    /// What is known now.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Time of the last event.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Running time of the clock at the last event, in ms.
    #[must_use]
    pub fn elapsed(&self) -> i64 {
        self.state.clock.elapsed(self.at)
    }
}
