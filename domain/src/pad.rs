//! The scratchpad: one plain text that several people write at once.
//!
//! Who writes sends [`Splice`]s with the revision that they were made on. The server puts them in one order and moves each
//! past those that came before it; a browser moves what it has not sent past those that it is told of. Both end with the same
//! text, because [`Splice::past`] holds the square of operational transformation (Ellis and Gibbs 1989, property TP1): with
//! `theirs` first in the central order,
//!
//! `text · theirs · mine.past(theirs, Second) = text · mine · theirs.past(mine, First)`.
//!
//! Nothing that somebody inserted is removed by another who did not see it. `public/pad.js` knows the same rule; a file of
//! cases holds both to it.

use crate::SpliceId;
use serde::{Deserialize, Serialize};

/// Longest text of a pad, in characters.
pub const PAD_MAX: usize = 20_000;
/// Most splices in one batch; together they insert no more than [`PAD_MAX`] characters.
pub const BATCH_MAX: usize = 50;
/// How many revisions a batch may be behind: an hour of others' typing. It bounds the work of moving it past them.
pub const BEHIND_MAX: usize = 4_000;
/// How much one pad takes in over its life: characters inserted, and [`SPLICE_COST`] for each splice. Far more than people
/// type in a day, and an end to what a program could fill a disk with.
pub const BUDGET: i64 = 4_000_000;
/// What a splice costs beside its text.
const SPLICE_COST: i64 = 64;

/// A place in the text changes: `remove` characters from `at` on go, `insert` comes. Counted in Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// Before which character, from 0.
    pub at: usize,
    /// How many characters go.
    pub remove: usize,
    /// What comes.
    pub insert: String,
}

/// A splice with the name that its author gave it, so that a resend changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Its name.
    pub id: SpliceId,
    /// What it changes.
    #[serde(flatten)]
    pub splice: Splice,
}

/// What somebody is told of a pad. It names nobody: the candidate gets the same as whoever is in the room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Number of the newest splice.
    pub rev: i64,
    /// The whole text at that revision, where nothing was known before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What came since the last news, oldest first; the last one is number `rev`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

/// Which of two splices that were made on the same text stands first in the central order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// This one.
    First,
    /// The other one.
    Second,
}

/// Why a pad does not take what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refused {
    /// The text would be longer than [`PAD_MAX`], or so much is inserted at once.
    #[error("the text would be too long")]
    Full,
    /// It changes a place that the text does not have, or was made on a revision that is still to come or long gone.
    #[error("the text has no such place")]
    NoSuchPlace,
    /// It holds control characters, which no text field makes.
    #[error("there are control characters in it")]
    Control,
    /// More splices than fit in one batch, or none.
    #[error("too many changes at once")]
    Batch,
    /// The pad has taken in as much as it does.
    #[error("the pad is worn out")]
    WornOut,
}

impl Splice {
    /// What it takes off the pad's [`BUDGET`].
    #[must_use]
    pub fn cost(&self) -> i64 {
        i64::try_from(self.inserted()).unwrap_or(i64::MAX).saturating_add(SPLICE_COST)
    }

    /// The end of what goes.
    const fn end(&self) -> usize {
        self.at + self.remove
    }

    /// How much comes.
    fn inserted(&self) -> usize {
        self.insert.chars().count()
    }

    /// The text with this change.
    ///
    /// # Errors
    /// [`Refused::NoSuchPlace`], [`Refused::Control`].
    pub fn apply(&self, text: &str) -> Result<String, Refused> {
        if self.insert.contains(|it: char| it.is_control() && it != '\n' && it != '\t') {
            return Err(Refused::Control);
        }
        let (start, end) = (byte_of(text, self.at)?, byte_of(text, self.end())?);
        Ok([&text[..start], &self.insert, &text[end..]].concat())
    }

    /// The same change after `other`, which was made on the same text. `turn`: whose place is first where both begin at one.
    ///
    /// Where they overlap, what either removes goes and what both insert stays, side by side: the one that begins first comes
    /// first. If `other` has put its text amid what goes here, that text is put in again.
    #[must_use]
    pub fn past(&self, other: &Self, turn: Turn) -> Self {
        let leads = if self.at == other.at { turn == Turn::First } else { self.at < other.at };
        if leads && self.end() <= other.at {
            return self.clone();
        }
        let theirs = other.inserted();
        if !leads && other.end() <= self.at {
            return Self { at: self.at - other.remove + theirs, ..self.clone() };
        }
        // They overlap. What is left of this one's removal before the other's and after it:
        let (before, after) = (other.at.saturating_sub(self.at), self.end().saturating_sub(other.end()));
        match (leads, after) {
            (false, _) => Self { at: other.at + theirs, remove: after, insert: self.insert.clone() },
            (true, 0) => Self { remove: before, ..self.clone() },
            (true, _) => {
                let insert = [self.insert.as_str(), &other.insert].concat();
                Self { at: self.at, remove: before + theirs + after, insert }
            }
        }
    }
}

/// Moves a sequence, each splice made on the text after the one before it, past another that came first.
#[must_use]
pub fn rebase(mine: &[Splice], theirs: &[Splice]) -> Vec<Splice> {
    let mut theirs = theirs.to_vec();
    let mut moved = Vec::with_capacity(mine.len());
    for splice in mine {
        let mut splice = splice.clone();
        for other in &mut theirs {
            let past = splice.past(other, Turn::Second);
            *other = other.past(&splice, Turn::First);
            splice = past;
        }
        moved.push(splice);
    }
    moved
}

/// A batch as the server takes it in: moved past `theirs`, which the pad has got since the batch was made, and the text with it.
///
/// # Errors
/// [`Refused`] says which rule it breaks; then none of it counts. The length is asked at the end: what is too long in between
/// and not after it is no harm.
pub fn take(text: &str, theirs: &[Splice], mine: &[Splice]) -> Result<(String, Vec<Splice>), Refused> {
    if mine.is_empty() || mine.len() > BATCH_MAX {
        return Err(Refused::Batch);
    }
    // No text was ever so long; beyond, sums could overflow.
    let wild = |it: &Splice| it.at.max(it.remove) > 2 * PAD_MAX;
    if theirs.len() > BEHIND_MAX || mine.iter().any(wild) {
        return Err(Refused::NoSuchPlace);
    }
    if mine.iter().map(Splice::inserted).sum::<usize>() > PAD_MAX {
        return Err(Refused::Full);
    }
    let moved = rebase(mine, theirs);
    let mut text = text.to_owned();
    for splice in &moved {
        text = splice.apply(&text)?;
    }
    if text.chars().count() > PAD_MAX { Err(Refused::Full) } else { Ok((text, moved)) }
}

/// Where the character stands in the text; its end counts, what is beyond does not.
fn byte_of(text: &str, at: usize) -> Result<usize, Refused> {
    let ends = std::iter::once(text.len());
    text.char_indices().map(|it| it.0).chain(ends).nth(at).ok_or(Refused::NoSuchPlace)
}

#[cfg(test)]
#[path = "pad_test.rs"]
mod tests;
