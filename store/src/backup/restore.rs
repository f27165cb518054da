//! Putting a backup in the place of an SQLite database, wholly or not at all.

use super::{BackupError, folder_of, sync_folder};
use crate::{
    error::is_missing_table,
    migrate::{APPLIED, known_version},
    open::OpenError,
};
use sqlx::{
    ConnectOptions, Connection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

/// What a restore has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The migration that the backup is at; the next start brings it up to date.
    pub version: i64,
    /// Where the database that was there before is now.
    pub kept: Option<PathBuf>,
}

/// Files that SQLite may leave beside a database that was not closed.
const BESIDE: [&str; 2] = ["-wal", "-journal"];

/// Puts the backup `from` in the place of the database `to`, which no process may have open.
///
/// A copy is checked before anything is touched; then one rename replaces the database, so at every moment there is the
/// old one or the new one. The old one is kept beside under a new name.
///
/// # Errors
/// [`BackupError`]; `to` is as it was then.
pub async fn restore(from: &Path, to: &Path) -> Result<Restored, BackupError> {
    // Through a symbolic link, so that the file is replaced where it lies.
    let to = &fs::canonicalize(to).unwrap_or_else(|_| to.to_owned());
    let failed = |source| BackupError::File { path: to.to_owned(), source };
    // Events in a log file would be missing from a copy of the main file alone.
    if fs::metadata(beside(from, "-wal")).is_ok_and(|it| it.len() > 0) {
        return Err(BackupError::InUse(from.to_owned()));
    }
    let mut source = fs::File::open(from).map_err(|source| BackupError::File { path: from.to_owned(), source })?;
    let mut temp = tempfile::NamedTempFile::new_in(folder_of(to)).map_err(failed)?;
    io::copy(&mut source, temp.as_file_mut()).map_err(failed)?;
    let version = check(from, temp.path()).await?;
    temp.as_file().sync_all().map_err(failed)?;

    let kept = if to.exists() { Some(keep(to).await?) } else { None };
    temp.persist(to).map_err(|it| failed(it.error))?;
    sync_folder(to).map_err(failed)?;
    Ok(Restored { version, kept })
}

/// Checks the copy of a backup; returns its version.
async fn check(from: &Path, copy: &Path) -> Result<i64, BackupError> {
    let unsound = |reason: String| BackupError::Unsound { path: from.to_owned(), reason };
    let failed = |error: sqlx::Error| unsound(error.to_string());
    // Rollback mode, so that no log file is left beside the copy.
    let options = SqliteConnectOptions::new().filename(copy).journal_mode(SqliteJournalMode::Delete);
    let mut db = options.connect().await.map_err(failed)?;
    let version: Option<i64> = sqlx::query_scalar(APPLIED).fetch_one(&mut db).await.map_err(|error| {
        if is_missing_table(&error) { unsound("it has no tables of Hopwise".to_owned()) } else { failed(error) }
    })?;
    let version = version.ok_or_else(|| unsound("it has no tables of Hopwise".to_owned()))?;
    let known = known_version();
    if version > known {
        let source = OpenError::Newer { found: version, known };
        return Err(BackupError::Version { path: from.to_owned(), source });
    }
    let said: Vec<String> = sqlx::query_scalar("pragma integrity_check(3)").fetch_all(&mut db).await.map_err(failed)?;
    if said != ["ok"] {
        return Err(unsound(said.join("; ")));
    }
    let dangling = sqlx::query("pragma foreign_key_check").fetch_optional(&mut db).await.map_err(failed)?;
    if dangling.is_some() {
        return Err(unsound("rows point to rows that are missing".to_owned()));
    }
    db.close().await.map_err(failed)?;
    Ok(version)
}

/// Gives the old database a second name, under which it stays; returns it.
async fn keep(to: &Path) -> Result<PathBuf, BackupError> {
    let failed = |source| BackupError::File { path: to.to_owned(), source };
    fold_in(to).await?;
    let mut number = 1;
    let kept = loop {
        let name = beside(to, &format!(".replaced-{number}"));
        match fs::hard_link(to, &name) {
            Ok(()) => break name,
            Err(it) if it.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(it) => return Err(failed(it)),
        }
    };
    // Only a damaged database still has these. Under its name they would be applied to the new one.
    for suffix in BESIDE {
        match fs::rename(beside(to, suffix), beside(&kept, suffix)) {
            Err(it) if it.kind() != io::ErrorKind::NotFound => return Err(failed(it)),
            _ => {}
        }
    }
    // An index into the log; SQLite makes it anew.
    fs::remove_file(beside(to, "-shm"))
        .or_else(|it| if it.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(failed(it)) })?;
    Ok(kept)
}

/// Writes the log file of the old database into it. Only who is alone can, so this shows whether it is in use.
async fn fold_in(to: &Path) -> Result<(), BackupError> {
    let options = SqliteConnectOptions::new().filename(to).busy_timeout(Duration::from_millis(500));
    let result = match options.journal_mode(SqliteJournalMode::Delete).connect().await {
        Ok(db) => SqliteConnection::close(db).await,
        Err(error) => Err(error),
    };
    match result {
        // Primary code 5 is "busy"; extended codes keep it in the low byte.
        Err(error) if code(&error).is_some_and(|it| it & 0xff == 5) => Err(BackupError::InUse(to.to_owned())),
        // Damaged, which is what backups are for.
        Err(error) => {
            tracing::warn!(%error, "the database to replace cannot be read; it is kept as it is");
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}

fn code(error: &sqlx::Error) -> Option<u32> {
    error.as_database_error()?.code()?.parse().ok()
}

/// The path with something added to its name.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
