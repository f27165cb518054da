//! How much of what ratings differ by is the candidates: the intraclass correlation of raters who all saw the same ones.
//!
//! Two-way random effects, absolute agreement: ICC(2,1) and ICC(2,k) of Shrout & Fleiss (1979), "Intraclass correlations: Uses in
//! assessing rater reliability"; called ICC(A,1) and ICC(A,k) by McGraw & Wong (1996), whose table 7 has the intervals.

use crate::interval::Interval;
use special::Beta;

/// Candidates below which the coefficient is not used (Koo & Li 2016).
const CANDIDATES_MIN: usize = 30;
/// Raters below which it is not used (the same).
const RATERS_MIN: usize = 3;
/// Where coefficients are cut off.
const LEAST: f64 = -1.0;

/// Ratings of the same candidates by the same raters, none missing: at least two of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossed(Vec<Vec<f64>>);

/// Ratings that are not of everybody by everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("at least two candidates, each rated by the same two or more raters, with finite numbers")]
pub struct NotCrossed;

/// One row for each candidate, one number in it for each rater, raters in the same order.
impl TryFrom<Vec<Vec<f64>>> for Crossed {
    type Error = NotCrossed;

    fn try_from(rows: Vec<Vec<f64>>) -> Result<Self, NotCrossed> {
        let raters = rows.first().map_or(0, Vec::len);
        let whole = rows.iter().all(|row| row.len() == raters && row.iter().all(|it| it.is_finite()));
        if rows.len() >= 2 && raters >= 2 && whole { Ok(Self(rows)) } else { Err(NotCrossed) }
    }
}

/// A coefficient with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// The value: at most 1, and below 0 where raters differ more within a candidate than between. Cut off at −1: how far
    /// below 0 it lies says nothing, and for a mean it has no end.
    pub value: f64,
    /// The 95 % interval from the F distribution, cut off likewise.
    pub interval: Interval,
}

impl Coefficient {
    fn cut(value: f64, interval: Interval) -> Self {
        let [value, low, high] = [value, interval.low, interval.high].map(|it| it.max(LEAST));
        Self { value, interval: Interval { low, high } }
    }
}

/// Both coefficients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Icc {
    /// How many candidates.
    pub candidates: usize,
    /// How many raters.
    pub raters: usize,
    /// ICC(2,1): how good one rater is.
    pub single: Coefficient,
    /// ICC(2,k): how good the mean of these raters is.
    pub mean: Coefficient,
}

impl Icc {
    /// Is it worth showing and using: at least 30 candidates and 3 raters?
    #[must_use]
    pub const fn is_enough(&self) -> bool {
        self.candidates >= CANDIDATES_MIN && self.raters >= RATERS_MIN
    }
}

/// The mean squares of a two-way table without repetition.
struct Squares {
    candidates: f64,
    raters: f64,
    rest: f64,
}

impl Crossed {
    /// The coefficients; `None` where nothing varies beside candidates and raters, which leaves nothing to divide by.
    #[must_use]
    pub fn icc(&self) -> Option<Icc> {
        let (candidates, raters) = (self.0.len(), self.0[0].len());
        let (n, k) = (candidates as f64, raters as f64);
        let squares = self.squares();
        let Squares { candidates: between, raters: of_raters, rest } = squares;
        if rest <= f64::EPSILON * between.max(of_raters) {
            return None;
        }
        let single = (between - rest) / (between + (k - 1.0) * rest + k * (of_raters - rest) / n);
        let interval = bounds(&squares, n, k, single);
        // The mean's reliability follows from one rater's: it is Spearman–Brown, for the value and for the bounds.
        let stepped = |it: f64| {
            let whole = 1.0 + (k - 1.0) * it;
            if whole > 0.0 { k * it / whole } else { LEAST }
        };
        Some(Icc {
            candidates,
            raters,
            single: Coefficient::cut(single, interval),
            mean: Coefficient::cut(
                stepped(single),
                Interval { low: stepped(interval.low), high: stepped(interval.high) },
            ),
        })
    }

    fn squares(&self) -> Squares {
        let (n, k) = (self.0.len() as f64, self.0[0].len() as f64);
        let grand = self.0.iter().flatten().sum::<f64>() / (n * k);
        let of_candidate = |row: &[f64]| row.iter().sum::<f64>() / k;
        let by_rater: Vec<f64> =
            (0..self.0[0].len()).map(|rater| self.0.iter().map(|row| row[rater]).sum::<f64>() / n).collect();
        let between = k * self.0.iter().map(|row| (of_candidate(row) - grand).powi(2)).sum::<f64>();
        let of_raters = n * by_rater.iter().map(|it| (it - grand).powi(2)).sum::<f64>();
        let rest: f64 = self
            .0
            .iter()
            .map(|row| {
                let of = of_candidate(row);
                row.iter().zip(&by_rater).map(|(it, rater)| (it - of - rater + grand).powi(2)).sum::<f64>()
            })
            .sum();
        Squares { candidates: between / (n - 1.0), raters: of_raters / (k - 1.0), rest: rest / ((n - 1.0) * (k - 1.0)) }
    }
}

