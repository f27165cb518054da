//! SIGTERM ends streams and requests under way, and then the process, within five seconds.

use crate::{
    hopwise::{Server, serve},
    scene,
    stream::Messages,
};
use domain::Role;
use std::time::{Duration, Instant};
use store::Db;
use tempfile::tempdir;

#[tokio::test]
async fn the_signal_ends_open_streams_and_the_process() {
    let folder = tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("hopwise.db").display());
    let db = Db::open(&url).await.unwrap();
    db.migrate().await.unwrap();
    let dana = scene::account(&db, "dana", &[Role::Interviewer, Role::Administrator]).await;
    let (secret, interview) = (scene::session(&db, dana).await, scene::interview(&db, dana).await);
    db.close().await;

    let server = Server::start(&mut serve(folder.path(), &url));
    let client = server.visitor.with_session(&secret);
    let mut streams = Vec::new();
    for _ in 0..3 {
        let mut stream = Messages::open(&client, &format!("/live/interviews/{interview}")).await;
        assert_eq!(stream.head.status, 200);
        stream.next().await.expect("no snapshot");
        streams.push(stream);
    }
    server.terminate();
    let asked = Instant::now();
    for mut stream in streams {
        assert_eq!(stream.next().await, None);
    }
    let (status, _, log) = tokio::task::spawn_blocking(move || server.end()).await.unwrap();
    assert!(asked.elapsed() < Duration::from_secs(5), "it took {:?}", asked.elapsed());
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("stopping") && !log.contains("did not end in time"), "{log}");
    assert!(!folder.path().join("hopwise.db-wal").exists(), "the database was not closed");
}
