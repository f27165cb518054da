//! One request, or one connection, and what came of it.

use super::{Dns, Ping, Tls};
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// One request and its answer, or as much of that as the kind has.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Hop {
    /// What was requested: a URL, or `name:port`, or a name.
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
    /// Every query for the name; `None` in results older than this field.
    #[serde(default)]
    pub dns: Option<Dns>,
    /// What TLS agreed on.
    pub tls: Option<Tls>,
    /// The answer.
    pub http: Option<Http>,
    /// Echo requests; `None` in other kinds, and in results older than this field.
    #[serde(default)]
    pub ping: Option<Ping>,
    /// What the system knows of the connection, read at its end; `None` where the system does not tell, and in results
    /// older than this field.
    #[serde(default)]
    pub tcp_info: Option<TcpInfo>,
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
    /// `connected`, `refused`, `timeout`, `unreachable`, `lost-race`, or another word of [`Failure::class`](super::Failure).
    pub outcome: String,
    /// The system's error number, if it gave one.
    pub errno: Option<i32>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Http {
    /// `1.0`, `1.1` or `2`.
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
    /// The addresses that it looked at, before anything was sent to any of them.
    #[serde(default)]
    pub checked: Vec<IpAddr>,
}

/// What the system knows of a TCP connection: a part of Linux's `tcp_info`, by its names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TcpInfo {
    /// Smoothed round trip, in µs.
    pub rtt_us: u32,
    /// How much it varies, in µs.
    pub rttvar_us: u32,
    /// The shortest round trip, in µs.
    pub min_rtt_us: u32,
    /// Segments sent again and not yet acknowledged.
    pub retrans: u32,
    /// Segments sent again since the start.
    pub total_retrans: u32,
    /// Segments taken for lost.
    pub lost: u32,
    /// Bytes of the largest segment we send.
    pub mss: u32,
    /// Bytes of the largest packet on the path.
    pub pmtu: u32,
    /// Segments that may be under way.
    pub cwnd: u32,
}
