//! The server's clock, and how a point in time is split for reading.

use domain::{Timestamp, settings::LocalHour};
use jiff::{Zoned, tz::TimeZone};
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, by the server's clock.
#[must_use]
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// The point in time on the calendar of UTC; the first of 1970 for what lies outside of the calendar.
fn utc(at: Timestamp) -> Zoned {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(TimeZone::UTC)
}

/// Year, month and day in UTC.
#[must_use]
pub fn date(at: Timestamp) -> (i16, i8, i8) {
    let at = utc(at);
    (at.year(), at.month(), at.day())
}

/// Hours and minutes in UTC.
#[must_use]
pub fn time(at: Timestamp) -> String {
    let at = utc(at);
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// Weekday and hour on the clock of a place; nothing when no place has this name.
#[must_use]
pub fn local_hour(at: Timestamp, zone: &str) -> Option<LocalHour> {
    let there = utc(at).in_tz(zone).ok()?;
    let number = |it: i8| u8::try_from(it).ok();
    Some(LocalHour { weekday: number(there.weekday().to_monday_zero_offset())?, hour: number(there.hour())? })
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

    #[test]
    fn places_have_clocks_of_their_own() {
        let at = Timestamp(1_700_000_000_000); // Tuesday, 2023-11-14, 22:13:20 UTC
        let hour = |zone| local_hour(at, zone).map(|it| (it.weekday, it.hour));
        assert_eq!(hour("UTC"), Some((1, 22)));
        assert_eq!(hour("Asia/Jerusalem"), Some((2, 0)));
        let summer = Timestamp(1_720_000_000_000); // 2024-07-03, 09:46:40 UTC
        assert_eq!(local_hour(summer, "Asia/Jerusalem").map(|it| it.hour), Some(12));
        assert_eq!(hour("Asia/Atlantis"), None);
        assert_eq!(hour("../etc/passwd"), None);
    }
}
