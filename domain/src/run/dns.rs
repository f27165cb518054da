//! What was asked of a name server, query by query.

use super::{RecordType, Transport};
use serde::{Deserialize, Serialize};

/// All queries for one name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dns {
    /// Address and port of the name server.
    pub server: String,
    /// In the order in which they were sent. None is ever answered from a cache of ours.
    pub queries: Vec<Query>,
}

/// One message to a name server and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// The name that was asked for, with its final dot.
    pub name: String,
    /// The type that was asked for.
    #[serde(rename = "type")]
    pub record: RecordType,
    /// What carried it.
    pub proto: Transport,
    /// Was it asked again over TCP because the answer over UDP was cut?
    pub tc_retry: bool,
    /// Since the start of the hop.
    pub start_us: u64,
    /// From sending to the answer, to the failure, or to when nobody waited for it any more.
    pub us: u64,
    /// `NOERROR`, `NXDOMAIN`, `SERVFAIL`, …; `None` when no answer came.
    pub rcode: Option<String>,
    /// Flags of the answer that were set: `aa`, `tc`, `rd`, `ra`, `ad`, `cd`.
    pub flags: Vec<String>,
    /// Records of the answer section, made safe to show.
    pub answers: Vec<Answer>,
    /// Messages that came meanwhile and were no answer to this query: another id or another question.
    pub strays: u32,
    /// Why no answer came: a word of [`Failure::class`](super::Failure), or `dropped` when nobody waited for it any more.
    pub failed: Option<String>,
}

/// One record; every text comes from the far side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whose record it is.
    pub name: String,
    /// Its type: `A`, `CNAME`, …
    #[serde(rename = "type")]
    pub record: String,
    /// Seconds that it may be kept.
    pub ttl: u32,
    /// What it says, as in a zone file.
    pub data: String,
}
