//! Builds the plan of an interview: which questions, in which order, for how many minutes.

use crate::{Block, Dimension, Level, QuestionId, track::Track, weights};
use serde::{Deserialize, Serialize};

/// What the planner knows of a bank question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which question.
    pub question: QuestionId,
    /// Its subject area; the plan is spread over areas.
    pub block: Block,
    /// Which dimension it gives evidence about.
    pub dimension: Dimension,
    /// The levels it may be asked at, the primary one first.
    pub levels: Vec<Level>,
    /// How long it usually takes.
    pub minutes: u16,
}

/// One planned question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Which question.
    pub question: QuestionId,
    /// The dimension it counts into.
    pub dimension: Dimension,
    /// Minutes set aside for it.
    pub minutes: u16,
    /// The score expected at the interview's level, 1–5 (see [`expected`]).
    pub expected: u8,
}

/// The plan of one interview, frozen when the interview is created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The level it was built for.
    pub level: Level,
    /// What each dimension counts, as it was when the plan was built. Plans of before there were versions have the first.
    #[serde(default)]
    pub weights: weights::Version,
    /// Minutes of the opening.
    pub opening: u16,
    /// The questions, theory first, then practice, then architecture.
    pub items: Vec<Item>,
    /// Minutes of the close.
    pub close: u16,
    /// Core minutes that no question fills, by dimension; empty when the bank was enough.
    pub short: Vec<Short>,
}

/// Minutes of a dimension that the bank could not fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Short {
    /// The dimension that is short.
    pub dimension: Dimension,
    /// How many minutes are free.
    pub minutes: u16,
}

/// No question of the bank fits the level, or all of them were asked already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no question of the bank fits this level and was not asked before")]
pub struct Empty;

/// The score expected of a question at a level: 3 at the question's primary level, one more for each level above it
/// and one less for each below, within 1–5.
#[must_use]
pub fn expected(primary: Level, level: Level) -> u8 {
    let rank = |it: Level| Level::ALL.iter().position(|l| *l == it).unwrap_or(0);
    (3 + rank(level)).saturating_sub(rank(primary)).clamp(1, 5) as u8
}

/// Builds the plan of `level` from `bank`, leaving out what `asked` lists. The core is split by the weights.
///
/// Per dimension the subset is taken whose minutes come nearest to the track's without going over (exact, by dynamic
/// programming over minutes); among equals the one with more questions, then more blocks, then the earlier in the bank.
/// The result depends on nothing but the arguments, so candidates of one level get the same core.
///
/// # Errors
/// [`Empty`] when not a single question fits.
pub fn build(level: Level, weights: weights::Version, bank: &[Candidate], asked: &[QuestionId]) -> Result<Plan, Empty> {
    let track = Track::of(level).weighed(weights.weights);
    let mut plan =
        Plan { level, weights, opening: track.opening, items: Vec::new(), close: track.close, short: Vec::new() };
    for dimension in Dimension::ALL {
        let minutes = track.of_dimension(*dimension);
        let fits: Vec<&Candidate> = bank
            .iter()
            .filter(|it| it.dimension == *dimension && it.levels.contains(&level) && !asked.contains(&it.question))
            .collect();
        let chosen = fill(&fits, minutes);
        let used: u16 = chosen.iter().map(|it| it.minutes).sum();
        if used < minutes {
            plan.short.push(Short { dimension: *dimension, minutes: minutes - used });
        }
        plan.items.extend(chosen.into_iter().map(|it| Item {
            question: it.question.clone(),
            dimension: it.dimension,
            minutes: it.minutes,
            expected: expected(it.levels.first().copied().unwrap_or(level), level),
        }));
    }
    if plan.items.is_empty() { Err(Empty) } else { Ok(plan) }
}

/// Best subset for each number of minutes up to the capacity; see [`build`] for what "best" means.
fn fill<'a>(fits: &[&'a Candidate], capacity: u16) -> Vec<&'a Candidate> {
    let mut best: Vec<Option<Vec<&Candidate>>> = vec![None; usize::from(capacity) + 1];
    best[0] = Some(Vec::new());
    for item in fits {
        let minutes = usize::from(item.minutes.max(1));
        for used in (minutes..best.len()).rev() {
            let Some(rest) = &best[used - minutes] else { continue };
            let mut with = rest.clone();
            with.push(item);
            if best[used].as_ref().is_none_or(|old| rank(&with) > rank(old)) {
                best[used] = Some(with);
            }
        }
    }
    best.into_iter().rev().flatten().next().unwrap_or_default()
}

/// More questions are better, then more different blocks.
fn rank(subset: &[&Candidate]) -> (usize, usize) {
    let mut blocks: Vec<Block> = subset.iter().map(|it| it.block).collect();
    blocks.sort_unstable();
    blocks.dedup();
    (subset.len(), blocks.len())
}

#[cfg(test)]
#[path = "plan_test.rs"]
mod tests;
