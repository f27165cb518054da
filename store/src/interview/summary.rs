//! Interviews in one line, for lists.

use super::{of_somebody_else, visible_to};
use crate::{
    candidate::open_name,
    db::{Db, read},
    error::Error,
    row::{all, parse, parse_opt},
    seal::Key,
};
use domain::{InterviewId, Level, LoopId, Timestamp, UserId, interview::Seat};

/// Most interviews in a person's list; older ones are found by their candidate.
const LISTED: i64 = 200;

/// An interview as a list shows it to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterviewSummary {
    /// Its id.
    pub id: InterviewId,
    /// The loop it belongs to.
    pub loop_id: LoopId,
    /// Who is interviewed; `None` once they are forgotten.
    pub candidate_name: Option<String>,
    /// For which level.
    pub level: Level,
    /// Who leads it.
    pub interviewer: UserId,
    /// Their name.
    pub interviewer_name: String,
    /// When it was created.
    pub created_at: Timestamp,
    /// Where the person who asks sits in it, if they do.
    pub seat: Option<Seat>,
    /// Was its clock started?
    pub started: bool,
    /// When something last happened in it.
    pub last_at: Option<Timestamp>,
    /// Has the person who asks submitted their scorecard?
    pub submitted: bool,
}

#[derive(sqlx::FromRow)]
struct SummaryRow {
    id: String,
    loop_id: String,
    candidate_id: String,
    candidate_name: String,
    candidate_key: Option<String>,
    level: String,
    interviewer_id: String,
    interviewer_name: String,
    created_at: i64,
    seat: Option<String>,
    started: bool,
    last_at: Option<i64>,
    submitted: bool,
}

impl TryFrom<SummaryRow> for InterviewSummary {
    type Error = Error;

    fn try_from(row: SummaryRow) -> Result<Self, Error> {
        Ok(Self {
            id: parse("interview.id", &row.id)?,
            loop_id: parse("interview.loop_id", &row.loop_id)?,
            candidate_name: open_name(
                parse("candidate.id", &row.candidate_id)?,
                Key::read_opt(row.candidate_key.as_deref())?.as_ref(),
                &row.candidate_name,
            )?,
            level: parse("interview_loop.level", &row.level)?,
            interviewer: parse("interview.interviewer_id", &row.interviewer_id)?,
            interviewer_name: row.interviewer_name,
            created_at: Timestamp(row.created_at),
            seat: parse_opt("interview_member.seat", row.seat.as_deref())?,
            started: row.started,
            last_at: row.last_at.map(Timestamp),
            submitted: row.submitted,
        })
    }
}

/// Interviews in one line for the person `$1`, up to the condition.
macro_rules! select_summary {
    ($($rest:expr),+) => {
        concat!(
            "select i.id, i.loop_id, c.id as candidate_id, c.name as candidate_name, k.key as candidate_key, l.level,
             i.interviewer_id, u.name as interviewer_name, i.created_at,
             (select m.seat from interview_member m where m.interview_id = i.id and m.user_id = $1) as seat,
             exists (select 1 from interview_event e where e.interview_id = i.id and e.kind = 'start') as started,
             (select e.received_at from interview_event e where e.interview_id = i.id and e.seq = i.last_seq) as last_at,
             exists (select 1 from interview_event e where e.interview_id = i.id and e.kind = 'submit' and e.actor = $1)
             as submitted
             from interview i join interview_loop l on l.id = i.loop_id join candidate c on c.id = l.candidate_id
             left join candidate_key k on k.candidate_id = c.id
             join user_account u on u.id = i.interviewer_id where ",
            $($rest),+
        )
    };
}

impl Db {
    /// The interviews that `user` has a seat in, newest first.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn interviews_of(&self, user: UserId) -> Result<Vec<InterviewSummary>, Error> {
        const SQL: &str = select_summary!(
            "exists (select 1 from interview_member s where s.interview_id = i.id and s.user_id = $1) and ",
            of_somebody_else!("$1"),
            " order by i.created_at desc, i.id desc limit $2"
        );
        let rows: Vec<SummaryRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(user.to_string()).bind(LISTED).fetch_all(pool).await?);
        all(rows)
    }

    /// The interviews of a loop that `user` sees, oldest first.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn interviews_of_loop(&self, id: LoopId, user: UserId) -> Result<Vec<InterviewSummary>, Error> {
        const SQL: &str = select_summary!("i.loop_id = $2 and ", visible_to!("$1"), " order by i.created_at, i.id");
        let rows: Vec<SummaryRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(user.to_string()).bind(id.to_string()).fetch_all(pool).await?);
        all(rows)
    }
}
