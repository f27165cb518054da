//! α against the values in print, and what must hold for any scores.

use super::*;
use proptest::prelude::*;

/// The sum over units; 0 is a missing cell.
fn all(units: &[Vec<u8>]) -> Coincidences {
    let parts: Vec<Coincidences> =
        units.iter().map(|unit| Coincidences::of_unit(unit.iter().map(|n| Score::try_from(*n).unwrap()))).collect();
    parts.iter().sum()
}

/// Krippendorff (2011), section C: 4 observers, 12 units, 7 missing cells; one unit has a single value and drops out.
fn published() -> Coincidences {
    let observers = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];
    all(&(0..12).map(|unit| observers.iter().map(|it| it[unit]).collect()).collect::<Vec<_>>())
}

#[test]
fn gives_what_krippendorff_published() {
    let data = published();
    assert_eq!(data.units(), 11);
    for (metric, printed) in [(Metric::Nominal, 0.743), (Metric::Ordinal, 0.815), (Metric::Interval, 0.849)] {
        let alpha = data.alpha(metric).unwrap();
        assert!((alpha - printed).abs() < 0.0005, "{metric}: {alpha}");
    }
}

#[test]
fn nothing_to_tell_agreement_by_gives_no_number() {
    for units in [vec![], vec![vec![3]], vec![vec![3, 0], vec![0, 0, 4]], vec![vec![3, 3], vec![3, 3, 3]]] {
        assert_eq!(all(&units).alpha(Metric::Ordinal), None, "{units:?}");
    }
    assert_eq!(all(&[vec![3, 0], vec![0, 0, 4], vec![2, 3]]).units(), 1);
}

fn units() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(0_u8..6, 2..6), 1..20)
}

proptest! {
    #[test]
    fn is_at_most_one_and_one_only_without_any_disagreement(units in units()) {
        let agreed = units.iter().all(|unit| {
            let mut rated = unit.iter().filter(|it| **it > 0);
            let first = rated.next();
            rated.all(|it| Some(it) == first)
        });
        for metric in Metric::ALL {
            if let Some(alpha) = all(&units).alpha(*metric) {
                prop_assert!(alpha <= 1.0 + 1e-12 && alpha.is_finite());
                prop_assert_eq!((alpha - 1.0).abs() < 1e-12, agreed, "{}: {}", metric, alpha);
            }
        }
    }

    #[test]
    fn neither_the_order_of_raters_nor_of_units_matters(units in units(), turn in 0_usize..20) {
        let mut other = units.clone();
        let by = turn % other.len();
        other.rotate_left(by);
        other.iter_mut().for_each(|it| it.reverse());
        for metric in Metric::ALL {
            match (all(&units).alpha(*metric), all(&other).alpha(*metric)) {
                (Some(one), Some(two)) => prop_assert!((one - two).abs() < 1e-9),
                (one, two) => prop_assert_eq!(one, two),
            }
        }
    }

    #[test]
    fn turning_the_scale_round_changes_nothing(units in units()) {
        let turned: Vec<Vec<u8>> =
            units.iter().map(|it| it.iter().map(|n| if *n == 0 { 0 } else { 6 - n }).collect()).collect();
        for metric in Metric::ALL {
            match (all(&units).alpha(*metric), all(&turned).alpha(*metric)) {
                (Some(one), Some(two)) => prop_assert!((one - two).abs() < 1e-9),
                (one, two) => prop_assert_eq!(one, two),
            }
        }
    }
}
