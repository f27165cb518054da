//! A connection pool under load: who is served, who waits, who gives up; and whether all pools together fit the database.
//!
//! A pool hands out at most `size + overflow` connections. A request that finds none waits in order of arrival until one
//! is returned or its patience ends (the semantics of SQLAlchemy's `QueuePool`: `pool_size`, `max_overflow`, `timeout`).

use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BinaryHeap};

/// Longest run that is simulated, in requests; the page's fields are bounded by it.
pub const MOST_REQUESTS: u32 = 2_000;

/// One process's pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Connections that are kept.
    pub size: u32,
    /// Connections that may be opened beyond those.
    pub overflow: u32,
    /// How long a request waits for a free connection, in ms.
    pub patience_ms: u32,
}

/// What comes at the pool: `requests` evenly spread over `window_ms`, each holding a connection for `hold_ms`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// How many requests.
    pub requests: u32,
    /// Over how long they arrive, in ms; 0: all at once.
    pub window_ms: u32,
    /// How long each holds its connection, in ms.
    pub hold_ms: u32,
}

/// What became of the load.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Waits of the requests that were served, in ms, in order of arrival.
    pub waits_ms: Vec<u32>,
    /// Requests whose patience ended.
    pub gave_up: u32,
    /// Most connections in use at one time.
    pub most_in_use: u32,
}

/// Plays the load against the pool.
#[must_use]
pub fn play(pool: Pool, load: Load) -> Outcome {
    let limit = (pool.size + pool.overflow) as usize;
    let requests = load.requests.min(MOST_REQUESTS);
    let mut outcome = Outcome::default();
    // Times at which connections in use come back, the earliest on top.
    let mut busy_until: BinaryHeap<Reverse<u64>> = BinaryHeap::new();
    for number in 0..requests {
        let at = u64::from(number) * u64::from(load.window_ms) / u64::from(requests);
        while busy_until.peek().is_some_and(|Reverse(until)| *until <= at) {
            busy_until.pop();
        }
        // Served in order of arrival, so the next free connection is the one that comes back first.
        let start = match busy_until.peek() {
            Some(Reverse(until)) if busy_until.len() >= limit => *until,
            _ if limit == 0 => u64::MAX,
            _ => at,
        };
        let wait = start.saturating_sub(at);
        if wait > u64::from(pool.patience_ms) {
            outcome.gave_up += 1;
            continue;
        }
        if start > at {
            busy_until.pop();
        }
        busy_until.push(Reverse(start + u64::from(load.hold_ms)));
        outcome.most_in_use = outcome.most_in_use.max(u32::try_from(busy_until.len()).unwrap_or(u32::MAX));
        outcome.waits_ms.push(u32::try_from(wait).unwrap_or(u32::MAX));
    }
    outcome
}

/// The connections that all pools may open together, against what the database accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Pods × processes × (size + overflow).
    pub wanted: u32,
    /// `max_connections` without the reserved ones (PostgreSQL: `superuser_reserved_connections`, 3 by default).
    pub accepted: u32,
}

impl Budget {
    /// The budget of a deployment.
    #[must_use]
    pub const fn of(pods: u32, processes: u32, pool: Pool, max_connections: u32, reserved: u32) -> Self {
        let wanted = pods.saturating_mul(processes).saturating_mul(pool.size.saturating_add(pool.overflow));
        Self { wanted, accepted: max_connections.saturating_sub(reserved) }
    }

    /// Do all pools fit?
    #[must_use]
    pub const fn fits(self) -> bool {
        self.wanted <= self.accepted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DEFAULT: Pool = Pool { size: 5, overflow: 10, patience_ms: 1_000 };

    #[test]
    fn forty_long_queries_on_fifteen_connections() {
        // Measured on SQLAlchemy: pool 15, timeout 1 s, 40 concurrent queries of 2 s: 15 served, 25 errors.
        let outcome = play(DEFAULT, Load { requests: 40, window_ms: 0, hold_ms: 2_000 });
        assert_eq!((outcome.waits_ms.len(), outcome.gave_up, outcome.most_in_use), (15, 25, 15));
    }

    #[test]
    fn six_pods_fit_a_hundred_connections_and_seven_do_not() {
        assert_eq!(Budget::of(6, 1, DEFAULT, 100, 3), Budget { wanted: 90, accepted: 97 });
        assert!(Budget::of(6, 1, DEFAULT, 100, 3).fits());
        assert!(!Budget::of(7, 1, DEFAULT, 100, 3).fits());
        assert!(!Budget::of(500, 1, Pool { size: 1, overflow: 0, ..DEFAULT }, 100, 3).fits());
    }

    #[test]
    fn little_s_law_holds_in_the_steady_state() {
        // 100 requests a second, each holding 50 ms: 5 in use on average, so 5 connections are just enough.
        let pool = Pool { size: 5, overflow: 0, patience_ms: 0 };
        let outcome = play(pool, Load { requests: 1_000, window_ms: 10_000, hold_ms: 50 });
        assert_eq!((outcome.gave_up, outcome.most_in_use), (0, 5));
        let short = play(Pool { size: 4, ..pool }, Load { requests: 1_000, window_ms: 10_000, hold_ms: 50 });
        assert!(short.gave_up > 150, "{}", short.gave_up);
    }

    proptest! {
        #[test]
        fn nobody_is_lost_and_the_limit_holds(
            size in 0_u32..20, overflow in 0_u32..20, patience_ms in 0_u32..5_000,
            requests in 0_u32..300, window_ms in 0_u32..10_000, hold_ms in 0_u32..3_000,
        ) {
            let outcome = play(Pool { size, overflow, patience_ms }, Load { requests, window_ms, hold_ms });
            prop_assert_eq!(outcome.waits_ms.len() as u32 + outcome.gave_up, requests);
            prop_assert!(outcome.most_in_use <= size + overflow);
            prop_assert!(outcome.waits_ms.iter().all(|wait| *wait <= patience_ms));
        }
    }
}
