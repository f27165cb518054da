//! What the lab's servers did, in their own measurement.

use std::{
    collections::VecDeque,
    net::SocketAddr,
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
    injected: Mutex<VecDeque<(SocketAddr, u64)>>,
}

impl Log {
    /// A server accepted a connection from `near`. What an earlier client at the same port left behind is not its own.
    pub fn connected(&self, near: SocketAddr) {
        self.lock().retain(|(of, _)| *of != near);
        self.connections.fetch_add(1, Ordering::Relaxed);
    }

    /// How many connections were accepted.
    pub fn connections(&self) -> u64 {
        self.connections.load(Ordering::Relaxed)
    }

    /// A server really waited for `delay` on the client at `near`.
    pub fn injected(&self, near: SocketAddr, delay: Duration) {
        let mut injected = self.lock();
        if injected.len() == KEPT {
            injected.pop_front();
        }
        injected.push_back((near, u64::try_from(delay.as_micros()).unwrap_or(u64::MAX)));
    }

    /// Takes out the delays of the clients at `near`, in µs, the earliest first.
    pub fn take(&self, near: &[SocketAddr]) -> Vec<u64> {
        let mut injected = self.lock();
        let taken = injected.iter().filter(|(of, _)| near.contains(of)).map(|(_, us)| *us).collect();
        injected.retain(|(of, _)| !near.contains(of));
        taken
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<(SocketAddr, u64)>> {
        self.injected.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(port: usize) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], u16::try_from(port).unwrap()))
    }

    #[test]
    fn a_client_takes_its_own_delays_once() {
        let log = Log::default();
        for (port, ms) in [(1, 5), (2, 7), (1, 6), (3, 8)] {
            log.injected(near(port), Duration::from_millis(ms));
        }
        assert_eq!(log.take(&[near(1), near(3)]), [5_000, 6_000, 8_000]);
        assert_eq!(log.take(&[near(1)]), [0; 0]);
        log.connected(near(2));
        assert_eq!(log.take(&[near(2)]), [0; 0], "of an earlier client at that port");
    }

    #[test]
    fn the_log_forgets_the_oldest() {
        let log = Log::default();
        for port in 0..=KEPT {
            log.injected(near(port), Duration::from_millis(1));
        }
        assert_eq!(log.lock().len(), KEPT);
        assert_eq!(log.take(&[near(0)]), [0; 0]);
        assert_eq!(log.take(&[near(KEPT)]), [1_000]);
    }
}
