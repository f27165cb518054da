//! How long a candidate is kept, by how their loops ended: rules without a clock and without a database.

use crate::{Timestamp, named::named, time::MINUTE};
use serde::{Deserialize, Serialize};

named! {
    /// How a loop ended; a lead says so.
    Outcome {
        /// They come to work here.
        Hired = "hired",
        /// They do not.
        Rejected = "rejected",
        /// They did not want to.
        Withdrawn = "withdrawn",
    }
}

/// Milliseconds in a day.
pub const DAY: i64 = 24 * 60 * MINUTE;
/// Longest time in a rule, in months: ten years.
pub const MONTHS_MAX: u16 = 120;
/// Longest notice, in days.
pub const NOTICE_MAX: u16 = 90;

/// After how many months candidates are forgotten, by outcome; `None` keeps them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Who was hired.
    pub hired: Option<u16>,
    /// Who was rejected.
    pub rejected: Option<u16>,
    /// Who withdrew.
    pub withdrawn: Option<u16>,
    /// Whose loops have no outcome, counted from the last thing that happened.
    pub undecided: Option<u16>,
    /// Days between telling that somebody is about to be forgotten and forgetting them.
    pub notice: u16,
}

/// One loop, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// How it ended, if it has.
    pub outcome: Option<Outcome>,
    /// When it ended; without an outcome, when something last happened in it.
    pub at: Timestamp,
}

/// One candidate, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// When they were entered.
    pub entered: Timestamp,
    /// Their loops.
    pub loops: Vec<Ended>,
    /// Is there a legal hold?
    pub held: bool,
    /// When notice was given, if it was.
    pub noticed: Option<Timestamp>,
}

/// What the policy says about a candidate at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Not due, or kept for ever; a notice that was given is taken back.
    Keep,
    /// Due, but a legal hold stands.
    Held,
    /// Due: notice is to be given now.
    Notice,
    /// Due, and notice was given; they are forgotten from then on.
    Waiting(Timestamp),
    /// Due, and the notice is over.
    Forget,
}

impl Policy {
    /// The months for an outcome.
    #[must_use]
    pub const fn months(&self, outcome: Option<Outcome>) -> Option<u16> {
        match outcome {
            Some(Outcome::Hired) => self.hired,
            Some(Outcome::Rejected) => self.rejected,
            Some(Outcome::Withdrawn) => self.withdrawn,
            None => self.undecided,
        }
    }

    /// When a candidate is due: when the last of their loops is. `None` when one of them is kept for ever.
    #[must_use]
    pub fn due(&self, case: &Case) -> Option<Timestamp> {
        if case.loops.is_empty() {
            return Some(add_months(case.entered, self.undecided?));
        }
        let mut last = case.entered;
        for ended in &case.loops {
            last = last.max(add_months(ended.at, self.months(ended.outcome)?));
        }
        Some(last)
    }

    /// What is to be done about a candidate now.
    #[must_use]
    pub fn judge(&self, case: &Case, now: Timestamp) -> Verdict {
        match (self.due(case).is_some_and(|it| it <= now), case.held, case.noticed) {
            (false, _, _) => Verdict::Keep,
            (true, true, _) => Verdict::Held,
            (true, false, None) if self.notice == 0 => Verdict::Forget,
            (true, false, None) => Verdict::Notice,
            (true, false, Some(at)) => match at.plus(i64::from(self.notice) * DAY) {
                until if until > now => Verdict::Waiting(until),
                _ => Verdict::Forget,
            },
        }
    }
}

/// The same day so many months later, or the last day of that month if it is shorter (in UTC).
///
/// Days and dates after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#[must_use]
pub fn add_months(at: Timestamp, months: u16) -> Timestamp {
    let (days, rest) = (at.0.div_euclid(DAY), at.0.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    let later = month - 1 + i64::from(months);
    let (year, month) = (year + later.div_euclid(12), later.rem_euclid(12) + 1);
    let next = if month == 12 { days_of(year + 1, 1, 1) } else { days_of(year, month + 1, 1) };
    Timestamp(days_of(year, month, day).min(next - 1) * DAY + rest)
}

/// Year, month and day of a day since 1970.
const fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + if month <= 2 { 1 } else { 0 }, month, doy - (153 * mp + 2) / 5 + 1)
}

/// The day since 1970 of a date.
const fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, yoe) = (year.div_euclid(400), year.rem_euclid(400));
    let doy = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

#[cfg(test)]
#[path = "retention_test.rs"]
mod tests;
