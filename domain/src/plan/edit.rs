//! One change of a draft, as a button or a drop says it: `up:dns-resolution`, `place:dns-resolution:2`, `rebuild`.

use crate::QuestionId;
use std::{fmt, str::FromStr};

/// One change of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// One place earlier in its dimension.
    Up(QuestionId),
    /// One place later in its dimension.
    Down(QuestionId),
    /// To a place in its dimension, counted from 0; too far is the last one.
    Place(QuestionId, usize),
    /// It survives a rebuild.
    Pin(QuestionId),
    /// It does not any more.
    Unpin(QuestionId),
    /// Out of the draft.
    Remove(QuestionId),
    /// The first goes, the second takes its place.
    Swap(QuestionId, QuestionId),
    /// To the end of its dimension.
    Add(QuestionId),
    /// Everything that is not pinned is chosen anew.
    Rebuild,
}

/// A text that says no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a change of a draft")]
pub struct Unreadable;

impl Edit {
    /// The question that comes into the draft by it.
    #[must_use]
    pub const fn incoming(&self) -> Option<&QuestionId> {
        match self {
            Self::Add(id) | Self::Swap(_, id) => Some(id),
            _ => None,
        }
    }
}

impl FromStr for Edit {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let mut parts = text.splitn(3, ':');
        let verb = parts.next().unwrap_or_default();
        let id = |text: Option<&str>| text.and_then(|it| it.parse::<QuestionId>().ok());
        let (first, second) = (parts.next(), parts.next());
        let edit = match (verb, id(first), second) {
            ("rebuild", None, None) if first.is_none() => Some(Self::Rebuild),
            ("up", Some(it), None) => Some(Self::Up(it)),
            ("down", Some(it), None) => Some(Self::Down(it)),
            ("pin", Some(it), None) => Some(Self::Pin(it)),
            ("unpin", Some(it), None) => Some(Self::Unpin(it)),
            ("remove", Some(it), None) => Some(Self::Remove(it)),
            ("add", Some(it), None) => Some(Self::Add(it)),
            ("place", Some(it), Some(at)) => at.parse().ok().map(|at| Self::Place(it, at)),
            ("swap", Some(it), other) => id(other).map(|other| Self::Swap(it, other)),
            _ => None,
        };
        edit.ok_or(Unreadable)
    }
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Up(id) => write!(f, "up:{id}"),
            Self::Down(id) => write!(f, "down:{id}"),
            Self::Place(id, at) => write!(f, "place:{id}:{at}"),
            Self::Pin(id) => write!(f, "pin:{id}"),
            Self::Unpin(id) => write!(f, "unpin:{id}"),
            Self::Remove(id) => write!(f, "remove:{id}"),
            Self::Swap(id, other) => write!(f, "swap:{id}:{other}"),
            Self::Add(id) => write!(f, "add:{id}"),
            Self::Rebuild => f.write_str("rebuild"),
        }
    }
}
