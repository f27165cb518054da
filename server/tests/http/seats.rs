//! Several people in one interview: seats by forms, presence in the stream, and nobody's marks but one's own.

use crate::{
    scene::{self, event},
    stream::Messages,
    test_app::{TestApp, on_both, problem},
};
use app::{api::Snapshot, clock};
use domain::{InterviewId, QuestionId, Role, Score, UserId, interview::Payload};
use hyper::StatusCode;
use serde_json::json;

async fn post(
    client: &crate::client::Client,
    function: &str,
    of: &str,
    fields: &[(&str, &str)],
) -> crate::client::Answer {
    let fields = [fields, &[("back", of), ("lang", "en")]].concat();
    client.form(&format!("/api/{function}"), &format!("/en/loops/{of}"), &fields).await
}

/// The next snapshot that has what is wanted.
async fn until(stream: &mut Messages, wanted: impl Fn(&Snapshot) -> bool) -> Snapshot {
    loop {
        let snapshot: Snapshot = stream.read().await;
        if wanted(&snapshot) {
            return snapshot;
        }
    }
}

fn here(of: &Snapshot) -> Vec<&str> {
    of.people.iter().filter(|it| it.here).map(|it| it.name.as_str()).collect()
}

fn score(question: QuestionId) -> Payload {
    Payload::Score { question, score: Score::Five }
}

on_both!(several_people_share_the_room_and_not_their_marks);

async fn several_people_share_the_room_and_not_their_marks(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let of = app.db.interview_for(interview, dana.id).await.unwrap().loop_id.to_string();
    let second = app.person("second", &[Role::Interviewer]).await;
    let omer = app.person("omer", &[Role::Observer]).await;
    let id = interview.to_string();
    assert_eq!(second.client.get(&format!("/en/interviews/{id}")).await.status, StatusCode::NOT_FOUND);
    for (email, seat) in [("second@example.org", "rater"), ("omer@example.org", "observer")] {
        let answer =
            post(&dana.client, "give_seat", &of, &[("interview", &id), ("email", email), ("seat", seat)]).await;
        assert_eq!((problem(&answer), answer.header("location")), (String::new(), format!("/en/loops/{of}").as_str()));
    }
    let nobody = [("interview", id.as_str()), ("email", "nobody@example.org"), ("seat", "rater")];
    assert!(problem(&post(&dana.client, "give_seat", &of, &nobody).await).contains("\"field\":\"email\""));

    // Presence: who comes is seen by who is there, and who goes is not any more.
    let path = format!("/live/interviews/{id}");
    let mut danas = Messages::open(&dana.client, &path).await;
    until(&mut danas, |it| here(it) == ["dana"]).await;
    let mut seconds = Messages::open(&second.client, &path).await;
    until(&mut danas, |it| here(it) == ["dana", "second"]).await;
    let omers = Messages::open(&omer.client, &path).await;
    until(&mut danas, |it| here(it).len() == 3).await;
    drop(omers);
    until(&mut danas, |it| here(it) == ["dana", "second"]).await;

    // One log: what is shared is seen by all, marks by their owner only.
    let events = [event(Payload::Start), event(score(scene::asked()))];
    app.db.append(interview, second.id, &events, clock::now()).await.unwrap();
    let seen = until(&mut danas, |it| it.seq == 2).await;
    assert!(seen.state.clock.started.is_some() && seen.state.marks.is_empty(), "{:?}", seen.state.marks);
    let seen = until(&mut seconds, |it| it.seq == 2).await;
    assert_eq!(seen.state.marks.keys().collect::<Vec<&UserId>>(), [&second.id]);
    for person in [&dana, &omer] {
        let page = person.client.get(&format!("/en/interviews/{id}")).await;
        assert_eq!(page.status, StatusCode::OK);
    }

    let lead = [("interview", id.as_str()), ("user", &second.id.to_string())];
    post(&dana.client, "hand_over", &of, &lead).await;
    let seen = until(&mut danas, |it| it.people.first().is_some_and(|it| it.name == "second")).await;
    assert!(seen.people[0].leads && !seen.people[1].leads);
}

#[tokio::test]
async fn an_observer_changes_nothing_that_others_see() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let omer = app.person("omer", &[Role::Observer, Role::Interviewer]).await;
    app.db
        .give_seat(interview, "omer@example.org", domain::interview::Seat::Observer, dana.id, clock::now())
        .await
        .unwrap();
    let refused = async |payload: Payload| {
        let arguments = json!({ "interview": interview, "events": [event(payload)] });
        let answer = omer.client.call("/api/append_events", &arguments).await;
        answer.postcard::<app::api::Appended>().refused[0]
    };
    let question = scene::asked();
    for payload in [
        Payload::Start,
        Payload::Reveal { question: question.clone() },
        Payload::Move { question: question.clone() },
        Payload::Submit { overall: domain::scorecard::Overall::Yes, summary: "s".to_owned() },
    ] {
        assert_eq!(refused(payload).await, Some(domain::interview::Refused::Observing));
    }
    assert_eq!(refused(score(question)).await, None);
    let link = json!({ "interview": interview, "locale": "en" });
    assert_eq!(omer.client.call("/api/create_join_link", &link).await.status, StatusCode::FORBIDDEN);
    let probe = json!({ "interview": interview, "target": "lab:healthy" });
    assert_eq!(omer.client.call("/api/start_probe", &probe).await.status, StatusCode::FORBIDDEN);
    let interview: InterviewId = interview;
    assert_eq!(app.db.state(interview).await.unwrap().0, 1);
}

/// Two raters: the copy waits for both, and holds what both have written.
#[tokio::test]
async fn the_copy_waits_for_every_rater_and_holds_what_each_wrote() {
    let app = TestApp::start().await;
    let lead = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let interview = scene::interview(&app.db, lead.id).await;
    let second = app.person("second", &[Role::Interviewer]).await;
    let at = clock::now();
    app.db.give_seat(interview, "second@example.org", domain::interview::Seat::Rater, lead.id, at).await.unwrap();
    let of = app.db.interview_for(interview, lead.id).await.unwrap();
    let path = format!("/en/candidates/{}/copy.json", of.candidate);
    let submit =
        || event(Payload::Submit { overall: domain::scorecard::Overall::Yes, summary: "Both agree.".to_owned() });
    for person in [&lead, &second] {
        let withheld = lead.client.get(&path).await;
        if withheld.status == StatusCode::OK {
            let json: serde_json::Value = serde_json::from_slice(&withheld.body).unwrap();
            assert_eq!(json["loops"][0]["judgements_withheld"], true);
            assert!(!withheld.text().contains("Both agree."));
        }
        app.db.append(interview, person.id, &[event(score(scene::asked())), submit()], at).await.unwrap();
    }
    let json: serde_json::Value = serde_json::from_slice(&lead.client.get(&path).await.body).unwrap();
    let held = &json["loops"][0]["interviews"][0];
    assert_eq!(held["judgements"].as_array().map(Vec::len), Some(2), "{json}");
    assert_eq!(held["interviewers"], json!(["dana", "second"]));
}
