//! What the server has not confirmed yet, kept in local storage so that a reload or a crash loses nothing.

use domain::{
    InterviewId, QuestionId, UserId,
    interview::{Event, Payload},
};
use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Unconfirmed work of one interview in this browser.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox {
    /// Events in the order in which they were made.
    pub events: Vec<Event>,
    /// Notes as typed, until the server holds the same text.
    pub drafts: BTreeMap<QuestionId, String>,
}

/// One key per person: in a shared browser, nobody's work goes out under another's name.
fn key(interview: InterviewId, viewer: UserId) -> String {
    format!("hopwise.outbox.{interview}.{viewer}")
}

impl Outbox {
    /// What an earlier page left, or nothing.
    pub fn load(interview: InterviewId, viewer: UserId) -> Self {
        let storage = window().local_storage().ok().flatten();
        let stored = storage.and_then(|it| it.get_item(&key(interview, viewer)).ok().flatten());
        stored.and_then(|it| serde_json::from_slice(it.as_bytes()).ok()).unwrap_or_default()
    }

    /// The newest note on a question that waits.
    pub fn last_note(&self, question: &QuestionId) -> Option<String> {
        self.events.iter().rev().find_map(|it| match &it.payload {
            Payload::Note { question: of, text } if of == question => Some(text.clone()),
            _ => None,
        })
    }

    /// Writes it down; says whether that worked (storage can be full or forbidden).
    pub fn save(&self, interview: InterviewId, viewer: UserId) -> bool {
        let Some(storage) = window().local_storage().ok().flatten() else { return false };
        if self == &Self::default() {
            return storage.remove_item(&key(interview, viewer)).is_ok();
        }
        serde_json::to_string(self).is_ok_and(|text| storage.set_item(&key(interview, viewer), &text).is_ok())
    }
}
