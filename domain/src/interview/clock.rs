//! The interview's clock: wall time by the server, minus pauses.

use crate::Timestamp;
use serde::{Deserialize, Serialize};

/// When the clock was started, stopped and for how long it was paused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Start of the interview.
    pub started: Option<Timestamp>,
    /// Start of the pause that is on.
    pub paused: Option<Timestamp>,
    /// Length of the pauses that are over, in ms.
    pub pauses: i64,
    /// End of the interview.
    pub finished: Option<Timestamp>,
}

impl Clock {
    /// Running time up to `now`, in ms: 0 before the start, fixed after the end.
    #[must_use]
    pub fn elapsed(&self, now: Timestamp) -> i64 {
        let Some(started) = self.started else { return 0 };
        let until = self.finished.or(self.paused).unwrap_or(now);
        (until.since(started) - self.pauses).max(0)
    }

    /// Does time pass?
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.started.is_some() && self.paused.is_none() && self.finished.is_none()
    }
}
