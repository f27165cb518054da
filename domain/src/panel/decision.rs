//! The decision of a loop: people take it, and it does not exist without its reason.

use crate::{Level, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// Longest reason, in characters.
pub const REASON_MAX: usize = 5_000;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Hire, at this level, which may be another than the loop was for.
    Hire(Level),
    /// Do not hire.
    NoHire,
    /// Not enough is known: one more interview.
    AnotherInterview,
}

/// What a panel's lead has decided, and why. It cannot be changed; a second thought is a second decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Decision {
    verdict: Verdict,
    reason: String,
    by: UserId,
    at: Timestamp,
}

/// A reason that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a decision needs its reason, of at most {REASON_MAX} characters")]
pub struct Unreasoned;

impl Decision {
    /// A decision with its reason, which the candidate may read; outer blanks are cut off.
    ///
    /// # Errors
    /// [`Unreasoned`] when nothing that could be read remains of the reason, or it is too long.
    pub fn new(verdict: Verdict, reason: &str, by: UserId, at: Timestamp) -> Result<Self, Unreasoned> {
        let reason = reason.trim();
        let says_something = reason.chars().any(char::is_alphanumeric);
        if says_something && reason.chars().count() <= REASON_MAX {
            Ok(Self { verdict, reason: reason.to_owned(), by, at })
        } else {
            Err(Unreasoned)
        }
    }

    /// What was decided.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Who decided.
    #[must_use]
    pub const fn by(&self) -> UserId {
        self.by
    }

    /// When.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.at
    }
}

/// A decision as it is written down, before anybody has looked whether it has a reason.
#[derive(Serialize, Deserialize)]
struct Written {
    verdict: Verdict,
    reason: String,
    by: UserId,
    at: Timestamp,
}

impl TryFrom<Written> for Decision {
    type Error = Unreasoned;

    fn try_from(it: Written) -> Result<Self, Unreasoned> {
        Self::new(it.verdict, &it.reason, it.by, it.at)
    }
}

impl From<Decision> for Written {
    fn from(it: Decision) -> Self {
        Self { verdict: it.verdict, reason: it.reason, by: it.by, at: it.at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn decision(verdict: Verdict, reason: &str) -> Result<Decision, Unreasoned> {
        Decision::new(verdict, reason, UserId(Uuid::from_u128(1)), Timestamp(5))
    }

    #[test]
    fn a_reason_has_words() {
        for none in ["", "  ", "\n\t", "—", "...", "\u{200f}", &"x".repeat(REASON_MAX + 1)] {
            assert_eq!(decision(Verdict::NoHire, none), Err(Unreasoned), "{none:?}");
        }
        for some in ["כן", "Нет опыта", "x", &"ж".repeat(REASON_MAX)] {
            assert_eq!(decision(Verdict::Hire(Level::Senior), some).unwrap().reason(), some);
        }
    }

    #[test]
    fn none_is_read_without_one() {
        let text =
            serde_json::to_string(&decision(Verdict::Hire(Level::Middle), "Finds faults fast").unwrap()).unwrap();
        assert!(text.contains(r#""verdict":{"hire":"middle"},"reason":"Finds faults fast""#), "{text}");
        assert!(serde_json::from_str::<Decision>(&text).is_ok());
        assert!(serde_json::from_str::<Decision>(&text.replace("Finds faults fast", " ")).is_err());
        assert!(serde_json::from_str::<Decision>(&text.replace(r#""reason":"Finds faults fast","#, "")).is_err());
    }

    proptest! {
        #[test]
        fn what_exists_has_a_reason(reason in ".{0,40}") {
            if let Ok(it) = decision(Verdict::AnotherInterview, &reason) {
                prop_assert!(it.reason().chars().any(char::is_alphanumeric));
                prop_assert_eq!(it.reason(), reason.trim());
            }
        }
    }
}
