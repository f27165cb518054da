//! What a draft is made from: the questions of the bank that fit a level and that the candidate was not asked before.

use super::Candidate;
use crate::{Dimension, Level, QuestionId, named::named, track::Track, weights};

named! {
    /// Why a question cannot be in a draft.
    Misfit {
        /// The bank has no such question, or does not ask it in interviews.
        Unknown = "unknown",
        /// It is not for this level.
        Level = "level",
        /// The candidate was asked it before.
        Asked = "asked",
        /// It is in the draft already.
        Twice = "twice",
        /// The draft has as many questions as a draft can have.
        Full = "full",
    }
}

/// The bank as seen from one loop.
#[derive(Debug, Clone, Copy)]
pub struct Stock<'a> {
    /// The level of the loop.
    pub level: Level,
    /// What each dimension counts; the core is split by it.
    pub weights: weights::Version,
    /// Every question that is asked in interviews.
    pub bank: &'a [Candidate],
    /// What the candidate was asked before.
    pub asked: &'a [QuestionId],
}

impl<'a> Stock<'a> {
    /// The minutes to fill.
    #[must_use]
    pub fn track(&self) -> Track {
        Track::of(self.level).weighed(self.weights.weights)
    }

    /// The questions of one dimension that may be asked, in the order of the bank.
    pub fn of(self, dimension: Dimension) -> impl Iterator<Item = &'a Candidate> {
        self.bank.iter().filter(move |it| it.dimension == dimension && self.misfit(it).is_none())
    }

    /// A question by its id.
    ///
    /// # Errors
    /// [`Misfit`] says why it may not be asked.
    pub fn find(&self, id: &QuestionId) -> Result<&'a Candidate, Misfit> {
        let found = self.bank.iter().find(|it| it.question == *id).ok_or(Misfit::Unknown)?;
        self.misfit(found).map_or(Ok(found), Err)
    }

    fn misfit(&self, it: &Candidate) -> Option<Misfit> {
        if !it.levels.contains(&self.level) {
            Some(Misfit::Level)
        } else if self.asked.contains(&it.question) {
            Some(Misfit::Asked)
        } else {
            None
        }
    }
}
