//! `/{lang}/people`, `/welcome`, `/account`, `/audit`: accounts from invitation to the last sign-out.

use crate::{
    html::between,
    sign_in::{PASSWORD, register, secret, sign_in},
    test_app::{Person, TestApp, on_both, problem},
};
use app::{clock, token};
use domain::{Role, UserId, audit::Kind};
use hyper::StatusCode;
use store::{AccountLink, AuditFilter};

/// Follows a form to the page that shows a link, and reads its secret.
async fn made_link(person: &Person, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = person.client.form(path, "/en/people", fields).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, "/en/people/link"));
    assert!(!answer.header("location").contains("welcome"), "a secret in an address");
    let made = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    assert!(answer.header("set-cookie").contains("HttpOnly; SameSite=Strict; Max-Age=60; Secure"));
    let mut client = person.client.clone();
    client.cookie = client.cookie.map(|it| format!("{it}; {made}"));
    let page = client.get("/en/people/link").await;
    assert!(page.header("set-cookie").starts_with("made-link=; "), "it would be shown again");
    let html = page.text();
    assert!(html.contains(">https://hopwise.test/en/welcome/"), "no link that works elsewhere");
    between(&html, "/welcome/", "<").to_owned()
}

async fn kinds(app: &TestApp) -> Vec<Kind> {
    app.db.audit_rows(AuditFilter::default(), 100).await.unwrap().into_iter().rev().map(|it| it.entry.kind).collect()
}

on_both!(an_invitation_becomes_an_account);

async fn an_invitation_becomes_an_account(app: &TestApp) {
    let boss = app.person("boss", &[Role::Administrator]).await;
    let secret = made_link(&boss, "/api/invite", &[("lead", "on"), ("observer", "on"), ("lang", "en")]).await;
    let page = app.visitor.get(&format!("/ru/welcome/{secret}")).await;
    assert!(page.text().contains("/api/accept_invitation"), "{}", page.text());
    let fields = |email| {
        [("token", secret.as_str()), ("name", "Анна"), ("email", email), ("password", PASSWORD), ("lang", "ru")]
    };
    let weak =
        [("token", secret.as_str()), ("name", "A"), ("email", "a@b"), ("password", "passwordpassword"), ("lang", "ru")];
    let from = format!("/ru/welcome/{secret}");
    assert!(app.visitor.form("/api/accept_invitation", &from, &weak).await.header("location").contains("__err="));
    let answer = app.visitor.form("/api/accept_invitation", &from, &fields("anna@example.org")).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, "/ru/"));
    let anna = app.db.user_by_email("anna@example.org").await.unwrap().unwrap().user;
    assert_eq!(anna.roles, [Role::Lead, Role::Observer], "nobody chooses their own roles");
    let again = app.visitor.form("/api/accept_invitation", &from, &fields("eve@example.org")).await;
    assert!(again.header("set-cookie").is_empty());
    assert_eq!(app.db.users("", 9).await.unwrap().1, 2);
    assert_eq!(kinds(app).await, [Kind::Invited, Kind::Joined]);
}

#[tokio::test]
async fn a_reset_ends_every_session() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator]).await;
    let dana = register(&app, "dana@example.org").await;
    let old = app.visitor.with_session(&secret(&sign_in(&app.visitor, "dana@example.org", PASSWORD).await));
    let link = made_link(&boss, "/api/make_reset", &[("user", &dana.to_string()), ("lang", "en")]).await;
    let fresh = "another long way to say hello";
    let fields = [("token", link.as_str()), ("password", fresh), ("lang", "en")];
    let answer = app.visitor.form("/api/reset_password", &format!("/en/welcome/{link}"), &fields).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, "/en/"));
    assert_eq!(old.get("/en/account").await.status, StatusCode::UNAUTHORIZED);
    assert!(sign_in(&app.visitor, "dana@example.org", PASSWORD).await.header("set-cookie").is_empty());
    assert!(!sign_in(&app.visitor, "dana@example.org", fresh).await.header("set-cookie").is_empty());
}

