//! The result of a probe, schema `probe/1`: times in µs on a monotonic clock, null for what was not reached.
//!
//! The schema grows by fields that may be absent, so that a result which was stored before them can still be read.

mod dns;
mod hop;
mod kind;
mod ping;
mod tls;
mod totals;
mod verdict;

pub use dns::{Answer, Dns, Query};
pub use hop::{Attempt, Cumulative, Guard, Hop, Http, Phases, TcpInfo};
pub use kind::{HttpVersion, Kind, RecordType, Transport};
pub use ping::{Echo, Ping, Trips};
pub use tls::{Certificate, Tls, Verify};
pub use totals::Totals;
pub use verdict::{Confidence, Unit, Verdict};

use crate::{InterviewId, QuestionId, RunId, UserId};
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// The name and version of this schema, on every result.
pub const SCHEMA: &str = "probe/1";

/// One probe's result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Result {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The run's id.
    pub id: RunId,
    /// What was measured.
    pub kind: Kind,
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
    /// One, and one more for each redirect that was followed; `[0]` is the first.
    pub hops: Vec<Hop>,
    /// The hops together; `None` while the probe is under way, and in results older than this field.
    #[serde(default)]
    pub totals: Option<Totals>,
    /// Where and why it failed, if it did.
    pub failed: Option<Failure>,
    /// Load of the probing host while it measured.
    pub skew: Skew,
    /// What the figures say.
    #[serde(default)]
    pub verdicts: Vec<Verdict>,
    /// What the lab really injected; `None` for targets outside the lab. Never shown to the candidate.
    pub truth: Option<Truth>,
    /// The command line that repeats the probe.
    pub repro: Repro,
}

/// What was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The target as it was typed.
    pub typed: String,
    /// The target as it was understood.
    pub target: String,
    /// HTTP method; empty for the other kinds.
    pub method: String,
    /// Deadline for the whole probe, in ms.
    pub deadline_ms: u64,
    /// What was asked for besides.
    #[serde(default)]
    pub options: Options,
}

/// What a kind of probe can be asked for; empty where it has no such option, and where the usual was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Types of records, for DNS.
    pub types: Vec<RecordType>,
    /// The one address to connect to; `None` races them as browsers do (RFC 8305).
    pub address: Option<IpAddr>,
    /// Version of HTTP.
    pub http: Option<HttpVersion>,
    /// Redirects to follow.
    pub redirects: u8,
    /// Echo requests to send.
    pub count: u16,
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
    /// A curl command line; empty for kinds that curl does not know.
    pub curl: String,
    /// A dig command line.
    #[serde(default)]
    pub dig: String,
    /// An openssl command line.
    #[serde(default)]
    pub openssl: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the first version wrote it, with an HTTP probe and nothing else.
    #[test]
    fn a_result_of_the_first_version_is_still_read() {
        let read: Result = serde_json::from_str(include_str!("run/stored.json")).unwrap();
        assert_eq!((read.kind, read.hops[0].phase_us.tls), (Kind::Http, Some(1_410)));
        assert_eq!((read.asked.options, read.totals, read.verdicts), (Options::default(), None, Vec::new()));
        assert_eq!((&read.hops[0].dns, &read.hops[0].tls.as_ref().unwrap().verify), (&None, &None));
    }

    #[test]
    fn a_kind_that_is_not_there_is_an_error() {
        assert!("gopher".parse::<Kind>().is_err());
        let other = include_str!("run/stored.json").replace("\"kind\": \"http\"", "\"kind\": \"gopher\"");
        assert!(serde_json::from_str::<Result>(&other).is_err());
    }
}
