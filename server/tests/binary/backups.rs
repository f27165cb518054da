//! `hopwise backup` copies a database while it is served, `hopwise restore` brings it back.

use crate::{
    hopwise::{Server, hopwise, run, serve},
    scene,
};
use app::clock;
use domain::{Locale, Role};
use std::fs;
use store::{Db, NewCandidate, Shown};
use tempfile::tempdir;

const URL: &str = "sqlite:data/hopwise.db";

#[tokio::test]
async fn a_copy_made_while_serving_brings_back_that_moment() {
    let folder = tempdir().unwrap();
    let command = |arguments: &[&str]| run(hopwise(folder.path()).args(arguments), "");
    let mut server = Server::start(&mut serve(folder.path(), URL));
    let path = folder.path().join("data/hopwise.db");
    let db = Db::open(&format!("sqlite:{}", path.display())).await.unwrap();
    let dana = scene::account(&db, "dana", &[Role::Lead]).await;
    let enter = async |name: &str| {
        let new = NewCandidate { name: name.to_owned(), email: None, locale: Locale::En };
        db.create_candidate(&new, dana, clock::now()).await.unwrap();
    };
    enter("before").await;
    let said = command(&["backup", "--database", URL, "copy.db"]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), "Written to copy.db.\n"), "{said:?}");
    enter("after").await;
    assert_eq!(server.visitor.get("/readyz").await.status, 200);

    let again = command(&["backup", "--database", URL, "copy.db"]);
    assert!(again.code == Some(1) && again.err.contains("exists already"), "{again:?}");
    let busy = command(&["restore", "--database", URL, "copy.db"]);
    assert!(busy.code == Some(1) && busy.err.contains("stop the server first"), "{busy:?}");
    assert_eq!(db.candidates(dana, "", Shown::All, 9).await.unwrap().total, 2, "a refused restore changed something");
    db.close().await;
    server.kill();

    let said = command(&["restore", "--database", URL, "copy.db"]);
    assert!(said.code == Some(0) && said.out.contains("the old database is kept as"), "{said:?}");
    let db = Db::open(&format!("sqlite:{}", path.display())).await.unwrap();
    let left = db.candidates(dana, "", Shown::All, 9).await.unwrap().candidates;
    assert_eq!(left.iter().map(|it| it.name.as_deref()).collect::<Vec<_>>(), [Some("before")]);
    db.close().await;
}

#[test]
fn what_is_no_copy_is_not_restored() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("notes.txt"), "Buy milk.").unwrap();
    let said = run(hopwise(folder.path()).args(["restore", "--database", "sqlite:hopwise.db", "notes.txt"]), "");
    assert_eq!((said.code, said.err.lines().count()), (Some(1), 1), "{said:?}");
    assert!(said.err.contains("not a sound Hopwise database"), "{said:?}");
    assert!(!folder.path().join("hopwise.db").exists());
}

#[test]
fn postgresql_is_copied_by_its_own_tools() {
    let folder = tempdir().unwrap();
    let url = "postgres://dana:secret@127.0.0.1:1/hopwise";
    let said = run(hopwise(folder.path()).args(["restore", "--database", url, "copy.db"]), "");
    assert!(said.code == Some(1) && said.err.contains("pg_restore") && !said.err.contains("secret"), "{said:?}");
}
