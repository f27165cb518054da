//! Points in time as people read them; durations are never taken from here.

use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// Now, by the system's clock, RFC 3339 in UTC with milliseconds.
pub(crate) fn now() -> String {
    let now = OffsetDateTime::now_utc();
    rfc3339(now.replace_millisecond(now.millisecond()).unwrap_or(now))
}

/// `at` in RFC 3339; empty for a year that has no such form (after 9999), which only a certificate can claim.
pub(crate) fn rfc3339(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_utc_and_ends_with_z() {
        assert_eq!(rfc3339(OffsetDateTime::UNIX_EPOCH), "1970-01-01T00:00:00Z");
        let now = now();
        assert!(now.ends_with('Z') && now.len() <= "2026-11-20T09:36:07.123Z".len(), "{now}");
    }
}
