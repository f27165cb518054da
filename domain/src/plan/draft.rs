//! A plan that is still being made: an ordered choice of questions, some of them pinned.
//!
//! Questions stand by dimension, theory first, and move only within their own: which dimension a question counts into is the
//! question's own matter, and the room keeps one clock for each dimension.

use super::{Balance, Candidate, Edit, Empty, ExtraTime, Item, Misfit, Plan, Short, Stock, expected, fill::fill};
use crate::{Block, Dimension, QuestionId};

/// Most questions of a draft. The longest track has 75 minutes of core, and the shortest questions take three.
pub const ITEMS_MAX: usize = 30;

/// A question in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked<'a> {
    /// The question.
    pub of: &'a Candidate,
    /// Does it survive a rebuild?
    pub pinned: bool,
}

/// A plan that is still being made. No question is in it twice, and all of them are of its stock.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    stock: Stock<'a>,
    items: Vec<Picked<'a>>,
}

impl<'a> Draft<'a> {
    /// What the bank gives. It depends on nothing but the stock, so candidates of one level get the same core.
    #[must_use]
    pub fn built(stock: Stock<'a>) -> Self {
        let mut draft = Self { stock, items: Vec::new() };
        draft.rebuild();
        draft
    }

    /// A draft that was written down, and what of it cannot stay.
    #[must_use]
    pub fn read(stock: Stock<'a>, questions: &[QuestionId], pins: &[QuestionId]) -> (Self, Vec<(QuestionId, Misfit)>) {
        let mut draft = Self { stock, items: Vec::new() };
        let mut dropped = Vec::new();
        for id in questions {
            if let Err(why) = draft.add(id) {
                dropped.push((id.clone(), why));
            }
        }
        for it in &mut draft.items {
            it.pinned = pins.contains(&it.of.question);
        }
        (draft, dropped)
    }

    /// The questions in the order in which they are asked.
    #[must_use]
    pub fn items(&self) -> &[Picked<'a>] {
        &self.items
    }

