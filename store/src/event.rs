//! The log of an interview: appending to it, and reading what follows from it.

mod append;
mod fold;
mod judge;
mod replay;

pub use append::{Appended, Outcome};
pub(crate) use fold::{Fold, Folds};

use crate::{
    db::{Db, read},
    error::Error,
    interview::sees_interview,
    row::{from_json, parse},
    seal::{Key, open_event},
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

/// The key of an interview's candidate (`$1`); no row or none when it is gone.
pub(crate) const KEY_OF: &str = "select k.key from interview i join interview_loop l on l.id = i.loop_id
    join candidate_key k on k.candidate_id = l.candidate_id where i.id = $1";

impl LogRow {
    fn open(self, key: Option<&Key>) -> Result<Logged, Error> {
        let event = Event {
            id: parse::<EventId>("interview_event.id", &self.id)?,
            actor: parse::<UserId>("interview_event.actor", &self.actor)?,
            at: Timestamp(self.at),
            payload: from_json("interview_event.payload", &self.payload)?,
        };
        Ok(Logged { seq: self.seq, event: open_event(key, event)?, received_at: Timestamp(self.received_at) })
    }
}

/// Opens the rows of one interview; without its key, the free text is gone.
pub(crate) fn open_log(key: Option<&Key>, rows: Vec<LogRow>) -> Result<Vec<Logged>, Error> {
    rows.into_iter().map(|it| it.open(key)).collect()
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
        const HEAD: &str = "select i.plan, i.last_seq, k.key from interview i
            join interview_loop l on l.id = i.loop_id left join candidate_key k on k.candidate_id = l.candidate_id
            where i.id = $1";
        let id = interview.to_string();
        let head: Option<(String, i64, Option<String>)> =
            read!(self, |pool| sqlx::query_as(HEAD).bind(&id).fetch_optional(pool).await?);
        let (plan, last, key) = head.ok_or(Error::NotFound)?;
        let key = Key::read_opt(key.as_deref())?;
        if key.is_none() {
            // Another instance may have forgotten the candidate; what is kept here still has their text.
            self.folds.forget(interview);
        }
        let known = self.folds.get(interview, last);
        let after = known.as_ref().map_or(0, |it| it.seq);
        let rows: Vec<LogRow> =
            read!(self, |pool| sqlx::query_as(LOG_AFTER).bind(&id).bind(after).fetch_all(pool).await?);
        let fold = Fold::catch_up(known, &plan, open_log(key.as_ref(), rows)?)?;
        let answer = (fold.seq, fold.state.clone());
        if key.is_some() {
            self.folds.keep(interview, fold);
        }
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

    /// [`Db::state_for`], as long as something can still happen there: not once the candidate is forgotten.
    ///
    /// # Errors
    /// As [`Db::state_for`].
    pub async fn room_for(&self, interview: InterviewId, user: UserId) -> Result<(i64, State), Error> {
        const SQL: &str = concat!(
            "select ",
            sees_interview!("$1", "$2"),
            " and not exists (select 1 from interview r join interview_loop q on q.id = r.loop_id
             join candidate c on c.id = q.candidate_id where r.id = $1 and c.forgotten_at is not null)"
        );
        let open: bool = read!(self, |pool| sqlx::query_scalar(SQL)
            .bind(interview.to_string())
            .bind(user.to_string())
            .fetch_one(pool)
            .await?);
        if open { self.state(interview).await } else { Err(Error::NotFound) }
    }

    /// The whole log; empty when there is no such interview. Whoever calls has let the person in.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn log(&self, interview: InterviewId) -> Result<Vec<Logged>, Error> {
        let id = interview.to_string();
        let key: Option<String> = read!(self, |pool| sqlx::query_scalar(KEY_OF).bind(&id).fetch_optional(pool).await?);
        let rows: Vec<LogRow> =
            read!(self, |pool| sqlx::query_as(LOG_AFTER).bind(&id).bind(0_i64).fetch_all(pool).await?);
        open_log(Key::read_opt(key.as_deref())?.as_ref(), rows)
    }
}
