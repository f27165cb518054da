//! Why a backup was not made or not restored.

use crate::open::OpenError;
use std::{io, path::PathBuf};

/// Why a backup was not made or not restored; everything is as it was then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// A backup never replaces a file.
    #[error("{0} exists already; choose another name")]
    Exists(PathBuf),
    /// Hopwise does not copy PostgreSQL databases.
    #[error("this database is kept by PostgreSQL; run: {command}")]
    Postgres {
        /// The command that makes the backup.
        command: String,
    },
    /// A file cannot be read or written.
    #[error("{path}: {source}; check the path, the rights and the free space")]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The backup is no sound database of Hopwise.
    #[error("{path} is not a sound Hopwise database ({reason}); choose another backup")]
    Unsound {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The backup comes from a newer program.
    #[error("{path}: {source}")]
    Version {
        /// The file.
        path: PathBuf,
        /// Which versions.
        source: OpenError,
    },
    /// The database to copy or to replace is open elsewhere.
    #[error("{0} is in use; stop the server first (or use `hopwise backup` to copy it while it runs)")]
    InUse(PathBuf),
    /// SQLite failed.
    #[error("the backup failed ({0}); check the free space and try again")]
    Database(#[from] sqlx::Error),
}
