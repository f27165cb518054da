//! The scorecard: one rater's judgement of one interview, as a fold of the interview's log.

use crate::{
    Dimension, QuestionId, RunId, Score, Timestamp, UserId,
    composite::{self, Composite, Mean},
    interview::State,
    named::named,
};
use serde::{Deserialize, Serialize};

named! {
    /// The overall judgement in four steps; there is no middle to hide in.
    Overall {
        /// Would argue against.
        StrongNo = "strong-no",
        /// Would not hire.
        No = "no",
        /// Would hire.
        Yes = "yes",
        /// Would argue for.
        StrongYes = "strong-yes",
    }
}

/// One question's line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Which question.
    pub question: QuestionId,
    /// The dimension it counts into.
    pub dimension: Dimension,
    /// The score expected at the interview's level.
    pub expected: u8,
    /// The rater's score, if one was given.
    pub score: Option<Score>,
    /// The rater's note.
    pub note: String,
    /// Red flags, in the words they were raised with.
    pub flags: Vec<String>,
    /// Probe runs attached as evidence.
    pub evidence: Vec<RunId>,
}

/// One rater's scorecard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// The lines in plan order.
    pub lines: Vec<Line>,
    /// Means by dimension.
    pub means: Vec<Mean>,
    /// The composite of the means.
    pub composite: Composite,
    /// What was submitted, if it was.
    pub submitted: Option<Submission>,
}

/// What the rater signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// When.
    pub at: Timestamp,
    /// The judgement.
    pub overall: Overall,
    /// The reason in words; the candidate may read it.
    pub summary: String,
}

/// The scorecard of `rater`, with nothing of anybody else in it.
#[must_use]
pub fn of(state: &State, rater: UserId) -> Scorecard {
    let marks = state.marks.get(&rater);
    let lines: Vec<Line> = state
        .plan
        .items
        .iter()
        .map(|item| {
            let mark = marks.and_then(|it| it.get(&item.question)).cloned().unwrap_or_default();
            Line {
                question: item.question.clone(),
                dimension: item.dimension,
                expected: item.expected,
                score: mark.score.map(|it| it.0),
                note: mark.note,
                flags: mark.flags.keys().cloned().collect(),
                evidence: mark.evidence,
            }
        })
        .collect();
    let means = composite::means(&lines.iter().map(|it| (it.dimension, it.score)).collect::<Vec<_>>());
    Scorecard {
        composite: composite::composite(&means, state.plan.weights.weights),
        lines,
        means,
        submitted: state.submitted.get(&rater).cloned(),
    }
}
