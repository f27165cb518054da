//! Forgetting a person: nothing of them is left, and what is about nobody stays.

use crate::home::{Home, NOW, edit, event, note, plan};
use domain::{
    CandidateId, InterviewId, Locale, Role, RunId, Score, UserId, interview::Payload, interview::Refused,
    retention::Outcome, scorecard::Overall,
};
use std::{path::Path, time::Duration};
use store::{Db, Error, NewCandidate, Outcome as Stored, Pen, Shown};
use tokio::time::timeout;
use uuid::Uuid;

stories!(
    scores_stay_and_the_person_goes,
    whoever_watches_wakes,
    nothing_is_written_about_who_is_forgotten,
    a_hold_keeps,
    the_ledger_forgets_again,
    another_instance_forgets_too,
);

/// A candidate with interviews full of notes: who leads them, who interviews, who they are, their interviews.
async fn a_past(home: &Home, interviews: usize) -> (UserId, UserId, CandidateId, Vec<InterviewId>) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let holder = home.person("holder", &[Role::Interviewer]).await;
    let new = NewCandidate {
        name: "Grzegorz Brzęczyszczykiewicz".to_owned(),
        email: Some("grzegorz@chrzaszczyzewoszyce.pl".to_owned()),
        locale: Locale::En,
    };
    let candidate = home.db.create_candidate(&new, lead, NOW).await.unwrap();
    let of = home.db.create_loop(candidate, domain::Level::Middle, lead, NOW).await.unwrap();
    let mut ids = Vec::new();
    for _ in 0..interviews {
        let id = home.db.create_interview(of, holder, Locale::En, &plan(), NOW).await.unwrap();
        let question = || "tcp-vs-udp".parse().unwrap();
        let mut events: Vec<_> = (0..40).map(|n| note(&format!("Nabuchodonozor said it {n} times"))).collect();
        events.push(event(Payload::Score { question: question(), score: Score::Four }));
        for raised in [true, false] {
            events.push(event(Payload::Flag {
                question: question(),
                text: "Talks about Nabuchodonozor".to_owned(),
                raised,
            }));
        }
        events.push(event(Payload::Flag {
            question: question(),
            text: "Nabuchodonozor again".to_owned(),
            raised: true,
        }));
        events.push(event(Payload::Hint { question: question(), text: "As Nabuchodonozor put it".to_owned() }));
        events.push(event(Payload::Submit { overall: Overall::Yes, summary: "Nabuchodonozor, in short.".to_owned() }));
        home.db.append(id, holder, &events, NOW).await.unwrap();
        let sketch = vec![edit(0, 0, "client -> Nabuchodonozor -> server")];
        home.db.write_pad(Pen::Rater { interview: id, user: holder }, 0, sketch, NOW).await.unwrap().unwrap();
        ids.push(id);
    }
    (lead, holder, candidate, ids)
}

async fn scores_stay_and_the_person_goes(home: &Home) {
    let (lead, holder, candidate, ids) = a_past(home, 2).await;
    let token = "0".repeat(64);
    home.db.create_link(ids[0], holder, &token, NOW, NOW.plus(9_999)).await.unwrap();
    let before = home.db.state(ids[0]).await.unwrap();
    home.db.forget_for(candidate, lead, NOW.plus(1)).await.unwrap();
    home.db.forget(candidate, NOW.plus(9)).await.unwrap();

    let (seq, state) = home.db.state(ids[0]).await.unwrap();
    let mark = &state.marks[&holder][&"tcp-vs-udp".parse().unwrap()];
    assert_eq!((seq, mark.score.map(|it| it.0), mark.note.as_str()), (before.0, Some(Score::Four), ""));
    assert_eq!(mark.flags.len(), 1, "the flag that was taken back is still taken back");
    assert_eq!(state.hints[&"tcp-vs-udp".parse().unwrap()].len(), 1, "that a hint was given is no secret");
    assert_eq!(state.submitted[&holder].overall, Overall::Yes);
    let text = format!("{state:?}{:?}", home.db.log(ids[1]).await.unwrap());
    assert!(!text.contains("Nabuchodonozor"), "{text}");

    let left = home.db.candidate_for(candidate, lead).await.unwrap();
    assert_eq!((left.name, left.email), (None, None));
    assert_eq!(home.db.interview_for(ids[0], lead).await.unwrap().candidate_name, None);
    assert_eq!(home.db.candidates(lead, "", Shown::All, 9).await.unwrap().total, 0);
    assert_eq!(home.db.candidates(lead, "grz", Shown::All, 9).await.unwrap().total, 0);
    assert_eq!(home.db.ledger().await.unwrap(), [(candidate, NOW.plus(1))]);
    assert_eq!(home.db.link(&token, NOW.plus(2)).await.unwrap(), None);
    assert!(home.db.links(ids[0], lead).await.unwrap()[0].revoked_at.is_some());
    let nobody = home.db.forget(CandidateId(Uuid::nil()), NOW).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
}

