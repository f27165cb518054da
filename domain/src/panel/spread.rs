//! Where raters saw different things: what a debrief talks about first.

use crate::{Score, UserId};

/// A spread that has to be talked through, in points.
pub const MUST_TALK: u8 = 2;
/// The share of pairs within one point that is aimed at.
pub const WITHIN_ONE_TARGET: f64 = 0.9;

/// How far the scores of one thing lie apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread<K> {
    /// Of what: a question, usually.
    pub of: K,
    /// The lowest score, 1–5.
    pub low: u8,
    /// The highest.
    pub high: u8,
    /// Raters who are [`MUST_TALK`] points or more from the median of the others, in the order given. Only from three scores
    /// on: of two who differ neither is the outlier.
    pub outliers: Vec<UserId>,
}

impl<K> Spread<K> {
    /// Points from the lowest to the highest.
    #[must_use]
    pub const fn points(&self) -> u8 {
        self.high - self.low
    }

    /// Must it be talked through?
    #[must_use]
    pub const fn must_be_talked_through(&self) -> bool {
        self.points() >= MUST_TALK
    }
}

/// The spreads of everything that at least one rater scored, widest first; as wide ones stay in the order given.
#[must_use]
pub fn spreads<K>(scored: Vec<(K, Vec<(UserId, Score)>)>) -> Vec<Spread<K>> {
    let mut all: Vec<Spread<K>> = scored.into_iter().filter_map(|(of, scores)| spread(of, &scores)).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.points()));
    all
}

fn spread<K>(of: K, scores: &[(UserId, Score)]) -> Option<Spread<K>> {
    let rated: Vec<(UserId, u8)> = scores.iter().filter_map(|(rater, it)| Some((*rater, it.points()?))).collect();
    let (low, high) = (rated.iter().map(|it| it.1).min()?, rated.iter().map(|it| it.1).max()?);
    let is_outlier = |at: usize| {
        let mut others: Vec<u8> = rated.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, it)| it.1).collect();
        others.sort_unstable();
        let count = others.len();
        // Twice the median, so that it stays whole between two scores.
        count >= 2 && (2 * rated[at].1).abs_diff(others[(count - 1) / 2] + others[count / 2]) >= 2 * MUST_TALK
    };
    let outliers = (0..rated.len()).filter(|at| is_outlier(*at)).map(|at| rated[at].0).collect();
    Some(Spread { of, low, high, outliers })
}

/// The share of all pairs of scores for the same thing that are at most one point apart, 0–1: the only number about agreement
/// that may be shown for one candidate. `None` when nothing was scored twice.
#[must_use]
pub fn within_one(scored: &[Vec<Score>]) -> Option<f64> {
    let (mut pairs, mut near) = (0_u32, 0_u32);
    for scores in scored {
        let points: Vec<u8> = scores.iter().filter_map(|it| it.points()).collect();
        for (at, one) in points.iter().enumerate() {
            for other in &points[at + 1..] {
                pairs += 1;
                near += u32::from(one.abs_diff(*other) <= 1);
            }
        }
    }
    (pairs > 0).then(|| f64::from(near) / f64::from(pairs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn scores(numbers: &[u8]) -> Vec<(UserId, Score)> {
        let user = |it: usize| UserId(Uuid::from_u128(it as u128));
        numbers.iter().enumerate().map(|(n, it)| (user(n), Score::try_from(*it).unwrap())).collect()
    }

    fn outliers(numbers: &[u8]) -> Vec<u128> {
        spread((), &scores(numbers)).unwrap().outliers.iter().map(|it| it.0.as_u128()).collect()
    }

    #[test]
    fn the_widest_come_first_and_nothing_else_moves() {
        let all = spreads(vec![
            ("a", scores(&[3, 3])),
            ("b", scores(&[4, 0])),
            ("c", scores(&[2, 4, 3])),
            ("d", scores(&[0, 0])),
            ("e", scores(&[1, 5])),
            ("f", scores(&[4, 2])),
        ]);
        assert_eq!(
            all.iter().map(|it| (it.of, it.points())).collect::<Vec<_>>(),
            [("e", 4), ("c", 2), ("f", 2), ("a", 0), ("b", 0)]
        );
        assert_eq!(all.iter().filter(|it| it.must_be_talked_through()).count(), 3);
    }

    #[test]
    fn an_outlier_is_far_from_what_the_others_agree_on() {
        assert_eq!(outliers(&[3, 3, 5]), [2]);
        assert_eq!(outliers(&[1, 4, 4, 4]), [0]);
        assert_eq!(outliers(&[2, 3, 4]), [0_u128; 0], "1.5 from the median of 3 and 4");
        assert_eq!(outliers(&[1, 5]), [0_u128; 0], "of two neither");
        assert_eq!(outliers(&[1, 5, 0]), [0_u128; 0], "not assessed is no score");
        assert_eq!(outliers(&[1, 1, 5, 5]), [0, 1, 2, 3], "two camps");
    }

    #[test]
    fn a_share_within_one_point() {
        let of = |rows: &[&[u8]]| {
            within_one(&rows.iter().map(|it| scores(it).iter().map(|it| it.1).collect()).collect::<Vec<Vec<_>>>())
        };
        assert_eq!(of(&[&[3, 4, 5], &[2, 2], &[1]]), Some(0.75));
        assert_eq!(of(&[&[3], &[4, 0]]), None);
    }

    proptest! {
        #[test]
        fn who_scores_does_not_matter(mut numbers in prop::collection::vec(0_u8..6, 1..6)) {
            let one = spread((), &scores(&numbers)).map(|it| (it.low, it.high, it.outliers.len()));
            numbers.reverse();
            prop_assert_eq!(one, spread((), &scores(&numbers)).map(|it| (it.low, it.high, it.outliers.len())));
        }
    }
}
