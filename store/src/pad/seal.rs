//! What stands in a pad's rows, sealed under the candidate's key.

use crate::{
    error::Error,
    row::{from_json, to_json},
    seal::{Key, Place, open},
};
use domain::{InterviewId, pad::Splice};

/// A pad as it stands.
#[derive(Default)]
pub(super) struct Head {
    pub(super) rev: i64,
    pub(super) spent: i64,
    pub(super) text: String,
}

impl Head {
    /// Opens the row of a pad; without one nobody has written yet.
    pub(super) fn open(key: &Key, interview: InterviewId, row: Option<(i64, i64, String)>) -> Result<Self, Error> {
        let Some((rev, spent, text)) = row else { return Ok(Self::default()) };
        let text = open(Some(key), whole(interview), &text)?.unwrap_or_default();
        Ok(Self { rev, spent, text })
    }
}

const fn whole(interview: InterviewId) -> Place<InterviewId> {
    Place { table: "pad", row: interview, field: "text" }
}

fn one(interview: InterviewId, rev: i64) -> Place<String> {
    Place { table: "pad_splice", row: format!("{interview}/{rev}"), field: "splice" }
}

/// The text of a pad as it is stored.
pub(super) fn seal_head(key: &Key, interview: InterviewId, text: &str) -> Result<String, Error> {
    key.seal(whole(interview), text)
}

/// A splice as it is stored.
pub(super) fn seal_splice(key: &Key, interview: InterviewId, rev: i64, splice: &Splice) -> Result<String, Error> {
    key.seal(one(interview, rev), &to_json("pad_splice.splice", splice)?)
}

/// A stored splice.
pub(super) fn open_splice(key: &Key, interview: InterviewId, rev: i64, stored: &str) -> Result<Splice, Error> {
    from_json("pad_splice.splice", &open(Some(key), one(interview, rev), stored)?.unwrap_or_default())
}
