//! Identifiers: one type per thing, so that one cannot be passed for another.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! uuid_id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    )+};
}

uuid_id! {
    /// A person with an account.
    UserId,
    /// A person who is interviewed.
    CandidateId,
    /// One candidate for one level, with a panel.
    LoopId,
    /// One session of a loop.
    InterviewId,
    /// One action in an interview; made by the client, so that a resend changes nothing.
    EventId,
    /// One probe's result.
    RunId,
    /// A link that lets a candidate into one interview.
    LinkId,
    /// A core of questions that is kept under a name.
    TemplateId,
    /// One change of a scratchpad; made by the client, so that a resend changes nothing.
    SpliceId,
}

/// Is it the stable name of something in the bank: 3 to 64 lower-case letters, digits and single hyphens, beginning with a letter?
fn is_slug(text: &str) -> bool {
    let words_ok = text
        .split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    let begins_with_letter = text.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    (3..=64).contains(&text.len()) && words_ok && begins_with_letter
}

/// Why a text cannot be the name of something in the bank.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id: 3 to 64 lower-case letters, digits and single hyphens, beginning with a letter")]
pub struct InvalidSlug(pub String);

macro_rules! slug_id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidSlug;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.to_owned().try_into()
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidSlug;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                if is_slug(&text) { Ok(Self(text)) } else { Err(InvalidSlug(text.chars().take(80).collect())) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

slug_id! {
    /// The stable name of a bank item: lower-case words joined by hyphens.
    QuestionId,
    /// The stable name of an exhibit of the bank.
    ExhibitId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_ids_are_slugs() {
        for good in ["tcp-vs-udp", "http2-to-http3", "dns"] {
            assert_eq!(good.parse::<QuestionId>().unwrap().as_str(), good);
        }
        for bad in
            ["", "ab", "Tcp", "tcp--udp", "-tcp", "tcp-", "2tcp", "tcp udp", "../etc", "tcp_udp", &"a".repeat(65)]
        {
            assert!(bad.parse::<QuestionId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_bad_id_does_not_deserialise() {
        assert!(serde_json::from_str::<QuestionId>("\"../../etc/passwd\"").is_err());
    }
}
