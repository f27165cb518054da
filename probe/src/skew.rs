//! How busy the probing host was while it measured: a timer that should fire every millisecond, and how late it was.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::task::AbortOnDropHandle;

const TICK: Duration = Duration::from_millis(1);

/// Fewer samples than this have no 95th percentile.
const ENOUGH: usize = 20;

/// A running timer; dropping it ends its task. It keeps 4 bytes per millisecond, so the probe's deadline bounds it.
pub(crate) struct Ticker {
    late_us: Arc<Mutex<Vec<u32>>>,
    _task: AbortOnDropHandle<()>,
}

impl Ticker {
    /// Starts to tick, on a task of its own: the probe's must not be woken for it.
    pub fn start() -> Self {
        let late_us = Arc::new(Mutex::new(Vec::new()));
        let samples = Arc::clone(&late_us);
        let task = tokio::spawn(async move {
            let mut ticks = interval(TICK);
            // A stall of 100 ms delays 100 ticks; leaving them out would hide it behind one late sample.
            ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
            loop {
                let late = ticks.tick().await.elapsed();
                let late = u32::try_from(late.as_micros()).unwrap_or(u32::MAX);
                samples.lock().unwrap_or_else(PoisonError::into_inner).push(late);
            }
        });
        Self { late_us, _task: AbortOnDropHandle::new(task) }
    }

    /// The 95th percentile of the lateness so far, in µs; `None` for fewer than 20 samples.
    ///
    /// An idle host shows up to about 1,000 µs: tokio's timer rounds up to whole milliseconds.
    pub fn p95_us(&self) -> Option<u64> {
        let mut late = self.late_us.lock().unwrap_or_else(PoisonError::into_inner).clone();
        percentile_95(&mut late).map(u64::from)
    }
}

fn percentile_95(samples: &mut [u32]) -> Option<u32> {
    if samples.len() < ENOUGH {
        return None;
    }
    let rank = (samples.len() * 95).div_ceil(100) - 1;
    Some(*samples.select_nth_unstable(rank).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_percentile_is_the_nearest_rank() {
        let mut samples: Vec<u32> = (1..=100).rev().collect();
        assert_eq!(percentile_95(&mut samples), Some(95));
        assert_eq!(percentile_95(&mut samples[..19]), None);
    }
}
