//! Krippendorff's α from the coincidence matrix: any number of raters, any cell may be missing.
//!
//! Source: Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C. A pair of scores in a unit counts 1 /
//! (scores in the unit − 1); α = 1 − (n − 1) · Σ pairs · distance² / Σ marginal · marginal · distance², sums over c < k.

use crate::{Score, named::named};
use std::{iter::Sum, ops::AddAssign};

/// Anchored scores.
const POINTS: usize = Score::RATED.len();
/// Pairs of different ones.
const PAIRS: usize = POINTS * (POINTS - 1) / 2;

named! {
    /// How far two scores are apart (δ in the paper).
    Metric {
        /// Different is different.
        Nominal = "nominal",
        /// By how many scores lie between them; for anchors, which have an order but no equal steps.
        Ordinal = "ordinal",
        /// By the square of their difference.
        Interval = "interval",
    }
}

/// The pairs of scores that were given to the same units. Those of several units or interviews are added up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Coincidences {
    /// Of each two different scores (the matrix above its diagonal, row by row), then what each score's row sums to: all that α
    /// needs, in one line so that thousands of them are added fast.
    cells: [f64; PAIRS + POINTS],
    units: u32,
}

impl Coincidences {
    /// The pairs within one unit. A unit with fewer than two rated scores has none and is not counted: nobody could agree.
    #[must_use]
    pub fn of_unit(scores: impl IntoIterator<Item = Score>) -> Self {
        let mut given = [0.0; POINTS];
        for points in scores.into_iter().filter_map(Score::points) {
            given[usize::from(points) - 1] += 1.0;
        }
        let sum: f64 = given.iter().sum();
        if sum < 2.0 {
            return Self::default();
        }
        let mut cells = [0.0; PAIRS + POINTS];
        for (cell, (c, k)) in cells.iter_mut().zip(different()) {
            *cell = given[c] * given[k] / (sum - 1.0);
        }
        // A score is paired with each of the others, so its row sums to how often it was given.
        cells[PAIRS..].copy_from_slice(&given);
        Self { cells, units: 1 }
    }

    /// Units with at least two scores.
    #[must_use]
    pub const fn units(&self) -> u32 {
        self.units
    }

    /// Krippendorff's α: 1 is perfect, 0 what chance gives, below 0 systematic disagreement. `None` where all scores are the same
    /// or there are none: without variation nobody can tell agreement from habit.
    #[must_use]
    pub fn alpha(&self, metric: Metric) -> Option<f64> {
        let marginals = &self.cells[PAIRS..];
        let (mut observed, mut expected) = (0.0, 0.0);
        for (pairs, (c, k)) in self.cells.iter().zip(different()) {
            let apart = distance(metric, c, k, marginals);
            observed += pairs * apart;
            expected += marginals[c] * marginals[k] * apart;
        }
        let sum: f64 = marginals.iter().sum();
        (expected > 0.0).then(|| 1.0 - (sum - 1.0) * observed / expected)
    }
}

/// Each two places of the scale, the lower first.
fn different() -> impl Iterator<Item = (usize, usize)> {
    (0..POINTS).flat_map(|c| (c + 1..POINTS).map(move |k| (c, k)))
}

/// δ² of the places `c` < `k` on the scale.
fn distance(metric: Metric, c: usize, k: usize, marginals: &[f64]) -> f64 {
    match metric {
        Metric::Nominal => 1.0,
        Metric::Ordinal => (marginals[c..=k].iter().sum::<f64>() - f64::midpoint(marginals[c], marginals[k])).powi(2),
        Metric::Interval => ((k - c) as f64).powi(2),
    }
}

impl AddAssign<&Self> for Coincidences {
    fn add_assign(&mut self, other: &Self) {
        for (to, from) in self.cells.iter_mut().zip(&other.cells) {
            *to += from;
        }
        self.units += other.units;
    }
}

impl<'a> Sum<&'a Self> for Coincidences {
    fn sum<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
        iter.fold(Self::default(), |mut sum, it| {
            sum += it;
            sum
        })
    }
}

#[cfg(test)]
#[path = "coincidence_test.rs"]
mod tests;
