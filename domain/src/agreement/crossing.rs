//! Panels change, an intraclass correlation needs the same raters throughout: the largest part of the ratings that has them.

use super::Crossed;
use std::collections::{BTreeMap, BTreeSet};

/// One number by each rater who rated a candidate.
type Row<R> = BTreeMap<R, f64>;

/// The most ratings by the same raters of the same candidates, out of `rows` (one for each candidate). Tried are the panels that
/// occur and every pair within them; what a larger common part of two panels would add is not worth trying all subsets.
/// `None` when no two raters share two candidates.
#[must_use]
pub fn largest<R: Ord + Clone>(rows: &[Row<R>]) -> Option<Crossed> {
    let mut panels: BTreeMap<BTreeSet<&R>, usize> = BTreeMap::new();
    for row in rows {
        *panels.entry(row.keys().collect()).or_default() += 1;
    }
    let mut tried: BTreeSet<BTreeSet<&R>> = panels.keys().filter(|it| it.len() >= 2).cloned().collect();
    for panel in panels.keys() {
        for (at, one) in panel.iter().enumerate() {
            tried.extend(panel.iter().skip(at + 1).map(|other| BTreeSet::from([*one, *other])));
        }
    }
    let candidates = |raters: &BTreeSet<&R>| -> usize {
        panels.iter().filter(|(it, _)| it.is_superset(raters)).map(|(_, count)| count).sum()
    };
    let best = tried.iter().max_by_key(|raters| raters.len() * candidates(raters))?;
    let complete = rows.iter().filter_map(|row| best.iter().map(|rater| row.get(*rater).copied()).collect());
    Crossed::try_from(complete.collect::<Vec<Vec<f64>>>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(of: &[(char, f64)]) -> Row<char> {
        of.iter().copied().collect()
    }

    #[test]
    fn takes_the_panel_with_most_ratings() {
        let mut rows = vec![row(&[('a', 1.0), ('b', 2.0), ('c', 3.0)]); 3];
        rows.extend(vec![row(&[('a', 4.0), ('d', 5.0)]); 4]);
        let three = Crossed::try_from(vec![vec![1.0, 2.0, 3.0]; 3]).unwrap();
        assert_eq!(largest(&rows), Some(three), "9 ratings are more than 8");
        rows.push(row(&[('d', 5.0), ('a', 4.0)]));
        assert_eq!(largest(&rows), Some(Crossed::try_from(vec![vec![4.0, 5.0]; 5]).unwrap()), "10 are more than 9");
    }

    #[test]
    fn a_pair_that_never_sat_alone_is_found() {
        let with = |third: char| row(&[('a', 1.0), ('b', 2.0), (third, 3.0)]);
        let rows: Vec<_> = "cdefg".chars().map(with).collect();
        assert_eq!(largest(&rows), Some(Crossed::try_from(vec![vec![1.0, 2.0]; 5]).unwrap()));
    }

    #[test]
    fn strangers_have_no_common_part() {
        assert_eq!(largest::<char>(&[]), None);
        assert_eq!(largest(&[row(&[('a', 1.0)]), row(&[('a', 2.0)])]), None);
        assert_eq!(largest(&[row(&[('a', 1.0), ('b', 1.0)]), row(&[('a', 2.0), ('c', 1.0)])]), None);
    }
}
