//! What the candidate gets: a shape of its own, made from the state, never a hidden part of the interviewer's.

use super::{Beside, Clock, State};
use crate::QuestionId;
use serde::{Deserialize, Serialize};

/// Everything a candidate may know of an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateView {
    /// The question whose prompt is shown now.
    pub question: Option<QuestionId>,
    /// What is shown beside it.
    pub beside: Beside,
    /// The clock.
    pub clock: Clock,
    /// Minutes that the interview is planned for.
    pub minutes: u16,
}

impl CandidateView {
    /// The candidate's view of a state.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let core: u16 = state.plan.items.iter().map(|it| it.minutes).sum();
        let short: u16 = state.plan.short.iter().map(|it| it.minutes).sum();
        Self {
            question: state.revealed.clone(),
            beside: state.beside.clone(),
            clock: state.clock,
            minutes: state.plan.opening + core + short + state.plan.close,
        }
    }
}
