//! What may be probed: the targets of the lab, by their ids and in no other spelling.

use crate::visible;
use std::{fmt, str::FromStr, time::Duration};

/// Bytes of a refused text that are shown again.
pub(crate) const TYPED_LIMIT: usize = 200;

/// A target of the lab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// Answers at once: the control.
    Healthy,
    /// Waits before it answers, as if a service behind it were slow.
    SlowUpstream,
}

/// A text that names no target of the lab.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{typed}” is not a lab target; the lab has {} and {}", Target::Healthy, Target::SlowUpstream)]
pub struct Refused {
    typed: String,
}

impl Target {
    /// Every target, in the order to show them.
    pub const ALL: [Self; 2] = [Self::Healthy, Self::SlowUpstream];

    /// The id that people type: `lab:` and a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Healthy => "lab:healthy",
            Self::SlowUpstream => "lab:slow-upstream",
        }
    }

    /// The name in the URL and in the certificate; no name server knows it.
    #[must_use]
    pub const fn host(self) -> &'static str {
        match self {
            Self::Healthy => "healthy.lab",
            Self::SlowUpstream => "slow-upstream.lab",
        }
    }

    /// The fault's name, for the truth of a result.
    #[must_use]
    pub const fn fault(self) -> &'static str {
        match self {
            Self::Healthy => "none",
            Self::SlowUpstream => "slow-upstream",
        }
    }

    /// How long the lab waits before the head of its answer; `None` when it does not.
    #[must_use]
    pub const fn delay(self) -> Option<Duration> {
        match self {
            Self::Healthy => None,
            Self::SlowUpstream => Some(Duration::from_millis(250)),
        }
    }
}

impl FromStr for Target {
    type Err = Refused;

    /// Compares with the ids and reads nothing else: no address, no URL, no other case, no spaces around. What is not
    /// parsed cannot be parsed in two ways.
    fn from_str(typed: &str) -> Result<Self, Refused> {
        let found = Self::ALL.into_iter().find(|target| target.name() == typed);
        found.ok_or_else(|| Refused { typed: visible(typed.as_bytes(), TYPED_LIMIT) })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Refused {
    /// The stable word for this refusal.
    pub const CLASS: &'static str = "not-a-lab-target";

    /// What was typed, made safe to show and at most 200 bytes long (and a note where it was cut).
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_id_names_its_target() {
        for target in Target::ALL {
            assert_eq!(target.name().parse(), Ok(target));
        }
    }

    #[test]
    fn near_misses_are_refused() {
        for near in
            ["", "healthy", "lab:", "LAB:healthy", "lab:Healthy", " lab:healthy", "lab:healthy\n", "lab:healthy\0"]
        {
            assert!(near.parse::<Target>().is_err(), "{near:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_but_the_ids_is_a_target(typed in any::<String>()) {
            match typed.parse::<Target>() {
                Ok(target) => prop_assert_eq!(target.name(), typed),
                Err(refused) => prop_assert!(!refused.typed().chars().any(char::is_control)),
            }
        }

        #[test]
        fn what_is_added_to_an_id_makes_it_another(before in ".{0,2}", after in ".{0,2}") {
            prop_assume!(!before.is_empty() || !after.is_empty());
            let typed = format!("{before}lab:healthy{after}");
            prop_assert!(typed.parse::<Target>().is_err());
        }
    }
}
