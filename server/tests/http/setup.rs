//! `/{lang}/setup/{token}`: the link that lets the first administrator in.

use crate::test_app::{TestApp, on_both};
use app::{clock, token};
use domain::Role;
use hyper::StatusCode;

const PASSWORD: &str = "seven otters read the manual";

/// A set-up link that expires so many milliseconds from now.
async fn link(app: &TestApp, lasts: i64) -> String {
    let secret = token::secret();
    app.db.create_setup_link(&token::hash(&secret), clock::now().plus(lasts)).await.unwrap();
    secret
}

/// Submits the form behind a link.
async fn submit(app: &TestApp, secret: &str, email: &str, password: &str) -> crate::client::Answer {
    let fields = [("token", secret), ("name", "Dana Levi"), ("email", email), ("password", password), ("lang", "he")];
    app.visitor.form("/api/set_up", &format!("/he/setup/{secret}"), &fields).await
}

on_both!(makes_the_first_administrator_once);

async fn makes_the_first_administrator_once(app: &TestApp) {
    let secret = link(app, 60_000).await;
    let page = app.visitor.get(&format!("/he/setup/{secret}")).await;
    assert!(page.status.is_success() && page.text().contains("/api/set_up"), "{}", page.text());

    let answer = submit(app, &secret, "Dana@Example.org", PASSWORD).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, "/he/"));
    let user = app.db.user_by_email("dana@example.org").await.unwrap().unwrap().user;
    assert_eq!(user.roles, [Role::Administrator, Role::Interviewer, Role::Lead]);
    let cookie = answer.header("set-cookie").split(';').next().unwrap().split_once('=').unwrap().1.to_owned();
    let home = app.visitor.with_session(&cookie).get("/he").await;
    assert!(home.text().contains("/api/sign_out"), "not signed in");

    let again = submit(app, &secret, "eve@example.org", PASSWORD).await;
    assert!(again.header("set-cookie").is_empty());
    assert!(app.db.user_by_email("eve@example.org").await.unwrap().is_none());
    assert!(!app.visitor.get(&format!("/he/setup/{secret}")).await.text().contains("/api/set_up"));
}

#[tokio::test]
async fn an_expired_or_made_up_link_opens_nothing() {
    let app = TestApp::start().await;
    for secret in [link(&app, -1).await, "0".repeat(64)] {
        assert!(!app.visitor.get(&format!("/en/setup/{secret}")).await.text().contains("/api/set_up"));
        submit(&app, &secret, "eve@example.org", PASSWORD).await;
        assert_eq!(app.db.administrators().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_refused_form_leaves_the_link_open() {
    let app = TestApp::start().await;
    let secret = link(&app, 60_000).await;
    for (email, password) in [("dana@example.org", "short"), ("no address", PASSWORD)] {
        let answer = submit(&app, &secret, email, password).await;
        assert!(answer.header("location").contains("__err="), "{}", answer.header("location"));
        assert!(!answer.header("location").contains(password), "the password is in an address");
    }
    assert_eq!(submit(&app, &secret, "dana@example.org", PASSWORD).await.header("location"), "/he/");
}

#[tokio::test]
async fn only_the_hash_of_a_link_is_stored() {
    let app = TestApp::start().await;
    let secret = link(&app, 60_000).await;
    let stored = String::from_utf8_lossy(&app.stored()).into_owned();
    assert!(stored.contains(&token::hash(&secret)) && !stored.contains(&secret));
}
