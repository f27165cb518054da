//! `/live/…/pad`, `/api/write_pad`, `/api/write_join_pad`: the scratchpad from both sides.

use crate::{
    scene,
    stream::Messages,
    test_app::{Person, TestApp, on_both},
};
use app::{clock, token};
use domain::{
    InterviewId, Role, SpliceId,
    interview::Seat,
    pad::{Edit, News, PAD_MAX, Splice},
};
use hyper::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

fn edit(at: usize, remove: usize, insert: &str) -> Edit {
    Edit { id: SpliceId(Uuid::now_v7()), splice: Splice { at, remove, insert: insert.to_owned() } }
}

/// A link for the candidate: its secret.
async fn link(app: &TestApp, dana: &Person, interview: InterviewId) -> String {
    let (secret, now) = (token::secret(), clock::now());
    app.db.create_link(interview, dana.id, &token::hash(&secret), now, now.plus(60_000)).await.unwrap();
    secret
}

/// Writes as somebody in the room does.
async fn write(person: &Person, interview: InterviewId, base: i64, edits: &[Edit]) -> (StatusCode, Value) {
    let body = json!({ "interview": interview, "author": person.id, "base": base, "edits": edits });
    let answer = person.client.call("/api/write_pad", &body).await;
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
}

/// Writes as the candidate does.
async fn write_by_link(app: &TestApp, token: &str, base: i64, edits: &[Edit]) -> (StatusCode, Value) {
    let body = json!({ "token": token, "base": base, "edits": edits });
    let answer = app.visitor.call("/api/write_join_pad", &body).await;
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
}

async fn next(stream: &mut Messages) -> News {
    serde_json::from_str(&stream.next().await.expect("the stream has ended")).unwrap()
}

on_both!(both_sides_read_what_either_writes);

