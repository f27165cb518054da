//! Reading a pad, whole or from where somebody stands.

use super::{AFTER, HEAD, Head, open_splice};
use crate::{
    db::{Db, read},
    error::Error,
    event::KEY_OF,
    interview::sees_interview,
    row::parse,
    seal::Key,
};
use domain::{
    InterviewId, UserId,
    pad::{BEHIND_MAX, Edit, News},
};
use tokio::sync::watch::Receiver;

impl Db {
    /// Wakes when something is written into an interview's pad, or it is to be read anew; the value is its revision, or 0.
    ///
    /// Watch first and read then: what comes between wakes.
    #[must_use]
    pub fn watch_pad(&self, interview: InterviewId) -> Receiver<i64> {
        self.hub.watch_pad(interview)
    }

    /// What the pad holds beyond the revision `after`; the whole text without one, or with one that is no revision of it or
    /// too far back. Whoever calls has let the person in.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such interview or its candidate is forgotten; [`Error::Corrupt`];
    /// [`Error::Database`].
    pub async fn pad(&self, interview: InterviewId, after: Option<i64>) -> Result<News, Error> {
        let id = interview.to_string();
        let key: Option<String> = read!(self, |pool| sqlx::query_scalar(KEY_OF).bind(&id).fetch_optional(pool).await?);
        let key = Key::read_opt(key.as_deref())?.ok_or(Error::NotFound)?;
        let head = read!(self, |pool| sqlx::query_as(HEAD).bind(&id).fetch_optional(pool).await?);
        let head = Head::open(&key, interview, head)?;
        let far = i64::try_from(BEHIND_MAX).unwrap_or(i64::MAX);
        let Some(after) = after.filter(|it| (head.rev.saturating_sub(far).max(0)..=head.rev).contains(it)) else {
            return Ok(News { rev: head.rev, text: Some(head.text), edits: Vec::new() });
        };
        let rows: Vec<(i64, String, String)> =
            read!(self, |pool| sqlx::query_as(AFTER).bind(&id).bind(after).fetch_all(pool).await?);
        let rev = rows.last().map_or(after, |it| it.0);
        let edits = rows.into_iter().map(|(rev, id, splice)| {
            Ok(Edit { id: parse("pad_splice.id", &id)?, splice: open_splice(&key, interview, rev, &splice)? })
        });
        Ok(News { rev, text: None, edits: edits.collect::<Result<_, Error>>()? })
    }

    /// [`Db::pad`], if `user` sees the interview.
    ///
    /// # Errors
    /// [`Error::NotFound`] when not; as [`Db::pad`].
    pub async fn pad_for(&self, interview: InterviewId, user: UserId, after: Option<i64>) -> Result<News, Error> {
        const SQL: &str = concat!("select ", sees_interview!("$1", "$2"));
        let sees: bool = read!(self, |pool| sqlx::query_scalar(SQL)
            .bind(interview.to_string())
            .bind(user.to_string())
            .fetch_one(pool)
            .await?);
        if sees { self.pad(interview, after).await } else { Err(Error::NotFound) }
    }
}
