//! The scratchpad of an interview: what is written into it goes through one order, by the rules of `domain::pad`.

mod read;
mod seal;

use crate::{
    db::{Db, change},
    error::Error,
    event::KEY_OF,
    interview::of_somebody_else,
    listen::Announce,
    row::parse,
    seal::Key,
};
use domain::{
    InterviewId, Timestamp, UserId,
    pad::{BATCH_MAX, BUDGET, Edit, Refused, Splice, take},
};
use seal::{Head, open_splice, seal_head, seal_splice};

/// Who writes.
#[derive(Debug, Clone)]
pub enum Pen {
    /// The candidate, by a link that is valid now.
    Candidate {
        /// Hash of the link's token.
        token_hash: String,
    },
    /// Somebody who rates the interview.
    Rater {
        /// Which interview.
        interview: InterviewId,
        /// Who.
        user: UserId,
    },
}

/// Makes writers of one pad wait for each other and for whoever forgets its candidate; only for a valid link.
const LOCK_BY_LINK: &str = "update interview set last_seq = last_seq where id in
    (select interview_id from join_link where token_hash = $1 and revoked_at is null and expires_at > $2) returning id";
/// The same, only for who rates the interview.
const LOCK_BY_SEAT: &str = concat!(
    "update interview set last_seq = last_seq where id = $1 and exists (select 1 from interview_member m
     where m.interview_id = interview.id and m.user_id = $2 and m.seat = 'rater')
     and exists (select 1 from interview_loop l where l.id = interview.loop_id and ",
    of_somebody_else!("$2"),
    ") returning id"
);
/// The text of a pad (`$1`) now.
const HEAD: &str = "select rev, spent, text from pad where interview_id = $1";
/// What was written into a pad (`$1`) after a revision (`$2`).
const AFTER: &str = "select rev, id, splice from pad_splice where interview_id = $1 and rev > $2 order by rev";
const KNOWN: &str = "select 1 from pad_splice where interview_id = $1 and id = $2";
const INSERT: &str =
    "insert into pad_splice (interview_id, rev, id, user_id, at, splice) values ($1, $2, $3, $4, $5, $6)";
const PUT: &str = "insert into pad (interview_id, rev, spent, text) values ($1, $2, $3, $4)
    on conflict (interview_id) do update set rev = excluded.rev, spent = excluded.spent, text = excluded.text";

impl Db {
    /// Writes a batch that was made on the revision `base`, whole or not at all, and wakes whoever watches. Answers with the
    /// revision after it. A batch of which something is there already changes nothing: who sent it hears what is there, and
    /// sends the rest again.
    ///
    /// # Errors
    /// [`Error::NotFound`] when whoever holds the pen may not write there, or the candidate is forgotten;
    /// [`Error::Interrupted`]; [`Error::Database`]. Inside, [`Refused`] says which rule it breaks.
    pub async fn write_pad(
        &self,
        pen: Pen,
        base: i64,
        edits: Vec<Edit>,
        now: Timestamp,
    ) -> Result<Result<i64, Refused>, Error> {
        let db = self.clone();
        // A task of its own: a browser that hangs up between commit and wake-up must not leave others asleep.
        let task = tokio::spawn(async move { db.write_whole(pen, base, edits, now).await });
        task.await.map_err(|_| Error::Interrupted)?
    }

    async fn write_whole(
        self,
        pen: Pen,
        base: i64,
        edits: Vec<Edit>,
        now: Timestamp,
    ) -> Result<Result<i64, Refused>, Error> {
        if edits.is_empty() || edits.len() > BATCH_MAX {
            return Ok(Err(Refused::Batch));
        }
        let mine: Vec<Splice> = edits.iter().map(|it| it.splice.clone()).collect();
        let (interview, rev): (InterviewId, i64) = change!(self, |tx| {
            let (lock, user) = match &pen {
                Pen::Candidate { token_hash } => (sqlx::query_scalar(LOCK_BY_LINK).bind(token_hash).bind(now.0), None),
                Pen::Rater { interview, user } => {
                    let lock = sqlx::query_scalar(LOCK_BY_SEAT).bind(interview.to_string()).bind(user.to_string());
                    (lock, Some(user.to_string()))
                }
            };
            let id: Option<String> = lock.fetch_optional(&mut *tx).await?;
            let id = id.ok_or(Error::NotFound)?;
            let interview = parse("interview.id", &id)?;
            // After the lock, so that whoever forgets the candidate has either not begun or is done.
            let key: Option<String> = sqlx::query_scalar(KEY_OF).bind(&id).fetch_optional(&mut *tx).await?;
            let key = Key::read_opt(key.as_deref())?.ok_or(Error::NotFound)?;
            let head = sqlx::query_as(HEAD).bind(&id).fetch_optional(&mut *tx).await?;
            let head = Head::open(&key, interview, head)?;
            for edit in &edits {
                let known = sqlx::query(KNOWN).bind(&id).bind(edit.id.to_string()).fetch_optional(&mut *tx).await?;
                if known.is_some() {
                    return Ok(Ok(head.rev));
                }
            }
            if base < 0 || base > head.rev {
                return Ok(Err(Refused::NoSuchPlace));
            }
            let spent = mine.iter().map(Splice::cost).fold(head.spent, i64::saturating_add);
            if spent > BUDGET {
                return Ok(Err(Refused::WornOut));
            }
            let rows: Vec<(i64, String, String)> =
                sqlx::query_as(AFTER).bind(&id).bind(base).fetch_all(&mut *tx).await?;
            let theirs = rows.iter().map(|(rev, _, it)| open_splice(&key, interview, *rev, it));
            let (text, moved) = match take(&head.text, &theirs.collect::<Result<Vec<_>, _>>()?, &mine) {
                Ok(taken) => taken,
                Err(why) => return Ok(Err(why)),
            };
            let mut rev = head.rev;
            for (edit, splice) in edits.iter().zip(&moved) {
                rev += 1;
                sqlx::query(INSERT)
                    .bind(&id)
                    .bind(rev)
                    .bind(edit.id.to_string())
                    .bind(&user)
                    .bind(now.0)
                    .bind(seal_splice(&key, interview, rev, splice)?)
                    .execute(&mut *tx)
                    .await?;
            }
            let sealed = seal_head(&key, interview, &text)?;
            sqlx::query(PUT).bind(&id).bind(rev).bind(spent).bind(sealed).execute(&mut *tx).await?;
            tx.announce_pad(interview, rev).await?;
            (interview, rev)
        });
        self.hub.wake_pad(interview, rev);
        Ok(Ok(rev))
    }
}
