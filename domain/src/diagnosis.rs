//! What the figures of a probe say: rules with limits, evidence, and what else would explain it.
//!
//! Rules look at differences, never at times since the start: a slow name makes every later point late. Limits are
//! those of the rule's version; a changed limit is a new version, so that an old verdict can still be understood.

mod rules;
mod samples;

use crate::run::{Confidence, Result, Unit, Verdict};
use samples::Samples;

/// How late our own timer may be before small figures are not trusted, in µs.
const LAG: u64 = 5_000;
/// A margin over a limit that is less than this many times our own lateness says nothing.
const MARGIN: u64 = 3;
/// Samples from which a median is one.
const ENOUGH: u32 = 5;

/// What a rule found, before it is known how far to trust it.
struct Finding {
    rule: &'static str,
    hop: usize,
    value: u64,
    limit: Limit,
    n: u32,
    because: Vec<String>,
    unless: &'static [&'static str],
    next: &'static str,
}

/// What a value was held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Limit {
    /// The value is more than that many µs.
    Over(u64),
    /// The value is not a matter of degree: one time decides.
    Fact(&'static str, Unit),
}

/// The verdicts on the newest of `results`, which are of one target and one kind, the oldest first; figures are medians
/// over all of them. The most certain and then the gravest come first.
#[must_use]
pub fn of(results: &[Result]) -> Vec<Verdict> {
    let Some(newest) = results.last() else { return Vec::new() };
    let lag = newest.skew.sched_lag_p95_us.filter(|lag| *lag > LAG);
    let samples = Samples(results);
    let mut verdicts: Vec<Verdict> = rules::all(newest, samples)
        .into_iter()
        .filter(|it| lag.is_none_or(|lag| stands_out(it, lag)))
        .map(Finding::judged)
        .collect();
    verdicts.sort_by(|a, b| b.confidence.cmp(&a.confidence).then(b.value.cmp(&a.value)));
    verdicts.extend(lag.map(|lag| {
        let because = vec!["skew.sched_lag_p95_us".to_owned()];
        let limit = Limit::Over(LAG);
        Finding { rule: "SKEW", hop: 0, value: lag, limit, n: ENOUGH, because, unless: &[], next: "repeat" }.judged()
    }));
    verdicts
}

/// Is the margin of `finding` more than our own lateness could have made?
fn stands_out(finding: &Finding, lag: u64) -> bool {
    match finding.limit {
        Limit::Over(limit) => finding.value.saturating_sub(limit) >= MARGIN.saturating_mul(lag),
        Limit::Fact(..) => true,
    }
}

impl Finding {
    fn judged(self) -> Verdict {
        let (limit, unit) = match self.limit {
            Limit::Fact(text, unit) => (text.to_owned(), unit),
            Limit::Over(limit) => (format!("{} ms", limit / 1_000), Unit::Us),
        };
        let confidence = match self.limit {
            Limit::Over(_) if self.n < ENOUGH => Confidence::Low,
            Limit::Over(limit) if self.value < limit.saturating_add(limit / 2) => Confidence::Medium,
            Limit::Fact(..) | Limit::Over(_) => Confidence::High,
        };
        Verdict {
            rule: self.rule.to_owned(),
            v: 1,
            hop: self.hop,
            value: self.value,
            unit,
            limit,
            n: self.n,
            confidence,
            because: self.because,
            unless: self.unless.iter().map(|it| (*it).to_owned()).collect(),
            next: self.next.to_owned(),
        }
    }
}

#[cfg(test)]
#[path = "diagnosis_test.rs"]
mod tests;
