//! What a figure of a result says, with all that is needed to doubt it.

use crate::named::named;
use serde::{Deserialize, Serialize};

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The rule's id: `TCP-2`.
    pub rule: String,
    /// The rule's version; its limits never change within one.
    pub v: u32,
    /// The hop that it is about.
    pub hop: usize,
    /// What was measured.
    pub value: u64,
    /// In which unit.
    pub unit: Unit,
    /// The limit that it was held against.
    pub limit: String,
    /// How many samples the value is the median of.
    pub n: u32,
    /// How far to trust it.
    pub confidence: Confidence,
    /// The fields of the result that it rests on, as paths.
    pub because: Vec<String>,
    /// What else would explain the value, as the last parts of message keys.
    pub unless: Vec<String>,
    /// The one probe or look that would decide, as the last part of a message key.
    pub next: String,
}

named! {
    /// What the value of a verdict counts.
    Unit {
        /// Microseconds.
        Us = "us",
        /// A status code of HTTP.
        Status = "status",
        /// Segments of TCP.
        Segments = "segments",
    }
}

/// How far a verdict can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// One sample, or a figure near its limit.
    Low,
    /// Enough samples, but something else explains it as well.
    Medium,
    /// Enough samples, far from the limit, or a fact rather than a figure.
    High,
}
