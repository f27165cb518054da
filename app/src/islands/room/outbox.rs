//! What the server has not confirmed yet, kept in local storage so that a reload or a crash loses nothing.

use crate::wire;
use domain::{
    InterviewId, QuestionId, UserId,
    interview::{Event, Payload},
    map::Map,
};
use leptos::prelude::window;
use serde::{Deserialize, Serialize};

/// Unconfirmed work of one interview in this browser.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox {
    /// Events in the order in which they were made.
    pub events: Vec<Event>,
    /// Notes as typed, until the server holds the same text.
    pub drafts: Map<QuestionId, String>,
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
        stored.and_then(|it| wire::unpack(&it)).unwrap_or_default()
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
        storage.set_item(&key(interview, viewer), &wire::pack(self)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{EventId, RunId, Score, Timestamp, scorecard::Overall};
    use uuid::Uuid;

    /// What an older room kept has to be readable by a newer one: a variant may be added at the end, and nothing else changed.
    #[test]
    fn what_was_kept_stays_readable() {
        let question = || "tcp-vs-udp".parse::<QuestionId>().unwrap();
        let (run, text) = (RunId(Uuid::from_u128(7)), || "x".to_owned());
        // One line of the file for each batch of kinds, in the order in which they came.
        let batches = [
            vec![
                Payload::Start,
                Payload::Pause,
                Payload::Resume,
                Payload::Finish,
                Payload::Move { question: question() },
                Payload::Score { question: question(), score: Score::Four },
                Payload::Note { question: question(), text: text() },
                Payload::Flag { question: question(), text: text(), raised: true },
                Payload::FollowUp { question: question(), index: 1, asked: true },
                Payload::Reveal { question: question() },
                Payload::Conceal,
                Payload::Probed { run, target: text(), total_us: 9, failed: None },
                Payload::Evidence { question: question(), run, attached: true },
                Payload::Submit { overall: Overall::Yes, summary: text() },
            ],
            vec![
                Payload::Hint { question: question(), text: text() },
                Payload::TakeBack { question: question(), hint: EventId(Uuid::from_u128(8)) },
            ],
        ];
        for (place, payload) in batches.iter().flatten().enumerate() {
            assert_eq!(usize::from(postcard::to_allocvec(payload).unwrap()[0]), place, "{payload:?}");
        }
        let of = |payload| Event {
            id: EventId(Uuid::from_u128(1)),
            actor: UserId(Uuid::from_u128(2)),
            at: Timestamp(3),
            payload,
        };
        let packed = batches.map(|payloads| {
            let events = payloads.into_iter().map(of).collect();
            wire::pack(&Outbox { events, drafts: [(question(), text())].into_iter().collect() })
        });
        assert_eq!(packed.to_vec(), include_str!("outbox.golden").lines().collect::<Vec<_>>());
    }
}
