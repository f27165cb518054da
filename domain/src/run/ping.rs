//! Echo requests and their replies.

use serde::{Deserialize, Serialize};

/// A series of echo requests to one address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ping {
    /// The address that was asked.
    pub addr: String,
    /// Bytes of each request after its head.
    pub payload_bytes: usize,
    /// One per request, in the order of sending.
    pub samples: Vec<Echo>,
    /// The round trips together; `None` when no reply came.
    pub trips: Option<Trips>,
}

/// One echo request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Echo {
    /// Its number in the series, from 0.
    pub seq: u16,
    /// When it was sent, in µs since the series began.
    pub at_us: u64,
    /// When its reply came, in µs since it was sent; `None` when none came in time.
    pub rtt_us: Option<u64>,
}

/// Round trips of a series, in µs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trips {
    /// The shortest.
    pub min: u64,
    /// The mean.
    pub avg: u64,
    /// The longest.
    pub max: u64,
    /// The median, by nearest rank.
    pub p50: u64,
    /// The 95th percentile, by nearest rank.
    pub p95: u64,
    /// The mean difference of neighbours, whatever its sign; 0 for a single one.
    pub jitter: u64,
}

impl Ping {
    /// Requests without a reply.
    #[must_use]
    pub fn lost(&self) -> usize {
        self.samples.iter().filter(|it| it.rtt_us.is_none()).count()
    }
}

impl Trips {
    /// The figures of `samples`; `None` when no reply came.
    #[must_use]
    pub fn of(samples: &[Echo]) -> Option<Self> {
        let trips: Vec<u64> = samples.iter().filter_map(|it| it.rtt_us).collect();
        let mut sorted = trips.clone();
        sorted.sort_unstable();
        let rank = |percent: usize| sorted.get((sorted.len() * percent).div_ceil(100).checked_sub(1)?).copied();
        let differences: Vec<u64> = trips.windows(2).map(|pair| pair[0].abs_diff(pair[1])).collect();
        Some(Self {
            min: *sorted.first()?,
            avg: mean(&trips),
            max: *sorted.last()?,
            p50: rank(50)?,
            p95: rank(95)?,
            jitter: mean(&differences),
        })
    }
}

fn mean(values: &[u64]) -> u64 {
    let sum = values.iter().fold(0, |sum: u64, it| sum.saturating_add(*it));
    u64::try_from(values.len()).ok().and_then(|n| sum.checked_div(n)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(trips: &[Option<u64>]) -> Vec<Echo> {
        let echo =
            |(n, rtt_us): (usize, &Option<u64>)| Echo { seq: u16::try_from(n).unwrap(), at_us: 0, rtt_us: *rtt_us };
        trips.iter().enumerate().map(echo).collect()
    }

    #[test]
    fn figures_are_of_the_replies_alone() {
        let trips = Trips::of(&series(&[Some(10), None, Some(30), Some(20)]));
        assert_eq!(trips, Some(Trips { min: 10, avg: 20, max: 30, p50: 20, p95: 30, jitter: 15 }));
        assert_eq!(Trips::of(&series(&[None])), None);
        assert_eq!(Trips::of(&series(&[Some(7)])).unwrap().jitter, 0);
    }

    proptest! {
        #[test]
        fn figures_are_in_order(trips in proptest::collection::vec(proptest::option::of(0u64..10_000_000), 1..17)) {
            if let Some(it) = Trips::of(&series(&trips)) {
                prop_assert!(it.min <= it.p50 && it.p50 <= it.p95 && it.p95 <= it.max);
                prop_assert!(it.min <= it.avg && it.avg <= it.max && it.jitter <= it.max - it.min);
            }
        }
    }
}
