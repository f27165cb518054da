//! `/{lang}/candidates/{id}/copy`, `/forget`, `/{lang}/retention`: what a candidate may read, and that they can be gone.

use crate::{
    scene::{self, event},
    stream::Messages,
    test_app::{Person, TestApp, on_both, problem},
};
use app::{
    api::{Appended, Snapshot},
    clock,
    islands::join::Screen,
    token,
};
use domain::{
    CandidateId, InterviewId, Role, Score, SpliceId,
    interview::{Payload, Refused},
    pad::{Edit, Splice},
    retention::Policy,
    scorecard::Overall,
};
use hyper::StatusCode;
use serde_json::{Value, json};
use store::Pen;
use uuid::Uuid;

const NOTE: &str = "Brzęczyszczykiewicz <b>counts</b> the hops</textarea><script>alert(1)</script>";

/// A lead who interviews, a candidate with an interview, and what was written about them.
async fn scene(app: &TestApp) -> (Person, CandidateId, InterviewId) {
    let dana = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let interview = scene::interview(&app.db, dana.id).await;
    let id = app.db.interview_for(interview, dana.id).await.unwrap().candidate;
    let question = scene::asked;
    let events = [
        Payload::Start,
        Payload::Note { question: question(), text: NOTE.to_owned() },
        Payload::Score { question: question(), score: Score::Two },
        Payload::Flag { question: question(), text: "Guesses <i>ports</i>".to_owned(), raised: true },
        Payload::Hint { question: question(), text: "Look <s>closer</s>.".to_owned() },
    ];
    app.db.append(interview, dana.id, &events.map(event), clock::now()).await.unwrap();
    let splice = Splice { at: 0, remove: 0, insert: "Her own <q>sketch</q>".to_owned() };
    let edits = vec![Edit { id: SpliceId(Uuid::now_v7()), splice }];
    app.db.write_pad(Pen::Rater { interview, user: dana.id }, 0, edits, clock::now()).await.unwrap().unwrap();
    (dana, id, interview)
}

async fn submit(app: &TestApp, dana: &Person, interview: InterviewId) {
    let payload = Payload::Submit { overall: Overall::Yes, summary: "Measures <em>first</em>.".to_owned() };
    app.db.append(interview, dana.id, &[event(payload)], clock::now()).await.unwrap();
}

async fn json_copy(dana: &Person, id: CandidateId) -> Value {
    let answer = dana.client.get(&format!("/en/candidates/{id}/copy.json")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.header("content-disposition").starts_with("attachment"), "{:?}", answer.headers);
    assert_eq!((answer.header("content-type"), answer.header("cache-control")), ("application/json", "no-store"));
    serde_json::from_slice(&answer.body).unwrap()
}

/// The question of the scene in a copy.
fn asked(copy: &Value) -> Value {
    let questions = copy["loops"][0]["interviews"][0]["questions"].as_array().unwrap();
    questions.iter().find(|it| it["question"] == scene::asked().as_str()).unwrap().clone()
}

on_both!(the_copy_holds_all_once_the_panel_has_judged, forgetting_needs_the_name_and_ends_everything);

async fn the_copy_holds_all_once_the_panel_has_judged(app: &TestApp) {
    let (dana, id, interview) = scene(app).await;
    let page = format!("/en/candidates/{id}/copy");
    let early = dana.client.get(&page).await.text();
    let json = json_copy(&dana, id).await;
    assert!(!early.contains("counts") && !early.contains("Guesses") && !json.to_string().contains("counts"), "{json}");
    assert_eq!(json["loops"][0]["judgements_withheld"], true);
    // What they have seen themselves waits for nobody.
    assert_eq!(json["loops"][0]["interviews"][0]["scratchpad"], "Her own <q>sketch</q>");
    assert!(early.contains("Her own &lt;q&gt;sketch"), "{early}");
    let nothing_of_it = json!({ "question": scene::asked(), "marks": [], "hints": [] });
    assert_eq!(asked(&json), nothing_of_it);

    submit(app, &dana, interview).await;
    app.db.hold_candidate(id, dana.id, Some("A claim <u>is</u> open."), clock::now()).await.unwrap();
    let json = json_copy(&dana, id).await;
    let held = &json["loops"][0]["interviews"][0];
    assert_eq!((&json["name"], &json["hold"]), (&json!("Noa Ben-Ami"), &json!("A claim <u>is</u> open.")));
    assert_eq!(
        (&held["interviewers"], &held["judgements"]),
        (&json!(["dana"]), &json!([{ "by": "dana", "overall": "yes", "summary": "Measures <em>first</em>." }]))
    );
    let mark = json!({ "by": "dana", "score": 2, "note": NOTE, "flags": ["Guesses <i>ports</i>"] });
    let all_of_it = json!({ "question": scene::asked(), "marks": [mark], "hints": ["Look <s>closer</s>."] });
    assert_eq!(asked(&json), all_of_it);
    let text = dana.client.get(&page).await.text();
    for said in ["&lt;b&gt;counts", "Guesses &lt;i&gt;", "Look &lt;s&gt;", "Measures &lt;em&gt;", "A claim &lt;u&gt;"] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    assert!(!text.contains("<script>alert") && !json.to_string().contains("@example.org"), "{json}");
}

