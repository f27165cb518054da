//! `/live/interviews/{id}`: snapshots for those who see an interview, each in their own shape.

use crate::{
    scene::{self, BANK, event},
    stream::Messages,
    test_app::{TestApp, on_both},
};
use app::{api::Snapshot, clock};
use domain::map::Map;
use domain::{
    InterviewId, Level, Locale, QuestionId, Role, Score, UserId,
    interview::{Event, Payload},
    plan,
};
use hyper::StatusCode;
use store::NewCandidate;

fn marks() -> Vec<Event> {
    let question: QuestionId = scene::asked();
    vec![
        event(Payload::Score { question: question.clone(), score: Score::Five }),
        event(Payload::Note { question: question.clone(), text: "only mine".to_owned() }),
        event(Payload::Flag { question, text: "also mine".to_owned(), raised: true }),
    ]
}

on_both!(a_stream_begins_with_the_state_and_goes_on_with_each_change);

async fn a_stream_begins_with_the_state_and_goes_on_with_each_change(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let mut stream = Messages::open(&dana.client, &format!("/live/interviews/{interview}")).await;
    let first: Snapshot = stream.read().await;
    assert_eq!((first.seq, first.state), app.db.state(interview).await.unwrap());

    for (n, event) in marks().into_iter().enumerate() {
        app.db.append(interview, dana.id, &[event], clock::now()).await.unwrap();
        // A wake-up without news is possible.
        let mut next: Snapshot = stream.read().await;
        while next.seq <= i64::try_from(n).unwrap() {
            next = stream.read().await;
        }
        assert_eq!((next.seq, next.state), app.db.state(interview).await.unwrap());
    }
    let mut late = Messages::open(&dana.client, &format!("/live/interviews/{interview}")).await;
    assert_eq!(late.read::<Snapshot>().await.seq, 3);
}

/// An interview that `holder` holds in a loop of `lead`.
async fn held_for(app: &TestApp, lead: UserId, holder: UserId) -> InterviewId {
    let now = clock::now();
    let new = NewCandidate { name: "Noa".to_owned(), email: None, locale: Locale::He };
    let candidate = app.db.create_candidate(&new, lead, now).await.unwrap();
    let of = app.db.create_loop(candidate, Level::Junior, lead, now).await.unwrap();
    let plan = plan::build(Level::Junior, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap();
    app.db.create_interview(of, holder, Locale::En, &plan, now).await.unwrap()
}

#[tokio::test]
async fn nobody_gets_another_raters_marks() {
    let app = TestApp::start().await;
    let lead = app.person("lead", &[Role::Lead, Role::Interviewer]).await;
    let dana = app.person("dana", &[Role::Interviewer]).await;
    let interview = held_for(&app, lead.id, dana.id).await;
    let mut stream = Messages::open(&lead.client, &format!("/live/interviews/{interview}")).await;
    assert_eq!(stream.head.status, StatusCode::OK, "a lead sees the interviews of their loops");
    stream.next().await.unwrap();
    app.db.append(interview, dana.id, &marks(), clock::now()).await.unwrap();
    let news: Snapshot = stream.read().await;
    assert_eq!((news.seq, &news.state.marks), (3, &Map::new()));
    let mut texts = vec![format!("{news:?}")];
    for path in ["", "/scorecard", "/replay"] {
        texts.push(lead.client.get(&format!("/en/interviews/{interview}{path}")).await.told());
    }
    for text in texts {
        assert!(!text.contains("only mine") && !text.contains("also mine"), "{text}");
    }
}

#[tokio::test]
async fn a_stream_opens_only_for_those_who_see_the_interview() {
    let app = TestApp::start().await;
    let (_, interview) = app.interviewer().await;
    let eve = app.person("eve", &[Role::Interviewer, Role::Lead, Role::Administrator]).await.client;
    let observer = app.person("omer", &[Role::Observer]).await.client;
    let lead = app.person("lena", &[Role::Lead]).await.client;
    let path = format!("/live/interviews/{interview}");
    for (client, status) in [
        (&app.visitor, StatusCode::UNAUTHORIZED),
        (&lead, StatusCode::FORBIDDEN),
        (&observer, StatusCode::NOT_FOUND),
        (&eve, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(client.get(&path).await.status, status);
    }
    for odd in ["/live/interviews/1", "/live/interviews/00000000-0000-7000-8000-000000000000"] {
        assert!(eve.get(odd).await.status.is_client_error(), "{odd}");
    }
}

#[tokio::test]
async fn a_stream_ends_with_the_session_and_with_the_role() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator]).await;
    let (dana, interview) = app.interviewer().await;
    let path = format!("/live/interviews/{interview}");
    for end in 0..3 {
        let client = app.visitor.with_session(&scene::session(&app.db, dana.id).await);
        let mut stream = Messages::open(&client, &path).await;
        stream.next().await.unwrap();
        match end {
            0 => drop(client.form("/api/sign_out", "/en", &[("lang", "en")]).await),
            1 => app.db.set_roles(dana.id, &[Role::Lead], boss.id, clock::now()).await.unwrap(),
            _ => app.db.set_disabled(dana.id, true, boss.id, clock::now()).await.unwrap(),
        }
        // Something may have been on its way; then there is nothing more, whatever happens in the interview.
        while let Some(more) = stream.next().await {
            assert!(!more.is_empty());
        }
        app.db.set_roles(dana.id, &[Role::Interviewer], boss.id, clock::now()).await.unwrap();
    }
}
