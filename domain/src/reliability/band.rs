//! The band: how far a composite may be off, drawn so that two bands that do not meet are two different results.

use super::{Measure, Sources};
use crate::{
    composite::Composite,
    interval::{Interval, Z95},
};

/// The lowest and the highest composite there is.
const SCALE: [f64; 2] = [1.0, 5.0];

/// A composite with how far it may be off. Two of them are told apart by whether they meet, and by nothing else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band(Interval);

impl Band {
    /// The band of a panel's composite; `None` where there is no number.
    ///
    /// Half its width is 1.96 / √2 ≈ 1.39 standard errors: then bands of equal errors part exactly where the difference of two
    /// composites becomes significant at 5 % (Goldstein & Healy 1995, "The graphical presentation of a collection of means").
    /// With unequal errors it is a few hundredths of a point narrower than the exact rule, for the sake of one picture that
    /// says everything. A composite that is a range keeps its range and gets the margin on either side.
    #[must_use]
    pub fn of(composite: Composite, measure: &Measure, sources: Sources) -> Option<Self> {
        let (low, high) = match composite {
            Composite::Point(value) => (value, value),
            Composite::Range { low, high } => (low, high),
            Composite::Insufficient => return None,
        };
        let half = Z95 / std::f64::consts::SQRT_2 * measure.standard_error(sources);
        let [least, most] = SCALE;
        Some(Self(Interval { low: (low - half).max(least), high: (high + half).min(most) }))
    }

    /// From where to where, within 1–5.
    #[must_use]
    pub const fn interval(self) -> Interval {
        self.0
    }

    /// Are the two results different, as far as anybody can tell?
    #[must_use]
    pub fn differs_from(self, other: Self) -> bool {
        !self.0.meets(other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn band(value: f64, raters: u32) -> Band {
        Band::of(Composite::Point(value), &Measure::default(), Sources::separate(raters).unwrap()).unwrap()
    }

    #[test]
    fn three_raters_tell_a_difference_of_one_point_two() {
        assert!(!band(2.5, 3).differs_from(band(3.7, 3)));
        assert!(band(2.5, 3).differs_from(band(3.72, 3)));
        assert!(!band(2.5, 4).differs_from(band(3.58, 4)));
        assert!(band(2.5, 4).differs_from(band(3.6, 4)), "four raters: 1.09");
    }

    #[test]
    fn a_range_keeps_its_range() {
        let sources = Sources::separate(3).unwrap();
        let of = |composite| Band::of(composite, &Measure::default(), sources);
        let range = of(Composite::Range { low: 2.8, high: 3.2 }).unwrap().interval();
        assert!((range.high - range.low - 0.4 - 2.0 * 0.605).abs() < 1e-3, "{range:?}");
        assert_eq!(of(Composite::Insufficient), None);
    }

    proptest! {
        #[test]
        fn is_symmetric_and_on_the_scale(a in 1.0_f64..=5.0, b in 1.0_f64..=5.0, k in 1_u32..6, m in 1_u32..6) {
            let (one, two) = (band(a, k), band(b, m));
            prop_assert_eq!(one.differs_from(two), two.differs_from(one));
            prop_assert!(!one.differs_from(one));
            prop_assert!(one.interval().contains(a) && one.interval().low >= 1.0 && one.interval().high <= 5.0);
        }

        #[test]
        fn follows_the_rule_of_the_difference(a in 1.0_f64..=5.0, b in 1.0_f64..=5.0, k in 2_u32..6, m in 2_u32..6) {
            let error = |raters| Measure::default().standard_error(Sources::separate(raters).unwrap());
            let exact = Z95 * error(k).hypot(error(m));
            let apart = (a - b).abs();
            prop_assume!((apart - exact).abs() > 0.05);
            prop_assert_eq!(band(a, k).differs_from(band(b, m)), apart > exact);
        }

        #[test]
        fn more_raters_never_widen_it(value in 1.0_f64..=5.0, k in 1_u32..8) {
            let (few, more) = (band(value, k).interval(), band(value, k + 1).interval());
            prop_assert!(few.low <= more.low && more.high <= few.high);
        }
    }
}
