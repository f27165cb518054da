//! A database that cannot be used is told in one sentence, and stays as it was.

use crate::{
    database::Schema,
    hopwise::{hopwise, run, serve},
    start::assert_refuses,
};
use sqlx::{Connection, PgConnection, SqliteConnection};
use std::{fs, net::TcpListener};
use tempfile::tempdir;

#[test]
fn a_folder_that_cannot_be_written() {
    let folder = tempdir().unwrap();
    // A file in the place of the folder stops root as well, for whom there are no rights.
    fs::write(folder.path().join("data"), "").unwrap();
    assert_refuses(&mut serve(folder.path(), "sqlite:data/hopwise.db"), &["data/hopwise.db", "write access"]);
}

#[test]
fn a_url_of_another_kind() {
    let folder = tempdir().unwrap();
    for url in ["mysql://u:secret@host/db", "hopwise.db", "sqlite:", "postgres:/host"] {
        let mut command = serve(folder.path(), url);
        assert_refuses(&mut command, &["sqlite:data/hopwise.db", "postgres://"]);
        assert!(!run(&mut command, "").err.contains("secret"), "a password is on the screen");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_postgresql_that_does_not_answer() {
    let folder = tempdir().unwrap();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = serve(folder.path(), &format!("postgres://dana:secret@{free}/hopwise"));
    assert_refuses(&mut command, &["PostgreSQL", "check that it runs"]);
}

#[test]
fn a_file_that_is_no_database() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, "Buy milk.\n".repeat(1_000)).unwrap();
    assert_refuses(&mut serve(folder.path(), "sqlite:notes.txt"), &["notes.txt", "restore a backup"]);
    assert!(fs::read_to_string(&file).unwrap().starts_with("Buy milk.\n"));
}

/// Writes into a migrated database that a later program has brought it further.
async fn make_newer(url: &str) {
    const SQL: &str = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
        select 9999, 'later', success, checksum, 0 from _sqlx_migrations where version = 1";
    if url.starts_with("sqlite") {
        let mut db = SqliteConnection::connect(url).await.unwrap();
        sqlx::query(SQL).execute(&mut db).await.unwrap();
        db.close().await.unwrap();
    } else {
        let mut db = PgConnection::connect(url).await.unwrap();
        sqlx::query(SQL).execute(&mut db).await.unwrap();
        db.close().await.unwrap();
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version() {
    let folder = tempdir().unwrap();
    let schema = Schema::create().await;
    let urls = ["sqlite:newer.db".to_owned()].into_iter().chain(schema.as_ref().map(Schema::url));
    for url in urls {
        let said = run(hopwise(folder.path()).args(["migrate", "--database", &url]), "");
        assert_eq!(said.code, Some(0), "{said:?}");
        make_newer(&url.replace("sqlite:", &format!("sqlite:{}/", folder.path().display()))).await;
        assert_refuses(&mut serve(folder.path(), &url), &["newer Hopwise (migration 9999", "restore a backup"]);
        assert_refuses(hopwise(folder.path()).args(["migrate", "--database", &url]), &["newer Hopwise"]);
    }
    if let Some(schema) = schema {
        schema.drop().await;
    }
}
