//! What may be probed of the lab: its targets, by their ids and in no other spelling.

use crate::visible;
use std::{fmt, str::FromStr, time::Duration};

/// Bytes of a refused text that are shown again.
pub(crate) const TYPED_LIMIT: usize = 200;

/// Declares the targets with the one word of each, which its id, its host and its fault are made of.
macro_rules! targets {
    ($($(#[$meta:meta])* $variant:ident = $word:literal),+ $(,)?) => {
        /// A target of the lab.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Target { $($(#[$meta])* $variant),+ }

        impl Target {
            /// Every target, in the order to show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The id that people type: `lab:` and a word.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => concat!("lab:", $word)),+ }
            }

            /// The name in the URL; only the lab's own name server knows it.
            #[must_use]
            pub const fn host(self) -> &'static str {
                match self { $(Self::$variant => concat!($word, ".lab")),+ }
            }

            const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

targets! {
    /// Answers at once: the control.
    Healthy = "healthy",
    /// Waits before it answers, as if a service behind it were slow.
    SlowUpstream = "slow-upstream",
    /// Its name server waits before it answers.
    SlowDns = "slow-dns",
    /// Its name server waits before it answers about IPv6, and only then.
    SlowAaaa = "slow-aaaa",
    /// There is no such name.
    NxDomain = "nxdomain",
    /// Its name server fails.
    ServFail = "servfail",
    /// Its name server cuts what it says over UDP and says all over TCP.
    Truncated = "truncated",
    /// It has an IPv6 address where nobody answers, and an IPv4 address where all is well.
    DeadIpv6 = "dead-ipv6",
    /// Its queue of connections is full, so that the system drops further ones.
    FullBacklog = "full-backlog",
    /// Waits before it reads the first message of TLS.
    SlowTls = "slow-tls",
    /// Its certificate ended last year.
    Expired = "expired",
    /// Its certificate is for another name.
    WrongName = "wrong-name",
    /// Sends the head of its answer at once and the body later.
    SlowBody = "slow-body",
    /// Answers 503 at once.
    Unavailable = "unavailable",
    /// Sends the client on to the healthy target.
    Redirect = "redirect",
}

/// A text that names no target of the lab.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{typed}” is not a lab target; the lab has {}", Target::ALL.iter().map(|it| it.name()).collect::<Vec<_>>().join(", "))]
pub struct Refused {
    typed: String,
}

impl Target {
    /// The two whose difference is one phase: what a room offers during an interview.
    pub const ROOM: [Self; 2] = [Self::Healthy, Self::SlowUpstream];

    /// The fault's name, for the truth of a result.
    #[must_use]
    pub const fn fault(self) -> &'static str {
        match self {
            Self::Healthy => "none",
            other => other.word(),
        }
    }

    /// How long the lab waits where its fault is; `None` when it does not.
    #[must_use]
    pub const fn delay(self) -> Option<Duration> {
        match self {
            Self::SlowUpstream => Some(Duration::from_millis(250)),
            Self::SlowDns | Self::SlowAaaa => Some(Duration::from_millis(300)),
            Self::SlowTls => Some(Duration::from_millis(600)),
            Self::SlowBody => Some(Duration::from_millis(400)),
            _ => None,
        }
    }
}

impl FromStr for Target {
    type Err = Refused;

    /// Compares with the ids and reads nothing else: no address, no URL, no other case, no spaces around. What is not
    /// parsed cannot be parsed in two ways.
    fn from_str(typed: &str) -> Result<Self, Refused> {
        let found = Self::ALL.iter().copied().find(|target| target.name() == typed);
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
            assert_eq!(target.name().parse(), Ok(*target));
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
