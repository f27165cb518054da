//! Opening a database, and its versions.

use crate::home::Home;
use std::os::unix::fs::PermissionsExt;
use store::{Db, OpenError, known_version};

stories!(migrating_twice_is_once, a_newer_database_is_left_alone);

async fn migrating_twice_is_once(home: &Home) {
    home.db.check_version().await.unwrap();
    home.db.migrate().await.unwrap();
    let other = Db::open(&home.url).await.unwrap();
    let (a, b) = tokio::join!(home.db.migrate(), other.migrate());
    a.unwrap();
    b.unwrap();
    assert!(known_version() >= 1);
    other.close().await;
}

async fn a_newer_database_is_left_alone(home: &Home) {
    home.run(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         select 7000, 'of a later year', success, checksum, 0 from _sqlx_migrations where version = 1",
    )
    .await;
    for refused in [home.db.check_version().await, home.db.migrate().await] {
        let error = refused.unwrap_err();
        assert!(matches!(error, OpenError::Newer { found: 7000, .. }), "{error}");
        assert!(error.to_string().contains("migration 7000"), "{error}");
        assert!(error.to_string().contains("start that version or restore a backup"), "{error}");
    }
}

#[tokio::test]
async fn unknown_urls_say_what_to_write() {
    for url in ["", "mysql://x:secret@h/d", "hopwise.db", "sqlite:", "sqlite::memory:", "sqlite://x.db?mode=ro"] {
        let error = Db::open(url).await.unwrap_err();
        assert!(matches!(error, OpenError::Url), "{url}: {error}");
        assert!(error.to_string().contains("sqlite:data/hopwise.db") && !error.to_string().contains("secret"));
    }
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").unwrap();
    let error = Db::open(&format!("sqlite:{}/data/hopwise.db", file.display())).await.unwrap_err();
    assert!(matches!(error, OpenError::Unwritable { .. }), "{error}");
    assert!(error.to_string().contains("write access"), "{error}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was left behind");
}

#[tokio::test]
async fn another_file_is_not_taken_for_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.txt");
    let text = "Dear database, ".repeat(100);
    std::fs::write(&file, &text).unwrap();
    let error = Db::open(&format!("sqlite:{}", file.display())).await.unwrap_err();
    assert!(matches!(error, OpenError::File { .. }), "{error}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_soon() {
    let error = Db::open("postgres://ann:secret@127.0.0.1:1/hopwise").await.unwrap_err();
    assert!(matches!(error, OpenError::Connect(_)), "{error}");
    assert!(error.to_string().contains("refused") && !error.to_string().contains("secret"), "{error}");
}

#[tokio::test]
async fn files_are_for_their_owner_only() {
    let home = Home::sqlite().await;
    let data = home.folder().join("data");
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    for name in ["hopwise.db", "hopwise.db-wal", "hopwise.db-shm"] {
        assert_eq!(mode(&data.join(name)), 0o600, "{name}");
    }
    assert_eq!(format!("{:?}", home.db), "Db(sqlite)");
    home.db.close().await;
    assert!(!data.join("hopwise.db-wal").exists(), "closing folds the log in");
    assert!(home.db.ping().await.is_err(), "a closed database is not ready");
}

#[tokio::test]
async fn an_empty_database_is_no_newer_one() {
    let home = Home::sqlite().await;
    let fresh = Db::open(&format!("sqlite:{}", home.folder().join("empty.db").display())).await.unwrap();
    fresh.check_version().await.unwrap();
    fresh.ping().await.unwrap();
}
