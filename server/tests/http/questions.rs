//! `/{lang}/questions`: what is held back for interviews is not there for anybody without an account.

use crate::{
    client::Client,
    html::{between, without_nonces, words},
    scene::BANK,
    test_app::TestApp,
};
use app::lang::Lang;
use content::{Reader, Section};
use domain::{Locale, Role};
use hyper::StatusCode;

/// The question of the pool `interview`.
const HELD_BACK: &str = "network-troubleshooting-plan";

/// How many questions a filter would leave, as the page says it.
async fn counted(client: &Client, value: &str) -> String {
    let page = client.get("/en/questions").await.text();
    words(between(&page, &format!("value=\"{value}\""), "</label>")).rsplit(' ').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_question_held_back_leaves_no_trace_for_a_visitor() {
    let app = TestApp::start().await;
    let staff = app.person("dana", &[Role::Observer]).await.client;
    let public = BANK.shelf(Reader::Anyone).questions().count();
    for locale in Locale::ALL {
        let lang = Lang(*locale);
        let question = BANK.shelf(Reader::Staff).get(&HELD_BACK.parse().unwrap()).unwrap().clone();
        let title = question.text(*locale).plain(Section::Title).to_owned();
        let query: String = title.split_whitespace().take(3).collect::<Vec<_>>().join("%20");
        let query: String = query.chars().filter(|it| !matches!(it, '"' | '&' | '#')).collect();
        for path in [
            "/questions".to_owned(),
            "/questions?dimension=practice".to_owned(),
            format!("/questions?q={}", encode(&query)),
            "/questions?q=network".to_owned(),
        ] {
            let path = lang.path(&path);
            assert!(!app.visitor.get(&path).await.text().contains(HELD_BACK), "{path}");
        }
        let found = staff.get(&lang.path(&format!("/questions?q={}", encode(&query)))).await.text();
        assert!(found.contains(HELD_BACK), "{query}");
        let path = lang.path(&format!("/questions/{HELD_BACK}"));
        let (hidden, missing) = (app.visitor.get(&path).await, app.visitor.get(&lang.path("/questions/nothing")).await);
        assert_eq!((hidden.status, missing.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{path}");
        let hidden = without_nonces(&hidden.text()).replace(HELD_BACK, "nothing");
        assert_eq!(hidden, without_nonces(&missing.text()), "told apart from what is not there");
        assert_eq!(staff.get(&path).await.status, StatusCode::OK);
        let tally = app.visitor.get(&lang.path("/questions")).await.text();
        assert!(tally.contains(&lang.n("bank-count", public)), "{}", between(&tally, "class=\"tally\"", "</p>"));
    }
}

#[tokio::test]
async fn filters_count_only_what_the_reader_sees() {
    let app = TestApp::start().await;
    let staff = app.person("dana", &[Role::Observer]).await.client;
    for value in ["practice", "debugging", "junior"] {
        let (seen, all) = (counted(&app.visitor, value).await, counted(&staff, value).await);
        assert_eq!(seen.parse::<usize>().unwrap() + 1, all.parse::<usize>().unwrap(), "{value}");
    }
}

#[tokio::test]
async fn no_public_question_leads_to_one_held_back() {
    let app = TestApp::start().await;
    for question in BANK.shelf(Reader::Anyone).questions() {
        let path = format!("/en/questions/{}", question.id);
        let answer = app.visitor.get(&path).await;
        assert!(answer.status.is_success() && !answer.text().contains(HELD_BACK), "{path}");
    }
}

/// Text in a query; what stands for a space is there already.
fn encode(text: &str) -> String {
    text.bytes().map(|it| if it.is_ascii() { char::from(it).to_string() } else { format!("%{it:02X}") }).collect()
}

#[tokio::test]
async fn what_is_searched_for_ends_no_element() {
    let app = TestApp::start().await;
    let page = app.visitor.get("/en/questions?q=%3C/title%3E%3Cscript%3Ealert(1)%3C/script%3E").await.text();
    assert!(page.contains("&lt;/title&gt;&lt;script&gt;alert(1)") && !page.contains("<script>alert(1)"), "{page}");
}