async fn whoever_watches_wakes(home: &Home) {
    let (lead, holder, candidate, ids) = a_past(home, 1).await;
    let (mut watcher, mut reader) = (home.db.watch(ids[0]), home.db.watch_pad(ids[0]));
    home.db.room_for(ids[0], holder).await.unwrap();
    home.db.forget_for(candidate, lead, NOW).await.unwrap();
    timeout(Duration::from_secs(10), watcher.changed()).await.unwrap().unwrap();
    timeout(Duration::from_secs(10), reader.changed()).await.unwrap().unwrap();
    assert!(matches!(home.db.pad(ids[0], None).await, Err(Error::NotFound)));
    assert!(matches!(home.db.room_for(ids[0], holder).await, Err(Error::NotFound)));
    home.db.state_for(ids[0], holder).await.unwrap();
}

async fn nothing_is_written_about_who_is_forgotten(home: &Home) {
    let (lead, holder, candidate, ids) = a_past(home, 1).await;
    let of = home.db.interview_for(ids[0], lead).await.unwrap().loop_id;
    home.db.forget_for(candidate, lead, NOW).await.unwrap();
    let seq = home.db.state(ids[0]).await.unwrap().0;
    let late = home.db.append(ids[0], holder, &[note("late"), event(Payload::Start)], NOW).await.unwrap();
    assert_eq!((late.seq, late.outcomes), (seq, vec![Stored::Refused { why: Refused::Forgotten }; 2]));
    assert_eq!(home.db.log(ids[0]).await.unwrap().len() as i64, seq);
    let pen = Pen::Rater { interview: ids[0], user: holder };
    let written = home.db.write_pad(pen, 0, vec![edit(0, 0, "late")], NOW).await;
    assert!(matches!(written, Err(Error::NotFound)), "{written:?}");
    let gone = |it: Result<(), Error>| assert!(matches!(it, Err(Error::NotFound)), "{it:?}");
    let new = NewCandidate { name: "Again".to_owned(), email: None, locale: Locale::En };
    gone(home.db.edit_candidate(candidate, lead, &new).await);
    gone(home.db.archive_candidate(candidate, lead, None).await);
    gone(home.db.hold_candidate(candidate, lead, Some("x"), NOW).await);
    gone(home.db.set_outcome(of, lead, Some(Outcome::Hired), NOW).await);
    gone(home.db.create_loop(candidate, domain::Level::Lead, lead, NOW).await.map(drop));
    gone(home.db.create_interview(of, holder, Locale::En, &plan(), NOW).await.map(drop));
    gone(home.db.create_link(ids[0], holder, &"1".repeat(64), NOW, NOW.plus(9)).await.map(drop));
}

async fn a_hold_keeps(home: &Home) {
    let (lead, _, candidate, _) = a_past(home, 1).await;
    home.db.hold_candidate(candidate, lead, Some("A claim is open."), NOW).await.unwrap();
    for refused in [home.db.forget_for(candidate, lead, NOW).await, home.db.forget(candidate, NOW).await] {
        assert!(matches!(refused, Err(Error::Held)), "{refused:?}");
    }
    assert!(home.db.candidate_for(candidate, lead).await.unwrap().name.is_some());
    home.db.hold_candidate(candidate, lead, None, NOW).await.unwrap();
    home.db.forget_for(candidate, lead, NOW).await.unwrap();
}

async fn the_ledger_forgets_again(home: &Home) {
    let (lead, _, candidate, _) = a_past(home, 1).await;
    home.db.hold_candidate(candidate, lead, Some("Was lifted later."), NOW).await.unwrap();
    let elsewhere = CandidateId(Uuid::now_v7());
    let ledger = [(elsewhere, NOW), (candidate, NOW.plus(1))];
    assert_eq!(home.db.forget_again(&ledger).await.unwrap(), 1);
    assert_eq!(home.db.candidate_for(candidate, lead).await.unwrap().name, None);
    assert_eq!(home.db.forget_again(&ledger).await.unwrap(), 0);
    assert_eq!(home.db.ledger().await.unwrap(), ledger);
}

async fn another_instance_forgets_too(home: &Home) {
    let (lead, _, candidate, ids) = a_past(home, 1).await;
    let other = Db::open(&home.url).await.unwrap();
    assert!(format!("{:?}", other.state(ids[0]).await.unwrap()).contains("Nabuchodonozor"));
    assert!(other.pad(ids[0], None).await.unwrap().text.unwrap().contains("Nabuchodonozor"));
    let mut watcher = other.watch(ids[0]);
    home.db.forget_for(candidate, lead, NOW).await.unwrap();
    if !home.is_sqlite() {
        timeout(Duration::from_secs(10), watcher.changed()).await.unwrap().unwrap();
    }
    assert!(!format!("{:?}", other.state(ids[0]).await.unwrap()).contains("Nabuchodonozor"));
    assert!(matches!(other.pad(ids[0], None).await, Err(Error::NotFound)));
    other.close().await;
}

