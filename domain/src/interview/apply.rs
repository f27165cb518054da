//! The rules: what an event changes, and when it is refused.

use super::{
    Beside, Event, Exhibit, Exhibited, HINT_MAX, Hint, Mark, NOTE_MAX, Payload, Run, SUMMARY_MAX, State,
    event::FLAG_MAX,
};
use crate::{EventId, QuestionId, Timestamp, UserId, scorecard::Submission, time::MINUTE};
use serde::{Deserialize, Serialize};

/// How far a client's clock may be ahead of the server's before its events are refused, in ms.
const AHEAD: i64 = 2 * MINUTE;

/// Why an event changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refused {
    /// The clock was started before.
    #[error("the interview has started already")]
    AlreadyStarted,
    /// The clock does not run, so it cannot be paused or stopped.
    #[error("the clock is not running")]
    NotRunning,
    /// The clock is not paused, so it cannot go on.
    #[error("the clock is not paused")]
    NotPaused,
    /// The plan has no such question.
    #[error("the plan has no such question")]
    UnknownQuestion,
    /// No such run belongs to this interview.
    #[error("no such run belongs to this interview")]
    UnknownRun,
    /// This rater's scorecard is frozen.
    #[error("the scorecard was submitted and is frozen")]
    Submitted,
    /// A text is longer than its limit, or empty where it must not be.
    #[error("a text is too long or empty")]
    Text,
    /// The event claims a time that is still to come.
    #[error("the event comes from the future")]
    FromTheFuture,
    /// The candidate was forgotten; nothing is written about them any more.
    #[error("the candidate was forgotten")]
    Forgotten,
    /// Whoever looks on changes nothing that others see.
    #[error("an observer does not do this")]
    Observing,
    /// The note says something else by now, written in another tab or on another device.
    #[error("the note was changed elsewhere meanwhile")]
    Stale,
    /// The bank has no such exhibit for this question.
    #[error("the question has no such exhibit")]
    UnknownExhibit,
}

impl State {
    /// Applies one event. On `Err` the state is as before.
    ///
    /// # Errors
    /// [`Refused`] says which rule the event breaks.
    pub fn apply(&mut self, event: &Event, now: Timestamp) -> Result<(), Refused> {
        if event.at.since(now) > AHEAD {
            return Err(Refused::FromTheFuture);
        }
        if event.payload.question().is_some_and(|it| !self.plan.items.iter().any(|item| item.question == *it)) {
            return Err(Refused::UnknownQuestion);
        }
        let at = event.at;
        match &event.payload {
            Payload::Start | Payload::Pause | Payload::Resume | Payload::Finish => self.turn(&event.payload, at),
            Payload::Move { question } => {
                self.take_up(question, at);
                Ok(())
            }
            Payload::FollowUp { question, index, asked } => {
                let of = self.follow_ups.entry(question.clone()).or_default();
                if *asked {
                    of.entry(*index).or_insert(at);
                } else {
                    of.remove(index);
                }
                Ok(())
            }
            Payload::Hint { text, .. } if text.chars().count() > HINT_MAX => Err(Refused::Text),
            Payload::Hint { question, text } => {
                let hint = Hint { id: event.id, text: text.clone(), at };
                self.hints.entry(question.clone()).or_default().push(hint);
                Ok(())
            }
            Payload::TakeBack { question, hint } => {
                if let Some(given) = self.hints.get_mut(question) {
                    given.retain(|it| it.id != *hint);
                }
                Ok(())
            }
            Payload::Reveal { question } => {
                if self.revealed.replace(question.clone()).is_some_and(|before| before != *question) {
                    let own = self.beside.exhibit.take().filter(|it| it.0 == *question);
                    self.beside = Beside { exhibit: own, output: None };
                }
                self.shown.entry(question.clone()).or_insert(at);
                Ok(())
            }
            Payload::Conceal => {
                self.revealed = None;
                self.beside = Beside::default();
                Ok(())
            }
            Payload::Exhibit { question, exhibit, shown } => {
                let what = (question.clone(), exhibit.clone());
                if *shown {
                    self.exhibit(Exhibit::File(question.clone(), exhibit.clone()), at);
                    self.beside.exhibit = Some(what);
                } else if self.beside.exhibit.as_ref() == Some(&what) {
                    self.beside.exhibit = None;
                }
                Ok(())
            }
            Payload::Output { run, .. } if !self.runs.iter().any(|it| it.id == *run) => Err(Refused::UnknownRun),
            Payload::Output { run, shown } => {
                if *shown {
                    self.exhibit(Exhibit::Output(*run), at);
                    self.beside.output = Some(*run);
                } else if self.beside.output == Some(*run) {
                    self.beside.output = None;
                }
                Ok(())
            }
            Payload::Probed { run, target, total_us, failed } => {
                self.runs.push(Run {
                    id: *run,
                    target: target.clone(),
                    total_us: *total_us,
                    failed: failed.clone(),
                    at,
                });
                Ok(())
            }
            Payload::Score { .. }
            | Payload::Note { .. }
            | Payload::Revise { .. }
            | Payload::Flag { .. }
            | Payload::Evidence { .. }
            | Payload::Submit { .. } => self.rate(event),
        }
    }

