//! The plan against the clock: which part is on, how long each took, when it will all end, and how much is left.
//!
//! The log does not say when the opening ends: the room stands on the first question from the start. So the opening is what
//! was spent there, up to its minutes; whoever goes on to another question earlier has ended it earlier. Nothing here locks
//! anything: running out of time is said, and no more.

use super::State;
use crate::{Dimension, QuestionId, Timestamp, plan::Item, time::MINUTE};

/// A part of the interview as planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Welcome and background.
    Opening,
    /// The questions of one dimension.
    Core(Dimension),
    /// The candidate's questions, next steps.
    Close,
}

/// A part against its minutes, both in ms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Which part.
    pub part: Part,
    /// What the plan gives it.
    pub planned: i64,
    /// What it took so far.
    pub spent: i64,
}

/// How little is left, worth a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// Five minutes or less.
    Five,
    /// Two minutes or less.
    Two,
    /// Nothing.
    Nothing,
}

impl Left {
    /// What there is to say of so many milliseconds out of so many. A part that has no more minutes than a warning would
    /// come with is not warned of as it begins.
    #[must_use]
    pub const fn of(left: i64, planned: i64) -> Option<Self> {
        match left {
            ..=0 => Some(Self::Nothing),
            it if it <= 2 * MINUTE && planned > 2 * MINUTE => Some(Self::Two),
            it if it <= 5 * MINUTE && planned > 5 * MINUTE => Some(Self::Five),
            _ => None,
        }
    }
}

impl Stretch {
    /// What is left of its minutes in ms; negative when they are used up.
    #[must_use]
    pub const fn left(&self) -> i64 {
        self.planned - self.spent
    }
}

const fn ms(minutes: u16) -> i64 {
    minutes as i64 * MINUTE
}

impl State {
    /// All that is planned, in ms.
    #[must_use]
    pub fn planned(&self) -> i64 {
        let core: i64 = Dimension::ALL.iter().map(|it| self.planned_for(*it)).sum();
        ms(self.plan.opening) + core + ms(self.plan.close)
    }

    /// The part that is on. A close is never on by itself: no question stands for it.
    #[must_use]
    pub fn part(&self, now: Timestamp) -> Part {
        match self.on_table() {
            Some(item) if !self.is_first(&item.question) || self.opening_over(now) => Part::Core(item.dimension),
            _ => Part::Opening,
        }
    }

    /// A part against its minutes.
    #[must_use]
    pub fn stretch(&self, part: Part, now: Timestamp) -> Stretch {
        let (planned, spent) = match part {
            Part::Opening => (ms(self.plan.opening), self.opening(now)),
            Part::Core(dimension) => {
                let items = self.plan.items.iter().filter(|it| it.dimension == dimension);
                (self.planned_for(dimension), items.map(|it| self.asked_for(&it.question, now)).sum())
            }
            Part::Close => (ms(self.plan.close), 0),
        };
        Stretch { part, planned, spent }
    }

    /// Running time at which the interview ends if every question from the one on the table on takes what the plan gives
    /// it. What goes beyond a question's minutes uses up those of its dimension that no question fills; beyond the last
    /// question's, it is the close.
    #[must_use]
    pub fn projected(&self, now: Timestamp) -> i64 {
        let elapsed = self.clock.elapsed(now);
        let Some(on) = self.on_table().filter(|_| self.clock.finished.is_none()) else { return elapsed };
        let opening = if self.opening_over(now) { 0 } else { ms(self.plan.opening) - self.opening(now) };
        let coming = || self.plan.items.iter().skip_while(|it| *it != on);
        let left = |it: &Item| (ms(it.minutes) - self.asked_for(&it.question, now)).max(0);
        let over = (self.asked_for(&on.question, now) - ms(on.minutes)).max(0);
        let free = |here| {
            let short = self.plan.short.iter().filter(|it| it.dimension >= on.dimension);
            short.filter(|it| (it.dimension == on.dimension) == here).map(|it| ms(it.minutes)).sum::<i64>()
        };
        let close = ms(self.plan.close);
        let rest =
            if coming().count() > 1 { (free(true) - over).max(0) + close } else { (free(true) + close - over).max(0) };
        elapsed + opening + coming().map(left).sum::<i64>() + free(false) + rest
    }

    /// How little is left of the part that is on, and of the whole; nothing while the interview is not under way.
    #[must_use]
    pub fn warnings(&self, now: Timestamp) -> [Option<Left>; 2] {
        if self.clock.started.is_none() || self.clock.finished.is_some() {
            return [None; 2];
        }
        let part = self.stretch(self.part(now), now);
        let planned = self.planned();
        // The end of the opening is no event: the first question simply begins.
        let part = Left::of(part.left(), part.planned).filter(|_| part.part != Part::Opening);
        [part, Left::of(planned - self.clock.elapsed(now), planned)]
    }

    fn planned_for(&self, dimension: Dimension) -> i64 {
        let items = self.plan.items.iter().filter(|it| it.dimension == dimension).map(|it| ms(it.minutes));
        let short = self.plan.short.iter().filter(|it| it.dimension == dimension).map(|it| ms(it.minutes));
        items.chain(short).sum()
    }

    fn on_table(&self) -> Option<&Item> {
        self.plan.items.iter().find(|it| Some(&it.question) == self.current.as_ref())
    }

    fn is_first(&self, question: &QuestionId) -> bool {
        self.plan.items.first().is_some_and(|it| it.question == *question)
    }

    /// What the opening took so far.
    fn opening(&self, now: Timestamp) -> i64 {
        let first = self.plan.items.first().map_or(0, |it| self.spent_on(&it.question, now));
        first.min(ms(self.plan.opening))
    }

    /// It has had its minutes, or somebody went on before.
    fn opening_over(&self, now: Timestamp) -> bool {
        let moved = self.on_table().is_some_and(|it| !self.is_first(&it.question));
        moved || self.opening(now) >= ms(self.plan.opening)
    }

    /// What was spent on a question itself, without the opening, in ms.
    #[must_use]
    pub fn asked_for(&self, question: &QuestionId, now: Timestamp) -> i64 {
        let opening = if self.is_first(question) { self.opening(now) } else { 0 };
        self.spent_on(question, now) - opening
    }
}

#[cfg(test)]
#[path = "pace_test.rs"]
mod tests;
