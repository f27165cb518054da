//! Spans of time as people read them on a clock.

/// `m:ss`, or `h:mm:ss` from an hour on; negative spans carry a minus sign (U+2212).
#[must_use]
pub fn clock(ms: i64) -> String {
    let sign = if ms <= -1_000 { "\u{2212}" } else { "" };
    let seconds = ms.abs() / 1_000;
    let (h, m, s) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if h > 0 { format!("{sign}{h}:{m:02}:{s:02}") } else { format!("{sign}{m}:{s:02}") }
}

/// A share as an SVG or CSS percentage with two decimals, in integers: a few digits need no float formatting.
#[must_use]
pub fn percent(part: i64, whole: i64) -> String {
    let hundredths = part.max(0).saturating_mul(10_000) / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Milliseconds with one decimal from µs: `251.3`.
#[must_use]
pub fn ms(us: u64) -> String {
    format!("{}.{}", us / 1_000, us % 1_000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_like_a_clock() {
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(61_999), "1:01");
        assert_eq!(clock(3_600_000), "1:00:00");
        assert_eq!(clock(-5_000), "\u{2212}0:05");
        assert_eq!(clock(-400), "0:00");
        assert_eq!((percent(1, 3), percent(5, 5), percent(-1, 5)), ("33.33%".into(), "100.00%".into(), "0.00%".into()));
        assert_eq!((ms(251_349), ms(0)), ("251.3".to_owned(), "0.0".to_owned()));
    }
}
