//! The log of an interview: appending to it, and reading what follows from it.

mod append;
mod fold;
mod judge;

pub use append::{Appended, Outcome};
pub(crate) use fold::{Fold, Folds};

use crate::{
    db::{Db, read},
    error::Error,
    interview::sees_interview,
    row::{all, from_json, parse},
};
use domain::{EventId, InterviewId, Timestamp, UserId, interview::Event, interview::State};

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// Its place in the log, from 1 without gaps.
    pub seq: i64,
    /// What happened.
    pub event: Event,
    /// When the server stored it; `event.at` is never later.
    pub received_at: Timestamp,
}

#[derive(sqlx::FromRow)]
pub(crate) struct LogRow {
    seq: i64,
    id: String,
    actor: String,
    payload: String,
    at: i64,
    received_at: i64,
}

/// The log of an interview (`$1`) after a place in it (`$2`).
pub(crate) const LOG_AFTER: &str = "select seq, id, actor, payload, at, received_at from interview_event
    where interview_id = $1 and seq > $2 order by seq";

impl TryFrom<LogRow> for Logged {
    type Error = Error;

    fn try_from(row: LogRow) -> Result<Self, Error> {
        Ok(Self {
            seq: row.seq,
            event: Event {
                id: parse::<EventId>("interview_event.id", &row.id)?,
                actor: parse::<UserId>("interview_event.actor", &row.actor)?,
                at: Timestamp(row.at),
                payload: from_json("interview_event.payload", &row.payload)?,
            },
            received_at: Timestamp(row.received_at),
        })
    }
}

impl Db {
    /// What is known of an interview, and the number of events it follows from.
    ///
    /// It holds everybody's marks: whoever calls has let the person in, by a link for instance, and shows them no more
    /// than `State::seen_by` or a `CandidateView`. Call [`Db::watch`] before, so that no event falls between the two.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn state(&self, interview: InterviewId) -> Result<(i64, State), Error> {
        const HEAD: &str = "select plan, last_seq from interview where id = $1";
        let id = interview.to_string();
        let head: Option<(String, i64)> =
            read!(self, |pool| sqlx::query_as(HEAD).bind(&id).fetch_optional(pool).await?);
        let (plan, last) = head.ok_or(Error::NotFound)?;
        let known = self.folds.get(interview, last);
        let after = known.as_ref().map_or(0, |it| it.seq);
        let rows: Vec<LogRow> =
            read!(self, |pool| sqlx::query_as(LOG_AFTER).bind(&id).bind(after).fetch_all(pool).await?);
        let fold = Fold::catch_up(known, &plan, all(rows)?)?;
        let answer = (fold.seq, fold.state.clone());
        self.folds.keep(interview, fold);
        Ok(answer)
    }

    /// [`Db::state`], if `user` sees the interview.
    ///
    /// # Errors
    /// [`Error::NotFound`] when not; as [`Db::state`].
    pub async fn state_for(&self, interview: InterviewId, user: UserId) -> Result<(i64, State), Error> {
        const SQL: &str = concat!("select ", sees_interview!("$1", "$2"));
        let sees: bool = read!(self, |pool| sqlx::query_scalar(SQL)
            .bind(interview.to_string())
            .bind(user.to_string())
            .fetch_one(pool)
            .await?);
        if sees { self.state(interview).await } else { Err(Error::NotFound) }
    }

    /// The whole log; empty when there is no such interview. Whoever calls has let the person in.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn log(&self, interview: InterviewId) -> Result<Vec<Logged>, Error> {
        let id = interview.to_string();
        let rows: Vec<LogRow> =
            read!(self, |pool| sqlx::query_as(LOG_AFTER).bind(&id).bind(0_i64).fetch_all(pool).await?);
        all(rows)
    }
}
