//! The plan of an interview: which questions, in which order, for how many minutes. A [`Draft`] is edited, a [`Plan`] is kept.

mod balance;
mod draft;
mod edit;
mod extra;
mod fill;
mod stock;

pub use balance::Balance;
pub use draft::{Draft, ITEMS_MAX, Picked};
pub use edit::{Edit, Unreadable};
pub use extra::ExtraTime;
pub use stock::{Misfit, Stock};

use crate::{Block, Dimension, Level, QuestionId, TemplateId, weights};
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
    /// Minutes set aside for it, extra time included.
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
    /// The extra time that was agreed on. All minutes of this plan have it in them already; scores know nothing of it.
    #[serde(default)]
    pub extra: ExtraTime,
    /// The template that the draft began with, if it began with one; the questions may have been changed since.
    #[serde(default)]
    pub template: Option<TemplateId>,
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

/// The plan of `level` as the bank gives it, leaving out what `asked` lists: [`Draft::built`], with nothing changed.
///
/// # Errors
/// [`Empty`] when not a single question fits.
pub fn build(level: Level, weights: weights::Version, bank: &[Candidate], asked: &[QuestionId]) -> Result<Plan, Empty> {
    Draft::built(Stock { level, weights, bank, asked }).plan()
}

#[cfg(test)]
#[path = "plan_test.rs"]
mod tests;
