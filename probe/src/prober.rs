//! Runs probes: a few at once, each to its deadline, each to a result that says what happened.

use crate::{
    Lab, Order, Outside, clock,
    connect::{connect, only},
    dial::Dialer,
    dns,
    failure::Fault,
    goal::{Goal, Reach, Realm},
    guard, http, outcome, ping, repro,
    sheet::Sheet,
    skew::Ticker,
    target::TYPED_LIMIT,
    tcp_info,
    tls::{Client, Doubt},
    vantage, visible,
};
use domain::{
    RunId, diagnosis,
    run::{self, Asked, Hop, Kind, Repro, Skew, Truth, Vantage, Who},
};
use std::time::{Duration, Instant};
use tokio::{sync::Semaphore, time::timeout};

/// Probes that one prober runs at once; more would measure each other on a small machine.
pub const AT_ONCE: usize = 4;
/// The deadline of an HTTP probe unless there is a reason for another.
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

/// Runs probes against its lab, and against the names outside that somebody allowed.
pub struct Prober {
    reach: Reach,
    pub(crate) dialer: Dialer,
    slots: Semaphore,
    vantage: Vantage,
}

impl Prober {
    /// A prober with the targets of `lab` and no others.
    #[must_use]
    pub fn new(lab: Lab) -> Self {
        Self::with(lab, None)
    }

    /// A prober with the targets of `lab`, and with names outside if there is a way to them.
    #[must_use]
    pub fn with(lab: Lab, outside: Option<Outside>) -> Self {
        let (reach, dialer) = (Reach { lab, outside }, Dialer::default());
        Self { reach, dialer, slots: Semaphore::new(AT_ONCE), vantage: vantage::read() }
    }

    /// The lab that it probes.
    #[must_use]
    pub const fn lab(&self) -> &Lab {
        &self.reach.lab
    }

    /// Gives the lab back, to stop it.
    #[must_use]
    pub fn into_lab(self) -> Lab {
        self.reach.lab
    }

    /// How many connections to targets were begun so far.
    #[must_use]
    pub fn connects(&self) -> u64 {
        self.dialer.connects()
    }

    /// Measures one GET over TLS: [`Prober::run`] of [`Order::http`].
    pub async fn http(&self, ask: Ask, progress: impl FnMut(&run::Result) + Send) -> run::Result {
        self.run(ask, Order::http(), progress).await
    }

    /// Measures what `order` says. Whatever goes wrong is in the result's `failed`.
    ///
    /// `progress` sees the result so far after each completed phase; what it does counts into the phase that follows,
    /// so it should only pass the result on. Dropping the future ends the probe and frees all that it held.
    pub async fn run(&self, ask: Ask, order: Order, progress: impl FnMut(&run::Result) + Send) -> run::Result {
        let (deadline, order) = (ask.deadline.min(MAX_DEADLINE), order.within_limits());
        let kind = order.kind();
        let mut result = self.blank(&ask, &order, deadline);
        let goal = match self.reach.goal(kind, &ask.typed) {
            Ok(goal) => goal,
            Err(refused) => return refuse(result, refused),
        };
        result.asked.target = goal.target(kind);
        let queued = Instant::now();
        // The semaphore is never closed, so this always is a slot.
        let slot = self.slots.acquire().await;
        result.queue_us = micros(queued.elapsed());
        let before = self.in_flight();

        let ticker = Ticker::start();
        let hop = Hop { url: goal.shown(kind), ..Hop::default() };
        let mut sheet = Sheet::begin(result, hop, progress);
        match timeout(deadline, self.measure(&mut sheet, &goal, &order, ask.id)).await {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => sheet.fail(fault),
            Err(_) => sheet.fail(Fault::new("timeout", "The deadline passed before this phase was over.")),
        }
        let near = std::mem::take(&mut sheet.near);
        let mut result = sheet.finish();
        result.skew = Skew { sched_lag_p95_us: ticker.p95_us(), probes_in_flight: before.max(self.in_flight()) };
        drop(slot);
        if let Realm::Lab(target) = goal.realm {
            result.truth = Some(Truth {
                fault: target.fault().to_owned(),
                asked_us: target.delay().map(micros),
                injected_us: self.reach.lab.take_injected_us(&near),
            });
        }
        result.verdicts = diagnosis::of(std::slice::from_ref(&result));
        result.repro = repro::of(&goal, &order, &result, deadline);
        result
    }

    async fn measure<P>(&self, sheet: &mut Sheet<P>, goal: &Goal, order: &Order, run: RunId) -> Result<(), Fault>
    where
        P: FnMut(&run::Result) + Send,
    {
        match *order {
            Order::Dns { ref types } => dns::measure(sheet, goal, types).await,
            Order::Tcp { address } => {
                let addrs = only(dns::resolve(sheet, goal).await?, address)?;
                let stream = connect(sheet, &self.dialer, &addrs).await?;
                tcp_info::note(&mut sheet.hop);
                drop(stream);
                Ok(())
            }
            Order::Tls { address } => {
                let client = Client::new(goal, &[b"h2", b"http/1.1"], Doubt::GoOn)?;
                sheet.start_clock();
                let addrs = only(dns::resolve(sheet, goal).await?, address)?;
                let stream = connect(sheet, &self.dialer, &addrs).await?;
                let stream = client.shake_hands(sheet, stream).await?;
                tcp_info::note(&mut sheet.hop);
                drop(stream);
                Ok(())
            }
            Order::Ping { address, count } => {
                let [.., high, low] = run.0.into_bytes();
                ping::measure(sheet, goal, address, count, u16::from_be_bytes([high, low])).await
            }
            Order::Http { address, version, redirects } => {
                let manner = http::Manner { address, version, redirects };
                http::measure(sheet, &self.reach, &self.dialer, goal.clone(), manner).await
            }
        }
    }

    fn blank(&self, ask: &Ask, order: &Order, deadline: Duration) -> run::Result {
        run::Result {
            schema: run::SCHEMA.to_owned(),
            id: ask.id,
            kind: order.kind(),
            asked: Asked {
                typed: visible(ask.typed.as_bytes(), TYPED_LIMIT),
                target: String::new(),
                method: if order.kind() == Kind::Http { "GET" } else { "" }.to_owned(),
                deadline_ms: u64::try_from(deadline.as_millis()).unwrap_or(u64::MAX),
                options: order.options(),
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
}

/// What a refusal before anything was sent looks like.
fn refuse(mut result: run::Result, refused: Fault) -> run::Result {
    result.hops = vec![Hop { guard: Some(guard::refuse(refused.class)), ..Hop::default() }];
    result.failed = Some(refused.at(outcome::GUARD));
    result
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
