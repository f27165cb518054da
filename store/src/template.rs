//! Templates: cores of questions under a name, for the whole company.

use crate::{
    db::{Db, change, read},
    error::Error,
    interview::of_somebody_else,
    row::{all, from_json, parse, to_json},
};
use domain::{Level, QuestionId, TemplateId, Timestamp, UserId};
use uuid::Uuid;

/// A core of questions under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// Its name; no other template has it, in whatever capitals.
    pub name: String,
    /// For which level.
    pub level: Level,
    /// The questions in their order.
    pub questions: Vec<QuestionId>,
    /// Who made it.
    pub by: String,
    /// May the person who asks delete it?
    pub deletable: bool,
}

#[derive(sqlx::FromRow)]
struct TemplateRow {
    id: String,
    name: String,
    level: String,
    questions: String,
    by_name: String,
    deletable: bool,
}

impl TryFrom<TemplateRow> for Template {
    type Error = Error;

    fn try_from(row: TemplateRow) -> Result<Self, Error> {
        Ok(Self {
            id: parse("plan_template.id", &row.id)?,
            name: row.name,
            level: parse("plan_template.level", &row.level)?,
            questions: from_json("plan_template.questions", &row.questions)?,
            by: row.by_name,
            deletable: row.deletable,
        })
    }
}

/// True for whoever uses templates: leads and interviewers. The argument is the placeholder of the user.
macro_rules! uses_templates {
    ($user:literal) => {
        concat!(
            "exists (select 1 from user_role v where v.user_id = ",
            $user,
            " and v.role in ('lead', 'interviewer'))"
        )
    };
}

/// True for whoever may delete the template `t`: who made it, and every lead, since makers leave. The argument is the
/// placeholder of the user.
macro_rules! deletable_by {
    ($user:literal) => {
        concat!(
            "(t.created_by = ",
            $user,
            " or exists (select 1 from user_role d where d.user_id = ",
            $user,
            " and d.role = 'lead'))"
        )
    };
}

/// Templates for the person `$1`, up to the condition.
macro_rules! select_template {
    ($($rest:expr),+) => {
        concat!(
            "select t.id, t.name, t.level, t.questions, u.name as by_name, ",
            deletable_by!("$1"),
            " as deletable from plan_template t join user_account u on u.id = t.created_by where ",
            uses_templates!("$1"),
            " and ",
            $($rest),+
        )
    };
}

/// The questions of a plan without their order: equal for plans with the same core.
pub(crate) fn core(questions: impl Iterator<Item = QuestionId>) -> String {
    let mut ids: Vec<String> = questions.map(String::from).collect();
    ids.sort_unstable();
    ids.join(" ")
}

impl Db {
    /// Keeps a core under a name. Whoever calls has checked that the person may, and what the questions are.
    ///
    /// # Errors
    /// [`Error::Taken`] for the name; [`Error::NotFound`] for a person who does not use templates; [`Error::Database`].
    pub async fn create_template(
        &self,
        name: &str,
        level: Level,
        questions: &[QuestionId],
        by: UserId,
        now: Timestamp,
    ) -> Result<TemplateId, Error> {
        const SQL: &str = concat!(
            "insert into plan_template (id, name, folded, level, questions, created_at, created_by)
             select $1, $2, $3, $4, $5, $6, u.id from user_account u where u.id = $7 and ",
            uses_templates!("$7")
        );
        let id = TemplateId(Uuid::now_v7());
        let questions = to_json("plan_template.questions", &questions)?;
        let insert = async || -> Result<u64, Error> {
            Ok(change!(self, |tx| sqlx::query(SQL)
                .bind(id.to_string())
                .bind(name)
                .bind(name.to_lowercase())
                .bind(level.name())
                .bind(&questions)
                .bind(now.0)
                .bind(by.to_string())
                .execute(&mut *tx)
                .await?
                .rows_affected()))
        };
        match insert().await {
            Ok(1) => Ok(id),
            Ok(_) => Err(Error::NotFound),
            // The column that is unique is not the field that somebody filled in.
            Err(Error::Taken { .. }) => Err(Error::Taken { field: "name".to_owned() }),
            Err(error) => Err(error),
        }
    }

    /// The templates of a level by name.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn templates(&self, level: Level, user: UserId) -> Result<Vec<Template>, Error> {
        const SQL: &str = select_template!("t.level = $2 order by t.folded");
        let rows: Vec<TemplateRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(user.to_string()).bind(level.name()).fetch_all(pool).await?);
        all(rows)
    }

    /// Deletes a template that `user` made, or any when they are a lead; interviews keep their plans.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none for them; [`Error::Database`].
    pub async fn delete_template(&self, id: TemplateId, user: UserId) -> Result<(), Error> {
        const SQL: &str = concat!(
            "delete from plan_template where id in (select t.id from plan_template t where t.id = $1 and ",
            uses_templates!("$2"),
            " and ",
            deletable_by!("$2"),
            ")"
        );
        let gone = change!(self, |tx| sqlx::query(SQL)
            .bind(id.to_string())
            .bind(user.to_string())
            .execute(&mut *tx)
            .await?
            .rows_affected());
        if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// How many interviews began with a template and were planned with just these questions. Nobody is named: a number over
    /// the whole company, without interviews of the person who asks as a candidate.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn same_core(&self, id: TemplateId, questions: &[QuestionId], user: UserId) -> Result<usize, Error> {
        const SQL: &str = concat!(
            "select count(*) from interview i join interview_loop l on l.id = i.loop_id
             where i.template_id = $2 and i.core = $3 and ",
            uses_templates!("$1"),
            " and ",
            of_somebody_else!("$1")
        );
        let count: i64 = read!(self, |pool| sqlx::query_scalar(SQL)
            .bind(user.to_string())
            .bind(id.to_string())
            .bind(core(questions.iter().cloned()))
            .fetch_one(pool)
            .await?);
        Ok(usize::try_from(count).unwrap_or_default())
    }
}
