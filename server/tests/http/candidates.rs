//! `/{lang}/candidates…`: who sees whom, what can be changed, and that names are text.

use crate::{
    client::Answer,
    html::{between, words},
    scene,
    test_app::{Person, TestApp, on_both, problem},
};
use app::lang::Lang;
use domain::{CandidateId, Locale, Role, retention::Outcome};
use hyper::StatusCode;
use store::{NewCandidate, Shown};

const HOSTILE: &str = "</title></textarea><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

async fn candidate(app: &TestApp, lead: &Person, name: &str) -> CandidateId {
    let new = NewCandidate { name: name.to_owned(), email: Some("noa@example.org".to_owned()), locale: Locale::He };
    app.db.create_candidate(&new, lead.id, app::clock::now()).await.unwrap()
}

async fn post(person: &Person, function: &str, id: CandidateId, fields: &[(&str, &str)]) -> Answer {
    let id = id.to_string();
    let own = [("candidate", id.as_str()), ("lang", "en")];
    person.client.form(&format!("/api/{function}"), "/en/candidates", &[&own, fields].concat()).await
}

on_both!(a_candidate_is_found_changed_and_archived, what_is_not_theirs_is_not_there);

async fn a_candidate_is_found_changed_and_archived(app: &TestApp) {
    let dana = app.person("dana", &[Role::Lead]).await;
    candidate(app, &dana, "Ольга").await;
    let id = candidate(app, &dana, HOSTILE).await;
    let names = async |query: &str| {
        let page = dana.client.get(&format!("/en/candidates{query}")).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text();
        assert!(!text.contains("<script>alert") && !text.contains("<img"), "{text}");
        text.matches("<th scope=\"row\">").count()
    };
    assert_eq!(names("").await, 2);
    assert_eq!(names("?q=%D0%9E%D0%9B%D0%AC").await, 1);
    assert_eq!(names("?q=noa@EXAMPLE").await, 2);
    assert_eq!(names("?q=%3Cscript%3Ealert(9)").await, 0);
    for rest in ["", "/edit", "/forget", "/copy"] {
        let page = dana.client.get(&format!("/en/candidates/{id}{rest}")).await.text();
        assert!(!page.contains("<script>alert") && !page.contains("<img") && page.contains("alert(1)"), "{page}");
    }

    for (name, email, field) in [("", "", "name"), ("x\0", "", "name"), ("x", "nonsense", "email")] {
        let refused = post(&dana, "edit_candidate", id, &[("name", name), ("email", email), ("locale", "ru")]).await;
        assert!(problem(&refused).contains(field), "{name:?} {email}");
    }
    let done = post(&dana, "edit_candidate", id, &[("name", " Тамар "), ("email", ""), ("locale", "ru")]).await;
    assert_eq!(done.header("location"), format!("/en/candidates/{id}"));
    let found = app.db.candidate_for(id, dana.id).await.unwrap();
    assert_eq!((found.name.as_deref(), found.email, found.locale), (Some("Тамар"), None, Locale::Ru));
    assert_eq!(names("?q=noa@").await, 1);

    post(&dana, "archive_candidate", id, &[("archive", "true")]).await;
    assert_eq!((names("").await, names("?archived=1").await), (1, 1));
    assert!(
        dana.client
            .get(&format!("/en/candidates/{id}"))
            .await
            .text()
            .contains(&Lang(Locale::En).t("candidate-archived-since"))
    );
    post(&dana, "archive_candidate", id, &[("archive", "false")]).await;
    assert_eq!((names("").await, names("?archived=1").await), (2, 0));
}

