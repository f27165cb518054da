//! What the lab's servers did, in their own measurement.

use domain::RunId;
use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// Delays that are kept. Most are taken by the probe that caused them; those of a probe that was cancelled are not,
/// and leave when newer ones push them out.
const KEPT: usize = 1_024;

/// The servers' common log, of bounded size.
#[derive(Default)]
pub(super) struct Log {
    connections: AtomicU64,
    injected: Mutex<VecDeque<(RunId, u64)>>,
}

impl Log {
    /// A server accepted a connection.
    pub fn connected(&self) {
        self.connections.fetch_add(1, Ordering::Relaxed);
    }

    /// How many connections were accepted.
    pub fn connections(&self) -> u64 {
        self.connections.load(Ordering::Relaxed)
    }

    /// A server really waited for `delay` on a request of `run`.
    pub fn injected(&self, run: RunId, delay: Duration) {
        let mut injected = self.lock();
        if injected.len() == KEPT {
            injected.pop_front();
        }
        injected.push_back((run, u64::try_from(delay.as_micros()).unwrap_or(u64::MAX)));
    }

    /// Takes out the delays of `run`, in µs, the earliest first.
    pub fn take(&self, run: RunId) -> Vec<u64> {
        let mut injected = self.lock();
        let taken = injected.iter().filter(|(of, _)| *of == run).map(|(_, us)| *us).collect();
        injected.retain(|(of, _)| *of != run);
        taken
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<(RunId, u64)>> {
        self.injected.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(n: usize) -> RunId {
        format!("00000000-0000-4000-8000-{n:012}").parse().unwrap()
    }

    #[test]
    fn a_run_takes_its_own_delays_once() {
        let log = Log::default();
        for (n, ms) in [(1, 5), (2, 7), (1, 6)] {
            log.injected(run(n), Duration::from_millis(ms));
        }
        assert_eq!(log.take(run(1)), [5_000, 6_000]);
        assert_eq!(log.take(run(1)), [0; 0]);
        assert_eq!(log.take(run(2)), [7_000]);
    }

    #[test]
    fn the_log_forgets_the_oldest() {
        let log = Log::default();
        for n in 0..=KEPT {
            log.injected(run(n), Duration::from_millis(1));
        }
        assert_eq!(log.lock().len(), KEPT);
        assert_eq!(log.take(run(0)), [0; 0]);
        assert_eq!(log.take(run(KEPT)), [1_000]);
    }
}
