//! What a company sets for itself: its name, its language, and when it wants to be left alone.

use crate::{Locale, named::named};
use serde::{Deserialize, Serialize};

/// Longest company name, in characters.
pub const COMPANY_MAX: usize = 80;

named! {
    /// The two days on which nobody is reminded of anything.
    Weekend {
        /// Saturday and Sunday.
        SaturdaySunday = "saturday-sunday",
        /// Friday and Saturday, as in Israel.
        FridaySaturday = "friday-saturday",
    }
}

/// The hours in which nobody is reminded, on the clock of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The hour at which they begin, 0–23.
    pub from: u8,
    /// The hour at which they end, 0–23; the same as `from` for no quiet hours. They may run over midnight.
    pub to: u8,
    /// The days without reminders.
    pub weekend: Weekend,
    /// The place, as in `Asia/Jerusalem` (a name of the IANA time zone database).
    pub zone: String,
}

/// A moment on the clock of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalHour {
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// 0–23.
    pub hour: u8,
}

impl Quiet {
    /// Is this a time to leave people alone?
    #[must_use]
    pub const fn covers(&self, at: LocalHour) -> bool {
        let resting = match self.weekend {
            Weekend::SaturdaySunday => at.weekday == 5 || at.weekday == 6,
            Weekend::FridaySaturday => at.weekday == 4 || at.weekday == 5,
        };
        let night = if self.from <= self.to {
            self.from <= at.hour && at.hour < self.to
        } else {
            self.from <= at.hour || at.hour < self.to
        };
        resting || night
    }
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The company's name; empty until it is set.
    pub company: String,
    /// The language of whoever has not chosen one.
    pub locale: Locale,
    /// When nobody is reminded.
    pub quiet: Quiet,
}

impl Default for Settings {
    fn default() -> Self {
        let quiet = Quiet { from: 20, to: 8, weekend: Weekend::SaturdaySunday, zone: "UTC".to_owned() };
        Self { company: String::new(), locale: Locale::En, quiet }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(from: u8, to: u8, weekend: Weekend, weekday: u8, hour: u8) -> bool {
        Quiet { from, to, weekend, zone: "UTC".to_owned() }.covers(LocalHour { weekday, hour })
    }

    #[test]
    fn nights_run_over_midnight() {
        let tuesday = |hour| covers(20, 8, Weekend::SaturdaySunday, 1, hour);
        assert!(tuesday(20) && tuesday(23) && tuesday(0) && tuesday(7));
        assert!(!tuesday(8) && !tuesday(19));
        let noon = |hour| covers(12, 14, Weekend::SaturdaySunday, 1, hour);
        assert!(noon(12) && noon(13) && !noon(14) && !noon(11));
        assert!((0..24).all(|hour| !covers(9, 9, Weekend::SaturdaySunday, 1, hour)), "no quiet hours");
    }

    #[test]
    fn weekends_are_not_the_same_everywhere() {
        let at_noon = |weekend, weekday| covers(20, 8, weekend, weekday, 12);
        let days = |weekend| (0..7).filter(|it| at_noon(weekend, *it)).collect::<Vec<u8>>();
        assert_eq!(days(Weekend::SaturdaySunday), [5, 6]);
        assert_eq!(days(Weekend::FridaySaturday), [4, 5]);
    }
}
