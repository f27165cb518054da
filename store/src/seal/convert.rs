//! Sealing what was written in plain: by the version before this one, or by one that still runs beside it.

use super::{Key, seal_event};
use crate::{
    candidate::{NewCandidate, seal_candidate},
    db::{Db, Pools, change, read},
    error::Error,
    row::{from_json, parse, to_json},
};
use domain::{CandidateId, Locale, Timestamp, UserId, interview::Event};
use uuid::Uuid;

/// Rows in one transaction.
const BATCH: i64 = 500;

/// Candidates without a key; who is forgotten gets no new one.
const WITHOUT_KEY: &str = "select c.id from candidate c where c.forgotten_at is null
    and not exists (select 1 from candidate_key k where k.candidate_id = c.id) limit $1";
const GIVE_KEY: &str = "insert into candidate_key (candidate_id, key) values ($1, $2) on conflict do nothing";
const PLAIN_CANDIDATES: &str = "select c.id, c.name, c.email, k.key from candidate c
    join candidate_key k on k.candidate_id = c.id where c.name not like 'sealed-1:%' limit $1";
const SEAL_CANDIDATE: &str = "update candidate set name = $2, email = $3, search = $4 where id = $1 and name = $5";
const PLAIN_EVENTS: &str = r#"select e.id, e.payload, k.key from interview_event e
    join interview i on i.id = e.interview_id join interview_loop l on l.id = i.loop_id
    join candidate_key k on k.candidate_id = l.candidate_id
    where e.kind in ('note', 'flag', 'submit', 'hint') and e.payload not like '%"sealed-1:%' limit $1"#;
const SEAL_EVENT: &str = "update interview_event set payload = $2 where id = $1";

impl Db {
    /// Seals every personal text that stands in plain. Does nothing when there is none.
    pub(crate) async fn seal_plain_text(&self) -> Result<(), Error> {
        let mut sealed = 0;
        loop {
            let done = self.give_keys().await? + self.seal_candidates().await? + self.seal_events().await?;
            if done == 0 {
                break;
            }
            sealed += done;
        }
        if sealed > 0 {
            tracing::info!(rows = sealed, "personal text is sealed now");
            self.tidy().await?;
        }
        Ok(())
    }

    async fn give_keys(&self) -> Result<usize, Error> {
        let ids: Vec<String> = read!(self, |pool| sqlx::query_scalar(WITHOUT_KEY).bind(BATCH).fetch_all(pool).await?);
        if ids.is_empty() {
            return Ok(0);
        }
        change!(self, |tx| for id in &ids {
            sqlx::query(GIVE_KEY).bind(id).bind(Key::random()).execute(&mut *tx).await?;
        });
        Ok(ids.len())
    }

    async fn seal_candidates(&self) -> Result<usize, Error> {
        let rows: Vec<(String, String, Option<String>, String)> =
            read!(self, |pool| sqlx::query_as(PLAIN_CANDIDATES).bind(BATCH).fetch_all(pool).await?);
        if rows.is_empty() {
            return Ok(0);
        }
        change!(self, |tx| for (id, name, email, key) in &rows {
            let new = NewCandidate { name: name.clone(), email: email.clone(), locale: Locale::En };
            let sealed = seal_candidate(&Key::read(key)?, parse::<CandidateId>("candidate.id", id)?, &new)?;
            sqlx::query(SEAL_CANDIDATE)
                .bind(id)
                .bind(&sealed.name)
                .bind(&sealed.email)
                .bind(&sealed.search)
                .bind(name)
                .execute(&mut *tx)
                .await?;
        });
        Ok(rows.len())
    }

    async fn seal_events(&self) -> Result<usize, Error> {
        let rows: Vec<(String, String, String)> =
            read!(self, |pool| sqlx::query_as(PLAIN_EVENTS).bind(BATCH).fetch_all(pool).await?);
        if rows.is_empty() {
            return Ok(0);
        }
        change!(self, |tx| for (id, payload, key) in &rows {
            let event = Event {
                id: parse("interview_event.id", id)?,
                actor: UserId(Uuid::nil()),
                at: Timestamp(0),
                payload: from_json("interview_event.payload", payload)?,
            };
            let sealed = to_json("interview_event.payload", &seal_event(Some(&Key::read(key)?), &event)?)?;
            sqlx::query(SEAL_EVENT).bind(id).bind(sealed).execute(&mut *tx).await?;
        });
        Ok(rows.len())
    }

    /// Takes away what rows that were written over have left in the file: versions before this one did not write zeros.
    async fn tidy(&self) -> Result<(), Error> {
        let done = match &self.pools {
            Pools::Sqlite { write, .. } => sqlx::query("vacuum").execute(write).await.map(drop),
            // The space is only marked as free here; `vacuum full` by its administrator gives it back.
            Pools::Postgres(pool) => sqlx::query("vacuum candidate, interview_event").execute(pool).await.map(drop),
        };
        if let Err(error) = done {
            tracing::warn!(%error, "the old text may still lie in unused space; run `vacuum` on the database");
        }
        self.truncate_wal().await
    }
}
