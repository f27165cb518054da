//! The free text inside events: sealed in its place in the JSON, which stays readable, also to the version before.

use super::{Key, Place, open};
use crate::error::Error;
use domain::{
    EventId,
    interview::{Event, Payload},
};
use std::collections::BTreeMap;

/// Stands where a rule needs some text and the text is gone.
const GONE: &str = "—";

const fn place(id: EventId) -> Place<EventId> {
    Place { table: "interview_event", row: id, field: "payload" }
}

/// The payload of an event as it is stored.
pub(crate) fn seal_event(key: Option<&Key>, event: &Event) -> Result<Payload, Error> {
    let mut payload = event.payload.clone();
    if let (Some(key), Some(text)) = (key, payload.text_mut()) {
        *text = key.seal(place(event.id), text)?;
    }
    Ok(payload)
}

/// A stored event as it was made; without the key its text is gone, and what it did remains.
pub(crate) fn open_event(key: Option<&Key>, mut event: Event) -> Result<Event, Error> {
    let id = event.id;
    let gone = if matches!(event.payload, Payload::Note { .. } | Payload::Revise { .. }) { "" } else { GONE };
    if let Some(text) = event.payload.text_mut() {
        *text = open(key, place(id), text)?.unwrap_or_else(|| gone.to_owned());
    }
    Ok(event)
}

/// What remains of a payload when its candidate is forgotten. Flags become numbers, so that one which was taken back is
/// still told from another that was not; `flags` holds those of one interview.
pub(crate) fn anonymous(mut payload: Payload, flags: &mut BTreeMap<String, usize>) -> Payload {
    match &mut payload {
        Payload::Note { text, .. } | Payload::Revise { text, .. } => text.clear(),
        Payload::Flag { text, .. } => {
            let next = flags.len() + 1;
            *text = format!("#{}", flags.entry(std::mem::take(text)).or_insert(next));
        }
        other => {
            if let Some(text) = other.text_mut() {
                GONE.clone_into(text);
            }
        }
    }
    payload
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Timestamp, UserId, scorecard::Overall};
    use uuid::Uuid;

    fn event(payload: Payload) -> Event {
        Event { id: EventId(Uuid::from_u128(1)), actor: UserId(Uuid::nil()), at: Timestamp(0), payload }
    }

    fn flag(text: &str, raised: bool) -> Payload {
        Payload::Flag { question: "tcp-vs-udp".parse().unwrap(), text: text.to_owned(), raised }
    }

    #[test]
    fn every_text_is_sealed_and_comes_back() {
        let key = Key::read(&Key::random()).unwrap();
        let note = Payload::Note { question: "tcp-vs-udp".parse().unwrap(), text: "SECRET".to_owned() };
        let submit = Payload::Submit { overall: Overall::Yes, summary: "SECRET".to_owned() };
        let question = "tcp-vs-udp".parse().unwrap();
        let revise = Payload::Revise { question, text: "SECRET".to_owned(), of: None };
        for payload in [note, revise, flag("SECRET", true), submit] {
            let made = event(payload);
            let stored = event(seal_event(Some(&key), &made).unwrap());
            assert!(!serde_json::to_string(&stored).unwrap().contains("SECRET"));
            assert_eq!(open_event(Some(&key), stored.clone()).unwrap(), made);
            let without = open_event(None, stored).unwrap();
            let left = without.payload.clone().text_mut().cloned().unwrap();
            let note = matches!(without.payload, Payload::Note { .. } | Payload::Revise { .. });
            assert_eq!(left, if note { "" } else { GONE });
        }
    }

    #[test]
    fn forgotten_flags_are_still_told_apart() {
        let mut flags = BTreeMap::new();
        let left = [flag("a", true), flag("b", true), flag("a", false)].map(|it| anonymous(it, &mut flags));
        assert_eq!(left, [flag("#1", true), flag("#2", true), flag("#1", false)]);
    }
}
