//! `hopwise backup` and `hopwise restore`.

use super::Failure;
use crate::config::DatabaseArgs;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};
use store::Db;

/// Writes a copy of the database.
pub async fn backup(database: &DatabaseArgs, to: &Path) -> Result<ExitCode, Failure> {
    let db = Db::open(&database.url).await?;
    db.check_version().await?;
    db.backup(to).await?;
    println!("Written to {}.", to.display());
    Ok(ExitCode::SUCCESS)
}

/// Puts a copy in the place of the database.
pub async fn restore(database: &DatabaseArgs, from: &Path) -> Result<ExitCode, Failure> {
    let path =
        database.url.strip_prefix("sqlite:").ok_or("only SQLite is restored here; for PostgreSQL use pg_restore")?;
    let to = PathBuf::from(path.trim_start_matches("//").split('?').next().unwrap_or_default());
    let restored = store::restore(from, &to).await?;
    match restored.kept {
        Some(old) => println!("Restored {}; the old database is kept as {}.", to.display(), old.display()),
        None => println!("Restored {}.", to.display()),
    }
    match restored.forgotten {
        Some(0) => {}
        Some(again) => println!("{again} candidates who were forgotten since were forgotten again."),
        None => println!(
            "The old database is too damaged to tell who was forgotten since this copy was made. \
             Forget them again with `hopwise retention apply`, if you have a ledger."
        ),
    }
    Ok(ExitCode::SUCCESS)
}
