//! One question to a name server, and which messages answer it.

use crate::failure::Fault;
use domain::run;
use hickory_proto::{
    op::{Edns, Message, MessageType, Query},
    rr::{Name, RecordType},
};

/// Bytes of a datagram that we say we take: what no path has to cut in pieces (DNS flag day 2020).
const PAYLOAD: u16 = 1_232;

/// A question and its bytes.
#[derive(Debug, Clone)]
pub(super) struct Question {
    id: u16,
    query: Query,
    pub bytes: Vec<u8>,
}

impl Question {
    /// A question for records of `host`, to be answered by recursion, under a random id.
    pub fn new(host: &str, record: run::RecordType) -> Result<Self, Fault> {
        let name =
            Name::from_ascii(format!("{host}.")).map_err(|error| Fault::new("invalid-name", &error.to_string()))?;
        let query = Query::query(name, wire_type(record));
        let mut edns = Edns::new();
        edns.set_max_payload(PAYLOAD);
        let mut message = Message::query();
        message.metadata.recursion_desired = true;
        message.add_query(query.clone()).set_edns(edns);
        let bytes = message.to_vec().map_err(|error| Fault::new("invalid-name", &error.to_string()))?;
        Ok(Self { id: message.metadata.id, query, bytes })
    }

    /// The answer in `bytes`; `None` for a message that answers something else. A server that cannot read a question may
    /// leave it out of its answer.
    ///
    /// # Errors
    /// A [`Fault`] for what is no message, though it has the right id.
    pub fn answer(&self, bytes: &[u8]) -> Result<Option<Message>, Fault> {
        if bytes.get(..2) != Some(&self.id.to_be_bytes()) {
            return Ok(None);
        }
        let message = Message::from_vec(bytes).map_err(|error| Fault::new("malformed", &error.to_string()))?;
        let ours = match message.queries.as_slice() {
            [] => message.answers.is_empty(),
            [query] => *query == self.query,
            _ => false,
        };
        Ok((ours && message.metadata.message_type == MessageType::Response).then_some(message))
    }
}

const fn wire_type(record: run::RecordType) -> RecordType {
    match record {
        run::RecordType::A => RecordType::A,
        run::RecordType::Aaaa => RecordType::AAAA,
        run::RecordType::Cname => RecordType::CNAME,
        run::RecordType::Mx => RecordType::MX,
        run::RecordType::Txt => RecordType::TXT,
        run::RecordType::Ns => RecordType::NS,
        run::RecordType::Soa => RecordType::SOA,
        run::RecordType::Https => RecordType::HTTPS,
        run::RecordType::Caa => RecordType::CAA,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn question() -> Question {
        Question::new("a.example", run::RecordType::A).unwrap()
    }

    #[test]
    fn only_an_answer_to_the_question_counts() {
        let asked = question();
        let heard = Message::from_vec(&asked.bytes).unwrap();
        assert!(asked.answer(&asked.bytes).unwrap().is_none(), "an echo is no answer");
        let answer = heard.clone().into_response().to_vec().unwrap();
        assert!(asked.answer(&answer).unwrap().is_some());
        assert!(question().answer(&answer).unwrap().is_none() || question().id == asked.id, "another id");
        let mut other = heard.into_response();
        other.queries[0].set_query_type(RecordType::AAAA);
        assert!(asked.answer(&other.to_vec().unwrap()).unwrap().is_none(), "another question");
        assert_eq!(asked.answer(&answer[..14]).unwrap_err().class, "malformed");
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_reader(mut bytes in proptest::collection::vec(any::<u8>(), 2..600)) {
            let asked = question();
            bytes[..2].copy_from_slice(&asked.id.to_be_bytes());
            if let Ok(Some(message)) = asked.answer(&bytes) {
                prop_assert!(super::super::answer::records(&message).len() <= 64);
            }
        }
    }
}
