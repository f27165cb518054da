//! `/{lang}/reference`, `/{lang}/tracks`, `/{lang}/questions/coverage` and exhibits: what the bank has beside questions.

use crate::{html::between, scene::BANK, test_app::TestApp};
use app::lang::Lang;
use content::{Reader, Topic};
use domain::{Locale, Role};
use hyper::StatusCode;

#[tokio::test]
async fn every_reference_page_that_the_bank_has_is_there_with_its_entries() {
    let app = TestApp::start().await;
    for locale in Locale::ALL {
        let lang = Lang(*locale);
        let index = app.visitor.get(&lang.path("/reference")).await;
        assert_eq!(index.status, StatusCode::OK);
        for topic in Topic::ALL {
            let path = lang.path(&format!("/reference/{topic}"));
            let answer = app.visitor.get(&path).await;
            let Some(page) = BANK.reference(topic) else {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
                continue;
            };
            let html = answer.text();
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(index.text().contains(&format!("href=\"{path}\"")), "{path}");
            let version = page.document.version(*locale);
            assert!(between(&html, "<title>", "</title>").contains(&version.title_plain), "{path}");
            for (item, entry) in page.entries.iter().zip(&version.entries) {
                assert!(html.contains(&format!("id=\"{}\"", item.id)), "{path}#{}", item.id);
                assert!(entry.parts.iter().all(|(_, it)| html.contains(it.as_str())), "{path}#{}", item.id);
            }
            assert!(
                !html.contains(">doc-") && !html.contains(">lab-") && !html.contains(">reference-probe-"),
                "{path}"
            );
        }
        assert_eq!(app.visitor.get(&lang.path("/reference/nothing")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_levels_page_tells_minutes_and_what_is_expected() {
    let app = TestApp::start().await;
    for locale in Locale::ALL {
        let answer = app.visitor.get(&Lang(*locale).path("/tracks")).await;
        let Some(tracks) = BANK.tracks() else {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            continue;
        };
        let html = answer.text();
        assert_eq!(answer.status, StatusCode::OK);
        for minutes in ["45", "60", "90"] {
            assert!(html.contains(&format!(">{minutes}<")), "{minutes}");
        }
        let all = tracks.level_entries(*locale).iter().chain(tracks.conflict_entries(*locale));
        for (_, part) in all.flat_map(|it| &it.parts) {
            assert!(html.contains(part.as_str()), "{locale}: {part}");
        }
    }
}

#[tokio::test]
async fn an_exhibit_is_on_the_pages_of_its_questions_for_those_who_may_see_it() {
    let app = TestApp::start().await;
    let staff = app.person("dana", &[Role::Observer]).await.client;
    for exhibit in BANK.shelf(Reader::Staff).exhibits() {
        let mark = format!("id=\"exhibit-{}\"", exhibit.id);
        for id in &exhibit.questions {
            let path = format!("/ru/questions/{id}");
            let page = staff.get(&path).await.text();
            assert!(page.contains(&mark) && page.contains(exhibit.fixed.html.as_str()), "{path}");
            let seen = app.visitor.get(&path).await.text().contains(&mark);
            assert_eq!(seen, exhibit.public, "{path}");
        }
    }
}

#[tokio::test]
async fn coverage_is_for_leads_and_administrators() {
    let app = TestApp::start().await;
    let path = "/he/questions/coverage";
    assert_eq!(app.visitor.get(path).await.status, StatusCode::UNAUTHORIZED);
    for (role, status) in [
        (Role::Observer, StatusCode::FORBIDDEN),
        (Role::Interviewer, StatusCode::FORBIDDEN),
        (Role::Lead, StatusCode::OK),
        (Role::Administrator, StatusCode::OK),
    ] {
        let person = app.person(role.name(), &[role]).await;
        assert_eq!(person.client.get(path).await.status, status, "{role}");
        let link = person.client.get("/he/questions").await.text().contains(&format!("href=\"{path}\""));
        assert_eq!(link, status == StatusCode::OK, "{role}");
    }
    let lead = app.person("another", &[Role::Lead]).await;
    let html = lead.client.get(path).await.text();
    let total = Lang(Locale::He).n("bank-count", BANK.shelf(Reader::Staff).questions().count());
    assert!(
        html.contains(&total)
            && html.contains("href=\"/he/questions?block=http&amp;dimension=theory&amp;level=middle\"")
    );
}
