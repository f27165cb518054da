//! `/api/…`: nobody calls a server function without a session unless it is marked public.

use crate::test_app::TestApp;
use app::access;
use hyper::{Method, StatusCode};
use leptos::server_fn::axum::server_fn_paths;
use std::{collections::BTreeSet, fs, path::Path};

/// The paths that are registered.
fn registered() -> BTreeSet<String> {
    server_fn_paths().map(|it| it.0.to_owned()).collect()
}

/// The paths of every `#[server(endpoint = "…")]` in a folder.
fn written(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            written(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let marks = text.split("#[server(endpoint").skip(1);
        found.extend(marks.map(|it| format!("/api/{}", it.split('"').nth(1).unwrap())));
    }
}

#[test]
fn every_server_function_is_linked_in() {
    let mut all = BTreeSet::new();
    written(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../app/src")), &mut all);
    assert_eq!(registered(), all);
    assert!(all.len() >= 10, "{all:?}");
}

/// Does a server function answer without a session?
fn is_public(path: &str) -> bool {
    access::DOORS.iter().any(|it| it.path == path && it.is_public())
}

const BODIES: [(&str, &str); 4] = [
    ("application/json", ""),
    ("application/json", r#"{"interview":"00000000-0000-0000-0000-000000000000","events":[]}"#),
    ("application/x-www-form-urlencoded", "lang=he&name=Eve&locale=en&level=junior"),
    ("application/octet-stream", "\0"),
];

#[tokio::test]
async fn a_stranger_is_refused_before_the_arguments_are_read() {
    let app = TestApp::start().await;
    let forged = app.visitor.with_session(&"f".repeat(64));
    for path in registered().iter().filter(|it| !is_public(it)) {
        for (client, (kind, body)) in [&app.visitor, &forged].into_iter().flat_map(|it| BODIES.map(|body| (it, body))) {
            let request = client.request(Method::POST, path).header("content-type", kind).body(body.into()).unwrap();
            let answer = client.send(request).await;
            assert_eq!(
                (answer.status, answer.text().as_str()),
                (StatusCode::UNAUTHORIZED, "\"SignIn\""),
                "{path} {kind}"
            );
        }
        let form = app.visitor.form(path, "/he/candidates", &[("lang", "he")]).await;
        assert!(form.status.is_redirection(), "{path}");
        assert_eq!(form.header("location"), "/he/sign-in", "{path}");
    }
}

#[tokio::test]
async fn reading_an_address_never_calls_a_function() {
    let app = TestApp::start().await;
    let (person, _) = app.interviewer().await;
    for path in registered() {
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE] {
            let request = person.client.request(method.clone(), &path).body("lang=en".into()).unwrap();
            let answer = person.client.send(request).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        }
    }
    let page = person.client.get("/en/candidates").await;
    assert_eq!(page.status, StatusCode::OK, "GET /api/sign_out signed out");
}

#[tokio::test]
async fn an_unknown_function_is_no_way_around_the_guard() {
    let app = TestApp::start().await;
    for path in ["/api/nothing", "/api/append_events/", "/api//append_events", "/api/sign_in/../append_events"] {
        let request = app.visitor.request(Method::POST, path).body("{}".into()).unwrap();
        let status = app.visitor.send(request).await.status;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{path}");
    }
}
