//! The server's clock, and how a point in time is split for reading.

use domain::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, by the server's clock.
#[must_use]
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Year, month and day in UTC, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
#[must_use]
pub const fn date(at: Timestamp) -> (i64, i64, i64) {
    let z = at.0.div_euclid(86_400_000) + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + if month <= 2 { 1 } else { 0 }, month, day)
}

/// Hours and minutes in UTC.
#[must_use]
pub fn time(at: Timestamp) -> String {
    let minutes = at.0.div_euclid(60_000).rem_euclid(1_440);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_dates() {
        assert_eq!(date(Timestamp(0)), (1970, 1, 1));
        assert_eq!(date(Timestamp(951_782_400_000)), (2000, 2, 29));
        assert_eq!(date(Timestamp(-86_400_000)), (1969, 12, 31));
        assert_eq!(time(Timestamp(1_700_000_000_000)), "22:13");
    }
}
