//! People who are interviewed. Whoever calls has checked that the person signed in may see candidates.

use crate::{
    db::{Db, change, read},
    error::Error,
    row::{all, from_json, parse},
};
use domain::{CandidateId, Locale, QuestionId, Timestamp, UserId, interview::Payload};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A person who is interviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Their id.
    pub id: CandidateId,
    /// Their name.
    pub name: String,
    /// Their e-mail, if it is known.
    pub email: Option<String>,
    /// The language they are interviewed in.
    pub locale: Locale,
    /// When they were entered.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: UserId,
}

/// A candidate to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCandidate {
    /// Name.
    pub name: String,
    /// E-mail, if it is known.
    pub email: Option<String>,
    /// Language.
    pub locale: Locale,
}

#[derive(sqlx::FromRow)]
pub(crate) struct CandidateRow {
    candidate_id: String,
    name: String,
    email: Option<String>,
    locale: String,
    candidate_created_at: i64,
    candidate_created_by: String,
}

/// The columns of a [`CandidateRow`]; `c` is the candidate. Aliased, so that other tables can be joined.
macro_rules! candidate_columns {
    () => {
        "c.id as candidate_id, c.name, c.email, c.locale, c.created_at as candidate_created_at,
         c.created_by as candidate_created_by"
    };
}

pub(crate) use candidate_columns;

impl TryFrom<CandidateRow> for Candidate {
    type Error = Error;

    fn try_from(row: CandidateRow) -> Result<Self, Error> {
        Ok(Self {
            id: parse("candidate.id", &row.candidate_id)?,
            name: row.name,
            email: row.email,
            locale: parse("candidate.locale", &row.locale)?,
            created_at: Timestamp(row.candidate_created_at),
            created_by: parse("candidate.created_by", &row.candidate_created_by)?,
        })
    }
}

impl Db {
    /// Enters a candidate.
    ///
    /// # Errors
    /// [`Error::NotFound`] when `by` has no account; [`Error::Database`].
    pub async fn create_candidate(&self, new: &NewCandidate, by: UserId, now: Timestamp) -> Result<CandidateId, Error> {
        const SQL: &str = "insert into candidate (id, name, email, locale, search, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7)";
        let id = CandidateId(Uuid::now_v7());
        let search = format!("{} {}", new.name, new.email.as_deref().unwrap_or_default()).to_lowercase();
        change!(self, |tx| sqlx::query(SQL)
            .bind(id.to_string())
            .bind(&new.name)
            .bind(&new.email)
            .bind(new.locale.name())
            .bind(&search)
            .bind(now.0)
            .bind(by.to_string())
            .execute(&mut *tx)
            .await?
            .rows_affected());
        Ok(id)
    }

    /// The newest candidates whose name or e-mail contains `search`, in any script and case; all for an empty text.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an unknown language; [`Error::Database`].
    pub async fn candidates(&self, search: &str, limit: u32) -> Result<Vec<Candidate>, Error> {
        const SQL: &str = concat!(
            "select ",
            candidate_columns!(),
            r" from candidate c where c.search like $1 escape '\' order by c.created_at desc, c.id desc limit $2"
        );
        let pattern = format!("%{}%", literal(&search.trim().to_lowercase()));
        let rows: Vec<CandidateRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(&pattern).bind(i64::from(limit)).fetch_all(pool).await?);
        all(rows)
    }

    /// One candidate.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Corrupt`] for an unknown language; [`Error::Database`].
    pub async fn candidate(&self, id: CandidateId) -> Result<Candidate, Error> {
        const SQL: &str = concat!("select ", candidate_columns!(), " from candidate c where c.id = $1");
        let row: Option<CandidateRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(id.to_string()).fetch_optional(pool).await?);
        row.ok_or(Error::NotFound)?.try_into()
    }

    /// Questions that were put to a candidate in any interview: taken up, shown, scored or written about. By id.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a payload that cannot be read; [`Error::Database`].
    pub async fn asked(&self, candidate: CandidateId) -> Result<Vec<QuestionId>, Error> {
        const SQL: &str = "select distinct e.payload from interview_event e
            join interview i on i.id = e.interview_id join interview_loop l on l.id = i.loop_id
            where l.candidate_id = $1 and e.kind in ('move', 'reveal', 'score', 'note', 'follow-up', 'flag')";
        let payloads: Vec<String> =
            read!(self, |pool| sqlx::query_scalar(SQL).bind(candidate.to_string()).fetch_all(pool).await?);
        let mut asked = BTreeSet::new();
        for text in payloads {
            let payload: Payload = from_json("interview_event.payload", &text)?;
            asked.extend(payload.question().cloned());
        }
        Ok(asked.into_iter().collect())
    }
}

/// Takes the special meaning from the characters of a `like` pattern.
fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}
