//! The shape of the copy: what of the dossier goes to the candidate, and what waits until the panel has judged.

use domain::{
    InterviewId, Level, Locale, QuestionId, Score, Timestamp, UserId,
    interview::{Mark, State},
    plan::ExtraTime,
    retention::Outcome,
    scorecard::{Overall, Submission},
};
use serde::Serialize;
use store::{Dossier, InterviewFile, LoopFile, Member};

/// Everything that is kept about one candidate, as they get it. Of other people it has the interviewers' names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Copy {
    /// Their name.
    pub name: Option<String>,
    /// Their e-mail.
    pub email: Option<String>,
    /// The language they are interviewed in.
    pub language: Locale,
    /// When they were entered.
    pub entered_at: Timestamp,
    /// Why they must not be forgotten, if there is a reason.
    pub hold: Option<String>,
    /// When this copy was made.
    pub made_at: Timestamp,
    /// Their loops.
    pub loops: Vec<LoopCopy>,
}

/// One loop.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LoopCopy {
    /// For which level.
    pub level: Level,
    /// When it was made.
    pub created_at: Timestamp,
    /// How it ended, if it has.
    pub outcome: Option<Outcome>,
    /// Is what was judged left out, because somebody still has to judge without knowing it?
    pub judgements_withheld: bool,
    /// Its interviews.
    pub interviews: Vec<InterviewCopy>,
}

/// One interview.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InterviewCopy {
    /// Its id.
    pub id: InterviewId,
    /// Who held it and who looked on.
    pub interviewers: Vec<String>,
    /// In which language.
    pub language: Locale,
    /// The extra time that was agreed on.
    pub extra_time: ExtraTime,
    /// When it was created.
    pub created_at: Timestamp,
    /// When its clock was started.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// How often the links to it were opened.
    pub links_opened: i64,
    /// The text of the scratchpad, which they have seen as it was written.
    pub scratchpad: String,
    /// The questions that were asked.
    pub questions: Vec<QuestionCopy>,
    /// What each rater has judged.
    pub judgements: Vec<JudgementCopy>,
}

/// What one rater judged of one interview.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JudgementCopy {
    /// Whose judgement.
    pub by: String,
    /// What was judged in all.
    pub overall: Overall,
    /// Why.
    pub summary: String,
}

/// One question that was asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionCopy {
    /// Its id.
    pub question: QuestionId,
    /// What was written about it.
    pub marks: Vec<MarkCopy>,
    /// The hints that were given, in the interviewer's words.
    pub hints: Vec<String>,
}

/// What one person wrote about one answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MarkCopy {
    /// Who.
    pub by: String,
    /// The score, 0 for not assessed.
    pub score: Option<u8>,
    /// The note.
    pub note: Option<String>,
    /// The red flags.
    pub flags: Vec<String>,
}

/// Makes the copy that `viewer` may hand over.
#[must_use]
pub fn of(dossier: Dossier, viewer: UserId, now: Timestamp) -> Copy {
    let Dossier { candidate, loops } = dossier;
    Copy {
        name: candidate.name,
        email: candidate.email,
        language: candidate.locale,
        entered_at: candidate.created_at,
        hold: candidate.hold.map(|it| it.1),
        made_at: now,
        loops: loops.into_iter().map(|it| loop_copy(it, viewer)).collect(),
    }
}

fn loop_copy(file: LoopFile, viewer: UserId) -> LoopCopy {
    let open = file.is_open_to(viewer);
    LoopCopy {
        level: file.level,
        created_at: file.created_at,
        outcome: file.outcome,
        judgements_withheld: !open,
        interviews: file.interviews.into_iter().map(|it| interview_copy(it, open)).collect(),
    }
}

fn interview_copy(file: InterviewFile, open: bool) -> InterviewCopy {
    let InterviewFile { id, members, locale, created_at, opened, state, pad } = file;
    let judgements = members.iter().filter(|_| open).filter_map(|it| {
        let Submission { overall, summary, .. } = state.submitted.get(&it.user)?.clone();
        Some(JudgementCopy { by: it.name.clone(), overall, summary })
    });
    InterviewCopy {
        id,
        language: locale,
        extra_time: state.plan.extra,
        created_at,
        started_at: state.clock.started,
        finished_at: state.clock.finished,
        links_opened: opened,
        judgements: judgements.collect(),
        scratchpad: pad,
        questions: asked(&state).map(|it| question_copy(&state, &members, it, open)).collect(),
        interviewers: members.into_iter().map(|it| it.name).collect(),
    }
}

/// The questions of the plan that were taken up, shown, followed up or written about.
fn asked(state: &State) -> impl Iterator<Item = &QuestionId> {
    let questions = state.plan.items.iter().map(|it| &it.question);
    questions.filter(|it| {
        state.spent.contains_key(*it)
            || state.shown.contains_key(*it)
            || state.follow_ups.contains_key(*it)
            || state.hints.contains_key(*it)
            || state.marks.values().any(|marks| marks.contains_key(*it))
            || (state.clock.started.is_some() && state.current.as_ref() == Some(*it))
    })
}

fn question_copy(state: &State, members: &[Member], question: &QuestionId, open: bool) -> QuestionCopy {
    let marks = members.iter().filter(|_| open).filter_map(|it| {
        let Mark { score, note, flags, .. } = state.marks.get(&it.user)?.get(question)?.clone();
        Some(MarkCopy {
            by: it.name.clone(),
            score: score.map(|it| Score::points(it.0).unwrap_or(0)),
            note: Some(note).filter(|it| !it.is_empty()),
            flags: flags.into_iter().map(|(it, _)| it).collect(),
        })
    });
    let hints = state.hints.get(question).filter(|_| open).into_iter().flatten().map(|it| it.text.clone());
    QuestionCopy {
        question: question.clone(),
        marks: marks.collect(),
        hints: hints.filter(|it| !it.is_empty()).collect(),
    }
}
