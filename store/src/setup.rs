//! The link that lets the first administrator in: it works once.

use crate::{
    account::subject,
    audit::write_down,
    db::{Db, change, read},
    error::Error,
    user::{NewUser, insert_user},
};
use domain::{
    Role, Timestamp, UserId,
    audit::{Entry, Kind},
};
use uuid::Uuid;

/// What whoever sets Hopwise up may do; others are added by them.
const FIRST: [Role; 3] = [Role::Administrator, Role::Lead, Role::Interviewer];

impl Db {
    /// Makes a link valid until `expires_at`.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn create_setup_link(&self, token_hash: &str, expires_at: Timestamp) -> Result<(), Error> {
        const SQL: &str = "insert into setup_link (token_hash, expires_at) values ($1, $2)";
        change!(self, |tx| sqlx::query(SQL)
            .bind(token_hash)
            .bind(expires_at.0)
            .execute(&mut *tx)
            .await?
            .rows_affected());
        Ok(())
    }

    /// Would [`Db::complete_setup`] accept the link now?
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn setup_is_open(&self, token_hash: &str, now: Timestamp) -> Result<bool, Error> {
        match self.check_setup(token_hash, now).await {
            Ok(()) => Ok(true),
            Err(Error::NotFound | Error::Used | Error::Expired) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Uses the link up and makes the administrator, both or neither.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Used`] or [`Error::Expired`] for the link; [`Error::Taken`] for the e-mail, which
    /// leaves the link as it was.
    pub async fn complete_setup(&self, token_hash: &str, new: &NewUser, now: Timestamp) -> Result<UserId, Error> {
        // The condition is in the update: of two at once, the second finds no row.
        const USE: &str =
            "update setup_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2";
        let id = UserId(Uuid::now_v7());
        let used = change!(self, |tx| {
            let used = sqlx::query(USE).bind(token_hash).bind(now.0).execute(&mut *tx).await?.rows_affected() == 1;
            if used {
                insert_user!(tx, id, new, FIRST, now);
                write_down!(tx, now, Entry::new(Some(id), Kind::SetUp, subject(id)));
            }
            used
        });
        if !used {
            self.check_setup(token_hash, now).await?;
            // Valid by now can only mean that the clocks of two callers differ; the link was not valid for this one.
            return Err(Error::Expired);
        }
        Ok(id)
    }

    /// Says why a link is no good.
    async fn check_setup(&self, token_hash: &str, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = "select expires_at, used_at from setup_link where token_hash = $1";
        let row: Option<(i64, Option<i64>)> =
            read!(self, |pool| sqlx::query_as(SQL).bind(token_hash).fetch_optional(pool).await?);
        match row {
            None => Err(Error::NotFound),
            Some((_, Some(_))) => Err(Error::Used),
            Some((expires_at, None)) if expires_at <= now.0 => Err(Error::Expired),
            Some(_) => Ok(()),
        }
    }
}
