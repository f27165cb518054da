//! What can happen in an interview.

use crate::{EventId, ExhibitId, QuestionId, RunId, Score, Timestamp, UserId, scorecard::Overall};
use serde::{Deserialize, Serialize};

/// Longest note on one question, in characters.
pub const NOTE_MAX: usize = 20_000;
/// Longest summary of a scorecard, in characters.
pub const SUMMARY_MAX: usize = 5_000;
/// Longest words about a hint, in characters.
pub const HINT_MAX: usize = 300;
/// Longest words of a red flag, in characters.
pub(super) const FLAG_MAX: usize = 500;

/// One action of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// A `UUIDv7` made by the client: a resend changes nothing.
    pub id: EventId,
    /// Who did it; the server puts in who is signed in.
    pub actor: UserId,
    /// When it was done, by the server's clock as the client knows it.
    pub at: Timestamp,
    /// What was done.
    pub payload: Payload,
}

/// What was done. Tagged from outside (`{"score": {…}}`, `"start"`): a tag inside costs 10 KB of WASM to decode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payload {
    /// The clock was started.
    Start,
    /// The clock was paused.
    Pause,
    /// The clock goes on.
    Resume,
    /// The interview is over; scores can still be given until they are submitted.
    Finish,
    /// Another question was taken up.
    Move {
        /// Which.
        question: QuestionId,
    },
    /// A score was given or changed.
    Score {
        /// For which question.
        question: QuestionId,
        /// The score.
        score: Score,
    },
    /// A note was saved; it replaces the one before.
    Note {
        /// On which question.
        question: QuestionId,
        /// The whole note.
        text: String,
    },
    /// A red flag was raised or taken back.
    Flag {
        /// On which question.
        question: QuestionId,
        /// In which words.
        text: String,
        /// Raised, or taken back.
        raised: bool,
    },
    /// A follow-up was asked, or marked so by mistake.
    FollowUp {
        /// Of which question.
        question: QuestionId,
        /// Its number from 0.
        index: u8,
        /// Asked, or not after all.
        asked: bool,
    },
    /// The candidate is shown a question's prompt.
    Reveal {
        /// Which.
        question: QuestionId,
    },
    /// The candidate is shown nothing.
    Conceal,
    /// A probe has ended; only the server makes this event.
    Probed {
        /// Its id.
        run: RunId,
        /// What was probed.
        target: String,
        /// From start to end, in µs.
        total_us: u64,
        /// The phase that failed, if one did.
        failed: Option<String>,
    },
    /// A run was attached to a score as evidence, or taken off.
    Evidence {
        /// To which question.
        question: QuestionId,
        /// Which run.
        run: RunId,
        /// Attached, or taken off.
        attached: bool,
    },
    /// The scorecard was submitted; from then on this rater's marks are frozen.
    Submit {
        /// The judgement.
        overall: Overall,
        /// The reason in words.
        summary: String,
    },
    /// A hint was given; the event's id is the hint's.
    Hint {
        /// On which question.
        question: QuestionId,
        /// What was said, in short; may be empty.
        text: String,
    },
    /// A hint was noted by mistake.
    TakeBack {
        /// On which question.
        question: QuestionId,
        /// Which hint.
        hint: EventId,
    },
    /// A note was saved, on top of what it said before: refused when it says something else by now, so that no tab and no
    /// device writes over another unseen.
    Revise {
        /// On which question.
        question: QuestionId,
        /// The whole note.
        text: String,
        /// The event that wrote the note which this replaces; none for the first.
        of: Option<EventId>,
    },
    /// The candidate is shown an exhibit beside the prompt, or no longer.
    Exhibit {
        /// Of which question.
        question: QuestionId,
        /// Which exhibit.
        exhibit: ExhibitId,
        /// Shown, or no longer.
        shown: bool,
    },
    /// The candidate is shown the phases of a probe's result, or no longer.
    Output {
        /// Which run.
        run: RunId,
        /// Shown, or no longer.
        shown: bool,
    },
}

impl Payload {
    /// The kind as stored in the log and written in JSON.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Finish => "finish",
            Self::Move { .. } => "move",
            Self::Score { .. } => "score",
            Self::Note { .. } => "note",
            Self::Flag { .. } => "flag",
            Self::FollowUp { .. } => "follow-up",
            Self::Reveal { .. } => "reveal",
            Self::Conceal => "conceal",
            Self::Probed { .. } => "probed",
            Self::Evidence { .. } => "evidence",
            Self::Submit { .. } => "submit",
            Self::Hint { .. } => "hint",
            Self::TakeBack { .. } => "take-back",
            Self::Revise { .. } => "revise",
            Self::Exhibit { .. } => "exhibit",
            Self::Output { .. } => "output",
        }
    }

    /// May a browser send it? A probe's result is the server's to report.
    #[must_use]
    pub const fn is_from_client(&self) -> bool {
        !matches!(self, Self::Probed { .. })
    }

    /// The question it is about, if it is about one.
    #[must_use]
    pub const fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::Move { question }
            | Self::Score { question, .. }
            | Self::Note { question, .. }
            | Self::Flag { question, .. }
            | Self::FollowUp { question, .. }
            | Self::Reveal { question }
            | Self::Evidence { question, .. }
            | Self::Hint { question, .. }
            | Self::TakeBack { question, .. }
            | Self::Revise { question, .. }
            | Self::Exhibit { question, .. } => Some(question),
            _ => None,
        }
    }

    /// Is it a judgement of one rater, which nobody else may see? Every kind is listed: a new one has to say. The store's
    /// query for a replay lists the others.
    #[must_use]
    pub const fn is_mark(&self) -> bool {
        match self {
            Self::Score { .. }
            | Self::Note { .. }
            | Self::Revise { .. }
            | Self::Flag { .. }
            | Self::Evidence { .. }
            | Self::Submit { .. } => true,
            Self::Start
            | Self::Pause
            | Self::Resume
            | Self::Finish
            | Self::Move { .. }
            | Self::FollowUp { .. }
            | Self::Reveal { .. }
            | Self::Conceal
            | Self::Probed { .. }
            | Self::Hint { .. }
            | Self::TakeBack { .. }
            | Self::Exhibit { .. }
            | Self::Output { .. } => false,
        }
    }

    /// The free text that it carries about the candidate. Every kind is listed: a new one has to say whether it has any,
    /// because this text is sealed where it is stored.
    #[must_use]
    pub const fn text_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Note { text, .. }
            | Self::Revise { text, .. }
            | Self::Flag { text, .. }
            | Self::Submit { summary: text, .. }
            | Self::Hint { text, .. } => Some(text),
            Self::Start
            | Self::Pause
            | Self::Resume
            | Self::Finish
            | Self::Move { .. }
            | Self::Score { .. }
            | Self::FollowUp { .. }
            | Self::Reveal { .. }
            | Self::Conceal
            | Self::Probed { .. }
            | Self::Evidence { .. }
            | Self::TakeBack { .. }
            | Self::Exhibit { .. }
            | Self::Output { .. } => None,
        }
    }
}
