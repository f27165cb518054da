//! What happened in an interview so far, in order: made from the state, so it holds no mark of anybody but the viewer.
//!
//! A score stands at the time of its last change; the whole log is the replay's.

use super::{Exhibit, Exhibited, State};
use crate::{ExhibitId, QuestionId, Score, Timestamp, UserId};

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What<'a> {
    /// The clock was started.
    Started,
    /// A pause began.
    Paused,
    /// A pause was over.
    Resumed,
    /// The interview ended.
    Finished,
    /// A question was first shown to the candidate.
    Shown,
    /// An exhibit was first shown to the candidate.
    Exhibit(&'a ExhibitId),
    /// The result of a probe of this target was first shown to the candidate.
    Output(&'a str),
    /// A follow-up was asked, by its number from 0.
    FollowUp(u8),
    /// A hint was given, in these words or none.
    Hint(&'a str),
    /// The viewer's own score.
    Scored(Score),
}

/// One line of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment<'a> {
    /// When.
    pub at: Timestamp,
    /// Of which question, if of one.
    pub question: Option<&'a QuestionId>,
    /// What.
    pub what: What<'a>,
}

impl State {
    /// What happened so far, oldest first, with the marks of `viewer` alone.
    #[must_use]
    pub fn timeline(&self, viewer: UserId) -> Vec<Moment<'_>> {
        let clock = |at: Option<Timestamp>, what| at.map(|at| Moment { at, question: None, what });
        let mut all: Vec<Moment<'_>> = Vec::new();
        all.extend(clock(self.clock.started, What::Started));
        for (from, until) in &self.breaks {
            all.extend(clock(Some(*from), What::Paused));
            // What ended with the interview was not resumed.
            all.extend(clock(Some(*until).filter(|it| self.clock.finished != Some(*it)), What::Resumed));
        }
        all.extend(clock(self.clock.paused, What::Paused));
        let of = |at: &Timestamp, question, what| Moment { at: *at, question: Some(question), what };
        all.extend(self.shown.iter().map(|(question, at)| of(at, question, What::Shown)));
        for Exhibited { what, at } in &self.exhibited {
            let (question, what) = match what {
                Exhibit::File(question, exhibit) => (Some(question), What::Exhibit(exhibit)),
                Exhibit::Output(run) => {
                    let target = self.runs.iter().find(|it| it.id == *run).map(|it| it.target.as_str());
                    (None, What::Output(target.unwrap_or_default()))
                }
            };
            all.push(Moment { at: *at, question, what });
        }
        for (question, asked) in &self.follow_ups {
            all.extend(asked.iter().map(|(index, at)| of(at, question, What::FollowUp(*index))));
        }
        for (question, hints) in &self.hints {
            all.extend(hints.iter().map(|it| of(&it.at, question, What::Hint(&it.text))));
        }
        for (question, mark) in self.marks.get(&viewer).into_iter().flatten() {
            all.extend(mark.score.iter().map(|(score, at)| of(at, question, What::Scored(*score))));
        }
        all.extend(clock(self.clock.finished, What::Finished));
        // A few dozen lines that are nearly in order: a general sort would cost the browser more code than it is worth.
        for at in 1..all.len() {
            let moment = all[at].at;
            let to = all[..at].partition_point(|it| it.at <= moment);
            all[to..=at].rotate_right(1);
        }
        all
    }

    /// Running time at a moment that has passed, in ms.
    #[must_use]
    pub fn elapsed_at(&self, at: Timestamp) -> i64 {
        let Some(started) = self.clock.started else { return 0 };
        let until = [self.clock.paused, self.clock.finished].into_iter().flatten().fold(at, Timestamp::min);
        let rested = |(from, to): &(Timestamp, Timestamp)| until.min(*to).since(*from).max(0);
        (until.since(started) - self.breaks.iter().map(rested).sum::<i64>()).max(0)
    }
}