#[tokio::test]
async fn an_account_that_is_switched_off_is_out_at_once() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator]).await;
    let dana = register(&app, "dana@example.org").await;
    let client = app.visitor.with_session(&secret(&sign_in(&app.visitor, "dana@example.org", PASSWORD).await));
    assert_eq!(client.get("/en/account").await.status, StatusCode::OK);
    let switch = async |user: UserId, disabled| {
        let fields = [("user", user.to_string()), ("disabled", disabled), ("lang", "en".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        boss.client.form("/api/set_disabled", "/en/people", &fields).await
    };
    switch(dana, "true".to_owned()).await;
    assert_eq!(client.get("/en/account").await.status, StatusCode::UNAUTHORIZED);
    let answer = sign_in(&app.visitor, "dana@example.org", PASSWORD).await;
    assert!(answer.header("set-cookie").is_empty(), "signed in all the same");
    let last = switch(boss.id, "true".to_owned()).await;
    assert!(last.header("location").contains("__err="), "nobody could administrate any more");
    assert_eq!(boss.client.get("/en/people").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_password_takes_the_old_one_and_signs_others_out() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let here = app.visitor.with_session(&secret(&sign_in(&app.visitor, "dana@example.org", PASSWORD).await));
    let there = app.visitor.with_session(&secret(&sign_in(&app.visitor, "dana@example.org", PASSWORD).await));
    let change = async |current, new| {
        let fields = [("current", current), ("password", new), ("lang", "en")];
        here.form("/api/change_password", "/en/account", &fields).await
    };
    for (current, new) in
        [("wrong", "another long way to say hello"), (PASSWORD, "dana@example.org"), (PASSWORD, "short")]
    {
        assert!(change(current, new).await.header("location").contains("__err="), "{current} {new}");
    }
    assert_eq!(there.get("/en/account").await.status, StatusCode::OK);
    assert_eq!(change(PASSWORD, "another long way to say hello").await.header("location"), "/en/account");
    assert_eq!(here.get("/en/account").await.status, StatusCode::OK);
    assert_eq!(there.get("/en/account").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn devices_are_ones_own() {
    let app = TestApp::start().await;
    let (dana, eve) = (app.person("dana", &[Role::Interviewer]).await, app.person("eve", &[Role::Administrator]).await);
    let device = app.db.devices(dana.id, clock::now()).await.unwrap().remove(0).id;
    assert!(dana.client.get("/en/account").await.text().contains(&device));
    let fields = [("device", device.as_str()), ("lang", "en")];
    eve.client.form("/api/end_device", "/en/account", &fields).await;
    assert_eq!(dana.client.get("/en/account").await.status, StatusCode::OK, "somebody else ended it");
    dana.client.form("/api/end_device", "/en/account", &fields).await;
    assert_eq!(dana.client.get("/en/account").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_log_tells_who_tried_what_and_never_a_secret() {
    let app = TestApp::start().await;
    let (boss, eve) = (app.person("boss", &[Role::Administrator]).await, app.person("eve", &[Role::Observer]).await);
    register(&app, "dana@example.org").await;
    sign_in(&app.visitor, "dana@example.org", "a wrong password for the log").await;
    let session = secret(&sign_in(&app.visitor, "dana@example.org", PASSWORD).await);
    assert_eq!(eve.client.get("/en/people").await.status, StatusCode::FORBIDDEN);
    let link = token::secret();
    let invitation = AccountLink::Invitation(vec![Role::Lead]);
    let now = clock::now();
    app.db.create_account_link(&token::hash(&link), &invitation, boss.id, now, now.plus(60_000)).await.unwrap();
    let csv = boss.client.get("/export/audit.csv").await;
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"hopwise-audit.csv\"");
    let csv = csv.text();
    for kind in [Kind::SignInRefused, Kind::SignIn, Kind::Refused, Kind::Invited] {
        assert_eq!(csv.matches(&format!(",{kind},")).count(), 1, "{kind}: {csv}");
    }
    assert!(csv.contains("GET /en/people"), "{csv}");
    for hidden in [&session, &link, "wrong password", "dana@example.org"] {
        assert!(!csv.contains(hidden), "{hidden} is in the log");
    }
    let page = boss.client.get("/he/audit?kind=refused").await.text();
    assert!(page.contains("GET /en/people") && !page.contains("account-hash"), "{page}");
    assert_eq!(kinds(&app).await.last(), Some(&Kind::Export), "an export is written down");
}

#[tokio::test]
async fn an_open_session_is_no_place_to_guess_the_password() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let here = app.visitor.with_session(&secret(&sign_in(&app.visitor, "dana@example.org", PASSWORD).await));
    let change = async |current| {
        let fields = [("current", current), ("password", "another long way to say hello"), ("lang", "en")];
        problem(&here.form("/api/change_password", "/en/account", &fields).await)
    };
    for _ in 0..5 {
        assert!(change("wrong").await.contains("no-match"));
    }
    assert!(change(PASSWORD).await.contains("TooMany"));
    assert!(sign_in(&app.visitor, "dana@example.org", PASSWORD).await.header("set-cookie").is_empty(), "one counter");
}
