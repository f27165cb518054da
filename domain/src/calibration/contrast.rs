//! The contrast guard: a candidate after a brilliant one looks worse, and after a poor one better (Radbruch & Schiprowski 2024,
//! "Interview sequences and the formation of subjective assessments").

use crate::interval::{Interval, Z95};

/// Pairs of consecutive candidates below which there is no correlation.
pub const PAIRS_MIN: usize = 30;
/// A correlation below this is flagged; the worst in the paper is −.40.
const FLAG_BELOW: f64 = -0.20;
/// Candidates before which nobody has a usual.
const USUAL_FROM: usize = 5;
/// Points from the usual at which a candidate was far: one standard deviation between candidates.
const FAR: f64 = 0.8;

/// What can be said of an interviewer's contrast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Contrast {
    /// Fewer than [`PAIRS_MIN`] pairs: nothing.
    TooFew {
        /// How many there are.
        pairs: usize,
    },
    /// Everybody got the same: nothing either.
    NoVariation {
        /// How many pairs there are.
        pairs: usize,
    },
    /// The correlation.
    Known(LagOne),
}

/// How an interviewer's composites go with the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LagOne {
    /// Pearson's correlation of consecutive composites; 0 or a little below without any contrast.
    pub correlation: f64,
    /// Its 95 % interval (Fisher 1921).
    pub interval: Interval,
    /// How many pairs.
    pub pairs: usize,
}

impl LagOne {
    /// Is it below −.20? Over 30 pairs one interviewer in six without any contrast is flagged too, so a flag is a reason to
    /// look, with the interval beside it; see [`Self::is_beyond_chance`].
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.correlation < FLAG_BELOW
    }

    /// Is it flagged with the whole interval below 0?
    #[must_use]
    pub fn is_beyond_chance(&self) -> bool {
        self.is_flagged() && self.interval.high < 0.0
    }
}

/// The contrast in one interviewer's composites of the candidates of one level, oldest first.
#[must_use]
pub fn contrast(composites: &[f64]) -> Contrast {
    let pairs = composites.len().saturating_sub(1);
    if pairs < PAIRS_MIN {
        return Contrast::TooFew { pairs };
    }
    match correlation(&composites[..pairs], &composites[1..]) {
        Some(correlation) => {
            // An exact ±1 has no interval but itself: the arc tangent is infinite there, and so it comes out.
            let (middle, half) = (correlation.atanh(), Z95 / (pairs as f64 - 3.0).sqrt());
            let interval = Interval { low: (middle - half).tanh(), high: (middle + half).tanh() };
            Contrast::Known(LagOne { correlation, interval, pairs })
        }
        None => Contrast::NoVariation { pairs },
    }
}

/// Pearson's correlation; `None` where either side does not vary.
fn correlation(before: &[f64], after: &[f64]) -> Option<f64> {
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let (x, y) = (mean(before), mean(after));
    let sum = |of: &dyn Fn(f64, f64) -> f64| before.iter().zip(after).map(|(a, b)| of(a - x, b - y)).sum::<f64>();
    let spread = (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt();
    (spread > 1e-12).then(|| (sum(&|a, b| a * b) / spread).clamp(-1.0, 1.0))
}

/// The candidate before this one, as the guard tells of them after the scorecard is submitted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Previous {
    /// Points above what this interviewer usually gives; negative below.
    pub from_usual: f64,
}

impl Previous {
    /// Was it far enough to colour what came after? Then the advice is a break, and the anchors again before the next.
    #[must_use]
    pub fn is_far(&self) -> bool {
        self.from_usual.abs() >= FAR
    }
}

/// How far the previous candidate was from an interviewer's usual. `composites` are all before the one just submitted, oldest
/// first; `None` while there are fewer than five besides the previous one.
#[must_use]
pub fn previous(composites: &[f64]) -> Option<Previous> {
    let (last, before) = composites.split_last()?;
    let usual = before.iter().sum::<f64>() / before.len() as f64;
    (before.len() >= USUAL_FROM).then(|| Previous { from_usual: last - usual })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::Seeded;

    /// Composites of candidates who differ at random, seen with so much contrast.
    fn composites(count: usize, contrast: f64, seeded: &mut Seeded) -> Vec<f64> {
        let mut last = 0.0;
        (0..count)
            .map(|_| {
                last = contrast * last + (1.0 - contrast * contrast).sqrt() * seeded.normal();
                3.0 + 0.8 * last
            })
            .collect()
    }

    fn known(of: &[f64]) -> LagOne {
        match contrast(of) {
            Contrast::Known(it) => it,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn below_thirty_pairs_there_is_nothing() {
        let all = composites(31, 0.0, &mut Seeded::new(1));
        assert_eq!(contrast(&all[..30]), Contrast::TooFew { pairs: 29 });
        assert_eq!(known(&all).pairs, 30);
        assert_eq!(contrast(&[]), Contrast::TooFew { pairs: 0 });
        assert_eq!(contrast(&[3.0; 40]), Contrast::NoVariation { pairs: 39 });
    }

    #[test]
    fn up_and_down_is_minus_one() {
        let swing: Vec<f64> = (0..40).map(|n| if n % 2 == 0 { 2.0 } else { 4.0 }).collect();
        let it = known(&swing);
        assert!((it.correlation + 1.0).abs() < 1e-12 && it.is_beyond_chance(), "{it:?}");
        let climb: Vec<f64> = (0..40).map(|n| 1.0 + f64::from(n) / 10.0).collect();
        assert!((known(&climb).correlation - 1.0).abs() < 1e-12 && !known(&climb).is_flagged());
    }

    #[test]
    fn contrast_is_found_and_its_absence_too() {
        let mut seeded = Seeded::new(2);
        let strong = known(&composites(400, -0.4, &mut seeded));
        assert!(strong.is_beyond_chance() && strong.interval.contains(-0.4), "{strong:?}");
        let none = known(&composites(400, 0.0, &mut seeded));
        assert!(!none.is_flagged() && none.interval.contains(0.0), "{none:?}");
    }

    #[test]
    fn over_thirty_pairs_one_in_six_is_flagged_by_chance_and_few_beyond_it() {
        let mut seeded = Seeded::new(3);
        let all: Vec<LagOne> = (0..3_000).map(|_| known(&composites(31, 0.0, &mut seeded))).collect();
        let share = |of: fn(&LagOne) -> bool| all.iter().filter(|it| of(it)).count() as f64 / 3_000.0;
        let (flagged, beyond) = (share(LagOne::is_flagged), share(LagOne::is_beyond_chance));
        assert!((0.12..0.21).contains(&flagged) && beyond < 0.06, "{flagged} {beyond}");
    }

    #[test]
    fn the_previous_candidate_is_measured_by_ones_own_usual() {
        assert_eq!(previous(&[3.0, 3.0, 3.0, 3.0, 4.6]), None);
        let far = previous(&[2.0, 4.0, 3.0, 3.0, 3.0, 4.6]).unwrap();
        assert!((far.from_usual - 1.6).abs() < 1e-12 && far.is_far());
        let near = previous(&[2.0, 4.0, 3.0, 3.0, 3.0, 2.3]).unwrap();
        assert!((near.from_usual + 0.7).abs() < 1e-12 && !near.is_far());
    }
}
