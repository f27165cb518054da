//! How long candidates are kept: the policy, legal holds, and the run that gives notice and forgets.

use crate::{
    audit::write_down,
    candidate::{candidate_led_by, hold_place},
    db::{Db, change, read},
    error::Error,
    row::{from_json, parse, parse_opt, to_json},
    seal::Key,
};
use domain::{
    CandidateId, Timestamp, UserId,
    audit::{Entry, Kind},
    retention::{Case, Ended, Policy, Verdict},
};
use uuid::Uuid;

/// What a run does about one candidate, or would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Who.
    pub candidate: CandidateId,
    /// Since when they are due.
    pub due: Timestamp,
    /// What is done; never [`Verdict::Keep`].
    pub verdict: Verdict,
}

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: String,
    created_at: i64,
    hold_at: Option<i64>,
    notice_at: Option<i64>,
    loop_at: Option<i64>,
    outcome: Option<String>,
    outcome_at: Option<i64>,
    interview_at: Option<i64>,
    event_at: Option<i64>,
}

impl CaseRow {
    /// The loop of this row; candidates without one have a row too.
    fn ended(&self) -> Result<Option<Ended>, Error> {
        let Some(made) = self.loop_at else { return Ok(None) };
        let outcome = parse_opt("interview_loop.outcome", self.outcome.as_deref())?;
        let last = [Some(made), self.interview_at, self.event_at].into_iter().flatten().max().unwrap_or(made);
        Ok(Some(Ended { outcome, at: Timestamp(self.outcome_at.filter(|_| outcome.is_some()).unwrap_or(last)) }))
    }
}

const NOTICE: &str = "update candidate set notice_at = $2 where id = $1 and forgotten_at is null";

impl Db {
    /// The policy in force; until one is set, everybody is kept.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for one that cannot be read; [`Error::Database`].
    pub async fn policy(&self) -> Result<Policy, Error> {
        const SQL: &str = "select policy from retention_policy order by created_at desc, id desc limit 1";
        let text: Option<String> = read!(self, |pool| sqlx::query_scalar(SQL).fetch_optional(pool).await?);
        text.map_or_else(|| Ok(Policy::default()), |it| from_json("retention_policy.policy", &it))
    }

    /// Sets the policy; the ones before are kept with their dates.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn set_policy(&self, policy: &Policy, by: UserId, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = "insert into retention_policy (id, policy, created_at, created_by) values ($1, $2, $3, $4)";
        let text = to_json("retention_policy.policy", policy)?;
        change!(self, |tx| {
            sqlx::query(SQL)
                .bind(Uuid::now_v7().to_string())
                .bind(&text)
                .bind(now.0)
                .bind(by.to_string())
                .execute(&mut *tx)
                .await?;
            write_down!(tx, now, Entry::new(Some(by), Kind::RetentionChanged, "retention").with(text.as_str()));
        });
        Ok(())
    }

    /// Puts a candidate that `user` leads under a legal hold with its reason, or lifts it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none for them, or they are forgotten; [`Error::Database`].
    pub async fn hold_candidate(
        &self,
        id: CandidateId,
        user: UserId,
        reason: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error> {
        const KEY: &str = concat!(
            "select k.key from candidate c join candidate_key k on k.candidate_id = c.id where c.id = $1 and ",
            candidate_led_by!("$2")
        );
        const SQL: &str = "update candidate set hold_reason = $2, hold_at = $3 where id = $1 and forgotten_at is null";
        let done = change!(self, |tx| {
            let key: Option<String> =
                sqlx::query_scalar(KEY).bind(id.to_string()).bind(user.to_string()).fetch_optional(&mut *tx).await?;
            let key = Key::read(&key.ok_or(Error::NotFound)?)?;
            let sealed = reason.map(|it| key.seal(hold_place(id), it)).transpose()?;
            let done = sqlx::query(SQL)
                .bind(id.to_string())
                .bind(&sealed)
                .bind(reason.map(|_| now.0))
                .execute(&mut *tx)
                .await?
                .rows_affected();
            if done == 1 {
                let kind = if reason.is_some() { Kind::Held } else { Kind::Released };
                write_down!(tx, now, Entry::new(Some(user), kind, format!("candidate:{id}")));
            }
            done
        });
        if done == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// What a run would do now, the longest due first. Changes nothing.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn retention(&self, now: Timestamp) -> Result<Vec<Step>, Error> {
        let policy = self.policy().await?;
        let mut steps = Vec::new();
        for (candidate, case) in self.cases().await? {
            let verdict = policy.judge(&case, now);
            if let Some(due) = policy.due(&case).filter(|_| verdict != Verdict::Keep) {
                steps.push(Step { candidate, due, verdict });
            }
        }
        steps.sort_by_key(|it| (it.due, it.candidate));
        Ok(steps)
    }

    /// Gives notice, takes back notices that no longer hold, and forgets those whose notice is over. Says what was done.
    ///
    /// # Errors
    /// As [`Db::retention`]; what was done before stays done, and a second run does the rest.
    pub async fn retain(&self, now: Timestamp) -> Result<Vec<Step>, Error> {
        let steps = self.retention(now).await?;
        let due: Vec<CandidateId> =
            steps.iter().filter(|it| it.verdict != Verdict::Held).map(|it| it.candidate).collect();
        for (candidate, case) in self.cases().await? {
            // Whoever comes due again, after a hold for instance, is told again.
            if case.noticed.is_some() && !due.contains(&candidate) {
                self.set_notice(candidate, None).await?;
            }
        }
        for step in &steps {
            match step.verdict {
                Verdict::Notice => self.set_notice(step.candidate, Some(now)).await?,
                Verdict::Forget => match self.forget(step.candidate, now).await {
                    // Held since it was judged.
                    Ok(()) | Err(Error::Held) => {}
                    Err(error) => return Err(error),
                },
                Verdict::Keep | Verdict::Held | Verdict::Waiting(_) => {}
            }
        }
        Ok(steps)
    }

    async fn set_notice(&self, id: CandidateId, at: Option<Timestamp>) -> Result<(), Error> {
        change!(self, |tx| sqlx::query(NOTICE)
            .bind(id.to_string())
            .bind(at.map(|it| it.0))
            .execute(&mut *tx)
            .await?
            .rows_affected());
        Ok(())
    }

    /// Everybody who is not forgotten, as the rules see them.
    async fn cases(&self) -> Result<Vec<(CandidateId, Case)>, Error> {
        const SQL: &str = "select c.id, c.created_at, c.hold_at, c.notice_at, l.created_at as loop_at, l.outcome,
            l.outcome_at, (select max(i.created_at) from interview i where i.loop_id = l.id) as interview_at,
            (select max(e.received_at) from interview_event e join interview i on i.id = e.interview_id
             where i.loop_id = l.id) as event_at
            from candidate c left join interview_loop l on l.candidate_id = c.id
            where c.forgotten_at is null order by c.id";
        let rows: Vec<CaseRow> = read!(self, |pool| sqlx::query_as(SQL).fetch_all(pool).await?);
        let mut cases: Vec<(CandidateId, Case)> = Vec::new();
        for row in rows {
            let id = parse("candidate.id", &row.id)?;
            if cases.last().is_none_or(|it| it.0 != id) {
                let case = Case {
                    entered: Timestamp(row.created_at),
                    loops: Vec::new(),
                    held: row.hold_at.is_some(),
                    noticed: row.notice_at.map(Timestamp),
                };
                cases.push((id, case));
            }
            if let Some((_, case)) = cases.last_mut() {
                case.loops.extend(row.ended()?);
            }
        }
        Ok(cases)
    }
}
