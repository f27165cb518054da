//! `/{lang}/…`: every page in every language, and what stands in its place.

use crate::{
    html::{between, without_nonces},
    scene,
    test_app::TestApp,
};
use app::lang::Lang;
use domain::{Level, Locale, Role};
use hyper::{Method, StatusCode};

#[tokio::test]
async fn every_page_is_there_in_every_language() {
    let app = TestApp::start().await;
    let dana = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let interview = scene::interview(&app.db, dana.id).await;
    let of = app.db.interview_for(interview, dana.id).await.unwrap();
    for locale in Locale::ALL {
        let lang = Lang(*locale);
        let name = of.candidate_name.clone().unwrap();
        for (path, title) in [
            (String::new(), "Hopwise".to_owned()),
            ("/questions".to_owned(), lang.t("bank-title")),
            ("/questions/tcp-vs-udp".to_owned(), "UDP".to_owned()),
            ("/questions/coverage".to_owned(), lang.t("coverage-title")),
            ("/reference".to_owned(), lang.t("nav-reference")),
            ("/candidates".to_owned(), lang.t("nav-candidates")),
            (format!("/candidates/{}", of.candidate), name.clone()),
            (format!("/loops/{}", of.loop_id), lang.t(&format!("level-{}", Level::Junior))),
            (format!("/loops/{}/plan", of.loop_id), lang.t("plan-title")),
            (format!("/interviews/{interview}"), name),
            (format!("/interviews/{interview}/scorecard"), lang.t("scorecard-title")),
            (format!("/interviews/{interview}/replay"), lang.t("replay-title")),
        ] {
            let (page, slash) = (lang.path(&path), lang.path(&format!("{path}/")));
            let answer = dana.client.get(&page).await;
            let html = answer.text();
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            let start = format!("<html lang=\"{}\" dir=\"{}\"", locale.name(), locale.dir());
            assert!(html.contains(&start), "{page}: {}", between(&html, "<html", ">"));
            assert!(
                between(&html, "<title>", "</title>").contains(&title),
                "{page}: {}",
                between(&html, "<title>", "</title>")
            );
            assert_eq!(html.matches("id=\"main\"").count(), 1, "{page}");
            assert!(!html.contains("problem-") && !html.contains("{$"), "{page}");
            assert_eq!(dana.client.get(&slash).await.status, StatusCode::OK, "{slash}");
        }
        let sign_in = app.visitor.get(&lang.path("/sign-in")).await;
        assert_eq!(sign_in.status, StatusCode::OK);
        assert!(between(&sign_in.text(), "<title>", "</title>").contains(&lang.t("sign-in-title")));
    }
}

#[tokio::test]
async fn a_slash_at_the_end_changes_nothing() {
    let app = TestApp::start().await;
    for path in ["/en/questions/tcp-vs-udp", "/he/sign-in", "/ru"] {
        let (page, slash) = (app.visitor.get(path).await, app.visitor.get(&format!("{path}/")).await);
        assert_eq!(without_nonces(&page.text()), without_nonces(&slash.text()), "{path}");
    }
}

#[tokio::test]
async fn a_page_for_people_with_a_session_offers_to_sign_in() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let of = app.db.interview_for(interview, dana.id).await.unwrap();
    for locale in Locale::ALL {
        let lang = Lang(*locale);
        for path in [
            "/candidates".to_owned(),
            format!("/candidates/{}", of.candidate),
            format!("/loops/{}", of.loop_id),
            format!("/interviews/{interview}"),
            format!("/interviews/{interview}/scorecard"),
            format!("/interviews/{interview}/replay"),
            format!("/probes/{}", interview),
        ] {
            let answer = app.visitor.get(&lang.path(&path)).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
            let html = answer.text();
            let link = format!("href=\"{}\"", lang.path("/sign-in"));
            assert!(between(&html, "id=\"main\"", "</main>").contains(&link), "{path}");
            assert!(!answer.text().contains(of.candidate_name.as_deref().unwrap()), "{path}");
        }
    }
}

#[tokio::test]
async fn a_page_of_another_role_is_refused() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let of = app.db.interview_for(interview, dana.id).await.unwrap();
    let observer = app.person("omer", &[Role::Observer]).await;
    for path in
        ["/candidates".to_owned(), format!("/loops/{}", of.loop_id), format!("/interviews/{interview}/scorecard")]
    {
        assert_eq!(observer.client.get(&format!("/en{path}")).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let room = observer.client.get(&format!("/en/interviews/{interview}")).await;
    assert_eq!(room.status, StatusCode::NOT_FOUND, "no seat, no room");
}

#[tokio::test]
async fn what_is_not_there_is_a_page_with_a_way_on() {
    let app = TestApp::start().await;
    for (path, lang) in [
        ("/en/nothing", Locale::En),
        ("/he/questions/nothing", Locale::He),
        ("/ru/questions/tcp-vs-udp/more", Locale::Ru),
        ("/he/join/0000", Locale::He),
        ("/fr", Locale::En),
        ("/EN/questions", Locale::En),
        ("/fr/questions", Locale::En),
        ("/nothing.js", Locale::En),
    ] {
        let answer = app.visitor.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        let html = answer.text();
        assert!(html.contains(&Lang(lang).t("problem-not-found-title")), "{path}: {html}");
        assert!(html.contains(&format!("href=\"{}\"", Lang(lang).path("/questions"))), "{path}");
        assert!(html.contains(&format!("<html lang=\"{lang}\" dir=\"{}\"", lang.dir())), "{path}");
    }
}

#[tokio::test]
async fn the_first_page_is_in_the_language_of_the_cookie_then_of_the_browser() {
    let app = TestApp::start().await;
    for (cookie, accepted, goes_to) in [
        ("", "", "/en/"),
        ("", "he-IL,he;q=0.9,en;q=0.8", "/he/"),
        ("", "fr-FR, ru;q=0.5", "/ru/"),
        ("", "fr", "/en/"),
        ("lang=ru", "he", "/ru/"),
        ("lang=xx", "he", "/he/"),
        ("lang=//evil.example", "", "/en/"),
    ] {
        let request =
            app.visitor.request(Method::GET, "/").header("cookie", cookie).header("accept-language", accepted);
        let answer = app.visitor.send(request.body("".into()).unwrap()).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, goes_to), "{cookie} {accepted}");
    }
}
