//! How long a question takes, in steps that somebody chooses by.

use std::{fmt, str::FromStr};

/// A range of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// Up to five minutes.
    Short,
    /// Six or seven.
    Middle,
    /// Eight and more.
    Long,
}

impl Length {
    /// Every range, the shortest first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Middle, Self::Long];

    /// The range that `minutes` are in.
    #[must_use]
    pub const fn of(minutes: u16) -> Self {
        match minutes {
            0..=5 => Self::Short,
            6 | 7 => Self::Middle,
            _ => Self::Long,
        }
    }

    /// Its name in URLs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Short => "1-5",
            Self::Middle => "6-7",
            Self::Long => "8-30",
        }
    }
}

/// No range has this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoLength;

impl FromStr for Length {
    type Err = NoLength;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|it| it.name() == text).ok_or(NoLength)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