async fn forgetting_needs_the_name_and_ends_everything(app: &TestApp) {
    let (dana, id, interview) = scene(app).await;
    let secret = token::secret();
    app.db
        .create_link(interview, dana.id, &token::hash(&secret), clock::now(), clock::now().plus(99_999))
        .await
        .unwrap();
    let mut join = Messages::open(&app.visitor, &format!("/live/join/{secret}?lang=en")).await;
    join.read::<Screen>().await;
    let mut room = Messages::open(&dana.client, &format!("/live/interviews/{interview}")).await;
    room.read::<Snapshot>().await;
    let mut pad = Messages::open(&dana.client, &format!("/live/interviews/{interview}/pad")).await;
    assert!(pad.next().await.unwrap().contains("sketch"));

    let candidate = id.to_string();
    let forget = async |confirmation: &str| {
        let fields = [("candidate", candidate.as_str()), ("confirmation", confirmation), ("lang", "he")];
        dana.client.form("/api/forget_candidate", &format!("/he/candidates/{id}/forget"), &fields).await
    };
    for wrong in ["", "Noa", "noa ben-ami", "Noa Ben-Ami!"] {
        let refused = forget(wrong).await;
        assert!(
            problem(&refused).contains("confirmation") && !refused.header("location").contains("Ben-Ami"),
            "{wrong}"
        );
    }
    app.db.hold_candidate(id, dana.id, Some("A claim."), clock::now()).await.unwrap();
    assert!(problem(&forget("Noa Ben-Ami").await).contains("held"));
    app.db.hold_candidate(id, dana.id, None, clock::now()).await.unwrap();
    assert_eq!(forget(" Noa  Ben-Ami ").await.header("location"), "/he/candidates");

    assert_eq!(join.next().await, None, "the candidate's stream goes on");
    assert_eq!(room.next().await, None, "the room's stream goes on");
    assert_eq!(pad.next().await, None, "the pad's stream goes on");
    assert_eq!(app.visitor.get(&format!("/en/join/{secret}")).await.status, StatusCode::NOT_FOUND);
    for (path, status) in [
        (format!("/en/interviews/{interview}"), StatusCode::GONE),
        (format!("/en/candidates/{id}/edit"), StatusCode::GONE),
        (format!("/en/candidates/{id}/forget"), StatusCode::GONE),
        (format!("/en/candidates/{id}/copy"), StatusCode::GONE),
        (format!("/en/candidates/{id}/copy.json"), StatusCode::GONE),
        (format!("/en/candidates/{id}"), StatusCode::OK),
        (format!("/en/interviews/{interview}/scorecard"), StatusCode::OK),
        (format!("/en/interviews/{interview}/replay?at=2"), StatusCode::OK),
        (format!("/en/interviews/{interview}/replay"), StatusCode::OK),
        ("/en/".to_owned(), StatusCode::OK),
        ("/en/candidates?q=noa".to_owned(), StatusCode::OK),
    ] {
        let answer = dana.client.get(&path).await;
        assert_eq!(answer.status, status, "{path}");
        let text = answer.told();
        assert!(!text.contains("Noa Ben") && !text.contains("counts") && !text.contains("Guesses"), "{path}: {text}");
    }
    // A room that was left open learns why, and keeps nothing.
    let late = event(Payload::Note { question: scene::asked(), text: "late".to_owned() });
    let answer = dana.client.call("/api/append_events", &json!({ "interview": interview, "events": [late] })).await;
    assert_eq!(answer.postcard::<Appended>().refused, [Some(Refused::Forgotten)]);
    let room = dana.client.get(&format!("/en/interviews/{interview}")).await.text();
    assert!(room.contains("data-forgotten"), "a browser would keep its drafts");
}

#[tokio::test]
async fn an_administrator_sets_the_rules_and_runs_them() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator]).await;
    let (dana, id, _) = scene(&app).await;
    let set = async |fields: &[(&str, &str)]| {
        boss.client.form("/api/set_retention", "/en/retention", &[fields, &[("lang", "en")]].concat()).await
    };
    for (fields, field) in [
        (&[("notice", "14"), ("rejected", "0")][..], "rejected"),
        (&[("notice", "14"), ("hired", "121")], "hired"),
        (&[("notice", "14"), ("undecided", "-1")], "undecided"),
        (&[("notice", "91")], "notice"),
        (&[("notice", "<script>")], "notice"),
    ] {
        assert!(problem(&set(fields).await).contains(field), "{fields:?}");
    }
    assert_eq!(
        set(&[("notice", "0"), ("rejected", " 6 "), ("undecided", "1")]).await.header("location"),
        "/en/retention"
    );
    assert_eq!(app.db.policy().await.unwrap(), Policy { rejected: Some(6), undecided: Some(1), ..Policy::default() });
    assert!(!boss.client.get("/en/retention").await.text().contains("Noa Ben-Ami"), "not due yet");
    app.age(&id.to_string(), 40 * domain::retention::DAY).await;
    assert!(boss.client.get("/en/retention").await.text().contains("Noa Ben-Ami"));
    assert!(app.db.candidate_for(id, dana.id).await.unwrap().name.is_some(), "looking at the page forgot somebody");
    boss.client.form("/api/run_retention", "/en/retention", &[("lang", "en")]).await;
    assert_eq!(app.db.candidate_for(id, dana.id).await.unwrap().name, None);
}
