//! Folds of logs, kept so that an append does not read the whole log again.

use super::Logged;
use crate::{error::Error, row::from_json};
use domain::{
    EventId, InterviewId, Timestamp,
    interview::{Event, Refused, State},
};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Interviews whose fold is kept: more than are held at one time in one house. A fold is some 10 KB.
const KEPT: usize = 512;

/// The state after the first `seq` events, and where each of them is.
#[derive(Clone)]
pub(crate) struct Fold {
    pub(crate) seq: i64,
    pub(crate) state: State,
    places: HashMap<EventId, i64>,
}

impl Fold {
    /// Applies what `known` has not seen; without it, begins with the plan.
    pub(crate) fn catch_up(known: Option<Arc<Self>>, plan: &str, rest: Vec<Logged>) -> Result<Arc<Self>, Error> {
        let mut fold = match known {
            Some(it) if rest.is_empty() => return Ok(it),
            Some(it) => Arc::unwrap_or_clone(it),
            None => Self { seq: 0, state: State::new(from_json("interview.plan", plan)?), places: HashMap::new() },
        };
        for logged in rest {
            // What was accepted stays accepted, even when a later version has stricter rules.
            if let Err(why) = fold.state.apply(&logged.event, logged.received_at) {
                tracing::warn!(event = %logged.event.id, %why, "an accepted event no longer applies");
            }
            fold.seq = logged.seq;
            fold.places.insert(logged.event.id, logged.seq);
        }
        Ok(Arc::new(fold))
    }

    /// Where an event is, if it is there.
    pub(crate) fn place(&self, id: EventId) -> Option<i64> {
        self.places.get(&id).copied()
    }

    /// Adds one event by the rules. On `Err` nothing has changed.
    pub(crate) fn add(&mut self, event: &Event, now: Timestamp) -> Result<i64, Refused> {
        self.state.apply(event, now)?;
        self.seq += 1;
        self.places.insert(event.id, self.seq);
        Ok(self.seq)
    }
}

/// The folds of some interviews. Only committed events get here and logs only grow, so a fold is never wrong, at most
/// short; whoever takes one reads the rest, which other instances may have written.
#[derive(Default)]
pub(crate) struct Folds(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    folds: HashMap<InterviewId, Arc<Fold>>,
    /// Interviews with candidates who are forgotten: an append that was under way must not bring their text back.
    forgotten: HashSet<InterviewId>,
}

impl Folds {
    /// The fold of an interview whose log has `last` events. A longer one comes from before a restore and is dropped.
    pub(crate) fn get(&self, interview: InterviewId, last: i64) -> Option<Arc<Fold>> {
        self.lock().folds.get(&interview).filter(|it| it.seq <= last).cloned()
    }

    /// Keeps a fold.
    pub(crate) fn keep(&self, interview: InterviewId, fold: Arc<Fold>) {
        let Kept { folds, forgotten } = &mut *self.lock();
        if forgotten.contains(&interview) {
            return;
        }
        if folds.len() >= KEPT
            && !folds.contains_key(&interview)
            && let Some(other) = folds.keys().next().copied()
        {
            folds.remove(&other);
        }
        folds.insert(interview, fold);
    }

    /// Drops the fold of an interview, and never keeps another one.
    pub(crate) fn forget(&self, interview: InterviewId) {
        let mut kept = self.lock();
        kept.folds.remove(&interview);
        kept.forgotten.insert(interview);
    }

    /// A panic elsewhere leaves whole maps: each change is one insert or remove.
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
