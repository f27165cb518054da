//! The database this process was started on, and the two macros that run one body on either kind.

use crate::{
    error::Error,
    event::Folds,
    listen::{Forwarder, Hub},
};
use sqlx::{PgPool, SqlitePool};
use std::sync::Arc;

/// The open database. Cheap to clone; all clones share connections and listeners.
#[derive(Clone)]
pub struct Db {
    pub(crate) pools: Pools,
    pub(crate) hub: Arc<Hub>,
    pub(crate) folds: Arc<Folds>,
    /// Held only for its end: the task stops with the last clone. `None` on SQLite, which serves one process.
    _forwarder: Option<Arc<Forwarder>>,
}

/// The connections, by kind.
#[derive(Clone)]
pub(crate) enum Pools {
    /// SQLite lets one writer in at a time; with one connection writers queue in order instead of racing for the lock.
    Sqlite {
        /// For statements that change nothing.
        read: SqlitePool,
        /// The one writer.
        write: SqlitePool,
    },
    /// PostgreSQL sorts writers out itself.
    Postgres(PgPool),
}

/// Runs one body against a pool to read from; the compiler checks it for both databases.
macro_rules! read {
    ($db:expr, |$pool:ident| $body:expr) => {
        match &$db.pools {
            $crate::db::Pools::Sqlite { read: $pool, .. } => $body,
            $crate::db::Pools::Postgres($pool) => $body,
        }
    };
}

/// Runs one body in a write transaction and commits it; leaving early with an error changes nothing.
macro_rules! change {
    ($db:expr, |$tx:ident| $body:expr) => {
        match &$db.pools {
            $crate::db::Pools::Sqlite { write, .. } => {
                // Immediate: what begins as a reader could not become a writer while another process writes.
                let mut $tx = write.begin_with("begin immediate").await?;
                let out = $body;
                $tx.commit().await?;
                out
            }
            $crate::db::Pools::Postgres(pool) => {
                let mut $tx = pool.begin().await?;
                let out = $body;
                $tx.commit().await?;
                out
            }
        }
    };
}

pub(crate) use change;
pub(crate) use read;

impl Db {
    /// Puts the parts together.
    pub(crate) fn of(pools: Pools, hub: Arc<Hub>, folds: Arc<Folds>, forwarder: Option<Forwarder>) -> Self {
        Self { pools, hub, folds, _forwarder: forwarder.map(Arc::new) }
    }

    /// Answers when the database does: for readiness checks.
    ///
    /// # Errors
    /// [`Error::Database`] when it does not answer.
    pub async fn ping(&self) -> Result<(), Error> {
        read!(self, |pool| sqlx::query("select 1").execute(pool).await.map(drop)?);
        Ok(())
    }

    /// Waits until statements under way are done and closes every connection; on SQLite this folds the log file in.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

impl std::fmt::Debug for Db {
    /// Names the kind only: connection options hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.pools {
            Pools::Sqlite { .. } => "Db(sqlite)",
            Pools::Postgres(_) => "Db(postgres)",
        })
    }
}
