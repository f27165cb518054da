//! Backups while the database is in use, and putting them back.

use crate::home::{Home, NOW, note};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use store::{BackupError, Db, restore};

stories!(a_backup_is_one_moment, a_backup_replaces_nothing);

async fn a_backup_is_one_moment(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("it's a backup.db");
    if !home.is_sqlite() {
        let error = home.db.backup(&to).await.unwrap_err();
        let told = error.to_string();
        assert!(matches!(error, BackupError::Postgres { .. }), "{told}");
        assert!(told.contains("pg_dump --format=custom --file='") && told.contains(r"it'\''s"), "{told}");
        return assert!(told.contains("--host=") && told.contains("--dbname="), "{told}");
    }
    let (db, stop) = (home.db.clone(), Arc::new(AtomicBool::new(false)));
    let stopped = Arc::clone(&stop);
    let writer = tokio::spawn(async move {
        while !stopped.load(Ordering::Relaxed) {
            db.append(id, holder, &[note("one"), note("two")], NOW).await.unwrap();
        }
    });
    while home.db.state(id).await.unwrap().0 < 20 {
        assert!(!writer.is_finished());
        tokio::task::yield_now().await;
    }
    home.db.backup(&to).await.unwrap();
    assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    let during = home.db.state(id).await.unwrap().0;
    stop.store(true, Ordering::Relaxed);
    writer.await.unwrap();

    let copy = Db::open(&format!("sqlite:{}", to.display())).await.unwrap();
    let (seq, state) = copy.state(id).await.unwrap();
    assert!((20..=during).contains(&seq) && seq % 2 == 0, "whole transactions from the middle: {seq}");
    assert_eq!(copy.log(id).await.unwrap().len() as i64, seq);
    assert_eq!(state.marks.len(), 1);
}

async fn a_backup_replaces_nothing(home: &Home) {
    if !home.is_sqlite() {
        return;
    }
    let to = home.folder().join("there.db");
    fs::write(&to, "precious").unwrap();
    let error = home.db.backup(&to).await.unwrap_err();
    assert!(matches!(error, BackupError::Exists(_)), "{error}");
    assert_eq!(fs::read_to_string(&to).unwrap(), "precious");
    let error = home.db.backup(&home.folder().join("no/such/folder/x.db")).await.unwrap_err();
    assert!(matches!(error, BackupError::File { .. }), "{error}");
    assert_eq!(fs::read_dir(home.folder()).unwrap().count(), 2, "data and there.db");
}

#[tokio::test]
async fn a_restore_brings_back_what_was() {
    let home = Home::sqlite().await;
    let (_, holder, id) = home.an_interview().await;
    home.db.append(id, holder, &[note("kept")], NOW).await.unwrap();
    let (file, backup) = (home.folder().join("data/hopwise.db"), home.folder().join("backup.db"));
    home.db.backup(&backup).await.unwrap();
    home.db.append(id, holder, &[note("later")], NOW).await.unwrap();

    let error = restore(&backup, &file).await.unwrap_err();
    assert!(matches!(error, BackupError::InUse(_)), "{error}");
    assert_eq!(home.db.log(id).await.unwrap().len(), 2);
    let error = restore(&file, &home.folder().join("copy.db")).await.unwrap_err();
    assert!(matches!(error, BackupError::InUse(_)), "a file in use is no backup: {error}");
    home.db.close().await;

    let done = restore(&backup, &file).await.unwrap();
    assert_eq!(done.version, store::known_version());
    let again = Db::open(&home.url).await.unwrap();
    again.migrate().await.unwrap();
    assert_eq!(again.log(id).await.unwrap().len(), 1);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let kept = Db::open(&format!("sqlite:{}", done.kept.unwrap().display())).await.unwrap();
    assert_eq!(kept.log(id).await.unwrap().len(), 2, "what was replaced is kept");
    again.close().await;
    let second = restore(&backup, &file).await.unwrap();
    assert!(second.kept.unwrap().to_string_lossy().ends_with(".replaced-2"));
    let fresh = restore(&backup, &home.folder().join("fresh.db")).await.unwrap();
    assert_eq!(fresh.kept, None);
}

#[tokio::test]
async fn a_bad_backup_changes_nothing() {
    let home = Home::sqlite().await;
    let (_, holder, id) = home.an_interview().await;
    let notes: Vec<_> = (0..200).map(|n| note(&format!("{n}{}", "x".repeat(200)))).collect();
    home.db.append(id, holder, &notes, NOW).await.unwrap();
    let (file, good) = (home.folder().join("data/hopwise.db"), home.folder().join("good.db"));
    home.db.backup(&good).await.unwrap();
    home.db.close().await;
    let before = fs::read(&file).unwrap();

    let bad = home.folder().join("bad.db");
    let mut torn = fs::read(&good).unwrap();
    let middle = torn.len() / 2;
    torn[middle..middle + 8192].fill(0x55);
    fs::write(&bad, &torn).unwrap();
    refused(&bad, &file, "sound").await;
    fs::write(&bad, &fs::read(&good).unwrap()[..middle]).unwrap();
    refused(&bad, &file, "sound").await;
    fs::write(&bad, "a letter, not a database").unwrap();
    refused(&bad, &file, "sound").await;
    fs::write(&bad, "").unwrap();
    refused(&bad, &file, "no tables of Hopwise").await;
    refused(&home.folder().join("missing.db"), &file, "missing.db").await;
    fs::copy(&good, &bad).unwrap();
    let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}", bad.display())).await.unwrap();
    sqlx::query("update _sqlx_migrations set version = 7000 where version = 1").execute(&pool).await.unwrap();
    pool.close().await;
    refused(&bad, &file, "newer Hopwise").await;

    assert_eq!(fs::read(&file).unwrap(), before);
    let names: Vec<_> = fs::read_dir(home.folder().join("data")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names, ["hopwise.db"], "nothing was left behind");
}

async fn refused(from: &Path, to: &Path, word: &str) {
    let error = restore(from, to).await.unwrap_err();
    assert!(error.to_string().contains(word), "{error}");
}

#[tokio::test]
async fn a_damaged_database_can_be_replaced() {
    let home = Home::sqlite().await;
    let (_, _, id) = home.an_interview().await;
    // A folder of its own: SQLite takes away the log of a database that it had open, whenever its last thread ends.
    let (file, backup) = (home.folder().join("damaged/hopwise.db"), home.folder().join("backup.db"));
    home.db.backup(&backup).await.unwrap();
    fs::create_dir(home.folder().join("damaged")).unwrap();
    fs::write(&file, "shredded").unwrap();
    fs::write(home.folder().join("damaged/hopwise.db-wal"), "its log").unwrap();
    let done = restore(&backup, &file).await.unwrap();
    let kept = done.kept.unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), "shredded");
    assert_eq!(fs::read_to_string(format!("{}-wal", kept.display())).unwrap(), "its log");
    let again = Db::open(&format!("sqlite:{}", file.display())).await.unwrap();
    assert_eq!(again.state(id).await.unwrap().0, 0);
}
