//! `/api/append_events`: the log takes what its interviewer did, once, and nothing that the rules refuse.

use crate::{
    client::Answer,
    scene::{self, event},
    test_app::{Person, TestApp, on_both},
};
use app::{
    AppError,
    api::{Appended, BATCH},
    clock,
};
use domain::{
    InterviewId, QuestionId, Role, RunId, Score, UserId,
    interview::{Event, NOTE_MAX, Payload, Refused},
};
use hyper::{Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

async fn append(person: &Person, interview: InterviewId, events: &[Event]) -> Answer {
    person.client.call("/api/append_events", &json!({ "interview": interview, "events": events })).await
}

fn question() -> QuestionId {
    scene::asked()
}

fn note(text: &str) -> Event {
    event(Payload::Note { question: question(), text: text.to_owned() })
}

on_both!(
    a_resend_changes_nothing,
    the_actor_is_who_is_signed_in,
    nobody_sends_the_work_of_another,
    what_the_rules_refuse_is_told_apart
);

async fn a_resend_changes_nothing(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let events = [event(Payload::Start), note("Asks which side sees it first.")];
    let first: Appended = append(&dana, interview, &events).await.postcard();
    let again: Appended = append(&dana, interview, &events).await.postcard();
    let more: Appended =
        append(&dana, interview, &[events[1].clone(), note("Later."), events[0].clone()]).await.postcard();
    assert_eq!((first.refused, first.snapshot.seq), (vec![None, None], 2));
    assert_eq!((again.refused, again.snapshot.seq), (vec![None, None], 2));
    assert_eq!(again.snapshot.state, first.snapshot.state);
    assert_eq!((more.refused, more.snapshot.seq), (vec![None, None, None], 3));
    assert_eq!(more.snapshot.state.mark(dana.id, &question()).note, "Later.");
    let log = app.db.log(interview).await.unwrap();
    assert_eq!(log.iter().map(|it| it.seq).collect::<Vec<_>>(), [1, 2, 3]);
}

async fn the_actor_is_who_is_signed_in(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let eve = UserId(Uuid::now_v7());
    let forged = Event { actor: eve, ..event(Payload::Score { question: question(), score: Score::Five }) };
    let appended: Appended = append(&dana, interview, &[forged]).await.postcard();
    assert_eq!(appended.snapshot.state.marks.keys().collect::<Vec<_>>(), [&dana.id]);
    assert_eq!(app.db.log(interview).await.unwrap()[0].event.actor, dana.id);
}

/// A room that was left open says whose work it holds; whoever signed in there since sends none of it.
async fn nobody_sends_the_work_of_another(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let eve = app.person("eve", &[Role::Interviewer]).await;
    let other = scene::interview(&app.db, eve.id).await;
    let send = async |who: &Person, of: InterviewId, author: UserId, events: &[Event]| {
        who.client.call("/api/append_events", &json!({ "interview": of, "events": events, "author": author })).await
    };
    for of in [interview, other] {
        for events in [vec![], vec![note("Dana's")]] {
            let refused = send(&eve, of, dana.id, &events).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN);
            assert_eq!(refused.body, serde_json::to_vec(&AppError::Forbidden).unwrap());
        }
    }
    assert_eq!(app.db.log(interview).await.unwrap().len() + app.db.log(other).await.unwrap().len(), 0);
    let own: Appended = send(&dana, interview, dana.id, &[note("Dana's")]).await.postcard();
    assert_eq!((own.refused, own.snapshot.viewer), (vec![None], dana.id));
    // Nothing to send asks only how things stand.
    let asked: Appended = send(&dana, interview, dana.id, &[]).await.postcard();
    assert_eq!((asked.refused, asked.snapshot.seq), (vec![], 1));
}

async fn what_the_rules_refuse_is_told_apart(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let unknown: QuestionId = "elsewhere".parse().unwrap();
    let events = [
        event(Payload::Pause),
        event(Payload::Start),
        event(Payload::Start),
        event(Payload::Reveal { question: unknown }),
        note(&"я".repeat(NOTE_MAX + 1)),
        event(Payload::Evidence { question: question(), run: RunId(Uuid::now_v7()), attached: true }),
        Event { at: clock::now().plus(3_600_000), ..note("tomorrow") },
        note("kept"),
    ];
    let appended: Appended = append(&dana, interview, &events).await.postcard();
    assert_eq!(
        appended.refused,
        [
            Some(Refused::NotRunning),
            None,
            Some(Refused::AlreadyStarted),
            Some(Refused::UnknownQuestion),
            Some(Refused::Text),
            Some(Refused::UnknownRun),
            Some(Refused::FromTheFuture),
            None,
        ]
    );
    assert_eq!(appended.snapshot.seq, 2);
}

/// The request as a whole is refused and nothing of it is stored.
async fn assert_malformed(app: &TestApp, dana: &Person, interview: InterviewId, events: &[Event]) {
    let answer = append(dana, interview, events).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.json::<AppError>(), AppError::invalid("events", "malformed"));
    assert!(app.db.log(interview).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_browser_cannot_report_a_probe() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let run = RunId(Uuid::now_v7());
    let made_up = Payload::Probed { run, target: "lab:healthy".to_owned(), total_us: 1, failed: None };
    assert_malformed(&app, &dana, interview, &[event(Payload::Start), event(made_up)]).await;
}

#[tokio::test]
async fn one_request_carries_two_hundred_events_and_no_more() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let events: Vec<Event> = (0..=BATCH).map(|n| note(&n.to_string())).collect();
    assert_malformed(&app, &dana, interview, &events).await;
    let appended: Appended = append(&dana, interview, &events[..BATCH]).await.postcard();
    assert_eq!(appended.snapshot.seq, 200);
}

#[tokio::test]
async fn an_id_of_another_interview_is_refused() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let other = scene::interview(&app.db, dana.id).await;
    let first = note("here");
    assert_eq!(append(&dana, interview, std::slice::from_ref(&first)).await.status, StatusCode::OK);
    assert_malformed(&app, &dana, other, &[first]).await;
}

#[tokio::test]
async fn what_is_no_event_is_refused() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let unknown = json!([{ "id": Uuid::now_v7(), "actor": dana.id, "at": 0, "payload": { "fire": {} } }]);
    for body in [
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        json!({ "interview": "1 or 1=1", "events": [] }).to_string(),
        json!({ "interview": interview, "events": unknown }).to_string(),
        format!(r#"{{"interview":"{interview}","events":{}}}"#, "[".repeat(100_000)),
    ] {
        let request =
            dana.client.request(Method::POST, "/api/append_events").header("content-type", "application/json");
        let answer = dana.client.send(request.body(body.clone().into()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{:.60}", body);
    }
    assert!(app.db.log(interview).await.unwrap().is_empty());
}
