//! How often somebody without an account may write: who has a link is known to nobody else, and may be a program.

use crate::AppError;
use domain::{LinkId, Timestamp, time::MINUTE};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// Requests are counted over this many ms.
const WINDOW: i64 = MINUTE / 6;
/// Requests in a window: a page sends two in a second at most, and a candidate may have two pages.
const MOST: u32 = 40;

/// Requests by link in the window that began then; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Throttle(Arc<Mutex<HashMap<LinkId, (Timestamp, u32)>>>);

impl Throttle {
    /// Counts a request.
    ///
    /// # Errors
    /// [`AppError::TooMany`] with the seconds to wait.
    pub fn count(&self, link: LinkId, now: Timestamp) -> Result<(), AppError> {
        let mut links = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back begins anew, too.
        links.retain(|_, (began, _)| (0..WINDOW).contains(&now.since(*began)));
        let (began, count) = links.entry(link).or_insert((now, 0));
        *count = count.saturating_add(1);
        if *count <= MOST {
            return Ok(());
        }
        let wait = u64::try_from(WINDOW - now.since(*began)).unwrap_or(0).div_ceil(1_000);
        Err(AppError::TooMany { retry_after: wait.max(1) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_link_waits_and_no_other_does() {
        let (throttle, now) = (Throttle::default(), Timestamp(1_000_000));
        let (one, other) = (LinkId(Uuid::from_u128(1)), LinkId(Uuid::from_u128(2)));
        for _ in 0..MOST {
            assert_eq!(throttle.count(one, now), Ok(()));
        }
        assert_eq!(throttle.count(one, now.plus(4_500)), Err(AppError::TooMany { retry_after: 6 }));
        assert_eq!(throttle.count(other, now), Ok(()));
        assert_eq!(throttle.count(one, now.plus(WINDOW)), Ok(()));
        assert_eq!(throttle.count(one, now.plus(-1)), Ok(()));
    }
}