async fn what_is_not_theirs_is_not_there(app: &TestApp) {
    let dana = app.person("dana", &[Role::Lead]).await;
    let id = candidate(app, &dana, "Noa Ben-Ami").await;
    let of = app.db.create_loop(id, domain::Level::Junior, dana.id, app::clock::now()).await.unwrap();
    let eve = app.person("eve", &[Role::Lead, Role::Interviewer]).await;
    let boss = app.person("boss", &[Role::Administrator]).await;
    // Noa works here already, and is an administrator at that.
    let noa = app.person("noa", &[Role::Administrator, Role::Lead]).await;
    let fields = [("name", "Noa Ben-Ami"), ("email", "noa@example.org"), ("locale", "en")];
    post(&dana, "edit_candidate", id, &fields).await;
    for person in [&eve, &noa] {
        for rest in ["", "/edit", "/forget", "/copy", "/copy.json"] {
            let answer = person.client.get(&format!("/en/candidates/{id}{rest}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{rest}");
            assert!(!answer.text().contains("Ben-Ami"));
        }
        assert!(!person.client.get("/en/candidates?q=noa").await.text().contains("Ben-Ami"));
        let loop_id = of.to_string();
        for (function, fields) in [
            ("edit_candidate", &[("name", "Mine"), ("locale", "en")][..]),
            ("archive_candidate", &[("archive", "true")]),
            ("hold_candidate", &[("reason", "x"), ("lift", "false")]),
            ("forget_candidate", &[("confirmation", "Noa Ben-Ami")]),
            ("create_loop", &[("level", "junior")]),
            ("set_outcome", &[("loop", loop_id.as_str()), ("outcome", "hired")]),
        ] {
            assert_eq!(problem(&post(person, function, id, fields).await), "\"NotFound\"", "{function}");
        }
    }
    let found = app.db.candidate_for(id, dana.id).await.unwrap();
    assert_eq!((found.name.as_deref(), found.archived_at, found.hold), (Some("Noa Ben-Ami"), None, None));
    assert_eq!(boss.client.get(&format!("/en/candidates/{id}/copy")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn other_roles_call_nothing() {
    let app = TestApp::start().await;
    let dana = app.person("dana", &[Role::Lead]).await;
    let id = candidate(&app, &dana, "Noa").await;
    for roles in [&[Role::Interviewer][..], &[Role::Observer], &[]] {
        let person = app.person(&format!("{roles:?}"), roles).await;
        for rest in ["/edit", "/forget", "/copy", "/copy.json"] {
            let answer = person.client.get(&format!("/en/candidates/{id}{rest}")).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{rest}");
        }
        for path in ["/en/candidates/import", "/en/retention"] {
            assert_eq!(person.client.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        for (function, fields) in [
            ("edit_candidate", &[("name", "Mine"), ("locale", "en")][..]),
            ("archive_candidate", &[("archive", "true")]),
            ("hold_candidate", &[("reason", "x"), ("lift", "false")]),
            ("forget_candidate", &[("confirmation", "Noa")]),
            ("import_candidates", &[("sheet", "name\nEve")]),
            ("set_outcome", &[("loop", "00000000-0000-7000-8000-000000000000"), ("outcome", "")]),
            ("set_retention", &[("notice", "0"), ("rejected", "1")]),
            ("run_retention", &[]),
        ] {
            assert_eq!(problem(&post(&person, function, id, fields).await), "\"Forbidden\"", "{function} {roles:?}");
        }
    }
    assert_eq!(app.db.candidates(dana.id, "", Shown::All, 9).await.unwrap().total, 1);
    assert_eq!(app.db.policy().await.unwrap(), domain::retention::Policy::default());
}

#[tokio::test]
async fn an_interviewer_sees_whom_they_interview_and_no_forms() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let id = app.db.interview_for(interview, dana.id).await.unwrap().candidate;
    let page = dana.client.get(&format!("/en/candidates/{id}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!between(&page.text(), "id=\"main\"", "</main>").contains("<form"), "forms that would be refused");
    let list = dana.client.get("/en/candidates").await.text();
    assert!(list.contains("Noa Ben-Ami") && !list.contains("/api/create_candidate"));
}

#[tokio::test]
async fn a_lead_says_how_a_loop_ended() {
    let app = TestApp::start().await;
    let dana = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let interview = scene::interview(&app.db, dana.id).await;
    let of = app.db.interview_for(interview, dana.id).await.unwrap().loop_id;
    let id = of.to_string();
    for (outcome, expected) in [("withdrawn", Some(Outcome::Withdrawn)), ("", None)] {
        let fields = [("loop", id.as_str()), ("outcome", outcome), ("lang", "ru")];
        let answer = dana.client.form("/api/set_outcome", &format!("/ru/loops/{of}"), &fields).await;
        assert_eq!(answer.header("location"), format!("/ru/loops/{of}"));
        assert_eq!(app.db.loop_for(of, dana.id).await.unwrap().outcome.map(|it| it.0), expected);
    }
    let fields = [("loop", id.as_str()), ("outcome", "promoted"), ("lang", "ru")];
    let answer = dana.client.form("/api/set_outcome", &format!("/ru/loops/{of}"), &fields).await;
    assert!(problem(&answer).contains("outcome"));
    let page = dana.client.get(&format!("/ru/loops/{of}")).await.text();
    assert!(words(&page).contains(&Lang(Locale::Ru).t("outcome-title")));
}

/// Every page of this half, in every language: its title, and nothing without a translation.
#[tokio::test]
async fn every_page_is_there_in_every_language() {
    let app = TestApp::start().await;
    let dana = app.person("dana", &[Role::Lead, Role::Administrator]).await;
    let id = candidate(&app, &dana, "Noa").await;
    for locale in Locale::ALL {
        let lang = Lang(*locale);
        for (path, key) in [
            ("/candidates/import".to_owned(), "import-title"),
            (format!("/candidates/{id}/edit"), "candidate-edit"),
            (format!("/candidates/{id}/forget"), "candidate-forget"),
            (format!("/candidates/{id}/copy"), "copy-title"),
            ("/retention".to_owned(), "retention-title"),
        ] {
            let answer = dana.client.get(&lang.path(&path)).await;
            let html = answer.text();
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(between(&html, "<title>", "</title>").contains(&lang.t(key)), "{path}");
            assert_eq!(html.matches("id=\"main\"").count(), 1, "{path}");
            assert_eq!(app.visitor.get(&lang.path(&path)).await.status, StatusCode::UNAUTHORIZED, "{path}");
        }
        for path in ["/candidates/nonsense/edit", "/candidates/nonsense/copy", "/candidates/nonsense/forget"] {
            assert_eq!(dana.client.get(&lang.path(path)).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
