//! Putting a backup in the place of an SQLite database, wholly or not at all.

use super::{BackupError, folder_of, sync_folder};
use crate::{
    db::Db,
    error::is_missing_table,
    migrate::{APPLIED, known_version},
    open::OpenError,
};
use domain::{CandidateId, Timestamp};
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
    /// How many candidates were forgotten again, because the database that was there before had forgotten them; `None`
    /// when it was too damaged to tell.
    pub forgotten: Option<usize>,
}

/// Files that SQLite may leave beside a database that was not closed.
const BESIDE: [&str; 2] = ["-wal", "-journal"];

/// Puts the backup `from` in the place of the database `to`, which no process may have open.
///
/// A copy is checked before anything is touched; then one rename replaces the database, so at every moment there is the
/// old one or the new one. The old one is kept beside under a new name. Whom it had forgotten, the copy forgets before
/// it takes its place.
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

    let (mut kept, mut forgotten) = (None, Some(0));
    if to.exists() {
        // A damaged one is moved at once: SQLite, which has just failed to read it, may take away what lies beside it.
        let ledger = if fold_in(to).await? { ledger_of(to).await } else { None };
        forgotten = match &ledger {
            Some(ledger) if !ledger.is_empty() => {
                let again = forget_in(from, temp.path(), ledger).await?;
                temp.as_file().sync_all().map_err(failed)?;
                Some(again)
            }
            ledger => ledger.as_ref().map(|_| 0),
        };
        kept = Some(keep(to)?);
    }
    temp.persist(to).map_err(|it| failed(it.error))?;
    sync_folder(to).map_err(failed)?;
    Ok(Restored { version, kept, forgotten })
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

/// Whom the old database had forgotten; `None` when it cannot be read.
async fn ledger_of(old: &Path) -> Option<Vec<(CandidateId, Timestamp)>> {
    const SQL: &str = "select candidate_id, at from forgotten_candidate";
    let mut db = SqliteConnectOptions::new().filename(old).connect().await.ok()?;
    let rows: Vec<(String, i64)> = match sqlx::query_as(SQL).fetch_all(&mut db).await {
        // An empty file, or a version that could not forget.
        Err(error) if is_missing_table(&error) => Vec::new(),
        rows => rows.ok()?,
    };
    db.close().await.ok()?;
    rows.into_iter().map(|(id, at)| Some((id.parse().ok()?, Timestamp(at)))).collect()
}

/// Forgets candidates in the copy of a backup; says how many it had.
async fn forget_in(from: &Path, copy: &Path, ledger: &[(CandidateId, Timestamp)]) -> Result<usize, BackupError> {
    let unsound = |reason: String| BackupError::Unsound { path: from.to_owned(), reason };
    let db = Db::open(&format!("sqlite:{}", copy.display())).await.map_err(|it| unsound(it.to_string()))?;
    db.migrate().await.map_err(|it| unsound(it.to_string()))?;
    let again = db.forget_again(ledger).await.map_err(|it| unsound(it.to_string()));
    db.close().await;
    again
}

/// Gives the old database a second name, under which it stays; returns it.
fn keep(to: &Path) -> Result<PathBuf, BackupError> {
    let failed = |source| BackupError::File { path: to.to_owned(), source };
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

/// Writes the log file of the old database into it; says whether it can be read at all. Only who is alone can, so this
/// shows whether it is in use.
async fn fold_in(to: &Path) -> Result<bool, BackupError> {
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
            Ok(false)
        }
        Ok(()) => Ok(true),
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
