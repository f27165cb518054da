//! What is stored of a person cannot be read without their key.

use crate::home::{Home, NOW, edit, event, note};
use domain::{Locale, interview::Payload, scorecard::Overall};
use sqlx::Row;
use store::{Db, NewCandidate, Pen, Shown};

stories!(personal_text_is_stored_sealed, what_was_plain_is_sealed_at_the_next_start, a_lost_key_loses_the_text_only);

/// Every text in every row of the tables, as another program would read it.
async fn stored(home: &Home) -> String {
    let mut all = String::new();
    for sql in [
        "select name || ' ' || coalesce(email, '') || ' ' || search || ' ' || coalesce(hold_reason, '') from candidate",
        "select payload from interview_event",
        "select text from pad",
        "select splice from pad_splice",
    ] {
        let rows: Vec<String> = if home.is_sqlite() {
            let pool = sqlx::SqlitePool::connect(&home.url).await.unwrap();
            sqlx::query(sql).fetch_all(&pool).await.unwrap().iter().map(|it| it.get(0)).collect()
        } else {
            let pool = sqlx::PgPool::connect(&home.url).await.unwrap();
            sqlx::query(sql).fetch_all(&pool).await.unwrap().iter().map(|it| it.get(0)).collect()
        };
        all.push_str(&rows.join("\n"));
    }
    all
}

fn told() -> [domain::interview::Event; 4] {
    let question = || "tcp-vs-udp".parse().unwrap();
    [
        note("SECRET note"),
        event(Payload::Flag { question: question(), text: "SECRET flag".to_owned(), raised: true }),
        event(Payload::Submit { overall: Overall::Yes, summary: "SECRET summary".to_owned() }),
        event(Payload::Hint { question: question(), text: "SECRET hint".to_owned() }),
    ]
}

async fn personal_text_is_stored_sealed(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let candidate = home.db.interview_for(id, lead).await.unwrap().candidate;
    let new =
        NewCandidate { name: "SECRET Noa".to_owned(), email: Some("SECRET@x.org".to_owned()), locale: Locale::He };
    home.db.edit_candidate(candidate, lead, &new).await.unwrap();
    home.db.hold_candidate(candidate, lead, Some("SECRET reason"), NOW).await.unwrap();
    home.db.append(id, holder, &told(), NOW).await.unwrap();
    let pen = Pen::Rater { interview: id, user: holder };
    home.db.write_pad(pen, 0, vec![edit(0, 0, "SECRET sketch")], NOW).await.unwrap().unwrap();
    let stored = stored(home).await;
    assert!(!stored.to_lowercase().contains("secret"), "{stored}");
    assert!(stored.matches("sealed-1:").count() >= 10, "{stored}");
    // And comes back as it was, also to an instance that has kept nothing.
    let other = Db::open(&home.url).await.unwrap();
    let found = other.candidate_for(candidate, lead).await.unwrap();
    assert_eq!((found.name, found.email), (Some(new.name), new.email));
    assert_eq!(found.hold, Some((NOW, "SECRET reason".to_owned())));
    assert_eq!(other.state(id).await.unwrap(), home.db.state(id).await.unwrap());
    assert_eq!(other.pad(id, None).await.unwrap().text.as_deref(), Some("SECRET sketch"));
    let payloads: Vec<_> = other.log(id).await.unwrap().into_iter().map(|it| it.event.payload).collect();
    assert_eq!(payloads, told().map(|it| it.payload));
    other.close().await;
}

async fn what_was_plain_is_sealed_at_the_next_start(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let candidate = home.db.interview_for(id, lead).await.unwrap().candidate;
    home.db.append(id, holder, &told(), NOW).await.unwrap();
    // As the version before this one left it.
    home.run("delete from candidate_key").await;
    home.run("update candidate set name = 'PLAIN Noa', email = 'PLAIN@x.org', search = 'plain noa plain@x.org'").await;
    let log = home.db.log(id).await.unwrap();
    for (logged, text) in log.iter().zip(["PLAIN note", "PLAIN flag", "PLAIN summary", "PLAIN hint"]) {
        let mut payload = logged.event.payload.clone();
        text.clone_into(payload.text_mut().unwrap());
        let json = serde_json::to_string(&payload).unwrap();
        home.run(&format!("update interview_event set payload = '{json}' where id = '{}'", logged.event.id)).await;
    }
    let old = Db::open(&home.url).await.unwrap();
    assert_eq!(old.candidate_for(candidate, lead).await.unwrap().name.as_deref(), Some("PLAIN Noa"));
    old.append(id, holder, &[event(Payload::Conceal)], NOW).await.unwrap();

    // Two instances that start at once, and one later.
    let (a, b) = tokio::join!(home.db.migrate(), old.migrate());
    a.unwrap();
    b.unwrap();
    old.migrate().await.unwrap();
    let stored = stored(home).await;
    assert!(!stored.to_lowercase().contains("plain"), "{stored}");
    let found = home.db.candidate_for(candidate, lead).await.unwrap();
    assert_eq!((found.name.as_deref(), found.email.as_deref()), (Some("PLAIN Noa"), Some("PLAIN@x.org")));
    assert_eq!(home.db.candidates(lead, "plain@", Shown::All, 9).await.unwrap().total, 1);
    let texts: Vec<_> =
        old.log(id).await.unwrap().into_iter().filter_map(|mut it| it.event.payload.text_mut().cloned()).collect();
    assert_eq!(texts, ["PLAIN note", "PLAIN flag", "PLAIN summary", "PLAIN hint"]);
    if home.is_sqlite() {
        let data = std::fs::read_dir(home.folder().join("data")).unwrap();
        let bytes: Vec<u8> = data.flat_map(|it| std::fs::read(it.unwrap().path()).unwrap()).collect();
        assert!(!String::from_utf8_lossy(&bytes).contains("PLAIN"), "unused space still has it");
    }
    old.close().await;
}

async fn a_lost_key_loses_the_text_only(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    home.db.append(id, holder, &told(), NOW).await.unwrap();
    home.run("delete from candidate_key").await;
    let (seq, state) = home.db.state(id).await.unwrap();
    let json = serde_json::to_string(&state).unwrap();
    assert!(seq == 4 && !json.contains("SECRET"), "{json}");
    assert_eq!(state.submitted[&holder].overall, Overall::Yes);
    assert_eq!(home.db.interview_for(id, lead).await.unwrap().candidate_name, None);
    assert_eq!(home.db.interviews_of(holder).await.unwrap()[0].candidate_name, None);
}
