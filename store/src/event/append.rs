//! Appending: one transaction that judges every event by the rules and stores those that pass.

use super::{
    Fold, KEY_OF, LOG_AFTER, LogRow,
    judge::{Actor, Judge},
    open_log,
};
use crate::{
    audit::write_down,
    db::{Db, change},
    error::Error,
    interview::of_somebody_else,
    listen::Announce,
    row::{parse, to_json},
    seal::{Key, seal_event},
};
use domain::{
    InterviewId, Timestamp, UserId,
    audit::{Entry, Kind},
    interview::{Event, Payload, Refused},
};
use std::sync::Arc;

/// What an append has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Number of events in the log now.
    pub seq: i64,
    /// One per event, in their order.
    pub outcomes: Vec<Outcome>,
}

/// What became of one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the log for good, now or since an earlier call.
    Stored {
        /// Its place.
        seq: i64,
    },
    /// The rules refuse it; it changed nothing.
    Refused {
        /// Which rule.
        why: Refused,
    },
    /// Another interview has an event with this id; it changed nothing.
    IdInUse,
}

/// Makes appends to one log wait for each other, and finds the log only for who has a seat in its interview.
const LOCK: &str = concat!(
    "update interview set last_seq = last_seq where id = $1 and exists
     (select 1 from interview_member m where m.interview_id = interview.id and m.user_id = $2) and exists (select 1 from interview_loop l where l.id = interview.loop_id and ",
    of_somebody_else!("$2"),
    ") returning plan, created_at, last_seq"
);
const ELSEWHERE: &str = "select 1 from interview_event where id = $1";
const INSERT: &str = "insert into interview_event (interview_id, seq, id, actor, kind, payload, at, received_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const FORGOTTEN: &str = "select c.forgotten_at from interview i join interview_loop l on l.id = i.loop_id
    join candidate c on c.id = l.candidate_id where i.id = $1";
const COUNT: &str = "update interview set last_seq = $2 where id = $1";

const SEAT: &str = "select seat from interview_member where interview_id = $1 and user_id = $2";

/// What of an interview is also written down for the audit: what the candidate was shown, and the judgement.
const fn audited(payload: &Payload) -> Option<Kind> {
    match payload {
        Payload::Reveal { .. } | Payload::Exhibit { shown: true, .. } | Payload::Output { shown: true, .. } => {
            Some(Kind::Reveal)
        }
        Payload::Submit { .. } => Some(Kind::Submit),
        _ => None,
    }
}

impl Db {
    /// Appends what the rules accept and wakes whoever watches. When this returns, stored events survive a crash.
    ///
    /// The actor becomes `user` and times after `now` become `now`. An event that is there already keeps its place and
    /// changes nothing, so a client may send again what it has no answer for. Whoever calls has refused what a browser
    /// must not send (`Payload::is_from_client`). Once the candidate is forgotten, every event is refused.
    ///
    /// # Errors
    /// [`Error::NotFound`] when `user` has no seat in it; [`Error::Interrupted`]; [`Error::Database`]. Nothing is
    /// stored then, except that after `Interrupted` it may be.
    pub async fn append(
        &self,
        interview: InterviewId,
        user: UserId,
        events: &[Event],
        now: Timestamp,
    ) -> Result<Appended, Error> {
        let (db, events) = (self.clone(), events.to_vec());
        // A task of its own: a browser that hangs up between commit and wake-up must not leave others asleep.
        let task = tokio::spawn(async move { db.append_whole(interview, user, events, now).await });
        task.await.map_err(|_| Error::Interrupted)?
    }

    async fn append_whole(
        self,
        interview: InterviewId,
        user: UserId,
        events: Vec<Event>,
        now: Timestamp,
    ) -> Result<Appended, Error> {
        let id = interview.to_string();
        let (fold, outcomes) = change!(self, |tx| {
            let head: Option<(String, i64, i64)> =
                sqlx::query_as(LOCK).bind(&id).bind(user.to_string()).fetch_optional(&mut *tx).await?;
            let (plan, created_at, last) = head.ok_or(Error::NotFound)?;
            // After the lock, so that whoever forgets the candidate has either not begun or is done.
            let key: Option<String> = sqlx::query_scalar(KEY_OF).bind(&id).fetch_optional(&mut *tx).await?;
            let forgotten: Option<i64> = sqlx::query_scalar(FORGOTTEN).bind(&id).fetch_one(&mut *tx).await?;
            if forgotten.is_some() {
                let refused = Outcome::Refused { why: Refused::Forgotten };
                return Ok(Appended { seq: last, outcomes: vec![refused; events.len()] });
            }
            let key = Key::read_opt(key.as_deref())?;
            let known = self.folds.get(interview, last);
            let after = known.as_ref().map_or(0, |it| it.seq);
            let rows: Vec<LogRow> = sqlx::query_as(LOG_AFTER).bind(&id).bind(after).fetch_all(&mut *tx).await?;
            let seat: String = sqlx::query_scalar(SEAT).bind(&id).bind(user.to_string()).fetch_one(&mut *tx).await?;
            let by = Actor { user, seat: parse("interview_member.seat", &seat)? };
            let fold = Fold::catch_up(known, &plan, open_log(key.as_ref(), rows)?)?;
            let mut judge = Judge::new(fold, by, Timestamp(created_at), now);
            for event in &events {
                if judge.knows(event.id) {
                    continue;
                }
                if sqlx::query(ELSEWHERE).bind(event.id.to_string()).fetch_optional(&mut *tx).await?.is_some() {
                    judge.outcomes.push(Outcome::IdInUse);
                    continue;
                }
                let Some((seq, event)) = judge.pass(event) else { continue };
                sqlx::query(INSERT)
                    .bind(&id)
                    .bind(seq)
                    .bind(event.id.to_string())
                    .bind(event.actor.to_string())
                    .bind(event.payload.kind())
                    .bind(to_json("interview_event.payload", &seal_event(key.as_ref(), &event)?)?)
                    .bind(event.at.0)
                    .bind(now.0)
                    .execute(&mut *tx)
                    .await?;
                if let Some(kind) = audited(&event.payload) {
                    write_down!(tx, now, Entry::new(Some(user), kind, format!("interview:{id}")));
                }
            }
            if judge.fold.seq > last {
                sqlx::query(COUNT).bind(&id).bind(judge.fold.seq).execute(&mut *tx).await?;
                tx.announce(interview, judge.fold.seq).await?;
            }
            (judge.fold, judge.outcomes)
        });
        let seq = fold.seq;
        self.folds.keep(interview, Arc::new(fold));
        self.hub.wake(interview, seq);
        Ok(Appended { seq, outcomes })
    }
}
