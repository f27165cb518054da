//! Opening a database by its URL.

mod error;

pub use error::OpenError;

use crate::{
    db::{Db, Pools},
    event::Folds,
    listen::{Forwarder, Hub},
};
use sqlx::{
    ConnectOptions, PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    fs::{DirBuilder, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    sync::Arc,
    time::Duration,
};

/// Readers at a time on SQLite; each is a thread.
const READERS: u32 = 4;
/// Connections to PostgreSQL, the listening one included.
const CONNECTIONS: u32 = 10;

impl Db {
    /// Opens `sqlite:path/to/file.db` (made with its folder if missing, for this user only) or `postgres://…`.
    ///
    /// Creates no tables: call [`Db::migrate`].
    ///
    /// # Errors
    /// [`OpenError`] says what is wrong and what to do.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let (hub, folds) = (Arc::new(Hub::default()), Arc::new(Folds::default()));
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            // Databases in memory belong to one connection and options would fight with those set below.
            if path.is_empty() || path.starts_with(':') || path.contains('?') {
                return Err(OpenError::Url);
            }
            let (read, write) = sqlite(Path::new(path)).await?;
            return Ok(Self::of(Pools::Sqlite { read, write }, hub, folds, None));
        }
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(OpenError::Url);
        }
        let options: PgConnectOptions = url.parse().map_err(|_| OpenError::Url)?;
        let pool = postgres(options).await.map_err(OpenError::Connect)?;
        let forwarder = Forwarder::start(&pool, &hub, &folds).await.map_err(OpenError::Connect)?;
        Ok(Self::of(Pools::Postgres(pool), hub, folds, Some(forwarder)))
    }
}

/// Opens the pools of an SQLite file.
async fn sqlite(path: &Path) -> Result<(SqlitePool, SqlitePool), OpenError> {
    create(path).map_err(|source| OpenError::Unwritable { path: path.to_owned(), source })?;
    let writer = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // An acknowledged event survives a power cut; NORMAL would lose the last ones.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted or written over becomes zeros, so that who is forgotten is not left in unused space.
        .pragma("secure_delete", "on")
        .busy_timeout(Duration::from_secs(5));
    // Not read-only files: such a connection could not open a database whose log file has just been folded in.
    let reader = writer.clone().pragma("query_only", "on");
    let pool = || SqlitePoolOptions::new().test_before_acquire(false).idle_timeout(None).max_lifetime(None);
    let failed = |source| OpenError::File { path: path.to_owned(), source };
    let write = pool().max_connections(1).connect_with(writer).await.map_err(failed)?;
    let read = pool().max_connections(READERS).connect_with(reader).await.map_err(failed)?;
    Ok((read, write))
}

/// Makes the file and its folder if they are missing, for nobody but this user. SQLite gives its log the same mode.
fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty() && !it.exists()) {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path).map(drop)
}

/// Opens the pool of a PostgreSQL database.
async fn postgres(options: PgConnectOptions) -> sqlx::Result<PgPool> {
    // The pool tries again while a server that was started beside this one comes up.
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(Duration::from_secs(10));
    match pool.connect_with(options.clone()).await {
        // "Timed out" is all that it says then; one more attempt tells why.
        Err(sqlx::Error::PoolTimedOut) => Err(options.connect().await.err().unwrap_or(sqlx::Error::PoolTimedOut)),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_commit_is_durable_and_readers_only_read() {
        let folder = tempfile::tempdir().unwrap();
        let (read, write) = sqlite(&folder.path().join("x.db")).await.unwrap();
        let full: i64 = sqlx::query_scalar("pragma synchronous").fetch_one(&write).await.unwrap();
        let mode: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&write).await.unwrap();
        let keys: i64 = sqlx::query_scalar("pragma foreign_keys").fetch_one(&write).await.unwrap();
        assert_eq!((full, mode.as_str(), keys), (2, "wal", 1));
        assert!(sqlx::query("create table x (y text)").execute(&read).await.is_err());
    }
}
