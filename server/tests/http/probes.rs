//! `/live/probes/{id}`, `/{lang}/probes/{id}`: a measurement streams, is kept, and belongs to who started it.

use crate::{
    stream::Messages,
    test_app::{TestApp, on_both},
};
use app::{AppError, islands::trace::Drawn, wire};
use domain::{Role, RunId, run};
use hyper::StatusCode;
use serde_json::json;

on_both!(a_probe_streams_is_kept_and_stands_in_the_log);

async fn a_probe_streams_is_kept_and_stands_in_the_log(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let arguments = json!({ "interview": interview, "target": "lab:slow-upstream" });
    let id: RunId = dana.client.call("/api/start_probe", &arguments).await.postcard();
    let eve = app.person("eve", &[Role::Interviewer, Role::Lead, Role::Administrator]).await.client;
    assert_eq!(eve.get(&format!("/live/probes/{id}")).await.status, StatusCode::NOT_FOUND, "under way");

    let mut stream = Messages::open(&dana.client, &format!("/live/probes/{id}")).await;
    let mut last = None;
    while let Some(message) = stream.next().await {
        last = Some(message);
    }
    let result = app.db.run_for(id, dana.id).await.unwrap();
    let drawn = wire::pack(&Drawn::from(result.clone()));
    assert_eq!(last.as_ref(), Some(&drawn), "the last message is the whole result");
    assert_eq!((result.id, result.schema.as_str(), &result.failed), (id, run::SCHEMA, &None));
    assert!(result.hops[0].phase_us.processing >= Some(250_000), "{:?}", result.hops[0].phase_us);

    let (seq, state) = app.db.state(interview).await.unwrap();
    assert_eq!((seq, state.runs.len(), state.runs[0].id), (1, 1, id));
    assert_eq!(state.runs[0].total_us, result.hops[0].cum_us.total);
    let mut again = Messages::open(&dana.client, &format!("/live/probes/{id}")).await;
    assert_eq!((again.next().await, again.next().await), (last, None));

    let page = dana.client.get(&format!("/ru/probes/{id}")).await;
    assert!(page.status.is_success() && page.text().contains("lab:slow-upstream"));
    for path in [format!("/ru/probes/{id}"), format!("/live/probes/{id}")] {
        assert_eq!(eve.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(app.visitor.get(&path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
}

#[tokio::test]
async fn nothing_but_lab_targets_is_probed() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    for target in [
        "",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "https://example.org",
        "localhost",
        "lab:healthy@example.org",
        "LAB:HEALTHY",
        "lab:slow-upstream\r\nHost: evil.example",
        " lab:healthy",
        "file:///etc/passwd",
    ] {
        let answer = dana.client.call("/api/start_probe", &json!({ "interview": interview, "target": target })).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{target:?}");
        assert_eq!(answer.json::<AppError>(), AppError::invalid("target", "not-a-lab-target"), "{target:?}");
    }
    assert!(app.db.runs_by(dana.id, 9).await.unwrap().is_empty());
}