async fn both_sides_read_what_either_writes(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let secret = link(app, &dana, interview).await;
    let of_candidate = format!("/live/join/{secret}/pad");
    let mut candidate = Messages::open(&app.visitor, &of_candidate).await;
    let mut room = Messages::open(&dana.client, &format!("/live/interviews/{interview}/pad")).await;
    for stream in [&mut candidate, &mut room] {
        assert_eq!(stream.next().await.unwrap(), r#"{"rev":0,"text":""}"#);
    }
    let hers = edit(0, 0, "GET / HTTP/1.1");
    assert_eq!(
        write_by_link(app, &secret, 0, std::slice::from_ref(&hers)).await,
        (StatusCode::OK, json!({ "rev": 1 }))
    );
    let mine = [edit(0, 0, "1. "), edit(3, 3, "HEAD")];
    assert_eq!(write(&dana, interview, 1, &mine).await, (StatusCode::OK, json!({ "rev": 3 })));
    for stream in [&mut candidate, &mut room] {
        let mut text = String::new();
        let mut rev = 0;
        while rev < 3 {
            let news = next(stream).await;
            assert_eq!((news.text, news.rev), (None, rev + news.edits.len() as i64));
            rev = news.rev;
            text = news.edits.iter().fold(text, |text, it| it.splice.apply(&text).unwrap());
        }
        assert_eq!(text, "1. HEAD / HTTP/1.1");
    }
    // Whoever comes back is told of what is new, or of nothing; whoever comes first, of all.
    let mut back = Messages::open(&app.visitor, &format!("{of_candidate}?after=1")).await;
    // It says what was written, and not by whom.
    let told = json!({ "rev": 3, "edits": mine });
    assert_eq!(serde_json::from_str::<Value>(&back.next().await.unwrap()).unwrap(), told);
    let mut back = Messages::open(&app.visitor, &format!("{of_candidate}?after=3")).await;
    assert_eq!(back.next().await.unwrap(), r#"{"rev":3}"#);
    let mut first = Messages::open(&app.visitor, &of_candidate).await;
    assert_eq!(first.next().await.unwrap(), r#"{"rev":3,"text":"1. HEAD / HTTP/1.1"}"#);
}

#[tokio::test]
async fn only_who_may_reads_and_writes() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let (eve, watcher) =
        (app.person("eve", &[Role::Interviewer]).await, app.person("watcher", &[Role::Observer]).await);
    let both = app.person("both", &[Role::Interviewer]).await;
    let stream = format!("/live/interviews/{interview}/pad");
    for email in ["watcher@example.org", "both@example.org"] {
        app.db.give_seat(interview, email, Seat::Observer, dana.id, clock::now()).await.unwrap();
    }
    for (who, writes, reads) in [
        (&dana, StatusCode::OK, StatusCode::OK),
        (&watcher, StatusCode::FORBIDDEN, StatusCode::OK),
        // The role alone is not enough: here they look on.
        (&both, StatusCode::FORBIDDEN, StatusCode::OK),
        (&eve, StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(write(who, interview, 0, &[edit(0, 0, "x")]).await.0, writes);
        assert_eq!(Messages::open(&who.client, &stream).await.head.status, reads);
    }
    // Somebody else has signed in since: what the first one wrote is not theirs to send.
    let body = json!({ "interview": interview, "author": eve.id, "base": 0, "edits": [edit(0, 0, "x")] });
    assert_eq!(dana.client.call("/api/write_pad", &body).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.visitor.call("/api/write_pad", &body).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(Messages::open(&app.visitor, &stream).await.head.status, StatusCode::UNAUTHORIZED);
    for secret in [token::secret(), "x".to_owned(), String::new()] {
        assert_eq!(write_by_link(&app, &secret, 0, &[edit(0, 0, "x")]).await.0, StatusCode::NOT_FOUND);
    }
    assert_eq!(app.visitor.get(&format!("/live/join/{}/pad", token::secret())).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.db.pad(interview, None).await.unwrap().text.as_deref(), Some("x"));
}

#[tokio::test]
async fn a_link_taken_back_writes_and_reads_nothing_more() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let secret = link(&app, &dana, interview).await;
    let mut stream = Messages::open(&app.visitor, &format!("/live/join/{secret}/pad")).await;
    next(&mut stream).await;
    let id = app.db.links(interview, dana.id).await.unwrap()[0].id;
    app.db.revoke_link(id, dana.id, clock::now()).await.unwrap();
    assert_eq!(write_by_link(&app, &secret, 0, &[edit(0, 0, "x")]).await.0, StatusCode::NOT_FOUND);
    assert_eq!(write(&dana, interview, 0, &[edit(0, 0, "of the room")]).await.0, StatusCode::OK);
    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn a_seat_taken_away_ends_the_stream() {
    let app = TestApp::start().await;
    let dana = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let interview = scene::interview(&app.db, dana.id).await;
    let watcher = app.person("watcher", &[Role::Observer]).await;
    app.db.give_seat(interview, "watcher@example.org", Seat::Observer, dana.id, clock::now()).await.unwrap();
    let mut stream = Messages::open(&watcher.client, &format!("/live/interviews/{interview}/pad")).await;
    next(&mut stream).await;
    app.db.take_seat(interview, watcher.id, dana.id, clock::now()).await.unwrap();
    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn what_breaks_a_rule_is_refused_by_its_name() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let many: Vec<Edit> = (0..51).map(|_| edit(0, 0, "x")).collect();
    for (edits, why) in [
        (vec![edit(0, 0, &"x".repeat(PAD_MAX + 1))], "full"),
        (vec![edit(1, 0, "x")], "no-such-place"),
        (vec![edit(usize::MAX, usize::MAX, "x")], "no-such-place"),
        (vec![edit(0, 0, "\u{1b}[2J")], "control"),
        (many, "batch"),
        (Vec::new(), "batch"),
    ] {
        assert_eq!(write(&dana, interview, 0, &edits).await, (StatusCode::OK, json!({ "refused": why })));
    }
    let call = async |body: Value| dana.client.call("/api/write_pad", &body).await.status;
    let with = |edits: Value| json!({ "interview": interview, "author": dana.id, "base": 0, "edits": edits });
    let id = Uuid::now_v7();
    for edits in [
        json!([{ "id": id, "at": -1, "remove": 0, "insert": "x" }]),
        json!([{ "id": "x", "at": 0, "remove": 0, "insert": "x" }]),
        json!([{ "id": id, "at": 0, "remove": 0, "insert": null }]),
        json!("x"),
    ] {
        assert_eq!(call(with(edits)).await, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let flood = with(json!([{ "id": id, "at": 0, "remove": 0, "insert": "x".repeat(600_000) }]));
    assert_eq!(call(flood).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(app.db.pad(interview, None).await.unwrap().rev, 0);
}

#[tokio::test]
async fn the_candidates_side_may_not_write_without_end() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let (one, other) = (link(&app, &dana, interview).await, link(&app, &dana, interview).await);
    let mut refused = None;
    for n in 0..100 {
        let body = json!({ "token": one, "base": 0, "edits": [edit(0, 0, "x")] });
        let answer = app.visitor.call("/api/write_join_pad", &body).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some((n, answer.header("retry-after").parse::<u64>().unwrap()));
            break;
        }
    }
    let (n, wait) = refused.expect("a flood was taken in");
    assert!(n >= 20 && (1..=10).contains(&wait), "refused at {n}, for {wait} s");
    assert_eq!(write_by_link(&app, &other, 0, &[edit(0, 0, "x")]).await.0, StatusCode::OK);
}

#[tokio::test]
async fn the_candidates_page_holds_the_pad_and_nothing_of_the_interview() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let secret = link(&app, &dana, interview).await;
    write(&dana, interview, 0, &[edit(0, 0, "</textarea><script>alert(1)</script>")]).await;
    let page = app.visitor.get(&format!("/en/join/{secret}")).await.text();
    assert!(page.contains("data-pad") && page.contains("<textarea"), "{page}");
    assert!(!page.contains(&interview.to_string()) && !page.contains("alert(1)"), "{page}");
    let room = dana.client.get(&format!("/en/interviews/{interview}")).await.text();
    assert!(room.contains("data-pad") && !room.contains("alert(1)"), "{room}");
}
