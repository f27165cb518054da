//! What the server has acknowledged survives its sudden death, once each, on both databases.
//!
//! `HOPWISE_SOAK=long` kills twenty times, otherwise three; see `scripts/soak`.

use crate::{
    client::Client,
    database::Schema,
    hopwise::{Server, serve},
    scene,
};
use app::api::Appended;
use domain::{EventId, InterviewId, Role, interview::Payload};
use serde_json::json;
use std::collections::BTreeSet;
use store::Db;
use tempfile::tempdir;
use tokio::{sync::watch, task::JoinSet};

const WRITERS: usize = 20;
const EVENTS: usize = 50;

/// Sends events one by one, each until it is acknowledged; tells how many are. A refused one is no loss but a bug.
async fn write(
    n: usize,
    interview: InterviewId,
    mut newest: watch::Receiver<Client>,
    done: watch::Sender<usize>,
) -> Vec<EventId> {
    let mut acknowledged = Vec::new();
    let mut server = newest.borrow_and_update().clone();
    for number in 0..EVENTS {
        let text = format!("{n}/{number}");
        let event = scene::event(Payload::Note { question: scene::asked(), text });
        let arguments = json!({ "interview": interview, "events": [event] });
        let mut failures = 0;
        loop {
            match server.try_call("/api/append_events", &arguments).await {
                Ok(answer) if answer.status.is_success() => {
                    assert_eq!(answer.postcard::<Appended>().refused, [None]);
                    break;
                }
                // It is on its way down, or the database was busy for too long.
                Ok(answer) => {
                    failures += 1;
                    assert!(answer.status.is_server_error() && failures < 50, "{}", answer.text());
                }
                Err(_) => {
                    newest.changed().await.unwrap();
                    server = newest.borrow_and_update().clone();
                }
            }
        }
        acknowledged.push(event.id);
        done.send_modify(|it| *it += 1);
    }
    acknowledged
}

/// The numbers of acknowledged events at which the server dies, from a fixed seed.
fn moments(kills: usize) -> BTreeSet<usize> {
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut moments = BTreeSet::new();
    while moments.len() < kills {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        moments.insert(1 + usize::try_from(seed % (WRITERS * EVENTS - WRITERS) as u64).unwrap());
    }
    moments
}

async fn survives(url: &str) {
    let folder = tempdir().unwrap();
    let url = &url.replace("FOLDER", &folder.path().display().to_string());
    let kills = if std::env::var("HOPWISE_SOAK").as_deref() == Ok("long") { 20 } else { 3 };
    let db = Db::open(url).await.unwrap();
    db.migrate().await.unwrap();
    let dana = scene::account(&db, "dana", &[Role::Interviewer, Role::Administrator]).await;
    let (secret, interview) = (scene::session(&db, dana).await, scene::interview(&db, dana).await);
    db.close().await;

    let mut server = Server::start(&mut serve(folder.path(), url));
    let (newest, server_now) = watch::channel(server.visitor.with_session(&secret));
    let (done, mut count) = watch::channel(0);
    let mut writers: JoinSet<_> = (0..WRITERS).map(|n| write(n, interview, server_now.clone(), done.clone())).collect();
    for moment in moments(kills) {
        count.wait_for(|it| *it >= moment).await.unwrap();
        server.kill();
        server = Server::start(&mut serve(folder.path(), url));
        newest.send(server.visitor.with_session(&secret)).unwrap();
    }
    let mut acknowledged = BTreeSet::new();
    while let Some(ids) = writers.join_next().await {
        acknowledged.extend(ids.unwrap());
    }
    server.kill();

    let db = Db::open(url).await.unwrap();
    let log = db.log(interview).await.unwrap();
    db.close().await;
    assert_eq!(acknowledged.len(), WRITERS * EVENTS);
    assert_eq!(log.iter().map(|it| it.event.id).collect::<BTreeSet<_>>(), acknowledged);
    // As many rows as ids: none is there twice; and the places have no gaps.
    assert!(log.iter().map(|it| it.seq).eq(1..=i64::try_from(acknowledged.len()).unwrap()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: run by scripts/soak"]
async fn acknowledged_events_survive_a_kill_on_sqlite() {
    survives("sqlite:FOLDER/hopwise.db").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: run by scripts/soak"]
async fn acknowledged_events_survive_a_kill_on_postgres() {
    let Some(schema) = Schema::create().await else { return };
    survives(&schema.url()).await;
    schema.drop().await;
}
