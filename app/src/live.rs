//! Probes under way: whoever asks gets the newest partial result, and the next ones as they come.

use domain::{RunId, UserId, run};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::watch;

/// Probes that one person may have under way, waiting ones included.
pub const PER_PERSON: usize = 4;

/// A probe's partial result and who may watch it.
#[derive(Debug, Clone)]
struct Entry {
    owner: UserId,
    newest: watch::Receiver<Option<Arc<run::Result>>>,
}

/// The probes under way in this process.
#[derive(Debug, Clone, Default)]
pub struct Live(Arc<Mutex<HashMap<RunId, Entry>>>);

impl Live {
    /// Announces a probe; results sent to the answer reach everybody who watches. [`Live::end`] forgets it. `None` when
    /// this person has [`PER_PERSON`] under way already.
    #[must_use]
    pub fn begin(&self, id: RunId, owner: UserId) -> Option<watch::Sender<Option<Arc<run::Result>>>> {
        let mut entries = self.entries();
        if entries.values().filter(|it| it.owner == owner).count() >= PER_PERSON {
            return None;
        }
        let (sender, newest) = watch::channel(None);
        entries.insert(id, Entry { owner, newest });
        Some(sender)
    }

    /// Forgets a probe; those who watch it still get the last result.
    pub fn end(&self, id: RunId) {
        self.entries().remove(&id);
    }

    /// The partial results of a probe that `viewer` started.
    #[must_use]
    pub fn watch(&self, id: RunId, viewer: UserId) -> Option<watch::Receiver<Option<Arc<run::Result>>>> {
        self.entries().get(&id).filter(|it| it.owner == viewer).map(|it| it.newest.clone())
    }

    fn entries(&self) -> std::sync::MutexGuard<'_, HashMap<RunId, Entry>> {
        // A panic elsewhere cannot leave the map half-changed: every change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
