//! A result under way: it knows the phase in which the probe stands and keeps its times adding up.
//!
//! A completed phase has both its difference and its point in time. The phase that failed has the difference only, so
//! that the differences always sum to the total and a chart shows where the time went; later phases have neither.

use crate::{certificate, connect, dns, failure::Fault, guard, outcome};
use domain::run::{self, Hop, Totals};
use rustls::pki_types::CertificateDer;
use std::{net::SocketAddr, time::Instant};

/// A phase of a hop, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    Resolve,
    Connect,
    Tls,
    Send,
    Processing,
    Transfer,
}

/// A result under way, shown to `progress` after every completed phase.
pub(crate) struct Sheet<P> {
    /// The hop under way. Times are written by the sheet alone.
    pub hop: Hop,
    /// The far side's certificates, read only when the clock stands: that takes longer than some phases.
    pub chain: Vec<CertificateDer<'static>>,
    /// Our ends of everything that was opened; the lab knows us by them.
    pub near: Vec<SocketAddr>,
    result: run::Result,
    /// Hops that are over; the result may also show the one under way.
    over: Vec<(Hop, Vec<CertificateDer<'static>>)>,
    began: Instant,
    start: Instant,
    wall_us: u64,
    phase: Phase,
    progress: P,
}

impl<P: FnMut(&run::Result)> Sheet<P> {
    /// Starts the clock on `result`, which has no hops yet, with the first of them.
    pub fn begin(result: run::Result, hop: Hop, progress: P) -> Self {
        let now = Instant::now();
        Self {
            hop,
            chain: Vec::new(),
            near: Vec::new(),
            result,
            over: Vec::new(),
            began: now,
            start: now,
            wall_us: 0,
            phase: Phase::Resolve,
            progress,
        }
    }

    /// The hop under way is over; the clock starts again with `hop`.
    pub fn next_hop(&mut self, hop: Hop) {
        let hop = std::mem::replace(&mut self.hop, hop);
        self.over.push((hop, std::mem::take(&mut self.chain)));
        self.phase = Phase::Resolve;
        self.start = Instant::now();
    }

    /// Starts the clock of the hop under way anew: what was prepared until now is not measured.
    pub fn start_clock(&mut self) {
        self.start = Instant::now();
        if self.over.is_empty() {
            self.began = self.start;
        }
    }

    /// µs since the start of the hop.
    pub fn elapsed_us(&self) -> u64 {
        micros(self.start, Instant::now())
    }

    /// What lies before `phase` does not apply to this hop.
    pub const fn skip_to(&mut self, phase: Phase) {
        self.phase = phase;
    }

    /// The phase under way was completed at `at`.
    pub fn reached(&mut self, at: Instant) {
        let total = self.spend(at);
        let cum = &mut self.hop.cum_us;
        match self.phase {
            Phase::Resolve => cum.namelookup = Some(total),
            Phase::Connect => cum.connect = Some(total),
            Phase::Tls => cum.appconnect = Some(total),
            Phase::Send => cum.pretransfer = Some(total),
            Phase::Processing => cum.starttransfer = Some(total),
            // curl has no name for the end of the transfer but the total.
            Phase::Transfer => {}
        }
        self.phase = self.phase.next();
        self.result.hops.truncate(self.over.len());
        self.result.hops.extend(self.over.iter().skip(self.result.hops.len()).map(|(hop, _)| hop.clone()));
        self.result.hops.push(self.hop.clone());
        (self.progress)(&self.result);
    }

    /// The phase under way failed now.
    pub fn fail(&mut self, fault: Fault) {
        let total = self.spend(Instant::now());
        match self.phase {
            Phase::Resolve => self.drop_queries(total),
            // The deadline may have come before an attempt could note its end.
            Phase::Connect => connect::end_open(&mut self.hop.attempts, total),
            _ => {}
        }
        let phase = if fault.refused {
            self.hop.guard = Some(guard::refuse(fault.class));
            outcome::GUARD
        } else {
            self.phase.when_failed()
        };
        self.result.failed = Some(fault.at(phase));
    }

    /// Nobody waits any more for the queries that are still open `now`, in µs since the start of the hop.
    pub fn drop_queries(&mut self, now: u64) {
        let queries = self.hop.dns.iter_mut().flat_map(|dns| &mut dns.queries);
        for query in queries.filter(|it| it.us == 0 && it.failed.as_deref() == Some(dns::OPEN)) {
            query.us = now.saturating_sub(query.start_us);
        }
    }

    /// The result, with the hop as it now is.
    pub fn finish(mut self) -> run::Result {
        self.over.push((self.hop, self.chain));
        let hops = self.over.into_iter().map(|(mut hop, chain)| {
            if let Some(tls) = &mut hop.tls {
                tls.chain = chain.iter().map(certificate::read).collect();
            }
            hop
        });
        self.result.hops = hops.collect();
        self.result.totals = Some(Totals::of(&self.result.hops, self.wall_us));
        self.result
    }

    /// Moves the total to `at`, gives the difference to the phase under way and returns the total.
    fn spend(&mut self, at: Instant) -> u64 {
        let before = self.hop.cum_us.total;
        // A mark may lie before the one ahead of it: a server may answer before it was asked.
        let total = micros(self.start, at).max(before);
        self.hop.cum_us.total = total;
        self.wall_us = micros(self.began, self.start).saturating_add(total);
        let phases = &mut self.hop.phase_us;
        let phase = match self.phase {
            Phase::Resolve => &mut phases.resolve,
            Phase::Connect => &mut phases.connect,
            Phase::Tls => &mut phases.tls,
            Phase::Send => &mut phases.send,
            Phase::Processing => &mut phases.processing,
            Phase::Transfer => &mut phases.transfer,
        };
        *phase = Some(total - before);
        total
    }
}

fn micros(from: Instant, to: Instant) -> u64 {
    u64::try_from(to.saturating_duration_since(from).as_micros()).unwrap_or(u64::MAX)
}

impl Phase {
    const fn next(self) -> Self {
        match self {
            Self::Resolve => Self::Connect,
            Self::Connect => Self::Tls,
            Self::Tls => Self::Send,
            Self::Send => Self::Processing,
            Self::Processing | Self::Transfer => Self::Transfer,
        }
    }

    /// The word of [`run::Failure::phase`].
    const fn when_failed(self) -> &'static str {
        match self {
            Self::Resolve => "resolve",
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Send => "send",
            Self::Processing => "wait",
            Self::Transfer => "transfer",
        }
    }
}

#[cfg(test)]
#[path = "sheet_test.rs"]
mod tests;
