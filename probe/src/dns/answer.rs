//! What an answer says: for people, and as addresses to connect to.

use crate::visible;
use domain::run::Answer;
use hickory_proto::{
    op::{Message, ResponseCode},
    rr::{Name, RData},
};
use std::{fmt::Write, net::IpAddr};

/// Records that are kept of one answer.
const RECORDS: usize = 64;
/// Bytes of a record that are kept.
const DATA_LIMIT: usize = 512;
/// Aliases that are followed from a name to its addresses.
const ALIASES: usize = 8;
/// Addresses that are used of one answer.
const ADDRESSES: usize = 16;

/// The answer section, made safe to show.
pub(super) fn records(message: &Message) -> Vec<Answer> {
    let shown = message.answers.iter().take(RECORDS).map(|record| {
        let mut data = String::new();
        // Some kinds of records have no text, and say so by an error.
        let _ = write!(data, "{}", record.data);
        Answer {
            name: visible(record.name.to_ascii().as_bytes(), DATA_LIMIT),
            record: visible(record.record_type().to_string().as_bytes(), DATA_LIMIT),
            ttl: record.ttl,
            data: visible(data.as_bytes(), DATA_LIMIT),
        }
    });
    shown.collect()
}

/// The flags that are set, by their names in dig.
pub(super) fn flags(message: &Message) -> Vec<String> {
    let it = &message.metadata;
    let all = [
        (it.authoritative, "aa"),
        (it.truncation, "tc"),
        (it.recursion_desired, "rd"),
        (it.recursion_available, "ra"),
        (it.authentic_data, "ad"),
        (it.checking_disabled, "cd"),
    ];
    all.into_iter().filter(|(set, _)| *set).map(|(_, name)| name.to_owned()).collect()
}

/// The response code by its name in IANA's registry.
pub(super) fn rcode(code: ResponseCode) -> String {
    match u16::from(code) {
        0 => "NOERROR".to_owned(),
        1 => "FORMERR".to_owned(),
        2 => "SERVFAIL".to_owned(),
        3 => "NXDOMAIN".to_owned(),
        4 => "NOTIMP".to_owned(),
        5 => "REFUSED".to_owned(),
        other => format!("RCODE{other}"),
    }
}

/// Addresses of the name that was asked for, along its aliases. Records of other names, which a server may put beside
/// them, are not looked at.
pub(crate) fn addresses(message: &Message) -> Vec<IpAddr> {
    let Some(asked) = message.queries.first() else { return Vec::new() };
    let mut names: Vec<&Name> = vec![asked.name()];
    while let Some(alias) = names.last().and_then(|name| alias_of(message, name)) {
        // A loop, or a chain that no honest zone has.
        if names.contains(&alias) || names.len() > ALIASES {
            return Vec::new();
        }
        names.push(alias);
    }
    let of_name = message.answers.iter().filter(|record| names.last().is_some_and(|name| record.name == **name));
    let found = of_name.filter_map(|record| match &record.data {
        RData::A(it) => Some(IpAddr::V4(it.0)),
        RData::AAAA(it) => Some(IpAddr::V6(it.0)),
        _ => None,
    });
    found.take(ADDRESSES).collect()
}

fn alias_of<'a>(message: &'a Message, name: &Name) -> Option<&'a Name> {
    message.answers.iter().find_map(|record| match &record.data {
        RData::CNAME(alias) if record.name == *name => Some(&alias.0),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hickory_proto::{
        op::{OpCode, Query},
        rr::{
            Record, RecordType,
            rdata::{A, CNAME, TXT},
        },
    };

    fn name(text: &str) -> Name {
        Name::from_ascii(text).unwrap()
    }

    fn answer(records: impl IntoIterator<Item = (&'static str, RData)>) -> Message {
        let mut message = Message::response(1, OpCode::Query);
        message.add_query(Query::query(name("a.example."), RecordType::A));
        message.add_answers(records.into_iter().map(|(of, data)| Record::from_rdata(name(of), 5, data)));
        message
    }

    fn alias(to: &str) -> RData {
        RData::CNAME(CNAME(name(to)))
    }

    fn at(last: u8) -> RData {
        RData::A(A::new(1, 1, 1, last))
    }

    #[test]
    fn addresses_are_found_along_aliases_only() {
        let found = |records: Vec<(&'static str, RData)>| addresses(&answer(records));
        let [one, two] = ["1.1.1.1", "1.1.1.2"].map(|it| it.parse::<IpAddr>().unwrap());
        assert_eq!(found(vec![("A.example.", at(1)), ("a.example.", at(2))]), [one, two]);
        assert_eq!(found(vec![("b.example.", at(2)), ("a.example.", alias("b.example."))]), [two]);
        assert_eq!(found(vec![("b.example.", at(2))]), [one; 0], "of another name");
        assert_eq!(found(vec![("a.example.", alias("b.example.")), ("b.example.", alias("a.example."))]), [one; 0]);
    }

    #[test]
    fn much_and_hostile_text_is_cut_and_made_visible() {
        let hostile = || RData::TXT(TXT::from_bytes(vec![b"</script>\x1b[2J\xe2\x80\xae"]));
        let shown = records(&answer((0..1_000).map(|_| ("a.example.", hostile()))));
        assert_eq!(shown.len(), RECORDS);
        assert!(!shown[0].data.contains(|it: char| it.is_control() || it == '\u{202e}'), "{:?}", shown[0]);
        assert_eq!((shown[0].record.as_str(), shown[0].ttl), ("TXT", 5));
    }
}