    /// The questions of one dimension in their order.
    pub fn of(&self, dimension: Dimension) -> impl Iterator<Item = &Picked<'a>> {
        self.items.iter().filter(move |it| it.of.dimension == dimension)
    }

    /// The ids in their order.
    #[must_use]
    pub fn questions(&self) -> Vec<QuestionId> {
        self.items.iter().map(|it| it.of.question.clone()).collect()
    }

    /// The ids of those that survive a rebuild.
    #[must_use]
    pub fn pins(&self) -> Vec<QuestionId> {
        self.items.iter().filter(|it| it.pinned).map(|it| it.of.question.clone()).collect()
    }

    /// Changes one thing. On `Err` the draft is as before; what is asked of a question that is not in it changes nothing.
    ///
    /// # Errors
    /// [`Misfit`] says why a question cannot come in.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Misfit> {
        match edit {
            Edit::Up(id) => self.shift(id, |at| at.saturating_sub(1)),
            Edit::Down(id) => self.shift(id, |at| at + 1),
            Edit::Place(id, to) => self.shift(id, |_| *to),
            Edit::Pin(id) => self.pin(id, true),
            Edit::Unpin(id) => self.pin(id, false),
            Edit::Remove(id) => self.items.retain(|it| it.of.question != *id),
            Edit::Swap(out, id) => return self.swap(out, id),
            Edit::Add(id) => return self.add(id),
            Edit::Rebuild => self.rebuild(),
        }
        Ok(())
    }

    /// The minutes of each dimension against the track.
    #[must_use]
    pub fn balance(&self) -> Vec<Balance> {
        let track = self.stock.track();
        let of = |it: &Dimension| Balance {
            dimension: *it,
            questions: self.of(*it).count(),
            planned: self.of(*it).map(|it| it.of.minutes).sum(),
            core: track.of_dimension(*it),
        };
        Dimension::ALL.iter().map(of).collect()
    }

    /// What could be asked instead of a question: of its dimension and not in the draft, the best first. Better is what
    /// leaves the dimension nearer to its core, then whose block is rarer among the other questions, then the earlier in the
    /// bank.
    #[must_use]
    pub fn alternatives(&self, id: &QuestionId) -> Vec<&'a Candidate> {
        let Some(out) = self.items.iter().find(|it| it.of.question == *id) else { return Vec::new() };
        let dimension = out.of.dimension;
        let core = self.stock.track().of_dimension(dimension);
        let others: u16 = self.of(dimension).map(|it| it.of.minutes).sum::<u16>() - out.of.minutes;
        let alike = |block: Block| self.items.iter().filter(|it| it.of.block == block && *it != out).count();
        let mut found: Vec<_> = self.addable(dimension).collect();
        found.sort_by_key(|it| (core.abs_diff(others + it.minutes), alike(it.block)));
        found
    }

    /// What could be added to a dimension, in the order of the bank.
    pub fn addable(&self, dimension: Dimension) -> impl Iterator<Item = &'a Candidate> {
        self.stock.of(dimension).filter(|it| !self.has(&it.question))
    }

    /// The plan as it would be kept, without extra time.
    ///
    /// # Errors
    /// [`Empty`] when there is not a single question.
    pub fn plan(&self) -> Result<Plan, Empty> {
        let Stock { level, weights, .. } = self.stock;
        let track = self.stock.track();
        let item = |it: &Picked<'_>| Item {
            question: it.of.question.clone(),
            dimension: it.of.dimension,
            minutes: it.of.minutes,
            expected: expected(it.of.levels.first().copied().unwrap_or(level), level),
        };
        let short = self.balance().into_iter().filter(|it| it.short() > 0);
        let plan = Plan {
            level,
            weights,
            opening: track.opening,
            items: self.items.iter().map(item).collect(),
            close: track.close,
            short: short.map(|it| Short { dimension: it.dimension, minutes: it.short() }).collect(),
            extra: ExtraTime::None,
            template: None,
        };
        if plan.items.is_empty() { Err(Empty) } else { Ok(plan) }
    }

    fn has(&self, id: &QuestionId) -> bool {
        self.items.iter().any(|it| it.of.question == *id)
    }

    /// A question that may come in.
    fn newcomer(&self, id: &QuestionId) -> Result<&'a Candidate, Misfit> {
        if self.has(id) { Err(Misfit::Twice) } else { self.stock.find(id) }
    }

    /// Puts a question behind the last of its dimension.
    fn add(&mut self, id: &QuestionId) -> Result<(), Misfit> {
        let of = self.newcomer(id)?;
        if self.items.len() >= ITEMS_MAX {
            return Err(Misfit::Full);
        }
        let at = self.items.partition_point(|it| it.of.dimension <= of.dimension);
        self.items.insert(at, Picked { of, pinned: false });
        Ok(())
    }

    fn swap(&mut self, out: &QuestionId, id: &QuestionId) -> Result<(), Misfit> {
        let of = self.newcomer(id)?;
        // Only for one of its dimension: anything else would be a removal and an addition.
        if let Some(it) = self.items.iter_mut().find(|it| it.of.question == *out && it.of.dimension == of.dimension) {
            *it = Picked { of, pinned: false };
        }
        Ok(())
    }

    fn pin(&mut self, id: &QuestionId, pinned: bool) {
        self.items.iter_mut().filter(|it| it.of.question == *id).for_each(|it| it.pinned = pinned);
    }

    /// Moves a question to the place in its dimension that `to` makes of the present one.
    fn shift(&mut self, id: &QuestionId, to: impl Fn(usize) -> usize) {
        let Some(from) = self.items.iter().position(|it| it.of.question == *id) else { return };
        let dimension = self.items[from].of.dimension;
        let first = self.items.partition_point(|it| it.of.dimension < dimension);
        let last = self.items.partition_point(|it| it.of.dimension <= dimension) - 1;
        let to = first.saturating_add(to(from - first)).min(last);
        let it = self.items.remove(from);
        self.items.insert(to, it);
    }

    /// Fills each dimension anew around what is pinned, which keeps its place.
    fn rebuild(&mut self) {
        let track = self.stock.track();
        let mut items = Vec::new();
        for dimension in Dimension::ALL {
            let before: Vec<Picked<'_>> = self.of(*dimension).copied().collect();
            let pinned = before.iter().enumerate().filter(|(_, it)| it.pinned);
            let taken: u16 = pinned.clone().map(|(_, it)| it.of.minutes).sum();
            let blocks: Vec<Block> = pinned.clone().map(|(_, it)| it.of.block).collect();
            let fits: Vec<&Candidate> = self
                .stock
                .of(*dimension)
                .filter(|it| !before.iter().any(|held| held.pinned && held.of.question == it.question))
                .collect();
            let chosen = fill(&fits, track.of_dimension(*dimension).saturating_sub(taken), &blocks);
            let mut anew: Vec<Picked<'_>> = chosen.into_iter().map(|of| Picked { of, pinned: false }).collect();
            for (at, it) in pinned {
                anew.insert(at.min(anew.len()), *it);
            }
            items.append(&mut anew);
        }
        self.items = items;
    }
}

#[cfg(test)]
#[path = "draft_test.rs"]
mod tests;
