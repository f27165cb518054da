//! Interviews, each shown only to who sees it.

mod summary;
mod visible;

pub use summary::InterviewSummary;
pub(crate) use visible::{created_by, loop_visible_to, of_somebody_else, sees_interview, visible_to};

use crate::{
    candidate::open_name,
    db::{Db, change, read},
    error::Error,
    row::{from_json, parse, to_json},
    seal::Key,
    template,
};
use domain::{CandidateId, InterviewId, Level, Locale, LoopId, Timestamp, UserId, plan::Plan};
use uuid::Uuid;

/// One session of a loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// Its id.
    pub id: InterviewId,
    /// The loop it belongs to.
    pub loop_id: LoopId,
    /// Who is interviewed.
    pub candidate: CandidateId,
    /// Their name; `None` once they are forgotten.
    pub candidate_name: Option<String>,
    /// For which level.
    pub level: Level,
    /// Who leads it.
    pub interviewer: UserId,
    /// The language it is held in.
    pub locale: Locale,
    /// The plan it was created with.
    pub plan: Plan,
    /// When it was created.
    pub created_at: Timestamp,
    /// Number of events so far.
    pub seq: i64,
}

#[derive(sqlx::FromRow)]
struct InterviewRow {
    id: String,
    loop_id: String,
    candidate_id: String,
    candidate_name: String,
    candidate_key: Option<String>,
    level: String,
    interviewer_id: String,
    locale: String,
    plan: String,
    created_at: i64,
    last_seq: i64,
}

impl TryFrom<InterviewRow> for Interview {
    type Error = Error;

    fn try_from(row: InterviewRow) -> Result<Self, Error> {
        let candidate = parse("interview_loop.candidate_id", &row.candidate_id)?;
        let key = Key::read_opt(row.candidate_key.as_deref())?;
        Ok(Self {
            id: parse("interview.id", &row.id)?,
            loop_id: parse("interview.loop_id", &row.loop_id)?,
            candidate,
            candidate_name: open_name(candidate, key.as_ref(), &row.candidate_name)?,
            level: parse("interview_loop.level", &row.level)?,
            interviewer: parse("interview.interviewer_id", &row.interviewer_id)?,
            locale: parse("interview.locale", &row.locale)?,
            plan: from_json("interview.plan", &row.plan)?,
            created_at: Timestamp(row.created_at),
            seq: row.last_seq,
        })
    }
}

impl Db {
    /// Creates an interview; whoever calls has checked that the person signed in may.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such loop or person, or its candidate is forgotten; [`Error::Database`].
    pub async fn create_interview(
        &self,
        loop_id: LoopId,
        interviewer: UserId,
        locale: Locale,
        plan: &Plan,
        now: Timestamp,
    ) -> Result<InterviewId, Error> {
        const SQL: &str = "insert into interview
            (id, loop_id, interviewer_id, locale, plan, created_at, last_seq, template_id, core)
            select $1, l.id, $3, $4, $5, $6, 0, $7, $8 from interview_loop l join candidate c on c.id = l.candidate_id
            where l.id = $2 and c.forgotten_at is null";
        const MEMBER: &str = "insert into interview_member (interview_id, user_id, seat, added_at, added_by)
            values ($1, $2, 'rater', $3, $2)";
        let id = InterviewId(Uuid::now_v7());
        let core = template::core(plan.items.iter().map(|it| it.question.clone()));
        let template = plan.template.map(|it| it.to_string());
        let plan = to_json("interview.plan", plan)?;
        change!(self, |tx| {
            let made = sqlx::query(SQL)
                .bind(id.to_string())
                .bind(loop_id.to_string())
                .bind(interviewer.to_string())
                .bind(locale.name())
                .bind(&plan)
                .bind(now.0)
                .bind(&template)
                .bind(&core)
                .execute(&mut *tx)
                .await?;
            if made.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
            sqlx::query(MEMBER)
                .bind(id.to_string())
                .bind(interviewer.to_string())
                .bind(now.0)
                .execute(&mut *tx)
                .await?;
        });
        Ok(id)
    }

    /// One interview, if `user` sees it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when not: an error and no `None`, so that a caller who only asks cannot forget to look.
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn interview_for(&self, id: InterviewId, user: UserId) -> Result<Interview, Error> {
        const SQL: &str = concat!(
            "select i.id, i.loop_id, l.candidate_id, c.name as candidate_name, k.key as candidate_key,
             l.level, i.interviewer_id, i.locale, i.plan, i.created_at, i.last_seq from interview i join interview_loop l on l.id = i.loop_id
             join candidate c on c.id = l.candidate_id left join candidate_key k on k.candidate_id = c.id where i.id = $1 and ",
            visible_to!("$2")
        );
        let row: Option<InterviewRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(id.to_string())
            .bind(user.to_string())
            .fetch_optional(pool)
            .await?);
        row.ok_or(Error::NotFound)?.try_into()
    }
}