/// What a byte search of everything that SQLite has on the disk finds.
fn found(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let bytes = std::fs::read(entry.path()).unwrap();
        for word in words {
            if bytes.windows(word.len()).any(|it| it == word.as_bytes()) {
                found.push(format!("{word} in {}", entry.path().display()));
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_byte_search_finds_nothing_and_it_is_soon_over() {
    let home = Home::sqlite().await;
    let (lead, holder, candidate, ids) = a_past(&home, 20).await;
    let data = home.folder().join("data");
    let (key, sealed) = {
        let pool = sqlx::SqlitePool::connect(&home.url).await.unwrap();
        let key: String = sqlx::query_scalar("select key from candidate_key").fetch_one(&pool).await.unwrap();
        let sealed: String = sqlx::query_scalar("select name from candidate").fetch_one(&pool).await.unwrap();
        pool.close().await;
        (key, sealed)
    };
    assert!(
        !found(&data, &[&key]).is_empty() && !found(&data, &[&sealed]).is_empty(),
        "the search finds nothing at all"
    );
    // Readers come and go meanwhile, as they do.
    let (db, id) = (home.db.clone(), ids[0]);
    let reading = tokio::spawn(async move {
        loop {
            db.state(id).await.unwrap();
        }
    });
    let began = std::time::Instant::now();
    home.db.forget_for(candidate, lead, NOW).await.unwrap();
    let took = began.elapsed();
    reading.abort();
    println!("forgetting a candidate with 20 interviews took {took:?}");
    assert!(took < Duration::from_secs(2), "{took:?}");
    let words =
        ["Grzegorz", "grzegorz", "Brzęczyszczykiewicz", "chrzaszczyzewoszyce", "Nabuchodonozor", &key, &sealed[9..]];
    assert_eq!(found(&data, &words), Vec::<String>::new());
    assert_eq!(std::fs::metadata(data.join("hopwise.db-wal")).unwrap().len(), 0);
    // A database that goes on being used brings nothing back.
    home.db.append(ids[0], holder, &[note("x")], NOW).await.unwrap();
    home.db.close().await;
    assert_eq!(found(&data, &words), Vec::<String>::new());
}

#[tokio::test]
async fn a_restored_backup_forgets_again() {
    let home = Home::sqlite().await;
    let (lead, _, candidate, ids) = a_past(&home, 1).await;
    let (file, backup) = (home.folder().join("data/hopwise.db"), home.folder().join("copy.db"));
    home.db.backup(&backup).await.unwrap();
    home.db.forget_for(candidate, lead, NOW).await.unwrap();
    home.db.close().await;
    let done = store::restore(&backup, &file).await.unwrap();
    assert_eq!(done.forgotten, Some(1));
    let again = Db::open(&home.url).await.unwrap();
    assert_eq!(again.candidate_for(candidate, lead).await.unwrap().name, None);
    assert!(!format!("{:?}", again.state(ids[0]).await.unwrap()).contains("Nabuchodonozor"));
    assert_eq!(again.ledger().await.unwrap().len(), 1);
    again.close().await;
    let names: Vec<_> =
        std::fs::read_dir(home.folder().join("data")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "the new and the old one, and nothing beside: {names:?}");
    // Into an empty place: there is no ledger to go by, and the person is back, as the words of the command say.
    let fresh = store::restore(&backup, &home.folder().join("fresh.db")).await.unwrap();
    assert_eq!(fresh.forgotten, Some(0));
}

/// A probe that ends after its candidate was forgotten leaves nothing of them.
#[tokio::test]
async fn runs_of_the_interviews_go() {
    let home = Home::sqlite().await;
    let (lead, holder, candidate, ids) = a_past(&home, 1).await;
    let sql = "insert into probe_run (id, interview_id, user_id, target, total_us, result, created_at)";
    home.run(&format!("{sql} values ('{}', '{}', '{holder}', 'lab:healthy', 1, '{{}}', 1)", Uuid::now_v7(), ids[0]))
        .await;
    assert_eq!(home.db.runs(ids[0], lead).await.unwrap().len(), 1);
    home.db.forget_for(candidate, lead, NOW).await.unwrap();
    assert_eq!(home.db.runs(ids[0], lead).await.unwrap(), []);
    assert!(matches!(home.db.run_for(RunId(Uuid::nil()), lead).await, Err(Error::NotFound)));
}
