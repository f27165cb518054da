//! `/{lang}/join/{token}`: the candidate gets what was revealed, by a link that is shown once.

use crate::{
    scene::{self, BANK, event},
    stream::Messages,
    test_app::{Person, TestApp, on_both},
};
use app::{api::JoinLink, clock, islands::join::Screen, token};
use content::Reader;
use domain::{InterviewId, Locale, QuestionId, Score, interview::Payload};
use hyper::StatusCode;
use serde_json::json;

/// A link as the room makes it: its secret and the rest.
async fn link(dana: &Person, interview: InterviewId) -> (String, JoinLink) {
    let answer = dana.client.call("/api/create_join_link", &json!({ "interview": interview, "locale": "he" })).await;
    let link: JoinLink = answer.postcard();
    (link.path.strip_prefix("/he/join/").unwrap().to_owned(), link)
}

/// The state in which an interviewer has done everything on a question that they do.
async fn work(app: &TestApp, dana: &Person, interview: InterviewId) -> QuestionId {
    let question: QuestionId = scene::asked();
    let payloads = [
        Payload::Start,
        Payload::Move { question: question.clone() },
        Payload::Note { question: question.clone(), text: "my note".to_owned() },
        Payload::Score { question: question.clone(), score: Score::Two },
        Payload::Flag { question: question.clone(), text: "my flag".to_owned(), raised: true },
        Payload::FollowUp { question: question.clone(), index: 0, asked: true },
    ];
    app.db.append(interview, dana.id, &payloads.map(event), clock::now()).await.unwrap();
    question
}

on_both!(the_screen_holds_what_was_revealed_and_nothing_else);

async fn the_screen_holds_what_was_revealed_and_nothing_else(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let (secret, _) = link(&dana, interview).await;
    let question = work(app, &dana, interview).await;
    let mut stream = Messages::open(&app.visitor, &format!("/live/join/{secret}?lang=he")).await;
    let before: Screen = stream.read().await;
    assert_eq!(before.prompt, None);

    app.db
        .append(interview, dana.id, &[event(Payload::Reveal { question: question.clone() })], clock::now())
        .await
        .unwrap();
    let mut after: Screen = stream.read().await;
    while after.prompt.is_none() {
        after = stream.read().await;
    }
    let text = BANK.shelf(Reader::Staff).get(&question).unwrap().text(Locale::He).clone();
    assert_eq!(after.prompt.as_deref(), Some(text.prompt.as_str()));
    let page = app.visitor.get(&format!("/he/join/{secret}")).await;
    assert_eq!(page.status, StatusCode::OK);
    // A message is a whole `Screen` and not a byte more, so what it can hold is what that type holds.
    for whole in [format!("{before:?}"), format!("{after:?}"), page.told()] {
        assert!(
            !whole.contains(scene::asked().as_str()) && !whole.contains("my note") && !whole.contains("my flag"),
            "{whole}"
        );
        for held in text.anchors.iter().chain(&text.follow_ups).chain([&text.answer, &text.glance, &text.title]) {
            assert!(!whole.contains(held.as_str()), "{whole} holds {}", held.as_str());
        }
        assert!(!whole.contains("marks") && !whole.contains("score") && !whole.contains("Noa"), "{whole}");
    }
}

#[tokio::test]
async fn a_link_is_told_once_and_only_its_hash_is_stored() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let (secret, link) = link(&dana, interview).await;
    assert!(link.expires > clock::now() && secret.len() == 64);
    assert_eq!(app.visitor.get(&link.path).await.status, StatusCode::OK);
    let stored = String::from_utf8_lossy(&app.stored()).into_owned();
    assert!(stored.contains(&token::hash(&secret)) && !stored.contains(&secret));
    for path in ["", "/scorecard"] {
        assert!(!dana.client.get(&format!("/en/interviews/{interview}{path}")).await.told().contains(&secret));
    }
}

#[tokio::test]
async fn a_link_that_is_not_valid_leads_nowhere() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let (revoked, link) = link(&dana, interview).await;
    app.db.revoke_link(link.id, dana.id, clock::now()).await.unwrap();
    let (expired, now) = (token::secret(), clock::now());
    app.db.create_link(interview, dana.id, &token::hash(&expired), now.plus(-9), now.plus(-1)).await.unwrap();
    for secret in [revoked, expired, token::secret(), token::hash("x"), "x".to_owned()] {
        for path in [format!("/en/join/{secret}"), format!("/live/join/{secret}?lang=en")] {
            assert_eq!(app.visitor.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn a_link_taken_back_ends_its_open_streams() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let (secret, link) = link(&dana, interview).await;
    let mut stream = Messages::open(&app.visitor, &format!("/live/join/{secret}?lang=en")).await;
    stream.next().await.unwrap();
    app.db.revoke_link(link.id, dana.id, clock::now()).await.unwrap();
    assert_eq!(stream.next().await, None, "at once, not when something happens");
}
