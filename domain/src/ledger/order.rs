//! Which questions were asked out of order: the fewest that, taken out, leave the rest as planned.

use super::{Deviation, Line};

/// Marks them. The lines that were asked stand first, in the order they were.
pub(super) fn mark(lines: &mut [Line]) {
    let asked = lines.iter().take_while(|it| it.asked.is_some()).count();
    let lines = lines.get_mut(..asked).unwrap_or_default();
    let places: Vec<usize> = lines.iter().map(|it| it.place).collect();
    for (line, kept) in lines.iter_mut().zip(kept(&places)) {
        if !kept {
            line.deviations.insert(0, Deviation::OutOfOrder);
        }
    }
}

/// A longest rising subsequence: true for what belongs to it. Plans are short, so comparing all pairs is cheap.
fn kept(places: &[usize]) -> Vec<bool> {
    // For each end: how long, and where the one before it is.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let before = (0..at).filter(|it| places[*it] < *place).max_by_key(|it| best[*it].0);
        best.push((before.map_or(1, |it| best[it].0 + 1), before));
    }
    let mut kept = vec![false; places.len()];
    let mut next = (0..best.len()).max_by_key(|it| best[*it].0);
    while let Some(at) = next {
        kept[at] = true;
        next = best[at].1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_are_out_of_order() {
        let out = |places: &[usize]| {
            let kept = kept(places);
            places.iter().zip(kept).filter(|it| !it.1).map(|it| *it.0).collect::<Vec<_>>()
        };
        assert_eq!(out(&[]), [0; 0]);
        assert_eq!(out(&[1, 2, 4]), [0; 0]);
        assert_eq!(out(&[3, 1, 2]), [3]);
        assert_eq!(out(&[2, 3, 1]), [1]);
        assert_eq!(out(&[1, 4, 2, 3, 5]), [4]);
        assert_eq!(out(&[3, 2, 1]).len(), 2);
    }
}
