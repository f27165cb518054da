//! Who is reminded of a scorecard, and how urgently: memory of an interview fades within hours.

use crate::{Timestamp, time::MINUTE};

/// How long a scorecard is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owed {
    /// For more than an hour.
    Hour,
    /// For more than a day.
    Day,
}

/// What is owed of an interview in which something happened last at `ended` and whose scorecard is not submitted.
#[must_use]
pub const fn owed(ended: Timestamp, now: Timestamp) -> Option<Owed> {
    match now.since(ended) {
        past if past >= 24 * 60 * MINUTE => Some(Owed::Day),
        past if past >= 60 * MINUTE => Some(Owed::Hour),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_an_hour_and_after_a_day() {
        let after = |minutes: i64| owed(Timestamp(1_000), Timestamp(1_000 + minutes * MINUTE));
        assert_eq!(
            [after(0), after(59), after(60), after(1_439), after(1_440)],
            [None, None, Some(Owed::Hour), Some(Owed::Hour), Some(Owed::Day)]
        );
        assert_eq!(owed(Timestamp(9), Timestamp(0)), None, "an event of the future is owed nothing");
    }
}
