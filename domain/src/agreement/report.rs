//! When agreement may be shown, and as what: a coefficient from a handful of units is noise with two decimals.

use super::{
    Coincidences, Metric,
    bootstrap::{RESAMPLES, interval},
};
use crate::interval::Interval;

/// Units below which there is no coefficient.
pub const UNITS_MIN: u32 = 60;
/// Units below which a coefficient carries a warning.
pub const UNITS_STEADY: u32 = 100;
/// Interviews below which it carries one too, however many units they hold. Simulated with five questions each, a 95 % interval
/// has the truth in 94 % of cases from 30 or 60 interviews, in 92 % from 12 or 20, and in 85 % from 6 of ten questions each.
pub const INTERVIEWS_STEADY: usize = 30;
/// The lowest α that carries a tentative conclusion (Krippendorff 2004, p. 241), and our target for live interviews.
const ALPHA_TARGET: f64 = 0.667;
/// What the lower bound has to reach beside it.
const LOW_TARGET: f64 = 0.5;

/// What can be said of how far raters agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Agreement {
    /// Fewer than [`UNITS_MIN`] units: nothing.
    TooFew {
        /// How many there are.
        units: u32,
    },
    /// Enough units, and (nearly) the same score everywhere, or all of it from one interview: nothing either.
    NoVariation {
        /// How many units there are.
        units: u32,
    },
    /// A coefficient with its interval.
    Known(Estimate),
}

/// α with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Ordinal α.
    pub alpha: f64,
    /// Its 95 % bootstrap interval.
    pub interval: Interval,
    /// Units with at least two scores.
    pub units: u32,
    /// Interviews that these units come from.
    pub interviews: usize,
}

impl Estimate {
    /// Must it be shown with a warning? Below [`UNITS_STEADY`] units or [`INTERVIEWS_STEADY`] interviews the interval is wide and
    /// still too optimistic.
    #[must_use]
    pub const fn is_unsteady(&self) -> bool {
        self.units < UNITS_STEADY || self.interviews < INTERVIEWS_STEADY
    }

    /// Is it good enough for live interviews: α of .667 or more, and its lower bound at .50 or more?
    #[must_use]
    pub fn meets_target(&self) -> bool {
        self.alpha >= ALPHA_TARGET && self.interval.low >= LOW_TARGET
    }
}

/// Ordinal agreement over interviews, one part each. The seed decides the resamples; one that follows from what is shown
/// (a dimension, a level) keeps the figure the same on every visit.
#[must_use]
pub fn agreement(interviews: &[Coincidences], seed: u64) -> Agreement {
    let all: Coincidences = interviews.iter().sum();
    let units = all.units();
    if units < UNITS_MIN {
        return Agreement::TooFew { units };
    }
    // An interview in which nobody could agree with anybody is no draw: it would only thin the resamples.
    let parts: Vec<Coincidences> = interviews.iter().filter(|it| it.units() > 0).copied().collect();
    match (all.alpha(Metric::Ordinal), interval(&parts, Metric::Ordinal, RESAMPLES, seed)) {
        (Some(alpha), Some(interval)) => Agreement::Known(Estimate { alpha, interval, units, interviews: parts.len() }),
        _ => Agreement::NoVariation { units },
    }
}

/// The smallest coefficient of several, with what it belongs to: a scorecard agrees only as far as its weakest dimension
/// (Krippendorff 2004, p. 242), so this one is the headline. The first of equals; `None` when there is no coefficient at all.
#[must_use]
pub fn smallest<K>(of: &[(K, Agreement)]) -> Option<(&K, Estimate)> {
    of.iter()
        .filter_map(|(key, it)| match it {
            Agreement::Known(estimate) => Some((key, *estimate)),
            Agreement::TooFew { .. } | Agreement::NoVariation { .. } => None,
        })
        .min_by(|(_, a), (_, b)| a.alpha.total_cmp(&b.alpha))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Score;

    /// Interviews of three units each, whose raters differ by one in every `slip`-th unit.
    fn interviews(count: u32, slip: u32) -> Vec<Coincidences> {
        let unit = |n: u32| {
            let first = 1 + n % 4;
            let second = if n.is_multiple_of(slip) { first + 1 } else { first };
            Coincidences::of_unit([first, second].map(|it| Score::try_from(it as u8).unwrap()))
        };
        (0..count).map(|n| [unit(3 * n), unit(3 * n + 1), unit(3 * n + 2)].iter().sum()).collect()
    }

    #[test]
    fn below_sixty_units_there_is_nothing_and_below_a_hundred_a_warning() {
        assert_eq!(agreement(&interviews(19, 3), 1), Agreement::TooFew { units: 57 });
        let Agreement::Known(some) = agreement(&interviews(20, 3), 1) else { panic!("60 units are enough") };
        assert!(some.units == 60 && some.is_unsteady());
        let Agreement::Known(more) = agreement(&interviews(34, 3), 1) else { panic!("102 units are enough") };
        assert!(more.units == 102 && more.interviews == 34 && !more.is_unsteady());
        let of = |units, interviews| Estimate { units, interviews, ..more }.is_unsteady();
        assert_eq!([of(100, 30), of(99, 30), of(100, 29)], [false, true, true]);
    }

    #[test]
    fn the_same_score_everywhere_says_nothing() {
        let flat = [Coincidences::of_unit([Score::Three, Score::Three])].repeat(80);
        assert_eq!(agreement(&flat, 1), Agreement::NoVariation { units: 80 });
    }

    #[test]
    fn interviews_without_a_second_rater_do_not_widen_the_interval() {
        let mut with = interviews(30, 3);
        let alone = agreement(&with, 1);
        with.extend([Coincidences::of_unit([Score::Two])].repeat(200));
        assert_eq!(agreement(&with, 1), alone);
    }

    #[test]
    fn the_smallest_is_the_headline() {
        let of = [
            ("theory", agreement(&interviews(40, 5), 1)),
            ("practice", agreement(&interviews(40, 2), 1)),
            ("architecture", agreement(&interviews(2, 1), 1)),
        ];
        let (which, estimate) = smallest(&of).unwrap();
        assert_eq!(*which, "practice");
        assert!(estimate.alpha < 0.9);
        assert!(smallest(&of[2..]).is_none());
    }

    #[test]
    fn a_target_needs_the_lower_bound_too() {
        let of = |alpha, low| {
            Estimate { alpha, interval: Interval { low, high: 1.0 }, units: 100, interviews: 30 }.meets_target()
        };
        assert_eq!([of(0.667, 0.5), of(0.66, 0.6), of(0.8, 0.49)], [true, false, false]);
    }
}
