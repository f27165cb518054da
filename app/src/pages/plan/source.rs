//! What the drafts of one loop are made from, as it is at this moment.

use crate::{AppError, state::AppState};
use domain::{
    Level, QuestionId,
    plan::{self, Stock},
    weights,
};

/// The bank, and what the candidate was asked before.
pub struct Source {
    level: Level,
    weights: weights::Version,
    bank: Vec<plan::Candidate>,
    asked: Vec<QuestionId>,
}

impl Source {
    /// Of a loop that whoever asks may see.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    pub async fn of(state: &AppState, of: &store::Loop) -> Result<Self, AppError> {
        Ok(Self {
            level: of.level,
            weights: state.db.weights(of.level).await?,
            bank: state.bank.candidates(),
            asked: state.db.asked(of.candidate.id).await?,
        })
    }

    /// The same for the planner.
    #[must_use]
    pub fn stock(&self) -> Stock<'_> {
        Stock { level: self.level, weights: self.weights, bank: &self.bank, asked: &self.asked }
    }
}
