//! Who is signed in: opaque tokens, of which only the hash is kept.

use crate::{
    account::subject,
    audit::write_down,
    db::{Db, change, read},
    error::Error,
    user::{User, UserRow, join, user_columns},
};
use domain::{
    Timestamp, UserId,
    audit::{Entry, Kind},
    time::MINUTE,
};

/// Where somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Tells it from their other sessions: the beginning of its token's hash, from which no token can be made.
    pub id: String,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Timestamp,
    /// What the browser calls itself.
    pub user_agent: String,
}

/// Letters of a [`Device::id`].
const DEVICE: usize = 16;

#[derive(sqlx::FromRow)]
struct SessionRow {
    #[sqlx(flatten)]
    user: UserRow,
    last_used_at: i64,
}

impl Db {
    /// Begins a session under the hash of its token. The browser's name for itself lets people tell sessions apart.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person; [`Error::Database`].
    pub async fn create_session(
        &self,
        token_hash: &str,
        user: UserId,
        user_agent: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), Error> {
        const SQL: &str = "insert into login_session
            (token_hash, user_id, created_at, last_used_at, expires_at, user_agent) values ($1, $2, $3, $3, $4, $5)";
        change!(self, |tx| sqlx::query(SQL)
            .bind(token_hash)
            .bind(user.to_string())
            .bind(now.0)
            .bind(expires_at.0)
            .bind(user_agent)
            .execute(&mut *tx)
            .await?
            .rows_affected());
        Ok(())
    }

    /// The person a token belongs to, unless the session has expired.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an unknown role; [`Error::Database`].
    pub async fn session(&self, token_hash: &str, now: Timestamp) -> Result<Option<User>, Error> {
        const SQL: &str = concat!(
            "select ",
            user_columns!(),
            ", s.last_used_at from login_session s join user_account u on u.id = s.user_id
             left join user_role r on r.user_id = u.id where s.token_hash = $1 and s.expires_at > $2 and u.disabled_at is null order by r.role"
        );
        let rows: Vec<SessionRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(token_hash).bind(now.0).fetch_all(pool).await?);
        // Once a minute is enough to say "last used"; every request would make every reader a writer.
        if rows.first().is_some_and(|it| now.since(Timestamp(it.last_used_at)) >= MINUTE) {
            const TOUCH: &str =
                "update login_session set last_used_at = $2 where token_hash = $1 and last_used_at < $2";
            change!(self, |tx| sqlx::query(TOUCH)
                .bind(token_hash)
                .bind(now.0)
                .execute(&mut *tx)
                .await?
                .rows_affected());
        }
        Ok(join(rows.into_iter().map(|it| it.user).collect())?.pop().map(|it| it.user))
    }

    /// Ends a session; one that is not there has ended already.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn delete_session(&self, token_hash: &str) -> Result<(), Error> {
        const SQL: &str = "delete from login_session where token_hash = $1";
        change!(self, |tx| sqlx::query(SQL).bind(token_hash).execute(&mut *tx).await?.rows_affected());
        self.access_changed().await
    }

    /// Where somebody is signed in, last used first.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn devices(&self, user: UserId, now: Timestamp) -> Result<Vec<Device>, Error> {
        const SQL: &str = "select token_hash, created_at, last_used_at, user_agent from login_session
            where user_id = $1 and expires_at > $2 order by last_used_at desc, token_hash";
        let rows: Vec<(String, i64, i64, String)> =
            read!(self, |pool| sqlx::query_as(SQL).bind(user.to_string()).bind(now.0).fetch_all(pool).await?);
        let device = |(hash, created_at, last_used_at, user_agent): (String, i64, i64, String)| Device {
            id: hash.chars().take(DEVICE).collect(),
            created_at: Timestamp(created_at),
            last_used_at: Timestamp(last_used_at),
            user_agent,
        };
        Ok(rows.into_iter().map(device).collect())
    }

    /// Ends one session of a person, from elsewhere.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they have no such session; [`Error::Database`].
    pub async fn end_device(&self, user: UserId, device: &str, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = "delete from login_session where user_id = $1 and substr(token_hash, 1, 16) = $2";
        change!(self, |tx| {
            let ended = sqlx::query(SQL).bind(user.to_string()).bind(device).execute(&mut *tx).await?.rows_affected();
            if ended == 0 {
                return Err(Error::NotFound);
            }
            write_down!(tx, now, Entry::new(Some(user), Kind::SessionsEnded, subject(user)).with("one"));
        });
        self.access_changed().await
    }

    /// Ends all sessions of a person; `by` says who did it.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn end_sessions(&self, user: UserId, by: UserId, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = "delete from login_session where user_id = $1";
        change!(self, |tx| {
            sqlx::query(SQL).bind(user.to_string()).execute(&mut *tx).await?;
            write_down!(tx, now, Entry::new(Some(by), Kind::SessionsEnded, subject(user)).with("all"));
        });
        self.access_changed().await
    }

    /// Forgets sessions that have expired; says how many.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn prune_sessions(&self, now: Timestamp) -> Result<u64, Error> {
        const SQL: &str = "delete from login_session where expires_at <= $1";
        Ok(change!(self, |tx| sqlx::query(SQL).bind(now.0).execute(&mut *tx).await?.rows_affected()))
    }
}
