//! Failed sign-ins, counted by a hash of the e-mail and of the address.

use crate::{
    db::{Db, change, read},
    error::Error,
};
use domain::Timestamp;

impl Db {
    /// Records one failure under each key.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn record_failed_sign_in(&self, keys: &[&str], at: Timestamp) -> Result<(), Error> {
        const SQL: &str = "insert into sign_in_attempt (key, at) values ($1, $2)";
        change!(self, |tx| for key in keys {
            sqlx::query(SQL).bind(*key).bind(at.0).execute(&mut *tx).await?;
        });
        Ok(())
    }

    /// When there were failures under a key, at or after `since`, oldest first.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn failed_sign_ins(&self, key: &str, since: Timestamp) -> Result<Vec<Timestamp>, Error> {
        const SQL: &str = "select at from sign_in_attempt where key = $1 and at >= $2 order by at";
        let times: Vec<i64> =
            read!(self, |pool| sqlx::query_scalar(SQL).bind(key).bind(since.0).fetch_all(pool).await?);
        Ok(times.into_iter().map(Timestamp).collect())
    }

    /// Forgets the failures under a key: somebody has signed in.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn clear_failed_sign_ins(&self, key: &str) -> Result<(), Error> {
        const SQL: &str = "delete from sign_in_attempt where key = $1";
        change!(self, |tx| sqlx::query(SQL).bind(key).execute(&mut *tx).await?.rows_affected());
        Ok(())
    }

    /// Forgets all failures before `before`; says how many.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn prune_failed_sign_ins(&self, before: Timestamp) -> Result<u64, Error> {
        const SQL: &str = "delete from sign_in_attempt where at < $1";
        Ok(change!(self, |tx| sqlx::query(SQL).bind(before.0).execute(&mut *tx).await?.rows_affected()))
    }
}
