//! `/{lang}/sign-in`: how often somebody may try.

use crate::{
    client::Client,
    sign_in::{PASSWORD, register},
    test_app::{TestApp, on_both},
};
use app::{AppError, clock, token};
use hyper::StatusCode;
use serde_json::json;

/// Tries to sign in without a page around it; the problem, if there is one.
async fn attempt(client: &Client, email: &str, password: &str) -> Result<(), (StatusCode, AppError)> {
    let body = format!("email={email}&password={}&lang=en", password.replace(' ', "+"));
    let request = client
        .request(hyper::Method::POST, "/api/sign_in")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body.into());
    let answer = client.send(request.unwrap()).await;
    if answer.status.is_success() { Ok(()) } else { Err((answer.status, answer.json())) }
}

on_both!(the_sixth_attempt_has_to_wait);

async fn the_sixth_attempt_has_to_wait(app: &TestApp) {
    register(app, "dana@example.org").await;
    register(app, "noa@example.org").await;
    for _ in 0..5 {
        let refused = attempt(&app.visitor, "dana@example.org", "wrong").await.unwrap_err();
        assert_eq!(refused, (StatusCode::UNPROCESSABLE_ENTITY, AppError::invalid("email", "no-match")));
    }
    for password in ["wrong", PASSWORD] {
        let (status, error) = attempt(&app.visitor, "DANA@example.org", password).await.unwrap_err();
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
        assert!(matches!(error, AppError::TooMany { retry_after: 1.. }), "{error:?}");
    }
    attempt(&app.visitor, "noa@example.org", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn failures_are_forgotten_after_a_success_and_after_the_window() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let key = token::hash("account dana@example.org");
    let long_ago = clock::now().plus(-60 * 60_000);
    for _ in 0..9 {
        app.db.record_failed_sign_in(&[&key], long_ago).await.unwrap();
    }
    for _ in 0..2 {
        for _ in 0..4 {
            attempt(&app.visitor, "dana@example.org", "wrong").await.unwrap_err();
        }
        attempt(&app.visitor, "dana@example.org", PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn one_address_cannot_try_many_accounts() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let address = token::hash("address 127.0.0.1");
    for _ in 0..30 {
        app.db.record_failed_sign_in(&[&address], clock::now()).await.unwrap();
    }
    let refused = attempt(&app.visitor, "dana@example.org", PASSWORD).await.unwrap_err();
    assert_eq!(refused.0, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn an_endless_password_is_not_hashed() {
    let app = TestApp::start().await;
    let refused = attempt(&app.visitor, "dana@example.org", &"x".repeat(300_000)).await.unwrap_err();
    assert_eq!(json!(refused.1), json!({ "Invalid": { "field": "email", "reason": "no-match" } }));
}

#[tokio::test]
async fn behind_a_proxy_each_visitor_has_their_own_address() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let status = async |said: &str| {
        let body = format!("email=dana@example.org&password={}&lang=en", PASSWORD.replace(' ', "+"));
        let request = app
            .visitor
            .request(hyper::Method::POST, "/api/sign_in")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", said)
            .body(body.into());
        let answer = app.visitor.send(request.unwrap()).await;
        assert_eq!(answer.header("retry-after").is_empty(), answer.status != StatusCode::TOO_MANY_REQUESTS);
        answer.status
    };
    let guesser = token::hash("address 198.51.100.7");
    for _ in 0..30 {
        app.db.record_failed_sign_in(&[&guesser], clock::now()).await.unwrap();
    }
    // What stands before the address that the proxy wrote is the guesser's own invention.
    for said in ["198.51.100.7", "203.0.113.1, 198.51.100.7"] {
        assert_eq!(status(said).await, StatusCode::TOO_MANY_REQUESTS, "{said}");
    }
    assert!(!status("198.51.100.8").await.is_client_error());
}
