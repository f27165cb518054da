//! The composite: Σ weight · mean of each dimension, honest about what was not rated.

use crate::{Dimension, Score, weights::Weights};
use serde::{Deserialize, Serialize};

/// Rated items that a dimension needs before its mean says anything.
pub const ENOUGH: usize = 2;

/// The mean of one dimension.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Mean {
    /// Which dimension.
    pub dimension: Dimension,
    /// How many of its items were rated.
    pub rated: usize,
    /// How many were planned.
    pub planned: usize,
    /// Mean of the rated items, 1–5; `None` when fewer than [`ENOUGH`] were rated: *insufficient*.
    pub mean: Option<f64>,
}

/// The composite on the scale of scores, 1–5.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Composite {
    /// Every dimension has enough rated items.
    Point(f64),
    /// At least one dimension is insufficient; it could still be anything from 1 to 5.
    Range {
        /// The composite if every insufficient dimension came out at 1.
        low: f64,
        /// The composite if every insufficient dimension came out at 5.
        high: f64,
    },
    /// No dimension has enough rated items: no number is shown.
    Insufficient,
}

/// Means by dimension, in the order theory, practice, architecture.
#[must_use]
pub fn means(scores: &[(Dimension, Option<Score>)]) -> Vec<Mean> {
    Dimension::ALL
        .iter()
        .map(|dimension| {
            let of: Vec<Option<Score>> =
                scores.iter().filter(|(d, _)| d == dimension).map(|(_, score)| *score).collect();
            let points: Vec<f64> = of.iter().filter_map(|it| it.and_then(Score::points)).map(f64::from).collect();
            let mean = (points.len() >= ENOUGH).then(|| points.iter().sum::<f64>() / points.len() as f64);
            Mean { dimension: *dimension, rated: points.len(), planned: of.len(), mean }
        })
        .collect()
}

/// The composite of the given means.
#[must_use]
pub fn composite(means: &[Mean], weights: Weights) -> Composite {
    if means.iter().all(|it| it.mean.is_none()) {
        return Composite::Insufficient;
    }
    let with = |missing: f64| -> f64 {
        means.iter().map(|it| f64::from(weights.of(it.dimension)) * it.mean.unwrap_or(missing)).sum::<f64>() / 100.0
    };
    if means.iter().all(|it| it.mean.is_some()) {
        Composite::Point(with(0.0))
    } else {
        Composite::Range { low: with(1.0), high: with(5.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rated(dimension: Dimension, numbers: &[u8]) -> Vec<(Dimension, Option<Score>)> {
        numbers.iter().map(|n| (dimension, Some(Score::try_from(*n).unwrap()))).collect()
    }

    #[test]
    fn weighs_thirty_forty_thirty() {
        let mut scores = rated(Dimension::Theory, &[3, 4]);
        scores.extend(rated(Dimension::Practice, &[4, 4]));
        scores.extend(rated(Dimension::Architecture, &[2, 3]));
        let Composite::Point(value) = composite(&means(&scores), Weights::FIRST) else { panic!("not a point") };
        assert!((value - (0.3 * 3.5 + 0.4 * 4.0 + 0.3 * 2.5)).abs() < 1e-12);
    }

    #[test]
    fn one_rated_item_is_insufficient_and_the_composite_a_range() {
        let mut scores = rated(Dimension::Theory, &[3, 3]);
        scores.extend(rated(Dimension::Practice, &[4, 4]));
        scores.extend(rated(Dimension::Architecture, &[5, 0]));
        let means = means(&scores);
        assert_eq!((means[2].rated, means[2].planned, means[2].mean), (1, 2, None));
        let Composite::Range { low, high } = composite(&means, Weights::FIRST) else { panic!("not a range") };
        assert!((low - 2.8).abs() < 1e-12 && (high - 4.0).abs() < 1e-12, "{low} {high}");
    }

    #[test]
    fn nothing_rated_gives_no_number() {
        assert_eq!(
            composite(
                &means(&[(Dimension::Theory, None), (Dimension::Practice, Some(Score::NotAssessed))]),
                Weights::FIRST
            ),
            Composite::Insufficient
        );
    }

    proptest! {
        #[test]
        fn stays_on_the_scale(
            numbers in prop::collection::vec((0_usize..3, 0_u8..6), 0..20),
            (theory, practice) in (1_u8..99).prop_flat_map(|it| (Just(it), 1..100 - it)),
        ) {
            let weights = Weights::try_from([theory, practice, 100 - theory - practice]).unwrap();
            let scores: Vec<_> = numbers.iter().map(|(d, n)| (Dimension::ALL[*d], Score::try_from(*n).ok())).collect();
            match composite(&means(&scores), weights) {
                Composite::Point(value) => prop_assert!((1.0 - 1e-9..=5.0 + 1e-9).contains(&value)),
                Composite::Range { low, high } => prop_assert!(1.0 - 1e-9 <= low && low < high && high <= 5.0 + 1e-9),
                Composite::Insufficient => {}
            }
        }
    }
}
