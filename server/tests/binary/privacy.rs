//! What is known of a candidate reaches no log and no file in plain, and `hopwise retention` forgets by the rules.

use crate::{
    hopwise::{Server, hopwise, run, serve},
    scene,
};
use app::clock;
use domain::{
    Locale, Role,
    interview::Payload,
    retention::{DAY, Policy},
};
use std::{fs, path::Path};
use store::{Db, NewCandidate};
use tempfile::tempdir;

const URL: &str = "sqlite:data/hopwise.db";
const WORDS: [&str; 6] =
    ["Brzeczyszczykiewicz", "brzeczyszczykiewicz", "chrzaszcz@example.org", "Nabuchodonozor", "Eustachy", "BRZECZ"];

/// Files in a folder in which one of the words stands.
fn found(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let bytes = fs::read(entry.path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        found.extend(WORDS.iter().filter(|it| text.contains(**it)).map(|it| format!("{it} in {:?}", entry.path())));
    }
    found
}

#[tokio::test]
async fn no_candidate_reaches_the_log_or_a_file() {
    let folder = tempdir().unwrap();
    let mut server = Server::start(serve(folder.path(), URL).args(["--log", "trace"]));
    server.line();
    let db = Db::open(&format!("sqlite:{}", folder.path().join("data/hopwise.db").display())).await.unwrap();
    let lead = scene::account(&db, "dana", &[Role::Lead, Role::Interviewer]).await;
    let dana = server.visitor.with_session(&scene::session(&db, lead).await);
    let known = [("name", "Brzeczyszczykiewicz"), ("email", "chrzaszcz@example.org"), ("locale", "en"), ("lang", "en")];
    let made = dana.form("/api/create_candidate", "/en/candidates", &known).await;
    let id = made.header("location").rsplit('/').next().unwrap().to_owned();
    let changed = [&known[..], &[("candidate", &id)]].concat();
    dana.form("/api/edit_candidate", &format!("/en/candidates/{id}/edit"), &changed).await;
    for path in ["?q=BRZECZ".to_owned(), format!("/{id}"), format!("/{id}/copy"), format!("/{id}/copy.json")] {
        assert!(dana.get(&format!("/en/candidates{path}")).await.status.is_success(), "{path}");
    }
    let sheet = [("sheet", "name,email\nEustachy,\n"), ("lang", "en")];
    dana.form("/api/import_candidates", "/en/candidates/import", &sheet).await;
    let interview = scene::interview(&db, lead).await;
    let note = Payload::Note { question: "tcp-vs-udp".parse().unwrap(), text: "Nabuchodonozor".to_owned() };
    let body = serde_json::json!({ "interview": interview, "events": [scene::event(note)] });
    assert!(dana.call("/api/append_events", &body).await.status.is_success());
    // What goes wrong is logged more than what does not.
    dana.form("/api/edit_candidate", "/en", &[("name", "Brzeczyszczykiewicz"), ("candidate", "Nabuchodonozor")]).await;
    dana.form("/api/forget_candidate", "/en", &[("candidate", &id), ("confirmation", "Eustachy"), ("lang", "en")])
        .await;
    assert_eq!(found(&folder.path().join("data")), Vec::<String>::new(), "not even while they are here");
    let forget = [("candidate", id.as_str()), ("confirmation", "Brzeczyszczykiewicz"), ("lang", "en")];
    assert_eq!(dana.form("/api/forget_candidate", "/en", &forget).await.header("location"), "/en/candidates");
    db.close().await;
    server.terminate();
    let (_, said, log) = tokio::task::spawn_blocking(move || server.end()).await.unwrap();
    assert!(log.contains("/api/forget_candidate") && log.contains("forgotten") && log.contains("sqlx::query"), "{log}");
    for word in WORDS {
        assert!(!log.contains(word), "{}", log.lines().find(|it| it.contains(word)).unwrap());
        assert!(!said.contains(word), "{said}");
    }
    assert_eq!(found(&folder.path().join("data")), Vec::<String>::new());
}

#[tokio::test]
async fn retention_forgets_by_the_rules_and_says_only_ids() {
    let folder = tempdir().unwrap();
    let command = |arguments: &[&str]| run(hopwise(folder.path()).args(arguments), "");
    let path = format!("sqlite:{}", folder.path().join("data/hopwise.db").display());
    let db = Db::open(&path).await.unwrap();
    db.migrate().await.unwrap();
    let lead = scene::account(&db, "dana", &[Role::Lead]).await;
    let new = NewCandidate { name: "Nabuchodonozor".to_owned(), email: None, locale: Locale::En };
    let id = db.create_candidate(&new, lead, clock::now().plus(-100 * DAY)).await.unwrap();
    db.create_candidate(&new, lead, clock::now()).await.unwrap();
    db.set_policy(&Policy { undecided: Some(3), ..Policy::default() }, lead, clock::now()).await.unwrap();
    db.backup(&folder.path().join("copy.db")).await.unwrap();

    let dry = command(&["retention", "run", "--database", URL, "--dry-run"]);
    assert_eq!(dry.code, Some(0), "{dry:?}");
    assert!(
        dry.out.contains(&id.to_string()) && dry.out.contains("1 candidates are due. Nothing was changed."),
        "{dry:?}"
    );
    assert!(db.candidate_for(id, lead).await.unwrap().name.is_some());
    let done = command(&["retention", "run", "--database", URL]);
    assert!(done.out.contains(&format!("{id} due since ")) && done.out.contains(": forgotten"), "{done:?}");
    assert!(!format!("{dry:?}{done:?}").contains("Nabuchodonozor"));
    assert_eq!(db.candidate_for(id, lead).await.unwrap().name, None);
    db.close().await;

    let ledger = command(&["retention", "ledger", "--database", URL]);
    assert!(ledger.out.starts_with(&id.to_string()) && ledger.out.lines().count() == 1, "{ledger:?}");
    fs::write(folder.path().join("ledger.txt"), &ledger.out).unwrap();
    // A backup in the place of a database that knows who was forgotten, and one in an empty place.
    let restored = command(&["restore", "--database", URL, "copy.db"]);
    assert!(restored.out.contains("1 candidates who were forgotten since were forgotten again."), "{restored:?}");
    let fresh = "sqlite:fresh.db";
    command(&["restore", "--database", fresh, "copy.db"]);
    let applied = command(&["retention", "apply", "--database", fresh, "ledger.txt"]);
    assert_eq!(applied.out, "1 candidates were forgotten again.\n", "{applied:?}");
    for url in [path, format!("sqlite:{}", folder.path().join("fresh.db").display())] {
        let db = Db::open(&url).await.unwrap();
        assert_eq!(db.candidate_for(id, lead).await.unwrap().name, None, "{url}");
        db.close().await;
    }
    fs::write(folder.path().join("ledger.txt"), "Nabuchodonozor").unwrap();
    let odd = command(&["retention", "apply", "--database", fresh, "ledger.txt"]);
    assert!(odd.code == Some(1) && odd.err.contains("this is no ledger"), "{odd:?}");
}
