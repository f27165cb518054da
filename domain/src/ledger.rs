//! The standardisation ledger: what was asked, in which order, for how long, and where that differs from the plan. A fold
//! of the log without anybody's marks, so it is the same for whoever reads it.
//!
//! What the log says, and what follows from it:
//! - The room says which question is on the table (`Move`), so running time is booked without a gap: the parts are the total.
//! - A question counts as **asked** when the candidate was shown it or something beside it, when one of its follow-ups was asked, when a hint was
//!   given, or when it was on the table for half a minute at a stretch; leafing through the plan asks nothing.
//! - The log does not tell the opening from the first question, nor the close from the last. Both are allowed for: only
//!   what goes beyond the question's minutes *and* those is over.
//! - Of a clock that was not ended, the time up to the last event counts.

mod draft;
mod fold;
mod order;

use crate::{
    QuestionId,
    interview::{Event, Exhibit},
    plan::Plan,
};
use fold::Fold;
use std::collections::BTreeMap;

/// How one interview was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Every planned question: those that were asked in the order they were, then the others as planned.
    pub lines: Vec<Line>,
    /// Pauses, oldest first.
    pub pauses: Vec<Pause>,
    /// Running time of the clock, in ms: the sum of the lines.
    pub total: i64,
    /// Minutes of the plan, with opening and close.
    pub planned: u16,
    /// Was the clock started, and was it ended?
    pub clock: Course,
}

/// How far the clock got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Never started.
    Waiting,
    /// Started and not ended.
    Open,
    /// Ended.
    Ended,
}

/// One planned question. Points in time are running time of the clock in ms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which question.
    pub question: QuestionId,
    /// Its place in the plan, from 1.
    pub place: usize,
    /// Minutes set aside for it.
    pub minutes: u16,
    /// When it was taken up; `None` when it was not asked.
    pub asked: Option<i64>,
    /// When it was first shown to the candidate.
    pub shown: Option<i64>,
    /// How long it was on the table in all.
    pub spent: i64,
    /// Follow-ups that were asked, by their number from 0, and when.
    pub follow_ups: BTreeMap<u8, i64>,
    /// Hints that were given and not taken back, in their order.
    pub hints: Vec<Given>,
    /// What the candidate was shown beside it, and when first, in running time. A probe's result belongs to the question that
    /// was on the table.
    pub beside: Vec<(Exhibit, i64)>,
    /// Where it differs from the plan.
    pub deviations: Vec<Deviation>,
}

/// A hint that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// When, in running time.
    pub at: i64,
    /// What was said, in short; may be empty.
    pub text: String,
}

/// A difference from the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// Planned and not asked.
    NotAsked,
    /// Asked out of the planned order; the fewest questions that explain the order are marked.
    OutOfOrder,
    /// A minute or more beyond what was set aside, in ms.
    Over(i64),
    /// A minute or more short of it, in ms.
    Under(i64),
}

/// A stop of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Running time at which it began, in ms.
    pub at: i64,
    /// How long it was, in ms; `None` while it goes on.
    pub length: Option<i64>,
}

/// The ledger of an interview with this plan and log.
#[must_use]
pub fn of(plan: &Plan, log: &[Event]) -> Ledger {
    let mut fold = Fold::new(plan);
    for (step, event) in log.iter().enumerate() {
        fold.take(step, event);
    }
    let clock = fold.end();
    let mut lines = Vec::new();
    for (place, item) in plan.items.iter().enumerate() {
        let draft = fold.drafts.remove(&item.question).unwrap_or_default();
        let asked = draft.asked();
        let mut line = draft.line(item, place + 1);
        if fold.table.as_ref() == Some(&item.question) {
            // There is time left for what is on the table still.
            line.deviations.retain(|it| !matches!(it, Deviation::Under(_)));
        }
        lines.push((asked, line));
    }
    lines.sort_by_key(|(asked, line)| (asked.is_none(), *asked, line.place));
    let mut lines: Vec<Line> = lines.into_iter().map(|it| it.1).collect();
    order::mark(&mut lines);
    let core: u16 = plan.items.iter().map(|it| it.minutes).sum();
    let short: u16 = plan.short.iter().map(|it| it.minutes).sum();
    Ledger {
        total: lines.iter().map(|it| it.spent).sum(),
        lines,
        pauses: fold.pauses,
        planned: plan.opening + core + short + plan.close,
        clock,
    }
}

#[cfg(test)]
#[path = "ledger_test.rs"]
mod tests;
