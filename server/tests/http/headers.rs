//! Headers that every answer carries, and how long each kind of answer may be kept.

use crate::{
    client::{Answer, Client},
    html::inline_scripts,
    stream::Messages,
    test_app::{Person, TestApp},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use domain::InterviewId;
use hyper::{HeaderMap, Method, StatusCode};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The policy for pages whose inline scripts have these hashes, in either order.
fn policies(hashes: &BTreeSet<String>) -> Vec<String> {
    let all: Vec<&String> = hashes.iter().collect();
    let orders = [all.clone(), all.into_iter().rev().collect()];
    let policy = |order: &Vec<&String>| {
        let listed = order.iter().map(|it| format!("'sha256-{it}'")).collect::<Vec<_>>().join(" ");
        format!(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {listed}; style-src 'self'; \
             img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
             frame-ancestors 'none'"
        )
    };
    orders.iter().map(policy).collect()
}

/// Every kind of page.
async fn pages(app: &TestApp, person: &Person, interview: InterviewId) -> Vec<Answer> {
    let mut pages = Vec::new();
    for path in ["/en", "/he/questions", "/ru/questions/tcp-vs-udp", "/en/sign-in", "/en/nothing"] {
        pages.push(app.visitor.get(path).await);
    }
    for path in ["", "/scorecard", "/replay"] {
        pages.push(person.client.get(&format!("/en/interviews/{interview}{path}")).await);
    }
    pages
}

#[tokio::test]
async fn the_policy_admits_the_inline_scripts_of_pages_and_nothing_else() {
    let app = TestApp::start().await;
    let (person, interview) = app.interviewer().await;
    let pages = pages(&app, &person, interview).await;
    let texts: Vec<String> = pages.iter().map(Answer::text).collect();
    let scripts: BTreeSet<&str> = texts.iter().flat_map(|it| inline_scripts(it)).collect();
    let hashes = scripts.iter().map(|it| BASE64_STANDARD.encode(Sha256::digest(it.as_bytes()))).collect();
    let allowed = policies(&hashes);
    for page in &pages {
        let policy = page.header("content-security-policy");
        assert!(allowed.iter().any(|it| it == policy), "{policy}\nis not\n{}", allowed[0]);
    }
    for text in &texts {
        assert!(!text.contains(" style=\"") && !text.contains("<style") && !text.contains(" onclick="), "{text}");
    }
}

fn assert_careful(headers: &HeaderMap, of: &str) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(headers.get(name).map(|it| it.to_str().unwrap()), Some(value), "{name} of {of}");
    }
    assert!(headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'self'; "), "{of}");
}

#[tokio::test]
async fn each_kind_of_answer_says_who_may_keep_it() {
    let app = TestApp::start().await;
    let (person, interview) = app.interviewer().await;
    for (client, path, status, kept) in [
        (&app.visitor, "/", 303, "no-store"),
        (&app.visitor, "/en", 200, "no-store"),
        (&app.visitor, "/en/questions", 200, "no-cache"),
        (&person.client, "/en/questions", 200, "no-store"),
        (&person.client, "/en/candidates", 200, "no-store"),
        (&app.visitor, "/en/candidates", 401, "no-store"),
        (&app.visitor, "/en/nothing", 404, "no-store"),
        (&app.visitor, "/api/sign_in", 405, "no-store"),
        (&app.visitor, "/live/join/none?lang=en", 404, "no-store"),
        (&app.visitor, "/healthz", 200, "no-store"),
        (&app.visitor, "/readyz", 200, "no-store"),
        (&app.visitor, "/page.js", 200, "no-cache"),
        (&app.visitor, "/vendor/echarts.js", 200, "no-cache"),
        (&app.visitor, "/fonts/inter-latin.woff2", 200, "public, max-age=2592000"),
        (&app.visitor, "/pkg/hopwise.abc.js", 200, "public, max-age=31536000, immutable"),
        // A page of the next version may ask for it before the next version is here.
        (&app.visitor, "/pkg/hopwise.def.js", 404, "no-store"),
    ] {
        let answer = client.get(path).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (status, kept), "{path}");
        assert_careful(&answer.headers, path);
    }
    let stream = Messages::open(&person.client, &format!("/live/interviews/{interview}")).await;
    assert_eq!(stream.head.headers["content-type"], "text/event-stream");
    assert_careful(&stream.head.headers, "a stream");
}

#[tokio::test]
async fn nothing_outside_the_site_is_served() {
    let app = TestApp::start().await;
    for path in ["/data/hopwise.db", "/pkg/../data/hopwise.db", "/pkg/%2e%2e/%2e%2e/data/hopwise.db", "/.env", "/pkg/"]
    {
        let answer = app.visitor.get(path).await;
        assert!(!answer.status.is_success(), "{path}");
        assert!(!answer.body.starts_with(b"SQLite"), "{path}");
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read() {
    let app = TestApp::start().await;
    let (person, _) = app.interviewer().await;
    let send = |client: Client, length: usize| async move {
        let request = client.request(Method::POST, "/api/append_events").header("content-type", "application/json");
        let answer = client.send(request.body(vec![b' '; length].into()).unwrap()).await;
        assert_careful(&answer.headers, "a large body");
        answer.status
    };
    assert_eq!(send(person.client.clone(), 512 * 1024 + 1).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(send(person.client, 512 * 1024).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(app.visitor, 9 * 512 * 1024).await, StatusCode::PAYLOAD_TOO_LARGE);
}
