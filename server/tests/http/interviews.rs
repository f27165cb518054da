//! `/{lang}/candidates`, `/loops`, `/interviews`: from a name to a planned interview, and who sees it.

use crate::{
    client::Client,
    html::between,
    scene::{self, BANK},
    test_app::{TestApp, on_both, problem},
};
use app::AppError;
use domain::{InterviewId, Level, Locale, Role, plan};
use hyper::StatusCode;
use serde_json::json;
use store::Shown;

/// Submits a form and says where it leads: the id at the end of the address.
async fn create(client: &Client, what: &str, page: &str, fields: &[(&str, &str)]) -> String {
    let answer = client.form(&format!("/api/create_{what}"), page, fields).await;
    assert_eq!(answer.status, StatusCode::FOUND, "{what}");
    let (place, id) = answer.header("location").rsplit_once('/').unwrap();
    assert_eq!(place, format!("/he/{what}s"));
    assert_eq!(client.get(answer.header("location")).await.status, StatusCode::OK, "{what}");
    id.to_owned()
}

on_both!(three_forms_lead_to_a_planned_interview, a_strangers_interview_is_not_there);

async fn three_forms_lead_to_a_planned_interview(app: &TestApp) {
    let dana = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let fields = [("name", " נועה <b>בן־עמי</b> "), ("locale", "he"), ("lang", "he")];
    let candidate = create(&dana.client, "candidate", "/he/candidates", &fields).await;
    let fields = [("candidate", candidate.as_str()), ("level", "junior"), ("lang", "he")];
    let of = create(&dana.client, "loop", &format!("/he/candidates/{candidate}"), &fields).await;
    let fields = [("loop", of.as_str()), ("locale", "ru"), ("lang", "he")];
    let id: InterviewId = create(&dana.client, "interview", &format!("/he/loops/{of}"), &fields).await.parse().unwrap();

    let interview = app.db.interview_for(id, dana.id).await.unwrap();
    assert_eq!(
        interview.plan,
        plan::build(Level::Junior, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap()
    );
    assert_eq!((interview.level, interview.locale, interview.interviewer), (Level::Junior, Locale::Ru, dana.id));
    assert_eq!(interview.candidate_name.as_deref(), Some("נועה <b>בן־עמי</b>"));
    let page = dana.client.get(&format!("/he/candidates/{candidate}")).await.text();
    assert_eq!(between(&page, "<h1><bdi>", "</bdi>"), "נועה &lt;b&gt;בן־עמי&lt;/b&gt;");
}

#[tokio::test]
async fn only_a_lead_enters_candidates_and_makes_loops() {
    let app = TestApp::start().await;
    for roles in [&[Role::Interviewer][..], &[Role::Observer], &[Role::Administrator], &[]] {
        let client = app.person(&format!("{roles:?}"), roles).await.client;
        let answers = [
            client.form("/api/create_candidate", "/en", &[("name", "Eve"), ("locale", "en"), ("lang", "en")]).await,
            client.form("/api/create_loop", "/en", &[("candidate", NOBODY), ("level", "junior"), ("lang", "en")]).await,
        ];
        assert_eq!(answers.map(|it| problem(&it)), ["\"Forbidden\"", "\"Forbidden\""], "{roles:?}");
    }
    let boss = app.person("boss", &[Role::Administrator]).await.id;
    assert_eq!(app.db.candidates(boss, "", Shown::All, 9).await.unwrap().total, 0);
}

const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

async fn a_strangers_interview_is_not_there(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let of = app.db.interview_for(interview, dana.id).await.unwrap().loop_id;
    let other = app.person("eve", &[Role::Lead, Role::Interviewer, Role::Administrator]).await;
    let scored = scene::event(domain::interview::Payload::Start);
    for path in [
        format!("/interviews/{interview}"),
        format!("/interviews/{interview}/scorecard"),
        format!("/interviews/{interview}/replay"),
        format!("/loops/{of}"),
    ] {
        assert_eq!(other.client.get(&format!("/en{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for (function, arguments) in [
        ("append_events", json!({ "interview": interview, "events": [scored] })),
        ("append_events", json!({ "interview": interview, "events": [] })),
        ("start_probe", json!({ "interview": interview, "target": "lab:healthy" })),
        ("create_join_link", json!({ "interview": interview, "locale": "en" })),
    ] {
        let answer = other.client.call(&format!("/api/{function}"), &arguments).await;
        assert_eq!((answer.status, answer.json()), (StatusCode::NOT_FOUND, AppError::NotFound), "{function}");
    }
    let id = interview.to_string();
    let fields = [("interview", id.as_str()), ("overall", "yes"), ("summary", "Mine now."), ("lang", "en")];
    assert_eq!(problem(&other.client.form("/api/submit_scorecard", "/en", &fields).await), "\"NotFound\"");
    let fields = [("loop", &*of.to_string()), ("locale", "en"), ("lang", "en")];
    assert_eq!(problem(&other.client.form("/api/create_interview", "/en", &fields).await), "\"NotFound\"");
    assert_eq!(app.db.state(interview).await.unwrap().0, 0, "somebody wrote to the log");
}

#[tokio::test]
async fn an_observer_calls_nothing() {
    let app = TestApp::start().await;
    let (_, interview) = app.interviewer().await;
    let observer = app.person("omer", &[Role::Observer]).await.client;
    // Without a seat, the interview is not even there.
    let events = json!({ "interview": interview, "events": [] });
    assert_eq!(observer.call("/api/append_events", &events).await.status, StatusCode::NOT_FOUND);
    for (function, arguments) in [
        ("start_probe", json!({ "interview": interview, "target": "lab:healthy" })),
        ("create_join_link", json!({ "interview": interview, "locale": "en" })),
    ] {
        let answer = observer.call(&format!("/api/{function}"), &arguments).await;
        assert_eq!((answer.status, answer.json()), (StatusCode::FORBIDDEN, AppError::Forbidden), "{function}");
    }
}
