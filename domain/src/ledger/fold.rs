//! The way through the log, without marks.

use super::{
    Course, Pause,
    draft::{Draft, Here},
};
use crate::{
    QuestionId, Timestamp,
    interview::{Event, Exhibit, Payload},
    plan::Plan,
    replay::Walk,
    time::MINUTE,
};
use std::collections::BTreeMap;

/// On the table for so long at a stretch, a question was asked, in ms.
const ASKED: i64 = MINUTE / 2;

/// What is known so far.
pub(super) struct Fold {
    walk: Walk,
    /// What there is of each question that something is known of.
    pub(super) drafts: BTreeMap<QuestionId, Draft>,
    /// The question on the table, and the event with which it was taken up; none after the end.
    pub(super) table: Option<QuestionId>,
    since: Here,
    booked: i64,
    /// Pauses, oldest first.
    pub(super) pauses: Vec<Pause>,
    paused: Option<Timestamp>,
    opening: u16,
    close: u16,
}

impl Fold {
    pub(super) fn new(plan: &Plan) -> Self {
        let walk = Walk::new(plan.clone());
        Self {
            table: walk.state().current.clone(),
            walk,
            drafts: BTreeMap::new(),
            since: (0, 0),
            booked: 0,
            pauses: Vec::new(),
            paused: None,
            opening: plan.opening,
            close: plan.close,
        }
    }

    fn draft(&mut self, question: &QuestionId) -> &mut Draft {
        self.drafts.entry(question.clone()).or_default()
    }

    /// The next event, and its place in the log.
    pub(super) fn take(&mut self, step: usize, event: &Event) {
        if event.payload.is_mark() || !self.walk.take(event) {
            return;
        }
        let (at, now) = (self.walk.at(), self.walk.elapsed());
        if let Some(table) = self.table.clone() {
            let stretch = now - self.booked;
            self.draft(&table).spent += stretch;
        }
        self.booked = now;
        let here = (step, now);
        match &event.payload {
            // Who leafs through it after the end, to score, takes nothing up.
            Payload::Move { question } if self.table.is_some() && self.table.as_ref() != Some(question) => {
                self.leave();
                self.table = Some(question.clone());
                self.since = here;
            }
            Payload::Reveal { question } => {
                self.draft(question).shown.get_or_insert(here);
            }
            Payload::Exhibit { question, exhibit, shown: true } => {
                self.draft(question).show(Exhibit::File(question.clone(), exhibit.clone()), here);
            }
            Payload::Output { run, shown: true } => {
                if let Some(table) = self.table.clone() {
                    self.draft(&table).show(Exhibit::Output(*run), here);
                }
            }
            Payload::FollowUp { question, index, asked: true } => {
                self.draft(question).follow_ups.entry(*index).or_insert(here);
            }
            Payload::FollowUp { question, index, .. } => {
                self.draft(question).follow_ups.remove(index);
            }
            Payload::Hint { question, text } => {
                self.draft(question).hints.push((event.id, here, text.clone()));
            }
            Payload::TakeBack { question, hint } => self.draft(question).hints.retain(|it| it.0 != *hint),
            Payload::Pause => {
                self.paused = Some(at);
                self.pauses.push(Pause { at: now, length: None });
            }
            Payload::Resume => self.go_on(at),
            Payload::Finish => {
                self.go_on(at);
                self.leave();
                if let Some(last) = self.table.take() {
                    self.draft(&last).spare += self.close;
                }
            }
            _ => {}
        }
    }

    /// The stretch on the table ends: was it long enough to ask? The one from the start on holds the opening, too.
    fn leave(&mut self) {
        let ((step, from), until) = (self.since, self.booked);
        let Some(table) = self.table.clone() else { return };
        let spare = if from == 0 && until > 0 { self.opening } else { 0 };
        let draft = self.draft(&table);
        draft.spare = draft.spare.max(spare);
        if until - from >= ASKED + i64::from(spare) * MINUTE && draft.taken.is_none() {
            draft.taken = Some((step, from));
        }
    }

    fn go_on(&mut self, at: Timestamp) {
        if let (Some(since), Some(pause)) = (self.paused.take(), self.pauses.last_mut()) {
            pause.length = Some(at.since(since));
        }
    }

    /// The log is over; so is the stretch on the table, as far as it is known.
    pub(super) fn end(&mut self) -> Course {
        self.leave();
        let clock = self.walk.state().clock;
        match (clock.started, clock.finished) {
            (None, _) => Course::Waiting,
            (_, None) => Course::Open,
            _ => Course::Ended,
        }
    }
}