    /// Notes that something is shown beside the prompt, if it is for the first time.
    fn exhibit(&mut self, what: Exhibit, at: Timestamp) {
        if !self.exhibited.iter().any(|it| it.what == what) {
            self.exhibited.push(Exhibited { what, at });
        }
    }

    /// Events of the clock.
    fn turn(&mut self, payload: &Payload, at: Timestamp) -> Result<(), Refused> {
        let clock = &mut self.clock;
        match payload {
            Payload::Start if clock.started.is_some() => return Err(Refused::AlreadyStarted),
            Payload::Start => clock.started = Some(at),
            Payload::Pause if !clock.is_running() => return Err(Refused::NotRunning),
            Payload::Pause => clock.paused = Some(at),
            Payload::Resume => {
                let since = clock.paused.filter(|_| clock.finished.is_none()).ok_or(Refused::NotPaused)?;
                clock.pauses += at.since(since).max(0);
                clock.paused = None;
                self.breaks.push((since, at.max(since)));
            }
            _ if clock.started.is_none() || clock.finished.is_some() => return Err(Refused::NotRunning),
            _ => {
                if let Some(since) = clock.paused.take() {
                    clock.pauses += at.since(since).max(0);
                    self.breaks.push((since, at.max(since)));
                }
                clock.finished = Some(at);
            }
        }
        Ok(())
    }

    /// Books the stretch on the current question and goes to another.
    fn take_up(&mut self, question: &QuestionId, at: Timestamp) {
        let elapsed = self.clock.elapsed(at);
        if let Some(left) = self.current.replace(question.clone()) {
            *self.spent.entry(left).or_default() += (elapsed - self.since).max(0);
        }
        self.since = elapsed;
    }

    /// Events of one rater, refused once their scorecard is frozen.
    fn rate(&mut self, event: &Event) -> Result<(), Refused> {
        let (rater, at) = (event.actor, event.at);
        if self.submitted.contains_key(&rater) {
            return Err(Refused::Submitted);
        }
        match &event.payload {
            Payload::Score { question, score } => {
                let mark = self.mark_mut(rater, question);
                // What was given before, on a device that was out of reach since, does not undo what was given after it.
                if mark.score.is_none_or(|(_, given)| given <= at) {
                    mark.score = Some((*score, at));
                }
            }
            Payload::Note { text, .. } | Payload::Revise { text, .. } if text.chars().count() > NOTE_MAX => {
                return Err(Refused::Text);
            }
            Payload::Note { question, text } => self.mark_mut(rater, question).write(text, event.id),
            Payload::Revise { question, text, of } => {
                let mark = self.mark_mut(rater, question);
                if mark.revision != *of && !mark.note.is_empty() && mark.note != *text {
                    return Err(Refused::Stale);
                }
                mark.write(text, event.id);
            }
            Payload::Flag { text, .. } if text.trim().is_empty() || text.chars().count() > FLAG_MAX => {
                return Err(Refused::Text);
            }
            Payload::Flag { question, text, raised: true } => {
                self.mark_mut(rater, question).flags.entry(text.clone()).or_insert(at);
            }
            Payload::Flag { question, text, .. } => {
                self.mark_mut(rater, question).flags.remove(text);
            }
            Payload::Evidence { run, .. } if !self.runs.iter().any(|it| it.id == *run) => {
                return Err(Refused::UnknownRun);
            }
            Payload::Evidence { question, run, attached } => {
                let evidence = &mut self.mark_mut(rater, question).evidence;
                evidence.retain(|it| it != run);
                if *attached {
                    evidence.push(*run);
                }
            }
            Payload::Submit { summary, .. } if summary.trim().is_empty() || summary.chars().count() > SUMMARY_MAX => {
                return Err(Refused::Text);
            }
            Payload::Submit { overall, summary } => {
                self.submitted.insert(rater, Submission { at, overall: *overall, summary: summary.clone() });
            }
            _ => {}
        }
        Ok(())
    }

    fn mark_mut(&mut self, rater: UserId, question: &QuestionId) -> &mut Mark {
        self.marks.entry(rater).or_default().entry(question.clone()).or_default()
    }
}

impl Mark {
    fn write(&mut self, note: &str, event: EventId) {
        note.clone_into(&mut self.note);
        self.revision = Some(event);
    }
}
