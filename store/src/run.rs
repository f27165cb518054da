//! Results of probes, whole and as lists.

use crate::{
    db::{Db, change, read},
    error::Error,
    interview::sees_interview,
    row::{all, from_json, parse, parse_opt, to_json},
};
use domain::{InterviewId, RunId, Timestamp, UserId, run};

/// A run in one line; the whole result is read with [`Db::run_for`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: RunId,
    /// The interview it belongs to, if any.
    pub interview: Option<InterviewId>,
    /// What was probed.
    pub target: String,
    /// Sum of its hops, in µs.
    pub total_us: u64,
    /// When it was saved.
    pub created_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    id: String,
    interview_id: Option<String>,
    target: String,
    total_us: i64,
    created_at: i64,
}

impl TryFrom<ListedRow> for Listed {
    type Error = Error;

    fn try_from(row: ListedRow) -> Result<Self, Error> {
        Ok(Self {
            id: parse("probe_run.id", &row.id)?,
            interview: parse_opt("probe_run.interview_id", row.interview_id.as_deref())?,
            target: row.target,
            total_us: u64::try_from(row.total_us).unwrap_or(0),
            created_at: Timestamp(row.created_at),
        })
    }
}

impl Db {
    /// Keeps a result under the person and the interview it names.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it names an interview that the person does not see; [`Error::Taken`] with the field
    /// `id` when it was saved before; [`Error::Database`].
    pub async fn save_run(&self, result: &run::Result, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = concat!(
            "insert into probe_run (id, interview_id, user_id, target, total_us, result, created_at)
             select $1, $2, $3, $4, $5, $6, $7 where cast($2 as text) is null or ",
            sees_interview!("$2", "$3")
        );
        let total = result.hops.iter().map(|it| it.cum_us.total).fold(0, u64::saturating_add);
        let text = to_json("probe_run.result", result)?;
        let saved = change!(self, |tx| sqlx::query(SQL)
            .bind(result.id.to_string())
            .bind(result.who.interview.map(|it| it.to_string()))
            .bind(result.who.user.map(|it| it.to_string()))
            .bind(&result.asked.target)
            .bind(i64::try_from(total).unwrap_or(i64::MAX))
            .bind(&text)
            .bind(now.0)
            .execute(&mut *tx)
            .await?
            .rows_affected());
        if saved == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// The whole result, if `user` ran it or sees its interview.
    ///
    /// # Errors
    /// [`Error::NotFound`] when not; [`Error::Corrupt`] for a result that cannot be read; [`Error::Database`].
    pub async fn run_for(&self, id: RunId, user: UserId) -> Result<run::Result, Error> {
        const SQL: &str = concat!(
            "select result from probe_run where id = $1 and (user_id = $2 or ",
            sees_interview!("probe_run.interview_id", "$2"),
            ")"
        );
        let text: Option<String> = read!(self, |pool| sqlx::query_scalar(SQL)
            .bind(id.to_string())
            .bind(user.to_string())
            .fetch_optional(pool)
            .await?);
        from_json("probe_run.result", &text.ok_or(Error::NotFound)?)
    }

    /// The whole result of a run of an interview. Whoever calls has let the person in.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the interview has no such run; [`Error::Corrupt`]; [`Error::Database`].
    pub async fn run_of(&self, id: RunId, interview: InterviewId) -> Result<run::Result, Error> {
        const SQL: &str = "select result from probe_run where id = $1 and interview_id = $2";
        let text: Option<String> = read!(self, |pool| sqlx::query_scalar(SQL)
            .bind(id.to_string())
            .bind(interview.to_string())
            .fetch_optional(pool)
            .await?);
        from_json("probe_run.result", &text.ok_or(Error::NotFound)?)
    }

    /// The runs of an interview, oldest first; none when `user` does not see it.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn runs(&self, interview: InterviewId, user: UserId) -> Result<Vec<Listed>, Error> {
        const SQL: &str = concat!(
            "select id, interview_id, target, total_us, created_at from probe_run where interview_id = $1 and ",
            sees_interview!("$1", "$2"),
            " order by created_at, id"
        );
        let rows: Vec<ListedRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(interview.to_string())
            .bind(user.to_string())
            .fetch_all(pool)
            .await?);
        all(rows)
    }

    /// What `user` ran, newest first.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn runs_by(&self, user: UserId, limit: u32) -> Result<Vec<Listed>, Error> {
        const SQL: &str = "select id, interview_id, target, total_us, created_at from probe_run where user_id = $1
            order by created_at desc, id desc limit $2";
        let rows: Vec<ListedRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(user.to_string())
            .bind(i64::from(limit))
            .fetch_all(pool)
            .await?);
        all(rows)
    }
}
