//! The interview: an append-only log of events and the state that follows from it.
//!
//! The browser applies an event at once, the server applies it as the truth; both by [`State::apply`], so they cannot
//! disagree about what an event means. Everything that is shown (room, scorecard, replay) is a fold of the log.

mod apply;
mod clock;
mod event;
mod pace;
mod seat;
mod timeline;
mod view;

pub use apply::Refused;
pub use clock::Clock;
pub use event::{Event, HINT_MAX, NOTE_MAX, Payload, SUMMARY_MAX};
pub use pace::{Left, Part, Stretch};
pub use seat::Seat;
pub use timeline::{Moment, What};
pub use view::CandidateView;

use crate::map::Map;
use crate::{EventId, ExhibitId, QuestionId, RunId, Score, Timestamp, UserId, plan::Plan, scorecard::Submission};
use serde::{Deserialize, Serialize};

/// Everything that is known of an interview at one point of its log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The plan it was created with.
    pub plan: Plan,
    /// Started, paused, finished.
    pub clock: Clock,
    /// The question on the table; the plan's first before anybody moved.
    pub current: Option<QuestionId>,
    /// Milliseconds of running time that were spent on each question, without the current stretch.
    pub spent: Map<QuestionId, i64>,
    /// Running time at which the current question was taken up.
    pub since: i64,
    /// The question whose prompt the candidate sees now.
    pub revealed: Option<QuestionId>,
    /// What the candidate sees beside the prompt now.
    pub beside: Beside,
    /// When each question was first shown to the candidate.
    pub shown: Map<QuestionId, Timestamp>,
    /// Follow-ups that were asked, by their number from 0.
    pub follow_ups: Map<QuestionId, Map<u8, Timestamp>>,
    /// Probes that were run for this interview, oldest first.
    pub runs: Vec<Run>,
    /// Scores and notes by rater; a snapshot for one person holds only their own.
    pub marks: Map<UserId, Map<QuestionId, Mark>>,
    /// Scorecards that were submitted; a snapshot for one person holds only their own.
    pub submitted: Map<UserId, Submission>,
    /// Hints that were given, oldest first.
    pub hints: Map<QuestionId, Vec<Hint>>,
    /// Pauses that are over, oldest first: from when until when.
    pub breaks: Vec<(Timestamp, Timestamp)>,
    /// What was shown beside the prompts, each when it was first, oldest first.
    pub exhibited: Vec<Exhibited>,
}

/// What the candidate sees beside a prompt. It goes with the prompt: none, or another one that it does not belong to, takes it
/// away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// An exhibit, and of which question.
    pub exhibit: Option<(QuestionId, ExhibitId)>,
    /// The phases of a probe's result.
    pub output: Option<RunId>,
}

/// Something that was shown beside a prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibited {
    /// What.
    pub what: Exhibit,
    /// When it was first.
    pub at: Timestamp,
}

/// What can be shown beside a prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exhibit {
    /// An exhibit of a question.
    File(QuestionId, ExhibitId),
    /// A probe's result.
    Output(RunId),
}

/// A hint that was given. It is a fact of the interview like a follow-up, not the mark of a rater.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The event that says so.
    pub id: EventId,
    /// What was said, in short; may be empty.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// One rater's view of one question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The score and when it was given.
    pub score: Option<(Score, Timestamp)>,
    /// The note as last saved.
    pub note: String,
    /// The event that wrote it.
    pub revision: Option<EventId>,
    /// Red flags by their words, with the time they were raised.
    pub flags: Map<String, Timestamp>,
    /// Runs attached as evidence, oldest first.
    pub evidence: Vec<RunId>,
}

/// A probe's result in one line; the whole result is kept under its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Its id.
    pub id: RunId,
    /// What was probed.
    pub target: String,
    /// From start to end, in µs.
    pub total_us: u64,
    /// The phase that failed, if one did.
    pub failed: Option<String>,
    /// When it ended.
    pub at: Timestamp,
}

impl State {
    /// The state before the first event.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self {
            current: plan.items.first().map(|it| it.question.clone()),
            plan,
            clock: Clock::default(),
            spent: Map::new(),
            since: 0,
            revealed: None,
            beside: Beside::default(),
            shown: Map::new(),
            follow_ups: Map::new(),
            runs: Vec::new(),
            marks: Map::new(),
            submitted: Map::new(),
            hints: Map::new(),
            breaks: Vec::new(),
            exhibited: Vec::new(),
        }
    }

    /// Running time spent on a question up to `now`, in ms.
    #[must_use]
    pub fn spent_on(&self, question: &QuestionId, now: Timestamp) -> i64 {
        let before = self.spent.get(question).copied().unwrap_or(0);
        let stretch = if self.current.as_ref() == Some(question) { self.clock.elapsed(now) - self.since } else { 0 };
        before + stretch.max(0)
    }

    /// The same state with nothing in it that `rater` must not see: no score, note or judgement of anybody else.
    #[must_use]
    pub fn seen_by(mut self, rater: UserId) -> Self {
        self.marks.retain(|owner, _| *owner == rater);
        self.submitted.retain(|owner, _| *owner == rater);
        self
    }

    /// The rater's mark for a question, empty if there is none yet.
    #[must_use]
    pub fn mark(&self, rater: UserId, question: &QuestionId) -> Mark {
        self.marks.get(&rater).and_then(|it| it.get(question)).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
#[path = "interview_test.rs"]
mod tests;
