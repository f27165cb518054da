//! The panel's number by formula: what the scorecards say together before anybody has talked.

use crate::composite::Mean;

/// Several scorecards' means as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Combined {
    /// Means by dimension, in the order of the scorecards: the mean of the raters' means, each rater counting once however many
    /// items they rated. A dimension that no rater has enough of stays insufficient. `composite::composite` takes them from here.
    pub means: Vec<Mean>,
    /// Scorecards that say something about at least one dimension.
    pub raters: u32,
}

/// Combines the [means](crate::composite::means) of one loop's scorecards: by arithmetic, never by impression (Kuncel et al. 2013).
#[must_use]
pub fn combined(scorecards: &[Vec<Mean>]) -> Combined {
    let mut means: Vec<Mean> = Vec::new();
    for of in scorecards.iter().flatten() {
        match means.iter_mut().find(|it| it.dimension == of.dimension) {
            Some(it) => {
                it.rated += of.rated;
                it.planned += of.planned;
            }
            None => means.push(*of),
        }
    }
    for it in &mut means {
        let given: Vec<f64> =
            scorecards.iter().flatten().filter(|of| of.dimension == it.dimension).filter_map(|of| of.mean).collect();
        it.mean = (!given.is_empty()).then(|| given.iter().sum::<f64>() / given.len() as f64);
    }
    let raters = scorecards.iter().filter(|card| card.iter().any(|it| it.mean.is_some())).count();
    Combined { means, raters: u32::try_from(raters).unwrap_or(u32::MAX) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Dimension, Score,
        composite::{Composite, composite, means},
        weights::Weights,
    };
    use proptest::prelude::*;

    /// One rater's scores: place of the dimension and number.
    type Card = Vec<(usize, u8)>;

    fn cards() -> impl Strategy<Value = Vec<Card>> {
        prop::collection::vec(prop::collection::vec((0_usize..3, 0_u8..6), 0..12), 1..5)
    }

    fn panel(cards: &[Card]) -> Composite {
        let of = |card: &Card| {
            let scores: Vec<_> = card.iter().map(|(d, n)| (Dimension::ALL[*d], Score::try_from(*n).ok())).collect();
            means(&scores)
        };
        composite(&combined(&cards.iter().map(of).collect::<Vec<_>>()).means, Weights::FIRST)
    }

    /// From where to where it may lie; the whole scale where there is no number.
    fn bounds(of: Composite) -> [f64; 2] {
        match of {
            Composite::Point(value) => [value, value],
            Composite::Range { low, high } => [low, high],
            Composite::Insufficient => [1.0, 5.0],
        }
    }

    #[test]
    fn each_rater_counts_once() {
        let of = |theory: &[u8]| {
            means(&theory.iter().map(|n| (Dimension::Theory, Score::try_from(*n).ok())).collect::<Vec<_>>())
        };
        let both = combined(&[of(&[2, 2, 2, 2]), of(&[4, 4]), of(&[5])]);
        assert_eq!(both.means[0], Mean { dimension: Dimension::Theory, rated: 7, planned: 7, mean: Some(3.0) });
        assert_eq!(both.raters, 2, "one item is not enough to count");
        assert_eq!(both.means[1].mean, None);
        assert_eq!(combined(&[]), Combined { means: vec![], raters: 0 });
    }

    proptest! {
        #[test]
        fn lies_between_the_raters(cards in cards()) {
            let all = bounds(panel(&cards));
            let alone: Vec<Composite> = cards.iter().map(|it| panel(std::slice::from_ref(it))).collect();
            prop_assert!(1.0 - 1e-9 <= all[0] && all[0] <= all[1] && all[1] <= 5.0 + 1e-9);
            if alone.iter().all(|it| matches!(it, Composite::Point(_))) {
                let values = alone.iter().map(|it| bounds(*it)[0]);
                prop_assert!(values.clone().fold(f64::MAX, f64::min) - 1e-9 <= all[0]);
                prop_assert!(all[1] <= values.fold(f64::MIN, f64::max) + 1e-9);
            }
        }

        #[test]
        fn never_falls_when_a_score_rises(cards in cards()) {
            let before = bounds(panel(&cards));
            let places = cards.iter().enumerate().flat_map(|(card, it)| (0..it.len()).map(move |at| (card, at)));
            for (card, at) in places.filter(|(card, at)| (1..5).contains(&cards[*card][*at].1)) {
                let mut better = cards.clone();
                better[card][at].1 += 1;
                let after = bounds(panel(&better));
                prop_assert!(after[0] >= before[0] - 1e-12 && after[1] >= before[1] - 1e-12);
            }
        }

        #[test]
        fn order_changes_nothing(cards in cards(), turn in 0_usize..5) {
            let mut other = cards.clone();
            other.rotate_left(turn % cards.len());
            other.iter_mut().for_each(|it| it.reverse());
            let (one, two) = (bounds(panel(&cards)), bounds(panel(&other)));
            prop_assert!((one[0] - two[0]).abs() < 1e-9 && (one[1] - two[1]).abs() < 1e-9);
        }
    }
}