/// The 95 % bounds of ICC(2,1), with Satterthwaite's degrees of freedom.
fn bounds(of: &Squares, n: f64, k: f64, single: f64) -> Interval {
    let ratio = of.raters / of.rest;
    let (a, b) = (k * single * ratio, n * (1.0 + (k - 1.0) * single) - k * single);
    let freedom = (n - 1.0) * (k - 1.0) * (a + b).powi(2) / ((n - 1.0) * a.powi(2) + b.powi(2));
    // Below a coefficient of 0 the approximation can lose all its degrees of freedom, which no distribution has.
    let freedom = freedom.max(1.0);
    let (upper, lower) = (quantile_of_f(0.975, n - 1.0, freedom), quantile_of_f(0.975, freedom, n - 1.0));
    let noise = k * of.raters + (k * n - k - n) * of.rest;
    Interval {
        low: n * (of.candidates - upper * of.rest) / (upper * noise + n * of.candidates),
        high: n * (lower * of.candidates - of.rest) / (noise + n * lower * of.candidates),
    }
}

/// The quantile of the F distribution, by that of the beta distribution (Abramowitz & Stegun 26.6.2).
pub(super) fn quantile_of_f(at: f64, one: f64, other: f64) -> f64 {
    let (p, q) = (one / 2.0, other / 2.0);
    let beta = at.inv_inc_beta(p, q, p.ln_beta(q));
    other * beta / (one * (1.0 - beta))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Shrout & Fleiss (1979), table 2: 6 targets, 4 judges.
    fn published() -> Crossed {
        let rows = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
        Crossed::try_from(rows.map(|row| row.map(f64::from).to_vec()).to_vec()).unwrap()
    }

    #[test]
    fn gives_what_shrout_and_fleiss_published() {
        let icc = published().icc().unwrap();
        assert!((icc.single.value - 0.29).abs() < 0.005, "table 4: {icc:?}");
        assert!((icc.mean.value - 0.62).abs() < 0.005, "table 4: {icc:?}");
        // The bounds as R's `psych` prints them for the same table.
        let near = |it: Interval, low: f64, high: f64| (it.low - low).abs() < 0.0006 && (it.high - high).abs() < 0.006;
        assert!(near(icc.single.interval, 0.019, 0.76) && near(icc.mean.interval, 0.071, 0.93), "{icc:?}");
        assert!(!icc.is_enough());
    }

    #[test]
    fn a_table_with_holes_is_none() {
        for rows in [vec![], vec![vec![1.0, 2.0]], vec![vec![1.0], vec![2.0]], vec![vec![1.0, 2.0], vec![1.0]]] {
            assert_eq!(Crossed::try_from(rows.clone()), Err(NotCrossed), "{rows:?}");
        }
        assert_eq!(Crossed::try_from(vec![vec![1.0, f64::NAN], vec![1.0, 2.0]]), Err(NotCrossed));
    }

    #[test]
    fn without_any_variation_there_is_no_number() {
        assert!(Crossed::try_from(vec![vec![3.0; 3]; 4]).unwrap().icc().is_none());
        assert!(Crossed::try_from(vec![vec![1.0; 3], vec![3.0; 3]]).unwrap().icc().is_none(), "nothing remains");
    }

    proptest! {
        #[test]
        fn the_mean_is_spearman_brown_of_one_and_lies_in_its_interval(
            rows in (2_usize..5).prop_flat_map(|k| prop::collection::vec(prop::collection::vec(1.0_f64..5.0, k), 2..20))
        ) {
            let raters = rows[0].len() as f64;
            let Some(icc) = Crossed::try_from(rows).unwrap().icc() else { return Ok(()) };
            for it in [icc.single, icc.mean] {
                prop_assert!(it.interval.contains(it.value) && it.interval.low >= -1.0, "{icc:?}");
                prop_assert!(it.value <= 1.0 && it.interval.high <= 1.0 + 1e-9, "{icc:?}");
            }
            let stepped = crate::reliability::spearman_brown(icc.single.value, raters);
            prop_assert!((icc.mean.value - stepped).abs() < 1e-9 || icc.mean.value <= -1.0, "{icc:?}");
        }
    }
}
