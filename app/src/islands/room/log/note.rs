//! Notes: typed text is an event at once, goes on growing until it is sent, and writes over nothing unseen.

use super::{Log, Outbox};
use domain::{
    QuestionId,
    interview::{Event, Payload, Refused},
};
use leptos::prelude::*;

/// For how long after its first letter a note goes on growing, in ms; then the next one begins.
const GROWS: i64 = 2_000;
/// At this age, in ms, a note of another tab has stopped growing, whatever the difference of their clocks.
pub(super) const GROWN: i64 = 3_000;

/// What becomes of a note that says something else on the server by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What stands in the field.
    Mine,
    /// What the server has.
    Other,
    /// The server's, then what stands in the field.
    Both,
}

impl Log {
    /// Takes up typed text: kept at once, sent at the next tick, on blur, or when the page is hidden.
    pub fn type_note(self, question: QuestionId, text: String) {
        if self.clash(&question).is_some() {
            self.outbox.update(|it| drop(it.drafts.insert(question, text)));
            return self.keep();
        }
        let (fresh, now) = (self.fresh.get_value(), self.clock());
        let grown = self.outbox.try_update(|it| {
            let last = it.events.iter_mut().rev().find(|it| note_of(it).is_some_and(|(of, _)| *of == question))?;
            let grows = fresh.contains(&last.id) && now.since(last.at) < GROWS;
            let Payload::Revise { text: old, .. } = &mut last.payload else { return None };
            grows.then(|| old.clone_from(&text))
        });
        if grown.flatten().is_some() {
            return self.keep();
        }
        let of = self.shown.with_untracked(|it| it.mark(self.viewer, &question).revision);
        let payload = Payload::Revise { question, text, of };
        if self.may(&payload) {
            let id = self.put(payload);
            self.fresh.update_value(|it| it.push(id));
        }
    }

    /// The note as it stands in the field.
    pub fn note(self, question: &QuestionId) -> String {
        self.clash(question).unwrap_or_else(|| self.saved(question))
    }

    /// The note as the server has it, with what is on its way.
    pub fn saved(self, question: &QuestionId) -> String {
        self.shown.with(|it| it.mark(self.viewer, question).note)
    }

    /// What was written here on top of a note that says something else by now.
    pub fn clash(self, question: &QuestionId) -> Option<String> {
        self.outbox.with(|it| it.drafts.get(question).cloned())
    }

    /// The person has seen both texts and decided.
    pub fn choose(self, question: QuestionId, choice: Choice) {
        let (Some(mine), other) = untrack(|| (self.clash(&question), self.saved(&question))) else { return };
        self.outbox.update(|it| drop(it.drafts.remove(&question)));
        self.done.update_value(|(_, settled)| settled.push(question.clone()));
        match choice {
            Choice::Mine => self.type_note(question, mine),
            Choice::Other => self.keep(),
            Choice::Both => self.type_note(question, format!("{other}\n\n{mine}")),
        }
        self.flush();
    }

    /// Sends what was typed now.
    pub fn flush(self) {
        self.send();
    }

    /// Drafts that are no conflict any more, or never were, become notes.
    pub(super) fn release(self) {
        let harmless = |question: &QuestionId, text: &str| {
            let saved = untrack(|| self.saved(question));
            saved.is_empty() || saved == text
        };
        let free: Vec<QuestionId> = self.outbox.with_untracked(|it| {
            it.drafts.iter().filter(|(question, text)| harmless(question, text)).map(|it| it.0.clone()).collect()
        });
        for question in free {
            self.choose(question, Choice::Mine);
        }
    }

    /// Takes the notes that the server would refuse out of what waits: they wait for the person instead. Of those that were
    /// sent already only the server can tell; it knows them by their ids.
    pub(super) fn part(self) {
        let mut state = self.confirmed.with_untracked(|it| it.state.clone());
        let fresh = self.fresh.get_value();
        let mut stale = Vec::new();
        self.outbox.with_untracked(|it| {
            for event in &it.events {
                if state.apply(event, event.at) == Err(Refused::Stale) && fresh.contains(&event.id) {
                    stale.push(event.clone());
                }
            }
        });
        if !stale.is_empty() {
            self.outbox.update(|it| it.events.retain(|event| !stale.contains(event)));
            self.ask(&stale);
            self.keep();
        }
    }

    /// The person is to decide about notes that are stale. Of several on one question the last has all that was typed.
    pub(super) fn ask(self, stale: &[Event]) {
        let texts = || stale.iter().rev().filter_map(note_of);
        self.outbox.update(|it| {
            for (question, text) in texts() {
                it.drafts.entry(question.clone()).or_insert_with(|| text.to_owned());
            }
        });
        self.done.update_value(|(done, settled)| {
            done.extend(stale.iter().map(|it| it.id));
            settled.retain(|it| texts().all(|(of, _)| of != it));
        });
    }

    /// Writes what waits down, beside what other tabs keep.
    pub(super) fn keep(self) {
        let kept = self.done.with_value(|(done, settled)| {
            self.outbox.with_untracked(|it: &Outbox| it.save(self.interview, self.viewer, done, settled))
        });
        self.kept.set(kept);
    }
}

/// The note that an event writes.
fn note_of(event: &Event) -> Option<(&QuestionId, &str)> {
    match &event.payload {
        Payload::Revise { question, text, .. } => Some((question, text)),
        _ => None,
    }
}
