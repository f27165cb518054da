//! Backups of SQLite files while they are in use; PostgreSQL has better tools of its own.

mod error;
mod restore;

pub use error::BackupError;
pub use restore::{Restored, restore};

use crate::db::{Db, Pools};
use sqlx::{ConnectOptions, Connection, PgPool, SqlitePool};
use std::{fs::File, io, path::Path};

impl Db {
    /// Copies the whole database into a new file, readable by this user only, as it was at one moment. Writers go on.
    ///
    /// # Errors
    /// [`BackupError`]; no file is left behind then.
    pub async fn backup(&self, to: &Path) -> Result<(), BackupError> {
        match &self.pools {
            Pools::Sqlite { write, .. } => copy(write, to).await,
            Pools::Postgres(pool) => Err(BackupError::Postgres { command: pg_dump(pool, to) }),
        }
    }
}

async fn copy(pool: &SqlitePool, to: &Path) -> Result<(), BackupError> {
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let failed = |source| BackupError::File { path: to.to_owned(), source };
    // Beside the target, so that it can be renamed; made for this user only, and removed if anything fails.
    let temp = tempfile::NamedTempFile::new_in(folder_of(to)).map_err(failed)?;
    // A connection of its own: readers may not write any file, and the writer goes on meanwhile.
    let mut db = pool.connect_options().connect().await?;
    sqlx::query("vacuum into $1").bind(temp.path().to_string_lossy()).execute(&mut db).await?;
    db.close().await?;
    // The system is told to write now; SQLite does not for such copies.
    temp.as_file().sync_all().map_err(failed)?;
    temp.persist_noclobber(to).map_err(|it| match it.error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::Exists(to.to_owned()),
        _ => failed(it.error),
    })?;
    sync_folder(to).map_err(failed)
}

/// The folder a file is in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes a rename last.
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder_of(path))?.sync_all()
}

/// The command that backs a PostgreSQL database up, without its password.
fn pg_dump(pool: &PgPool, to: &Path) -> String {
    let options = pool.connect_options();
    let quote = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    format!(
        "pg_dump --format=custom --file={} --host={} --port={} --username={} --dbname={}",
        quote(&to.to_string_lossy()),
        quote(options.get_host()),
        options.get_port(),
        quote(options.get_username()),
        quote(options.get_database().unwrap_or(options.get_username())),
    )
}
