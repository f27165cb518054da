//! Forgetting a candidate: the key is destroyed, what it sealed is written over, and the id goes into the ledger.
//!
//! What remains is about nobody: loops, plans, times, scores and probes as far as events name them.

use crate::{
    audit::write_down,
    db::{Db, Pools, change, read},
    error::Error,
    event::{KEY_OF, LOG_AFTER, LogRow, open_log},
    listen::Announce,
    row::{all_parsed, parse, to_json},
    seal::{Key, anonymous},
};
use domain::{
    CandidateId, InterviewId, Timestamp, UserId,
    audit::{Entry, Kind},
};
use std::{collections::BTreeMap, time::Duration};

/// Attempts to empty SQLite's log while others read.
const ATTEMPTS: u32 = 20;

const EMPTY: &str = "update candidate set name = '', email = null, search = '', hold_reason = null, hold_at = null,
    notice_at = null, applicant_id = null, archived_at = coalesce(archived_at, $2),
    forgotten_at = coalesce(forgotten_at, $2) where id = $1 and ($3 or hold_at is null)";
const LEDGER: &str =
    "insert into forgotten_candidate (candidate_id, at) values ($1, $2) on conflict (candidate_id) do nothing";
/// Locks the logs, so that an append is either before or after.
const INTERVIEWS: &str = "update interview set last_seq = last_seq where loop_id in
    (select id from interview_loop where candidate_id = $1) returning id";
const REWRITE: &str = "update interview_event set payload = $2 where id = $1";
const REVOKE: &str = "update join_link set revoked_at = coalesce(revoked_at, $2) where interview_id = $1";
const DROP_RUNS: &str = "delete from probe_run where interview_id = $1";
const DROP_SPLICES: &str = "delete from pad_splice where interview_id = $1";
const DROP_PAD: &str = "delete from pad where interview_id = $1";
const DROP_KEY: &str = "delete from candidate_key where candidate_id = $1";

impl Db {
    /// Forgets a candidate that `user` leads. What they read with others under way ends; their links let nobody in.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none for them; [`Error::Held`] while a legal hold stands; [`Error::Database`].
    pub async fn forget_for(&self, id: CandidateId, user: UserId, now: Timestamp) -> Result<(), Error> {
        self.candidate_led_by(id, user).await?;
        self.forget_whole(id, Some(user), now, false).await
    }

    /// Forgets a candidate; a second time changes nothing. Whoever calls has the right to.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there never was one; [`Error::Held`] while a legal hold stands; [`Error::Database`].
    /// Nothing is forgotten then.
    pub async fn forget(&self, id: CandidateId, now: Timestamp) -> Result<(), Error> {
        self.forget_whole(id, None, now, false).await
    }

    /// `by`: who wanted it; nobody where a rule did. `held_too`: also against a legal hold, because it was lifted before they were forgotten the first time.
    async fn forget_whole(
        &self,
        id: CandidateId,
        by: Option<UserId>,
        now: Timestamp,
        held_too: bool,
    ) -> Result<(), Error> {
        const THERE: &str = "select 1 from candidate where id = $1";
        let candidate = id.to_string();
        let interviews: Vec<InterviewId> = change!(self, |tx| {
            let emptied = sqlx::query(EMPTY).bind(&candidate).bind(now.0).bind(held_too).execute(&mut *tx).await?;
            if emptied.rows_affected() == 0 {
                let there = sqlx::query(THERE).bind(&candidate).fetch_optional(&mut *tx).await?;
                return Err(if there.is_some() { Error::Held } else { Error::NotFound });
            }
            let first = sqlx::query(LEDGER).bind(&candidate).bind(now.0).execute(&mut *tx).await?.rows_affected() == 1;
            if first {
                write_down!(tx, now, Entry::new(by, Kind::Deletion, format!("candidate:{candidate}")));
            }
            let ids: Vec<String> = sqlx::query_scalar(INTERVIEWS).bind(&candidate).fetch_all(&mut *tx).await?;
            for interview in &ids {
                let key: Option<String> = sqlx::query_scalar(KEY_OF).bind(interview).fetch_optional(&mut *tx).await?;
                let rows: Vec<LogRow> =
                    sqlx::query_as(LOG_AFTER).bind(interview).bind(0_i64).fetch_all(&mut *tx).await?;
                let mut flags = BTreeMap::new();
                for logged in open_log(Key::read_opt(key.as_deref())?.as_ref(), rows)? {
                    let mut event = logged.event;
                    if event.payload.text_mut().is_none() {
                        continue;
                    }
                    let left = to_json("interview_event.payload", &anonymous(event.payload, &mut flags))?;
                    sqlx::query(REWRITE).bind(event.id.to_string()).bind(left).execute(&mut *tx).await?;
                }
                sqlx::query(REVOKE).bind(interview).bind(now.0).execute(&mut *tx).await?;
                for sql in [DROP_RUNS, DROP_SPLICES, DROP_PAD] {
                    sqlx::query(sql).bind(interview).execute(&mut *tx).await?;
                }
                tx.announce_forgotten(parse("interview.id", interview)?).await?;
            }
            sqlx::query(DROP_KEY).bind(&candidate).execute(&mut *tx).await?;
            all_parsed("interview.id", &ids)?
        });
        for interview in interviews {
            self.folds.forget(interview);
            self.hub.rouse(interview);
        }
        tracing::info!(candidate = %id, "forgotten");
        self.truncate_wal().await
    }

    /// Everybody who was forgotten, oldest first: ids, and nothing else.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn ledger(&self) -> Result<Vec<(CandidateId, Timestamp)>, Error> {
        const SQL: &str = "select candidate_id, at from forgotten_candidate order by at, candidate_id";
        let rows: Vec<(String, i64)> = read!(self, |pool| sqlx::query_as(SQL).fetch_all(pool).await?);
        rows.into_iter().map(|(id, at)| Ok((parse("forgotten_candidate.candidate_id", &id)?, Timestamp(at)))).collect()
    }

    /// Forgets those of a ledger who are here, and notes the others: they may come back with another backup. Says how
    /// many were forgotten again.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn forget_again(&self, ledger: &[(CandidateId, Timestamp)]) -> Result<usize, Error> {
        const THERE: &str = "select 1 from candidate where id = $1 and forgotten_at is null";
        let mut again = 0;
        for (id, at) in ledger {
            let there: Option<i32> =
                read!(self, |pool| sqlx::query_scalar(THERE).bind(id.to_string()).fetch_optional(pool).await?);
            if there.is_some() {
                self.forget_whole(*id, None, *at, true).await?;
                again += 1;
            } else {
                change!(self, |tx| sqlx::query(LEDGER)
                    .bind(id.to_string())
                    .bind(at.0)
                    .execute(&mut *tx)
                    .await?
                    .rows_affected());
            }
        }
        Ok(again)
    }

    /// Empties SQLite's write-ahead log: it still has the pages from before. PostgreSQL keeps its log by rules of its own.
    pub(crate) async fn truncate_wal(&self) -> Result<(), Error> {
        let Pools::Sqlite { write, .. } = &self.pools else { return Ok(()) };
        for _ in 0..ATTEMPTS {
            let (busy, _, _): (i64, i64, i64) =
                sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(write).await?;
            if busy == 0 {
                return Ok(());
            }
            // Somebody reads a state from before; that takes as long as their statement.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tracing::warn!("the write-ahead log could not be emptied now; SQLite does so when the last reader is done");
        Ok(())
    }
}
