//! People who are interviewed. Their name, e-mail and the text to search in are sealed (`seal`).

mod applicant;
mod list;
mod row;
mod visible;

pub(crate) use applicant::{UNCLAIMED, claim_candidates, with_email};
pub use list::{Listing, Shown};
pub(crate) use row::{
    CandidateRow, candidate_columns, candidate_place, hold_place, insert_candidate, open_name, seal as seal_candidate,
};
pub(crate) use visible::{candidate_led_by, candidate_visible_to};

use crate::{
    audit::write_down,
    db::{Db, change, read},
    error::Error,
    row::from_json,
    seal::Key,
};
use domain::{
    CandidateId, Locale, QuestionId, Timestamp, UserId,
    audit::{Entry, Kind},
    interview::Payload,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A person who is interviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Their id.
    pub id: CandidateId,
    /// Their name; `None` once they are forgotten.
    pub name: Option<String>,
    /// Their e-mail, if it is known.
    pub email: Option<String>,
    /// The language they are interviewed in.
    pub locale: Locale,
    /// When they were entered.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: UserId,
    /// Since when they are out of the way.
    pub archived_at: Option<Timestamp>,
    /// Why they must not be forgotten, and since when.
    pub hold: Option<(Timestamp, String)>,
    /// When it was told that they are about to be forgotten.
    pub notice_at: Option<Timestamp>,
}

/// A candidate to enter, or what is known of one from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCandidate {
    /// Name.
    pub name: String,
    /// E-mail, if it is known.
    pub email: Option<String>,
    /// Language.
    pub locale: Locale,
}

impl Db {
    /// Enters a candidate; whoever calls has checked that the person signed in may.
    ///
    /// # Errors
    /// [`Error::NotFound`] when `by` has no account; [`Error::Database`].
    pub async fn create_candidate(&self, new: &NewCandidate, by: UserId, now: Timestamp) -> Result<CandidateId, Error> {
        let id = CandidateId(Uuid::now_v7());
        change!(self, |tx| insert_candidate!(tx, id, new, by, now));
        Ok(id)
    }

    /// Enters all of a file or none.
    ///
    /// # Errors
    /// As [`Db::create_candidate`].
    pub async fn create_candidates(&self, new: &[NewCandidate], by: UserId, now: Timestamp) -> Result<(), Error> {
        change!(self, |tx| {
            for new in new {
                let id = CandidateId(Uuid::now_v7());
                insert_candidate!(tx, id, new, by, now);
            }
            let count = format!("{} rows", new.len());
            write_down!(tx, now, Entry::new(Some(by), Kind::Imported, "candidates").with(count));
        });
        Ok(())
    }

    /// Changes what is known of a candidate that `user` leads.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none for them, or they are forgotten; [`Error::Database`].
    pub async fn edit_candidate(&self, id: CandidateId, user: UserId, new: &NewCandidate) -> Result<(), Error> {
        const KEY: &str = concat!(
            "select k.key from candidate c join candidate_key k on k.candidate_id = c.id where c.id = $1 and ",
            candidate_led_by!("$2")
        );
        const SQL: &str = "update candidate set name = $2, email = $3, search = $4, locale = $5,
            applicant_id = (select u.id from user_account u where u.email = $6) where id = $1 and forgotten_at is null";
        change!(self, |tx| {
            let key: Option<String> =
                sqlx::query_scalar(KEY).bind(id.to_string()).bind(user.to_string()).fetch_optional(&mut *tx).await?;
            let key = Key::read(&key.ok_or(Error::NotFound)?)?;
            let sealed = row::seal(&key, id, new)?;
            let done = sqlx::query(SQL)
                .bind(id.to_string())
                .bind(&sealed.name)
                .bind(&sealed.email)
                .bind(&sealed.search)
                .bind(new.locale.name())
                .bind(row::account_email(new))
                .execute(&mut *tx)
                .await?;
            if done.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
        });
        Ok(())
    }

    /// Puts a candidate that `user` leads out of the way (`Some`), or takes them back; a second time changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none for them; [`Error::Database`].
    pub async fn archive_candidate(
        &self,
        id: CandidateId,
        user: UserId,
        since: Option<Timestamp>,
    ) -> Result<(), Error> {
        const SQL: &str = concat!(
            "update candidate set archived_at = case when $3 then coalesce(archived_at, $4) end
             where forgotten_at is null and id in (select c.id from candidate c where c.id = $1 and ",
            candidate_led_by!("$2"),
            ")"
        );
        let done = change!(self, |tx| sqlx::query(SQL)
            .bind(id.to_string())
            .bind(user.to_string())
            .bind(since.is_some())
            .bind(since.unwrap_or(Timestamp(0)).0)
            .execute(&mut *tx)
            .await?
            .rows_affected());
        if done == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// One candidate, if `user` sees them: an administrator, a lead who entered them or made a loop of theirs, or who
    /// interviews them.
    ///
    /// # Errors
    /// [`Error::NotFound`] when not; [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn candidate_for(&self, id: CandidateId, user: UserId) -> Result<Candidate, Error> {
        const SQL: &str = row::select_candidate!("c.id = $1 and ", candidate_visible_to!("$2"));
        self.one_candidate(SQL, id, user).await
    }

    /// One candidate, if `user` leads them: as [`Db::candidate_for`] without those who only interview.
    ///
    /// # Errors
    /// As [`Db::candidate_for`].
    pub async fn candidate_led_by(&self, id: CandidateId, user: UserId) -> Result<Candidate, Error> {
        const SQL: &str = row::select_candidate!("c.id = $1 and ", candidate_led_by!("$2"));
        self.one_candidate(SQL, id, user).await
    }

    async fn one_candidate(&self, sql: &'static str, id: CandidateId, user: UserId) -> Result<Candidate, Error> {
        let row: Option<CandidateRow> = read!(self, |pool| sqlx::query_as(sql)
            .bind(id.to_string())
            .bind(user.to_string())
            .fetch_optional(pool)
            .await?);
        row.ok_or(Error::NotFound)?.try_into()
    }

    /// Questions that were put to a candidate in any interview: taken up, shown, scored or written about. By id.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a payload that cannot be read; [`Error::Database`].
    pub async fn asked(&self, candidate: CandidateId) -> Result<Vec<QuestionId>, Error> {
        const SQL: &str = "select e.payload from interview_event e
            join interview i on i.id = e.interview_id join interview_loop l on l.id = i.loop_id
            where l.candidate_id = $1 and e.kind in ('move', 'reveal', 'score', 'note', 'revise', 'follow-up', 'flag', 'hint')";
        let payloads: Vec<String> =
            read!(self, |pool| sqlx::query_scalar(SQL).bind(candidate.to_string()).fetch_all(pool).await?);
        let mut asked = BTreeSet::new();
        for text in payloads {
            let payload: Payload = from_json("interview_event.payload", &text)?;
            asked.extend(payload.question().cloned());
        }
        Ok(asked.into_iter().collect())
    }
}
