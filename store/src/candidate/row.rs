//! A candidate as they are stored: sealed on the way in, opened on the way out.

use super::{Candidate, NewCandidate};
use crate::{
    error::Error,
    row::parse,
    seal::{Key, Place, open},
};
use domain::{CandidateId, Timestamp};

#[derive(sqlx::FromRow)]
pub(crate) struct CandidateRow {
    candidate_id: String,
    name: String,
    email: Option<String>,
    locale: String,
    candidate_created_at: i64,
    candidate_created_by: String,
    archived_at: Option<i64>,
    forgotten_at: Option<i64>,
    hold_reason: Option<String>,
    hold_at: Option<i64>,
    notice_at: Option<i64>,
    candidate_key: Option<String>,
}

/// The columns of a [`CandidateRow`]; `c` is the candidate, `k` its key, left-joined. Aliased, so that other tables can
/// be joined.
macro_rules! candidate_columns {
    () => {
        "c.id as candidate_id, c.name, c.email, c.locale, c.created_at as candidate_created_at,
         c.created_by as candidate_created_by, c.archived_at, c.forgotten_at, c.hold_reason, c.hold_at, c.notice_at,
         k.key as candidate_key"
    };
}

/// Everything of a candidate, up to the condition.
macro_rules! select_candidate {
    ($($rest:expr),+) => {
        concat!(
            "select ",
            $crate::candidate::candidate_columns!(),
            " from candidate c left join candidate_key k on k.candidate_id = c.id where ",
            $($rest),+
        )
    };
}

/// Writes a candidate with a new key, in a transaction.
macro_rules! insert_candidate {
    ($tx:ident, $id:expr, $new:expr, $by:expr, $now:expr) => {{
        const CANDIDATE: &str = "insert into candidate (id, name, email, locale, search, created_at, created_by,
            applicant_id) values ($1, $2, $3, $4, $5, $6, $7, (select u.id from user_account u where u.email = $8))";
        const KEY: &str = "insert into candidate_key (candidate_id, key) values ($1, $2)";
        let stored = $crate::seal::Key::random();
        let sealed = $crate::candidate::row::seal(&$crate::seal::Key::read(&stored)?, $id, $new)?;
        sqlx::query(CANDIDATE)
            .bind($id.to_string())
            .bind(&sealed.name)
            .bind(&sealed.email)
            .bind($new.locale.name())
            .bind(&sealed.search)
            .bind($now.0)
            .bind($by.to_string())
            .bind($crate::candidate::row::account_email($new))
            .execute(&mut *$tx)
            .await?;
        sqlx::query(KEY).bind($id.to_string()).bind(&stored).execute(&mut *$tx).await?;
    }};
}

pub(crate) use candidate_columns;
pub(crate) use insert_candidate;
pub(crate) use select_candidate;

/// The personal columns of a candidate, sealed.
pub(crate) struct Sealed {
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) search: String,
}

/// Where a personal column stands.
pub(crate) const fn candidate_place(row: CandidateId, field: &'static str) -> Place<CandidateId> {
    Place { table: "candidate", row, field }
}

/// Where the reason of a legal hold stands.
pub(crate) const fn hold_place(row: CandidateId) -> Place<CandidateId> {
    candidate_place(row, "hold_reason")
}

/// Seals what is known of a candidate.
pub(crate) fn seal(key: &Key, id: CandidateId, new: &NewCandidate) -> Result<Sealed, Error> {
    let email = new.email.as_deref();
    // Folded in Rust: one database knows ASCII only. A line each, so that no search matches across the two.
    let search = format!("{}\n{}", new.name, email.unwrap_or_default()).to_lowercase();
    Ok(Sealed {
        name: key.seal(candidate_place(id, "name"), &new.name)?,
        email: email.map(|it| key.seal(candidate_place(id, "email"), it)).transpose()?,
        search: key.seal(candidate_place(id, "search"), &search)?,
    })
}

/// The e-mail as an account with it would have it.
pub(crate) fn account_email(new: &NewCandidate) -> Option<String> {
    new.email.as_deref().map(crate::user::fold_email)
}

/// A stored name; `None` when the candidate is forgotten.
pub(crate) fn open_name(id: CandidateId, key: Option<&Key>, stored: &str) -> Result<Option<String>, Error> {
    // A forgotten name is stored empty, and no name is.
    Ok(open(key, candidate_place(id, "name"), stored)?.filter(|it| !it.is_empty()))
}

impl TryFrom<CandidateRow> for Candidate {
    type Error = Error;

    fn try_from(row: CandidateRow) -> Result<Self, Error> {
        let id: CandidateId = parse("candidate.id", &row.candidate_id)?;
        let key = Key::read_opt(row.candidate_key.as_deref())?;
        let opened = |field, stored: Option<&str>| {
            stored.map(|it| open(key.as_ref(), candidate_place(id, field), it)).transpose().map(Option::flatten)
        };
        let hold = row.hold_at.map(Timestamp).zip(opened("hold_reason", row.hold_reason.as_deref())?);
        Ok(Self {
            id,
            name: open_name(id, key.as_ref(), &row.name)?.filter(|_| row.forgotten_at.is_none()),
            email: opened("email", row.email.as_deref())?,
            locale: parse("candidate.locale", &row.locale)?,
            created_at: Timestamp(row.candidate_created_at),
            created_by: parse("candidate.created_by", &row.candidate_created_by)?,
            archived_at: row.archived_at.map(Timestamp),
            hold,
            notice_at: row.notice_at.map(Timestamp),
        })
    }
}
