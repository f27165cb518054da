//! The result of a probe, schema `probe/1`: times in µs on a monotonic clock, null for what was not reached.

use crate::{InterviewId, QuestionId, RunId, UserId};
use serde::{Deserialize, Serialize};

/// The name and version of this schema, on every result.
pub const SCHEMA: &str = "probe/1";

/// One probe's result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Result {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The run's id.
    pub id: RunId,
    /// What was measured: `http`.
    pub kind: String,
    /// What was asked for.
    pub asked: Asked,
    /// For whom.
    pub who: Who,
    /// From where.
    pub vantage: Vantage,
    /// On which clock.
    pub started_at: String,
    /// Time spent waiting for a free slot; never part of a phase.
    pub queue_us: u64,
    /// One per redirect; `[0]` is the first. Redirects are not followed yet, so there is at most one.
    pub hops: Vec<Hop>,
    /// Where and why it failed, if it did.
    pub failed: Option<Failure>,
    /// Load of the probing host while it measured.
    pub skew: Skew,
    /// What the lab really injected; `None` for targets outside the lab. Never shown to the candidate.
    pub truth: Option<Truth>,
    /// The command line that repeats the probe.
    pub repro: Repro,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The target as it was typed.
    pub typed: String,
    /// The target as it was understood.
    pub target: String,
    /// HTTP method.
    pub method: String,
    /// Deadline for the whole probe, in ms.
    pub deadline_ms: u64,
}

/// For whom a probe was run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The person who started it; `None` on the command line.
    pub user: Option<UserId>,
    /// The interview it belongs to.
    pub interview: Option<InterviewId>,
    /// The question that was open.
    pub question: Option<QuestionId>,
}

/// From where a probe was run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vantage {
    /// Host name.
    pub host: String,
    /// Kernel release.
    pub kernel: String,
}

/// One request and its answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Hop {
    /// What was requested.
    pub url: String,
    /// Far address and port.
    pub remote: Option<String>,
    /// Near address and port.
    pub local: Option<String>,
    /// Times since the start of the hop, by curl's names.
    pub cum_us: Cumulative,
    /// Differences; they sum to `cum_us.total`.
    pub phase_us: Phases,
    /// Every connection attempt.
    pub attempts: Vec<Attempt>,
    /// What TLS agreed on.
    pub tls: Option<Tls>,
    /// The answer.
    pub http: Option<Http>,
    /// What the guard said.
    pub guard: Option<Guard>,
}

/// Times since the start of a hop in µs, by the names of curl's `--write-out`; null where it was not reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cumulative {
    /// The name was resolved.
    pub namelookup: Option<u64>,
    /// The connection stood.
    pub connect: Option<u64>,
    /// TLS was agreed; null without TLS.
    pub appconnect: Option<u64>,
    /// The request was handed over.
    pub pretransfer: Option<u64>,
    /// The first byte of the answer came.
    pub starttransfer: Option<u64>,
    /// The end, whatever it was.
    pub total: u64,
}

/// Differences in µs; null where the phase was not reached or does not apply.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phases {
    /// From name to address.
    pub resolve: Option<u64>,
    /// From address to connection.
    pub connect: Option<u64>,
    /// TLS handshake.
    pub tls: Option<u64>,
    /// Handing the request over.
    pub send: Option<u64>,
    /// Waiting for the first byte.
    pub processing: Option<u64>,
    /// Reading the rest.
    pub transfer: Option<u64>,
}

impl Phases {
    /// The phases in order, with their names.
    #[must_use]
    pub const fn each(&self) -> [(&'static str, Option<u64>); 6] {
        [
            ("resolve", self.resolve),
            ("connect", self.connect),
            ("tls", self.tls),
            ("send", self.send),
            ("processing", self.processing),
            ("transfer", self.transfer),
        ]
    }
}

/// One connection attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Address and port.
    pub addr: String,
    /// 4 or 6.
    pub family: u8,
    /// Since the start of the hop.
    pub start_us: u64,
    /// Since the start of the hop.
    pub end_us: u64,
    /// `connected`, `refused`, `timeout` or `unreachable`.
    pub outcome: String,
    /// The system's error number, if it gave one.
    pub errno: Option<i32>,
}

/// What TLS agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tls {
    /// `1.2` or `1.3`.
    pub version: String,
    /// Cipher suite, by its IANA name.
    pub cipher: String,
    /// Key exchange group.
    pub group: Option<String>,
    /// Protocol that ALPN chose.
    pub alpn: Option<String>,
    /// Name that was asked for.
    pub sni: String,
    /// Resumed from an earlier connection?
    pub resumed: bool,
    /// The leaf certificate first.
    pub chain: Vec<Certificate>,
}

/// One certificate; every text comes from the far side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Subject.
    pub subject: String,
    /// Issuer.
    pub issuer: String,
    /// End of validity, RFC 3339.
    pub not_after: String,
    /// SHA-256 of the DER, in hex.
    pub sha256: String,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Http {
    /// `1.1`.
    pub version: String,
    /// Status code.
    pub status: u16,
    /// Names and values as received, made safe to show.
    pub headers: Vec<(String, String)>,
    /// Bytes of the body.
    pub body_bytes: u64,
    /// Was the body cut at the limit?
    pub truncated: bool,
}

/// What the guard said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// `allow` or `refuse`.
    pub decision: String,
    /// The rule that decided.
    pub rule: String,
}

/// Where and why a probe failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// `guard`, `resolve`, `connect`, `tls`, `send`, `wait`, `transfer`, `deadline` or `internal`.
    pub phase: String,
    /// A stable word: `refused`, `timeout`, `reset`, `not-a-lab-target`, …
    pub class: String,
    /// The system's error number, if it gave one.
    pub errno: Option<i32>,
    /// One sentence.
    pub text: String,
}

/// Load of the probing host.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skew {
    /// 95th percentile of how late a 1 ms timer fired while the probe ran, in µs; `None` for too few samples.
    pub sched_lag_p95_us: Option<u64>,
    /// Probes under way, this one included.
    pub probes_in_flight: u32,
}

/// What the lab really did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Truth {
    /// Name of the fault: `none`, `slow-upstream`.
    pub fault: String,
    /// Delay that the fault stands for, in µs.
    pub asked_us: Option<u64>,
    /// Delays that the lab server measured itself while this probe ran, in µs.
    pub injected_us: Vec<u64>,
}

/// How to repeat a probe by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repro {
    /// A curl command line.
    pub curl: String,
}
