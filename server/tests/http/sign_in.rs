//! `/{lang}/sign-in`: sessions begin and end.

use crate::{
    client::{Answer, Client},
    test_app::{TestApp, on_both},
};
use app::{clock, password, token};
use domain::{Locale, Role, UserId};
use hyper::StatusCode;
use store::NewUser;

/// The password of every account of these tests.
pub const PASSWORD: &str = "seven otters read the manual";

/// Somebody who has a password.
pub async fn register(app: &TestApp, email: &str) -> UserId {
    let password_hash = password::hash(PASSWORD.to_owned()).await.unwrap();
    let new = NewUser { email: email.to_owned(), name: "Dana".to_owned(), password_hash, locale: Locale::Ru };
    app.db.create_user(&new, &[Role::Interviewer], clock::now()).await.unwrap()
}

/// Submits the sign-in form.
pub async fn sign_in(client: &Client, email: &str, password: &str) -> Answer {
    client.form("/api/sign_in", "/ru/sign-in", &[("email", email), ("password", password), ("lang", "ru")]).await
}

/// The secret of the session that an answer opens.
pub fn secret(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().unwrap().strip_prefix("__Host-session=").unwrap().to_owned()
}

on_both!(a_session_lasts_from_sign_in_to_sign_out);

async fn a_session_lasts_from_sign_in_to_sign_out(app: &TestApp) {
    register(app, "dana@example.org").await;
    let answer = sign_in(&app.visitor, " Dana@example.org", PASSWORD).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, "/ru/"));
    let dana = app.visitor.with_session(&secret(&answer));
    assert_eq!(dana.get("/ru/candidates").await.status, StatusCode::OK);

    let left = dana.form("/api/sign_out", "/ru/candidates", &[("lang", "ru")]).await;
    assert_eq!((left.status, left.header("location")), (StatusCode::FOUND, "/ru/sign-in"));
    assert!(
        left.header("set-cookie").starts_with("__Host-session=; ") && left.header("set-cookie").contains("Max-Age=0")
    );
    assert_eq!(dana.get("/ru/candidates").await.status, StatusCode::UNAUTHORIZED, "the old cookie still works");
}

#[tokio::test]
async fn the_cookie_carries_its_flags_and_only_the_hash_is_stored() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let answer = sign_in(&app.visitor, "dana@example.org", PASSWORD).await;
    assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1);
    let mut flags: Vec<&str> =
        answer.header("set-cookie").split("; ").skip(1).filter(|it| !it.starts_with("Max-Age=")).collect();
    flags.sort_unstable();
    assert_eq!(flags, ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
    let secret = secret(&answer);
    assert_eq!(secret.len(), 64);
    let stored = String::from_utf8_lossy(&app.stored()).into_owned();
    assert!(stored.contains(&token::hash(&secret)), "there is no session");
    assert!(!stored.contains(&secret) && !stored.contains(PASSWORD));
}

#[tokio::test]
async fn each_sign_in_gets_a_token_of_its_own_and_ends_the_one_before() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let planted = app.visitor.with_session(&"a".repeat(64));
    let first = secret(&sign_in(&planted, "dana@example.org", PASSWORD).await);
    let second = secret(&sign_in(&app.visitor.with_session(&first), "dana@example.org", PASSWORD).await);
    for ended in ["a".repeat(64), first] {
        assert_ne!(ended, second);
        assert_eq!(app.visitor.with_session(&ended).get("/ru/candidates").await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(app.visitor.with_session(&second).get("/ru/candidates").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_expired_session_is_none() {
    let app = TestApp::start().await;
    let (user, now) = (register(&app, "dana@example.org").await, clock::now());
    app.db.create_session(&token::hash("old"), user, "", now.plus(-9), now.plus(-1)).await.unwrap();
    assert_eq!(app.visitor.with_session("old").get("/en/candidates").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_unknown_address_is_answered_like_a_wrong_password() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let known = sign_in(&app.visitor, "dana@example.org", "not the password").await;
    let unknown = sign_in(&app.visitor, "nobody@example.org", "not the password").await;
    assert!(known.header("location").contains("__err="), "{}", known.header("location"));
    for name in ["location", "set-cookie", "content-type"] {
        assert_eq!(known.header(name), unknown.header(name));
    }
    assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
}
