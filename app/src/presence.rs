//! Who has a room open now, in this process. Whoever comes or goes wakes the others.

use domain::{InterviewId, UserId};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use store::Db;

/// Open streams by interview and person: one person may have several pages.
type Rooms = HashMap<InterviewId, BTreeMap<UserId, usize>>;

/// Who is there; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Presence(Arc<Mutex<Rooms>>);

/// One open page; whoever holds it is there.
#[derive(Debug)]
pub struct Stay {
    presence: Presence,
    db: Db,
    interview: InterviewId,
    user: UserId,
}

impl Presence {
    /// Somebody opens a room.
    #[must_use]
    pub fn enter(&self, db: &Db, interview: InterviewId, user: UserId) -> Stay {
        let pages = {
            let mut rooms = self.rooms();
            let pages = rooms.entry(interview).or_default().entry(user).or_default();
            *pages += 1;
            *pages
        };
        if pages == 1 {
            db.rouse(interview);
        }
        Stay { presence: self.clone(), db: db.clone(), interview, user }
    }

    /// Who has the room open.
    #[must_use]
    pub fn here(&self, interview: InterviewId) -> BTreeSet<UserId> {
        self.rooms().get(&interview).map(|it| it.keys().copied().collect()).unwrap_or_default()
    }

    fn leave(&self, interview: InterviewId, user: UserId) -> bool {
        let mut rooms = self.rooms();
        let Some(people) = rooms.get_mut(&interview) else { return false };
        let left = people.get_mut(&user).is_some_and(|pages| {
            *pages -= 1;
            *pages == 0
        });
        if left {
            people.remove(&user);
        }
        if people.is_empty() {
            rooms.remove(&interview);
        }
        left
    }

    fn rooms(&self) -> MutexGuard<'_, Rooms> {
        // A panic elsewhere cannot leave the map half-changed: nothing in these functions panics.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        if self.presence.leave(self.interview, self.user) {
            self.db.rouse(self.interview);
        }
    }
}
