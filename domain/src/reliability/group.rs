//! Candidates whose bands meet are a group, not a rank.

use super::Band;

/// Scorecards below which a candidate is not placed among others.
pub const RANKED_FROM: u32 = 3;

/// Why somebody is not placed among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Fewer than [`RANKED_FROM`] scorecards.
    FewScorecards,
    /// No dimension has enough rated items for a composite.
    Insufficient,
}

/// Somebody who is not placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apart<K> {
    /// Who.
    pub who: K,
    /// Why not.
    pub why: Why,
}

/// Where the candidates of one level stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<K> {
    /// The groups, highest first. Within a group the order is that of the keys and says nothing.
    pub groups: Vec<Vec<K>>,
    /// Who is not placed, in the order of the keys.
    pub apart: Vec<Apart<K>>,
}

/// Puts candidates into groups, each given with their scorecards and, if there is one, their band.
///
/// A group is whoever is joined by a chain of bands that meet. Its ends may differ from each other, but whoever is in another
/// group differs from everybody in this one: the order of groups never says more than was measured. (Fixed bands below the best
/// candidate, Cascio et al. 1991, would part two people a hundredth of a point from each other where the edge falls.)
#[must_use]
pub fn standing<K: Ord>(candidates: impl IntoIterator<Item = (K, u32, Option<Band>)>) -> Standing<K> {
    let (mut placed, mut apart) = (Vec::new(), Vec::new());
    for (who, scorecards, band) in candidates {
        match band {
            _ if scorecards < RANKED_FROM => apart.push(Apart { who, why: Why::FewScorecards }),
            None => apart.push(Apart { who, why: Why::Insufficient }),
            Some(band) => placed.push((band.interval(), who)),
        }
    }
    apart.sort_by(|a, b| a.who.cmp(&b.who));
    placed.sort_by(|(a, _), (b, _)| b.high.total_cmp(&a.high));
    let mut groups: Vec<Vec<K>> = Vec::new();
    let mut reach = f64::INFINITY;
    for (band, who) in placed {
        match groups.last_mut() {
            Some(group) if band.high >= reach => {
                group.push(who);
                reach = reach.min(band.low);
            }
            _ => {
                groups.push(vec![who]);
                reach = band.low;
            }
        }
    }
    groups.iter_mut().for_each(|it| it.sort());
    Standing { groups, apart }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        composite::Composite,
        reliability::{Measure, Sources},
    };
    use proptest::prelude::*;

    fn candidate(who: usize, value: f64, raters: u32) -> (usize, u32, Option<Band>) {
        let sources = Sources::separate(raters).unwrap();
        (who, raters, Band::of(Composite::Point(value), &Measure::default(), sources))
    }

    #[test]
    fn one_band_is_a_group_and_not_a_rank() {
        let all = [candidate(3, 4.4, 3), candidate(1, 2.1, 3), candidate(2, 3.6, 3), candidate(0, 1.9, 3)];
        assert_eq!(standing(all).groups, [vec![2, 3], vec![0, 1]]);
    }

    #[test]
    fn nobody_is_placed_below_three_scorecards() {
        let all = [candidate(2, 4.4, 3), candidate(1, 1.2, 2), (0, 4, None), (3, 1, None)];
        let of = standing(all);
        assert_eq!(of.groups, [vec![2]]);
        let why = |who, why| Apart { who, why };
        assert_eq!(of.apart, [why(0, Why::Insufficient), why(1, Why::FewScorecards), why(3, Why::FewScorecards)]);
    }

    proptest! {
        #[test]
        fn groups_differ_throughout_and_their_order_is_real(
            values in prop::collection::vec((1.0_f64..=5.0, 3_u32..8), 1..12), turn in 0_usize..12
        ) {
            let all: Vec<_> = values.iter().enumerate().map(|(n, (value, raters))| candidate(n, *value, *raters)).collect();
            let of = standing(all.clone());
            let band = |who: &usize| all[*who].2.unwrap();
            for (at, group) in of.groups.iter().enumerate() {
                for lower in &of.groups[at + 1..] {
                    for (a, b) in group.iter().flat_map(|a| lower.iter().map(move |b| (a, b))) {
                        prop_assert!(band(a).differs_from(band(b)) && values[*a].0 > values[*b].0);
                    }
                }
                let linked = |a: &usize| group.len() == 1 || group.iter().any(|b| a != b && !band(a).differs_from(band(b)));
                prop_assert!(group.iter().all(linked));
            }
            prop_assert_eq!(of.groups.iter().map(Vec::len).sum::<usize>(), values.len());
            let mut turned = all.clone();
            turned.rotate_left(turn % values.len());
            prop_assert_eq!(standing(turned), of);
        }
    }
}
