//! `/{lang}/settings`: what a company sets, and where it shows.

use crate::{
    scene,
    test_app::{Person, TestApp, on_both, problem},
};
use app::clock;
use domain::{Level, Locale, Role, settings::Weekend, weights::Weights};
use hyper::StatusCode;
use store::NewCandidate;

async fn set(boss: &Person, changed: (&str, &str)) -> String {
    let mut fields = vec![
        ("company", "Networks"),
        ("locale", "he"),
        ("from", "19"),
        ("to", "9"),
        ("weekend", "friday-saturday"),
        ("zone", "Asia/Jerusalem"),
        ("lang", "en"),
    ];
    fields.iter_mut().filter(|it| it.0 == changed.0).for_each(|it| it.1 = changed.1);
    let answer = boss.client.form("/api/set_settings", "/en/settings", &fields).await;
    problem(&answer)
}

on_both!(settings_are_kept_and_shown);

async fn settings_are_kept_and_shown(app: &TestApp) {
    let boss = app.person("boss", &[Role::Administrator]).await;
    assert_eq!(set(&boss, ("", "")).await, "");
    let settings = app.db.settings().await.unwrap();
    assert_eq!((settings.company.as_str(), settings.locale), ("Networks", Locale::He));
    assert_eq!((settings.quiet.from, settings.quiet.to, settings.quiet.weekend), (19, 9, Weekend::FridaySaturday));
    let page = boss.client.get("/en/settings").await.text();
    assert!(page.contains("value=\"Networks\"") && page.contains("value=\"Asia/Jerusalem\""), "{page}");
    // Whoever says nothing about a language gets the company's.
    assert_eq!(app.visitor.get("/").await.header("location"), "/he/");
}

#[tokio::test]
async fn what_cannot_be_is_said_at_its_field() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator]).await;
    let long = "x".repeat(81);
    for (field, value) in [
        ("company", long.as_str()),
        ("company", "a\u{7}b"),
        ("from", "24"),
        ("to", "-1"),
        ("to", "8.5"),
        ("zone", "Asia/Atlantis"),
        ("zone", "../../etc/localtime"),
    ] {
        let problem = set(&boss, (field, value)).await;
        assert!(problem.contains(&format!("\"field\":\"{field}\"")), "{field} {value}: {problem}");
    }
    assert_eq!(app.db.settings().await.unwrap(), domain::settings::Settings::default());
}

#[tokio::test]
async fn weights_need_a_reason_and_count_for_new_interviews_only() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    let before = scene::interview(&app.db, boss.id).await;
    let set = async |theory, practice, architecture, reason| {
        let fields = [
            ("level", "junior"),
            ("theory", theory),
            ("practice", practice),
            ("architecture", architecture),
            ("reason", reason),
            ("lang", "en"),
        ];
        problem(&boss.client.form("/api/set_weights", "/en/settings", &fields).await)
    };
    for wrong in [("30", "40", "31"), ("0", "50", "50"), ("x", "50", "50"), ("300", "40", "30")] {
        assert!(set(wrong.0, wrong.1, wrong.2, "why").await.contains("\"field\":\"theory\""), "{wrong:?}");
    }
    assert!(set("20", "50", "30", "  ").await.contains("\"field\":\"reason\""));
    assert_eq!(set("20", "50 %", "30", "Juniors <b>fix</b> things.").await, "");
    let page = boss.client.get("/en/settings").await.text();
    assert!(page.contains("Juniors &lt;b&gt;fix&lt;/b&gt; things."), "{page}");

    let new = NewCandidate { name: "Noa".to_owned(), email: None, locale: Locale::He };
    let candidate = app.db.create_candidate(&new, boss.id, clock::now()).await.unwrap();
    let of = app.db.create_loop(candidate, Level::Junior, boss.id, clock::now()).await.unwrap();
    let fields = [("loop", of.to_string()), ("locale", "en".to_owned()), ("lang", "en".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = boss.client.form("/api/create_interview", &format!("/en/loops/{of}"), &fields).await;
    let room = answer.header("location").to_owned();
    let after = app.db.interview_for(room.rsplit('/').next().unwrap().parse().unwrap(), boss.id).await.unwrap();
    assert_eq!((after.plan.weights.number, after.plan.weights.weights), (1, Weights::try_from([20, 50, 30]).unwrap()));
    let before = app.db.interview_for(before, boss.id).await.unwrap();
    assert_eq!(before.plan.weights.weights, Weights::FIRST);
    let card = boss.client.get(&format!("{room}/scorecard")).await;
    assert_eq!(card.status, StatusCode::OK);
    assert!(card.text().contains("Weights: version \u{2068}1\u{2069}.") || card.text().contains("Weights: version 1."));
}
