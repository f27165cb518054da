//! Runs probes: a few at once, each to its deadline, each to a result that says what happened.

use crate::{
    Lab, Refused, Target, clock, failure::Fault, http, outcome, sheet::Sheet, skew::Ticker, target::TYPED_LIMIT,
    vantage, visible,
};
use domain::{
    RunId,
    run::{self, Asked, Failure, Guard, Hop, Repro, Skew, Truth, Vantage, Who},
};
use std::time::{Duration, Instant};
use tokio::{sync::Semaphore, time::timeout};

/// HTTP probes that one prober runs at once; more would measure each other on a small machine.
pub const AT_ONCE: usize = 4;
/// The deadline to ask for unless there is a reason for another.
pub const DEFAULT_DEADLINE: Duration = Duration::from_secs(10);
/// The longest deadline; a longer one is cut to it.
pub const MAX_DEADLINE: Duration = Duration::from_secs(30);

/// What to measure.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The id under which the result is known; no two probes may share one.
    pub id: RunId,
    /// The target, as a person typed it.
    pub typed: String,
    /// For whom.
    pub who: Who,
    /// The time for all phases together, without the wait for a free slot.
    pub deadline: Duration,
}

/// Runs probes against its lab.
pub struct Prober {
    lab: Lab,
    slots: Semaphore,
    vantage: Vantage,
}

impl Prober {
    /// A prober with the targets of `lab`.
    #[must_use]
    pub fn new(lab: Lab) -> Self {
        Self { lab, slots: Semaphore::new(AT_ONCE), vantage: vantage::read() }
    }

    /// The lab that it probes.
    #[must_use]
    pub const fn lab(&self) -> &Lab {
        &self.lab
    }

    /// Gives the lab back, to stop it.
    #[must_use]
    pub fn into_lab(self) -> Lab {
        self.lab
    }

    /// Measures one GET over TLS. Whatever goes wrong is in the result's `failed`.
    ///
    /// `progress` sees the result so far after each completed phase; what it does counts into the phase that follows,
    /// so it should only pass the result on. Dropping the future ends the probe and frees all that it held.
    pub async fn http(&self, ask: Ask, progress: impl FnMut(&run::Result) + Send) -> run::Result {
        let deadline = ask.deadline.min(MAX_DEADLINE);
        let target = match ask.typed.parse::<Target>() {
            Ok(target) => target,
            Err(refused) => return self.refuse(&ask, deadline, &refused),
        };
        let queued = Instant::now();
        // The semaphore is never closed, so this always is a slot.
        let slot = self.slots.acquire().await;
        let mut result = self.blank(&ask, target.name(), deadline);
        result.queue_us = micros(queued.elapsed());
        let before = self.in_flight();

        let ticker = Ticker::start();
        let hop = Hop { url: format!("https://{}/", target.host()), ..Hop::default() };
        let mut sheet = Sheet::begin(result, hop, progress);
        let measured = timeout(deadline, http::measure(&mut sheet, &self.lab, target, ask.id)).await;
        match measured {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => sheet.fail(fault),
            Err(_) => sheet.fail(Fault::new("timeout", "The deadline passed before this phase was over.")),
        }
        let mut result = sheet.finish();
        result.skew = Skew { sched_lag_p95_us: ticker.p95_us(), probes_in_flight: before.max(self.in_flight()) };
        drop(slot);
        result.truth = Some(self.truth(target, ask.id));
        result.repro = self.repro(target, deadline);
        result
    }

    fn refuse(&self, ask: &Ask, deadline: Duration, refused: &Refused) -> run::Result {
        let guard = Guard { decision: "refuse".to_owned(), rule: Refused::CLASS.to_owned(), checked: Vec::new() };
        let mut result = self.blank(ask, "", deadline);
        result.hops = vec![Hop { guard: Some(guard), ..Hop::default() }];
        result.failed = Some(Failure {
            phase: outcome::GUARD.to_owned(),
            class: Refused::CLASS.to_owned(),
            errno: None,
            text: refused.to_string(),
        });
        result
    }

    fn blank(&self, ask: &Ask, target: &str, deadline: Duration) -> run::Result {
        run::Result {
            schema: run::SCHEMA.to_owned(),
            id: ask.id,
            kind: run::Kind::Http,
            asked: Asked {
                typed: visible(ask.typed.as_bytes(), TYPED_LIMIT),
                target: target.to_owned(),
                method: "GET".to_owned(),
                deadline_ms: u64::try_from(deadline.as_millis()).unwrap_or(u64::MAX),
                options: run::Options::default(),
            },
            who: ask.who.clone(),
            vantage: self.vantage.clone(),
            started_at: clock::now(),
            queue_us: 0,
            hops: Vec::new(),
            totals: None,
            failed: None,
            skew: Skew::default(),
            verdicts: Vec::new(),
            truth: None,
            repro: Repro::default(),
        }
    }

    fn in_flight(&self) -> u32 {
        u32::try_from(AT_ONCE.saturating_sub(self.slots.available_permits())).unwrap_or(u32::MAX)
    }

    fn truth(&self, target: Target, run: RunId) -> Truth {
        Truth {
            fault: target.fault().to_owned(),
            asked_us: target.delay().map(micros),
            injected_us: self.lab.take_injected_us(run),
        }
    }

    /// The curl line that measures the same. It may not check the certificate: the lab's CA is known to us alone.
    fn repro(&self, target: Target, deadline: Duration) -> Repro {
        let Some(addr) = self.lab.lookup(target.host()) else { return Repro::default() };
        let (host, port, ip, seconds) = (target.host(), addr.port(), addr.ip(), deadline.as_secs_f64());
        let curl = format!(
            "curl -q -sS -o /dev/null --noproxy '*' --insecure --http1.1 --max-time {seconds} \
             --resolve {host}:{port}:{ip} -w 'namelookup %{{time_namelookup}} connect %{{time_connect}} \
             appconnect %{{time_appconnect}} pretransfer %{{time_pretransfer}} starttransfer %{{time_starttransfer}} \
             total %{{time_total}}\\n' {}",
            http::url(host, addr)
        );
        Repro { curl, ..Repro::default() }
    }
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
