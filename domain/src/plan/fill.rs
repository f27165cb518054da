//! The subset of questions that fills the minutes of a dimension best.

use super::Candidate;
use crate::Block;

/// The subset whose minutes come nearest to the capacity without going over (exact, by dynamic programming over minutes);
/// among equals the one with more questions, then with more blocks, then the earlier in the bank. `taken` are the blocks that
/// the dimension has already.
pub(super) fn fill<'a>(fits: &[&'a Candidate], capacity: u16, taken: &[Block]) -> Vec<&'a Candidate> {
    let mut best: Vec<Option<Vec<&Candidate>>> = vec![None; usize::from(capacity) + 1];
    best[0] = Some(Vec::new());
    for item in fits {
        let minutes = usize::from(item.minutes.max(1));
        for used in (minutes..best.len()).rev() {
            let Some(rest) = &best[used - minutes] else { continue };
            let mut with = rest.clone();
            with.push(item);
            if best[used].as_ref().is_none_or(|old| rank(&with, taken) > rank(old, taken)) {
                best[used] = Some(with);
            }
        }
    }
    best.into_iter().rev().flatten().next().unwrap_or_default()
}

/// More questions are better, then more different blocks.
fn rank(subset: &[&Candidate], taken: &[Block]) -> (usize, usize) {
    let mut blocks: Vec<Block> = subset.iter().map(|it| it.block).chain(taken.iter().copied()).collect();
    blocks.sort_unstable();
    blocks.dedup();
    (subset.len(), blocks.len())
}
