//! Who moved towards whom between the independent numbers and the consensus.

use super::Settled;
use crate::UserId;

/// Points below which nobody moved: the consensus is in tenths, a mean is not.
const STAYED: f64 = 0.05 + 1e-9;

/// What happened to a dimension in the debrief.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    /// Points from the number by formula to the consensus: how far talking took the panel from its scores.
    pub from_formula: f64,
    /// Each rater's way, in the order of [`Settled::independent`].
    pub raters: Vec<Moved>,
}

/// One rater's way to the consensus.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Who.
    pub rater: UserId,
    /// Points from their own number to the consensus; positive is up. Exactly 0 where they stayed, give or take the rounding.
    pub points: f64,
    /// Towards whom: those whose own number lay on that side of theirs. Empty for who stayed, and for who went further than
    /// anybody had been.
    pub towards: Vec<UserId>,
}

impl Settled {
    /// Who moved towards whom.
    #[must_use]
    pub fn movement(&self) -> Movement {
        let agreed = self.consensus().points();
        let moved = |(rater, own): &(UserId, f64)| {
            let way = agreed - own;
            let points = if way.abs() <= STAYED { 0.0 } else { way };
            let lies_there = |other: f64| points * (other - own) > 0.0 && (other - own).abs() > STAYED;
            let towards = self.independent().iter().filter(|(_, it)| lies_there(*it)).map(|(who, _)| *who).collect();
            Moved { rater: *rater, points, towards }
        };
        Movement { from_formula: agreed - self.formula(), raters: self.independent().iter().map(moved).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dimension, panel::Consensus};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn settled(own: &[f64], tenths: u8) -> Settled {
        let independent = own.iter().enumerate().map(|(n, it)| (UserId(Uuid::from_u128(n as u128)), *it)).collect();
        Settled::new(Dimension::Theory, independent, Consensus::try_from(tenths).unwrap()).unwrap()
    }

    fn towards(of: &Moved) -> Vec<u128> {
        of.towards.iter().map(|it| it.0.as_u128()).collect()
    }

    #[test]
    fn two_came_to_the_third() {
        let movement = settled(&[2.0, 2.5, 4.0], 40).movement();
        assert!((movement.from_formula - 7.0 / 6.0).abs() < 1e-12);
        assert_eq!(movement.raters.iter().map(|it| it.points).collect::<Vec<_>>(), [2.0, 1.5, 0.0]);
        assert_eq!(movement.raters.iter().map(towards).collect::<Vec<_>>(), [vec![1, 2], vec![2], vec![]]);
    }

    #[test]
    fn rounding_is_no_movement_and_beyond_everybody_is_towards_nobody() {
        let rounded = settled(&[10.0 / 3.0, 3.35], 33).movement();
        assert!(rounded.raters.iter().all(|it| it.points.abs() < f64::EPSILON && it.towards.is_empty()), "{rounded:?}");
        let beyond = settled(&[3.0, 3.0], 45).movement();
        assert!(beyond.raters.iter().all(|it| it.points > 1.4 && it.towards.is_empty()));
    }

    proptest! {
        #[test]
        fn everybody_ends_at_the_consensus(own in prop::collection::vec(1.0_f64..=5.0, 1..6), tenths in 10_u8..=50) {
            let settled = settled(&own, tenths);
            let movement = settled.movement();
            let agreed = settled.consensus().points();
            for (it, own) in movement.raters.iter().zip(&own) {
                prop_assert!((own + it.points - agreed).abs() <= STAYED);
                prop_assert!(!it.towards.contains(&it.rater));
            }
            let mean = movement.raters.iter().map(|it| it.points).sum::<f64>() / own.len() as f64;
            prop_assert!((mean - movement.from_formula).abs() <= STAYED);
        }
    }
}
