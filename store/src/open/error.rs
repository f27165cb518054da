//! Why a database cannot be used, in sentences that say the way out.

use std::{io, path::PathBuf};

/// Why a database cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The URL is of no kind that is known. Its text is not repeated: it may hold a password.
    #[error("the database URL is not understood; write sqlite:data/hopwise.db or postgres://user@host/database")]
    Url,
    /// The SQLite file cannot be written.
    #[error("cannot write {path} ({source}); give this user write access to its folder or choose another place")]
    Unwritable {
        /// The file or its folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The SQLite file is there but is something else, damaged or locked.
    #[error("cannot open {path} ({source}); check that it is a Hopwise database, or restore a backup")]
    File {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// PostgreSQL does not let us in.
    #[error("cannot connect to PostgreSQL ({0}); check that it runs, and the host, user, password and database name")]
    Connect(#[source] sqlx::Error),
    /// The database has migrations that this program does not know.
    #[error(
        "the database was written by a newer Hopwise (migration {found}, this one knows {known}); \
         start that version or restore a backup"
    )]
    Newer {
        /// The newest migration of the database.
        found: i64,
        /// The newest migration of this program.
        known: i64,
    },
    /// A migration failed.
    #[error(
        "the database cannot be brought up to date ({0}); nothing of the failed step was kept: start the version \
         that ran before, or restore a backup"
    )]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// Text that an earlier version wrote in plain cannot be sealed.
    #[error("personal text in the database cannot be sealed ({0}); check the free space and start again")]
    Seal(#[source] crate::Error),
    /// The version cannot be read.
    #[error("the version of the database cannot be read ({0}); check that it is a Hopwise database")]
    Version(#[from] sqlx::Error),
}
