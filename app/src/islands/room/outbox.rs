//! What the server has not confirmed yet, kept in local storage so that a reload or a crash loses nothing.

use crate::wire;
use domain::{EventId, InterviewId, QuestionId, UserId, interview::Event, map::Map};
use leptos::prelude::window;
use serde::{Deserialize, Serialize};

/// Unconfirmed work of one person on one interview in this browser, of all its tabs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox {
    /// Events in the order in which they were made.
    pub events: Vec<Event>,
    /// Notes that say something else on the server by now: what was written here, until the person has decided.
    pub drafts: Map<QuestionId, String>,
}

/// One key per person: in a shared browser, nobody's work goes out under another's name.
fn key(interview: InterviewId, viewer: UserId) -> String {
    format!("hopwise.outbox.{interview}.{viewer}")
}

impl Outbox {
    /// What is kept here, by whatever tab.
    pub fn load(interview: InterviewId, viewer: UserId) -> Self {
        let storage = window().local_storage().ok().flatten();
        let stored = storage.and_then(|it| it.get_item(&key(interview, viewer)).ok().flatten());
        stored.and_then(|it| wire::unpack(&it)).unwrap_or_default()
    }

    /// Keeps nothing any more, whichever tab it is from.
    pub fn forget(interview: InterviewId, viewer: UserId) {
        if let Some(storage) = window().local_storage().ok().flatten() {
            let _ = storage.remove_item(&key(interview, viewer));
        }
    }

    /// Takes up what another tab has kept, or an earlier page. What two tabs send is taken once: it has its id.
    pub fn adopt(&mut self, kept: Self, done: &[EventId]) {
        let foreign = |event: &Event| !done.contains(&event.id) && !self.events.iter().any(|it| it.id == event.id);
        let mut events: Vec<Event> = kept.events.into_iter().filter(foreign).collect();
        events.append(&mut self.events);
        self.events = events;
        for (question, text) in kept.drafts {
            self.drafts.entry(question).or_insert(text);
        }
    }

    /// Writes it down beside what other tabs have kept, without the events that are `done` and the drafts of questions
    /// that are `settled`; says whether that worked (storage can be full or forbidden).
    pub fn save(&self, interview: InterviewId, viewer: UserId, done: &[EventId], settled: &[QuestionId]) -> bool {
        let Some(storage) = window().local_storage().ok().flatten() else { return false };
        let (mut all, mut kept) = (self.clone(), Self::load(interview, viewer));
        kept.drafts.retain(|question, _| !settled.contains(question));
        all.adopt(kept, done);
        if all == Self::default() {
            return storage.remove_item(&key(interview, viewer)).is_ok();
        }
        storage.set_item(&key(interview, viewer), &wire::pack(&all)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{RunId, Score, Timestamp, interview::Payload, scorecard::Overall};
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
            vec![
                Payload::Revise { question: question(), text: text(), of: None },
                Payload::Revise { question: question(), text: text(), of: Some(EventId(Uuid::from_u128(9))) },
            ],
            vec![
                Payload::Exhibit { question: question(), exhibit: "nginx-dual-stack".parse().unwrap(), shown: true },
                Payload::Output { run, shown: true },
            ],
        ];
        let mut kinds: Vec<(u8, &str)> =
            batches.iter().flatten().map(|it| (postcard::to_allocvec(it).unwrap()[0], it.kind())).collect();
        kinds.dedup();
        assert!(kinds.iter().enumerate().all(|(place, it)| usize::from(it.0) == place), "{kinds:?}");
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

    #[test]
    fn tabs_keep_each_others_work_once() {
        let event = |n| Event {
            id: EventId(Uuid::from_u128(n)),
            actor: UserId(Uuid::nil()),
            at: Timestamp(3),
            payload: Payload::Start,
        };
        let [a, b]: [QuestionId; 2] = ["tcp-vs-udp".parse().unwrap(), "caching".parse().unwrap()];
        let drafts =
            |of: &[(&QuestionId, &str)]| of.iter().map(|(id, text)| ((*id).clone(), (*text).to_owned())).collect();
        let mut here = Outbox { events: vec![event(3), event(4)], drafts: drafts(&[(&a, "here")]) };
        let kept =
            Outbox { events: vec![event(1), event(2), event(3)], drafts: drafts(&[(&a, "there"), (&b, "there")]) };
        here.adopt(kept, &[event(2).id]);
        assert_eq!(here.events, [1, 3, 4].map(event));
        assert_eq!(here.drafts, drafts(&[(&a, "here"), (&b, "there")]));
    }
}
