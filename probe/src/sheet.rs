//! A result under way: it knows the phase in which the probe stands and keeps its times adding up.
//!
//! A completed phase has both its difference and its point in time. The phase that failed has the difference only, so
//! that the differences always sum to the total and a chart shows where the time went; later phases have neither.

use crate::{certificate, failure::Fault, outcome};
use domain::run::{self, Failure, Hop};
use rustls::pki_types::CertificateDer;
use std::time::Instant;

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
    result: run::Result,
    start: Instant,
    phase: Phase,
    progress: P,
}

impl<P: FnMut(&run::Result)> Sheet<P> {
    /// Starts the clock on `result`, which has no hops yet, with the first of them.
    pub fn begin(result: run::Result, hop: Hop, progress: P) -> Self {
        Self { hop, chain: Vec::new(), result, start: Instant::now(), phase: Phase::Resolve, progress }
    }

    /// µs since the start of the hop.
    pub fn elapsed_us(&self) -> u64 {
        self.micros(Instant::now())
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
        self.result.hops.clear();
        self.result.hops.push(self.hop.clone());
        (self.progress)(&self.result);
    }

    /// The phase under way failed now.
    pub fn fail(&mut self, fault: Fault) {
        let total = self.spend(Instant::now());
        if self.phase == Phase::Connect
            && let Some(attempt) = self.hop.attempts.last_mut()
        {
            // The deadline may have come before the attempt could note its end.
            attempt.end_us = total;
        }
        let phase = if fault.refused { outcome::GUARD } else { self.phase.when_failed() }.to_owned();
        self.result.failed =
            Some(Failure { phase, class: fault.class.to_owned(), errno: fault.errno, text: fault.text });
    }

    /// The result, with the hop as it now is.
    pub fn finish(mut self) -> run::Result {
        if let Some(tls) = &mut self.hop.tls {
            tls.chain = self.chain.iter().map(certificate::read).collect();
        }
        self.result.hops = vec![self.hop];
        self.result
    }

    /// Moves the total to `at`, gives the difference to the phase under way and returns the total.
    fn spend(&mut self, at: Instant) -> u64 {
        let before = self.hop.cum_us.total;
        // A mark may lie before the one ahead of it: a server may answer before it was asked.
        let total = self.micros(at).max(before);
        self.hop.cum_us.total = total;
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

    fn micros(&self, at: Instant) -> u64 {
        u64::try_from(at.saturating_duration_since(self.start).as_micros()).unwrap_or(u64::MAX)
    }
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

    /// The word of [`Failure::phase`].
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
