//! Loops: one candidate for one level, each shown only to who sees it.

use crate::{
    candidate::{Candidate, CandidateRow, candidate_columns, candidate_led_by},
    db::{Db, change, read},
    error::Error,
    interview::loop_visible_to,
    row::{all, parse, parse_opt},
};
use domain::{CandidateId, Level, LoopId, Timestamp, UserId, retention::Outcome};
use uuid::Uuid;

/// One candidate for one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// Its id.
    pub id: LoopId,
    /// Who is interviewed.
    pub candidate: Candidate,
    /// For which level.
    pub level: Level,
    /// When it was made.
    pub created_at: Timestamp,
    /// By whom; a lead sees the interviews of their own loops.
    pub created_by: UserId,
    /// How it ended, if it has, and when that was said.
    pub outcome: Option<(Outcome, Timestamp)>,
}

#[derive(sqlx::FromRow)]
struct LoopRow {
    id: String,
    level: String,
    created_at: i64,
    created_by: String,
    outcome: Option<String>,
    outcome_at: Option<i64>,
    #[sqlx(flatten)]
    candidate: CandidateRow,
}

impl TryFrom<LoopRow> for Loop {
    type Error = Error;

    fn try_from(row: LoopRow) -> Result<Self, Error> {
        Ok(Self {
            id: parse("interview_loop.id", &row.id)?,
            candidate: row.candidate.try_into()?,
            level: parse("interview_loop.level", &row.level)?,
            created_at: Timestamp(row.created_at),
            created_by: parse("interview_loop.created_by", &row.created_by)?,
            outcome: parse_opt("interview_loop.outcome", row.outcome.as_deref())?.zip(row.outcome_at.map(Timestamp)),
        })
    }
}

/// Everything of a loop, up to the condition.
macro_rules! select_loop {
    ($($rest:expr),+) => {
        concat!(
            "select l.id, l.level, l.created_at, l.created_by, l.outcome, l.outcome_at, ",
            candidate_columns!(),
            " from interview_loop l join candidate c on c.id = l.candidate_id
             left join candidate_key k on k.candidate_id = c.id where ",
            $($rest),+
        )
    };
}

impl Db {
    /// Makes a loop for a candidate that `by` leads.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such candidate for them, or the candidate is forgotten; [`Error::Database`].
    pub async fn create_loop(
        &self,
        candidate: CandidateId,
        level: Level,
        by: UserId,
        now: Timestamp,
    ) -> Result<LoopId, Error> {
        const SQL: &str = concat!(
            "insert into interview_loop (id, candidate_id, level, created_at, created_by)
             select $1, c.id, $3, $4, $5 from candidate c where c.id = $2 and c.forgotten_at is null and ",
            candidate_led_by!("$5")
        );
        let id = LoopId(Uuid::now_v7());
        let made = change!(self, |tx| sqlx::query(SQL)
            .bind(id.to_string())
            .bind(candidate.to_string())
            .bind(level.name())
            .bind(now.0)
            .bind(by.to_string())
            .execute(&mut *tx)
            .await?
            .rows_affected());
        if made == 1 { Ok(id) } else { Err(Error::NotFound) }
    }

    /// Says how a loop of a candidate that `user` leads ended, or that it has not after all.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none for them; [`Error::Database`].
    pub async fn set_outcome(
        &self,
        id: LoopId,
        user: UserId,
        outcome: Option<Outcome>,
        now: Timestamp,
    ) -> Result<(), Error> {
        const SQL: &str = concat!(
            "update interview_loop set outcome = $3, outcome_at = $4 where id in
             (select l.id from interview_loop l join candidate c on c.id = l.candidate_id
             where l.id = $1 and c.forgotten_at is null and ",
            candidate_led_by!("$2"),
            ")"
        );
        let done = change!(self, |tx| sqlx::query(SQL)
            .bind(id.to_string())
            .bind(user.to_string())
            .bind(outcome.map(Outcome::name))
            .bind(outcome.map(|_| now.0))
            .execute(&mut *tx)
            .await?
            .rows_affected());
        if done == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// One loop with its candidate, if `user` sees it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when not; [`Error::Corrupt`] for an unknown level; [`Error::Database`].
    pub async fn loop_for(&self, id: LoopId, user: UserId) -> Result<Loop, Error> {
        const SQL: &str = select_loop!("l.id = $1 and ", loop_visible_to!("$2"));
        let row: Option<LoopRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(id.to_string())
            .bind(user.to_string())
            .fetch_optional(pool)
            .await?);
        row.ok_or(Error::NotFound)?.try_into()
    }

    /// The loops of a candidate that `user` sees, newest first.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an unknown level; [`Error::Database`].
    pub async fn loops_of(&self, candidate: CandidateId, user: UserId) -> Result<Vec<Loop>, Error> {
        const SQL: &str =
            select_loop!("l.candidate_id = $1 and ", loop_visible_to!("$2"), " order by l.created_at desc, l.id desc");
        let rows: Vec<LoopRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(candidate.to_string())
            .bind(user.to_string())
            .fetch_all(pool)
            .await?);
        all(rows)
    }
}
