//! `/{lang}/questions`: what is held back for interviews is not there for anybody without an account.

use crate::{
    client::Client,
    html::{between, without_nonces, words},
    scene::BANK,
    test_app::TestApp,
};
use app::lang::Lang;
use content::{Filter, Question, Reader, Section, narrow};
use domain::{Locale, Role};
use hyper::StatusCode;

/// The questions of the pool `interview`.
fn held_back() -> Vec<&'static Question> {
    let all = BANK.shelf(Reader::Staff).questions();
    all.filter(|it| !it.pool.is_public()).collect()
}

/// Fails when a page tells of a question that is held back.
#[track_caller]
fn expect_no_trace(page: &str, of: &str) {
    for question in held_back() {
        assert!(!page.contains(&format!("{}\"", question.id)), "{of} tells of {}", question.id);
    }
}

/// How many questions a filter would leave, as the page says it.
async fn counted(client: &Client, value: &str) -> usize {
    let page = client.get("/en/questions").await.text();
    let words = words(between(&page, &format!("value=\"{value}\""), "</label>"));
    words.rsplit(' ').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_question_held_back_leaves_no_trace_for_a_visitor() {
    let app = TestApp::start().await;
    let staff = app.person("dana", &[Role::Observer]).await.client;
    let public = BANK.shelf(Reader::Anyone).questions().count();
    assert!(held_back().len() > 2);
    for (locale, question) in Locale::ALL.iter().zip(held_back()) {
        let lang = Lang(*locale);
        let title = question.text(*locale).plain(Section::Title).to_owned();
        let query: String = title.split_whitespace().take(3).collect::<Vec<_>>().join("%20");
        let query: String = query.chars().filter(|it| !matches!(it, '"' | '&' | '#')).collect();
        for path in [
            "/questions".to_owned(),
            "/questions?dimension=practice".to_owned(),
            "/questions?pool=interview".to_owned(),
            "/questions?has=exhibit".to_owned(),
            format!("/questions?q={}", encode(&query)),
            "/questions?q=network".to_owned(),
            "/questions?q=netwrok".to_owned(),
            "/reference".to_owned(),
            "/tracks".to_owned(),
        ] {
            let path = lang.path(&path);
            expect_no_trace(&app.visitor.get(&path).await.text(), &path);
        }
        let id = &question.id;
        let found = staff.get(&lang.path(&format!("/questions?q={}", encode(&query)))).await.text();
        assert!(found.contains(id.as_str()), "{query}");
        let path = lang.path(&format!("/questions/{id}"));
        let (hidden, missing) = (app.visitor.get(&path).await, app.visitor.get(&lang.path("/questions/nothing")).await);
        assert_eq!((hidden.status, missing.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{path}");
        let hidden = without_nonces(&hidden.text()).replace(id.as_str(), "nothing");
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
    for (reader, client) in [(Reader::Anyone, &app.visitor), (Reader::Staff, &staff)] {
        let shelf = BANK.shelf(reader);
        let (_, facets) = narrow(shelf, shelf.questions(), &Filter::default());
        let all = facets.blocks.iter().map(|(it, n)| (it.to_string(), *n));
        let all = all.chain(facets.levels.iter().map(|(it, n)| (it.to_string(), *n)));
        for (value, n) in all.chain(facets.lengths.iter().map(|(it, n)| (it.to_string(), *n))).filter(|it| it.1 > 0) {
            // "architecture" is a block and a dimension; the page has both.
            if value != "architecture" {
                assert_eq!(counted(client, &value).await, n, "{value} for {reader:?}");
            }
        }
    }
    let pools = |page: &str| page.matches("name=\"pool\"").count();
    assert_eq!(pools(&app.visitor.get("/en/questions").await.text()), 0);
    assert!(pools(&staff.get("/en/questions").await.text()) >= 2);
}

#[tokio::test]
async fn no_public_question_leads_to_one_held_back() {
    let app = TestApp::start().await;
    for question in BANK.shelf(Reader::Anyone).questions() {
        let path = format!("/en/questions/{}", question.id);
        let answer = app.visitor.get(&path).await;
        assert!(answer.status.is_success(), "{path}");
        expect_no_trace(&answer.text(), &path);
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
