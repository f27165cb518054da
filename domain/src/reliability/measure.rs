//! From how well one rater measures to how far a panel's composite may be off.

use crate::agreement::Icc;
use std::num::NonZeroU32;

/// Agreement of raters who held interviews of their own with a candidate (Huffcutt, Culbertson & Weyhrauch 2013).
const SEPARATE: f64 = 0.44;
/// Agreement of raters who sat in the same interview (the same).
const TOGETHER: f64 = 0.74;
/// Standard deviation of composites between candidates, on the scale of 1–5, until there are own data.
const SPREAD: f64 = 0.8;
/// No estimate from own data claims that raters see nothing, or everything.
const CREDIBLE: [f64; 2] = [0.05, 0.95];

/// The reliability of the mean of `raters` whose single reliability is `single` (Spearman 1910; Brown 1910).
#[must_use]
pub fn spearman_brown(single: f64, raters: f64) -> f64 {
    raters * single / (1.0 + (raters - 1.0) * single)
}

/// What a panel's number rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sources {
    interviews: NonZeroU32,
    raters: NonZeroU32,
}

impl Sources {
    /// So many raters' scorecards, from so many interviews. Nobody rates without an interview, so there are never more
    /// interviews than scorecards; `None` for none of either.
    #[must_use]
    pub fn new(interviews: u32, raters: u32) -> Option<Self> {
        Some(Self { interviews: NonZeroU32::new(interviews.min(raters))?, raters: NonZeroU32::new(raters)? })
    }

    /// Raters who held an interview each.
    #[must_use]
    pub fn separate(raters: u32) -> Option<Self> {
        Self::new(raters, raters)
    }

    /// How many scorecards.
    #[must_use]
    pub const fn raters(self) -> u32 {
        self.raters.get()
    }
}

/// How well interviews measure here: shares of the variance of one rater's composites.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    separate: f64,
    together: f64,
    spread: f64,
}

impl Default for Measure {
    /// What is published, until there are own data.
    fn default() -> Self {
        Self { separate: SEPARATE, together: TOGETHER, spread: SPREAD }
    }
}

impl Measure {
    /// The same with own data in the place of what is published, each where there is enough of it: the agreement of raters who
    /// interviewed the same candidates separately, of raters who sat together, and the standard deviation between candidates
    /// (one number for each; 30 are enough).
    #[must_use]
    pub fn with_own(self, separate: Option<&Icc>, together: Option<&Icc>, composites: &[f64]) -> Self {
        let own = |icc: Option<&Icc>, otherwise: f64| {
            let [low, high] = CREDIBLE;
            icc.filter(|it| it.is_enough()).map_or(otherwise, |it| it.single.value.clamp(low, high))
        };
        let separate = own(separate, self.separate);
        Self {
            separate,
            // Who sat together saw the same answers: they cannot agree less than who did not, whatever a sample says.
            together: own(together, self.together).max(separate),
            spread: deviation(composites).unwrap_or(self.spread),
        }
    }

    /// The reliability of a panel's mean, 0–1: Spearman–Brown where everybody held an interview of their own. Raters of one
    /// interview share its luck, so more of them average out only what they differ in (generalizability theory: Shavelson &
    /// Webb 1991, raters nested in occasions).
    #[must_use]
    pub fn reliability(&self, of: Sources) -> f64 {
        let (interviews, raters) = (f64::from(of.interviews.get()), f64::from(of.raters.get()));
        let noise = (self.together - self.separate) / interviews + (1.0 - self.together) / raters;
        self.separate / (self.separate + noise)
    }

    /// The standard error of measurement of a panel's composite, in points: SD · √(1 − reliability) (Lord & Novick 1968).
    #[must_use]
    pub fn standard_error(&self, of: Sources) -> f64 {
        self.spread * (1.0 - self.reliability(of)).sqrt()
    }
}

/// The sample's standard deviation, from 30 numbers on that are not all the same.
fn deviation(of: &[f64]) -> Option<f64> {
    let n = of.len() as f64;
    let mean = of.iter().sum::<f64>() / n;
    let deviation = (of.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
    (of.len() >= 30 && deviation > 0.0).then_some(deviation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::Crossed;

    #[test]
    fn more_raters_help_less_and_less() {
        let of = |raters: u32| spearman_brown(SEPARATE, f64::from(raters));
        for (raters, printed) in [(1, 0.44), (2, 0.61), (3, 0.70), (4, 0.76), (5, 0.80)] {
            assert!((of(raters) - printed).abs() < 0.005, "{raters}: {}", of(raters));
            let measured = Measure::default().reliability(Sources::separate(raters).unwrap());
            assert!((measured - of(raters)).abs() < 1e-12, "separate raters are Spearman–Brown");
        }
    }

    #[test]
    fn who_sat_together_tells_less_than_who_did_not() {
        let measure = Measure::default();
        let error = |interviews, raters| measure.standard_error(Sources::new(interviews, raters).unwrap());
        assert!((error(3, 3) - 0.8 * (1.0_f64 - 0.7021).sqrt()).abs() < 1e-4);
        assert!(error(1, 3) > error(2, 3) && error(2, 3) > error(3, 3));
        assert!(error(1, 3) < error(1, 2) && error(1, 2) < error(1, 1));
        assert!((error(1, 1) - 0.8 * (1.0_f64 - SEPARATE).sqrt()).abs() < 1e-12);
        assert_eq!(Sources::new(9, 2), Sources::new(2, 2));
        assert_eq!((Sources::new(0, 2), Sources::new(1, 0)), (None, None));
    }

    /// Raters who differ by `noise` at most.
    fn icc(candidates: usize, noise: f64) -> Icc {
        let row = |n: usize| (0..3).map(|r| (n % 5) as f64 + noise * ((n * 7 + r * 3) % 11) as f64 / 11.0).collect();
        Crossed::try_from((0..candidates).map(row).collect::<Vec<_>>()).unwrap().icc().unwrap()
    }

    #[test]
    fn own_data_count_once_there_is_enough() {
        let published = Measure::default();
        assert_eq!(published.with_own(Some(&icc(29, 3.0)), None, &[3.0; 29]), published);
        let own = published.with_own(Some(&icc(30, 1.0)), None, &[]);
        assert!(own.separate > 0.8 && own.together >= own.separate, "{own:?}");
        let composites: Vec<f64> = (0..30).map(|n| 3.0 + f64::from(n % 2)).collect();
        assert!((published.with_own(None, None, &composites).spread - 0.5085).abs() < 1e-4);
        assert_eq!(published.with_own(None, None, &[3.0; 30]), published, "no variation is no own spread");
    }

    #[test]
    fn no_own_data_claim_certainty() {
        let perfect = Measure::default().with_own(Some(&icc(40, 1e-6)), None, &[]);
        assert!(perfect.reliability(Sources::separate(1).unwrap()) <= 0.95);
    }
}
