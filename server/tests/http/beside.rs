//! What is shown to the candidate beside the prompt: an exhibit without its defects, a probe's phases without its target.

use crate::{
    html::between,
    scene::{BANK, event},
    stream::Messages,
    test_app::{Person, TestApp, on_both},
};
use app::{api::Appended, clock, islands::join::Screen, token};
use content::{Exhibit, Reader};
use domain::{
    ExhibitId, InterviewId, Locale, QuestionId, Role, RunId,
    interview::{Event, Payload, Refused, Seat},
};
use hyper::StatusCode;
use serde_json::json;

/// A question of the junior's plan, and an exhibit of it.
fn shown() -> (QuestionId, ExhibitId) {
    ("connection-pooling".parse().unwrap(), "python-connection-pool".parse().unwrap())
}

fn exhibit() -> &'static Exhibit {
    BANK.shelf(Reader::Staff).exhibits().find(|it| it.id.as_str() == shown().1.as_str()).unwrap()
}

fn file(shown_now: bool) -> Payload {
    let (question, exhibit) = shown();
    Payload::Exhibit { question, exhibit, shown: shown_now }
}

async fn send(who: &Person, interview: InterviewId, payloads: &[Payload]) -> Vec<Option<Refused>> {
    let events: Vec<Event> = payloads.iter().cloned().map(event).collect();
    let answer = who.client.call("/api/append_events", &json!({ "interview": interview, "events": events })).await;
    answer.postcard::<Appended>().refused
}

/// A probe that was run to its end.
async fn probed(dana: &Person, interview: InterviewId) -> RunId {
    let arguments = json!({ "interview": interview, "target": "lab:slow-upstream" });
    let id: RunId = dana.client.call("/api/start_probe", &arguments).await.postcard();
    let mut stream = Messages::open(&dana.client, &format!("/live/probes/{id}")).await;
    while stream.next().await.is_some() {}
    id
}

on_both!(the_screen_holds_what_is_shown_beside_and_not_what_is_known_of_it);

async fn the_screen_holds_what_is_shown_beside_and_not_what_is_known_of_it(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let (secret, now) = (token::secret(), clock::now());
    app.db.create_link(interview, dana.id, &token::hash(&secret), now, now.plus(60_000)).await.unwrap();
    let run = probed(&dana, interview).await;
    let mut stream = Messages::open(&app.visitor, &format!("/live/join/{secret}?lang=he")).await;
    let before: Screen = stream.read().await;
    assert_eq!((&before.exhibit, &before.output), (&None, &None));

    assert_eq!(send(&dana, interview, &[file(true), Payload::Output { run, shown: true }]).await, [None, None]);
    let mut screen = before;
    while screen.output.is_none() {
        screen = stream.read().await;
    }
    let known = exhibit();
    let version = known.document.version(Locale::He);
    let listing = screen.exhibit.clone().unwrap();
    assert_eq!((listing.code.as_str(), listing.lead.as_str()), (known.broken.html.as_str(), version.lead.as_str()));
    assert_eq!(listing.numbers.lines().count(), known.broken.lines);
    let result = app.db.run_for(run, dana.id).await.unwrap();
    let page = app.visitor.get(&format!("/he/join/{secret}")).await;
    let html = page.text();
    assert!(html.contains(listing.code.as_str()) && html.contains("class=\"fall\""), "{html}");
    // Times, and nothing that names the fault.
    for whole in [format!("{screen:?}"), page.told()] {
        let remote = result.hops[0].remote.clone().unwrap();
        let ids = [shown().1.to_string(), run.to_string(), interview.to_string()];
        let names = ["slow-upstream", "lab:", "injected", "broken.", "fixed."].map(str::to_owned);
        for secret in ids.into_iter().chain(names).chain([remote]) {
            assert!(!whole.contains(&secret), "{secret} in {whole}");
        }
        assert!(!whole.contains(known.fixed.html.as_str()), "the mended file is there");
        for entry in &version.entries {
            let parts = entry.parts.iter().map(|it| &it.1);
            for held in parts.chain([&entry.heading]) {
                assert!(!whole.contains(held.as_str()), "{whole} holds {}", held.as_str());
            }
        }
    }
    // And it goes.
    assert_eq!(send(&dana, interview, &[Payload::Conceal]).await, [None]);
    while screen.output.is_some() || screen.exhibit.is_some() {
        screen = stream.read().await;
    }
}

#[tokio::test]
async fn who_looks_on_shows_nothing_and_nobody_what_there_is_not() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let run = probed(&dana, interview).await;
    let watcher = app.person("watcher", &[Role::Observer]).await;
    app.db.give_seat(interview, "watcher@example.org", Seat::Observer, dana.id, clock::now()).await.unwrap();
    let output = Payload::Output { run, shown: true };
    let refused = send(&watcher, interview, &[file(true), output]).await;
    assert_eq!(refused, [Some(Refused::Observing), Some(Refused::Observing)]);

    let (question, exhibit) = shown();
    let unknown = |question: &str, exhibit: &str| Payload::Exhibit {
        question: question.parse().unwrap(),
        exhibit: exhibit.parse().unwrap(),
        shown: true,
    };
    let elsewhere = RunId(uuid::Uuid::now_v7());
    let odd = [
        unknown(question.as_str(), "no-such-exhibit"),
        Payload::Start,
        // The bank has it, and this question has not.
        unknown("osi-tcpip-model", exhibit.as_str()),
        // The question has it, and the plan has not the question.
        unknown("caching-strategies", "python-write-behind-cache"),
        Payload::Output { run: elsewhere, shown: true },
    ];
    let why = [
        Some(Refused::UnknownExhibit),
        None,
        Some(Refused::UnknownExhibit),
        Some(Refused::UnknownQuestion),
        Some(Refused::UnknownRun),
    ];
    assert_eq!(send(&dana, interview, &odd).await, why);
    let (_, state) = app.db.state(interview).await.unwrap();
    assert!(state.exhibited.is_empty() && state.clock.started.is_some(), "{state:?}");
}

#[tokio::test]
async fn the_replay_and_its_ledger_say_what_was_shown() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let run = probed(&dana, interview).await;
    let steps = [Payload::Start, file(true), Payload::Output { run, shown: true }, file(false)];
    assert_eq!(send(&dana, interview, &steps).await, [None; 4]);
    let title = &exhibit().document.version(Locale::En).title_plain;
    let read = async |at: usize| {
        let answer = dana.client.get(&format!("/en/interviews/{interview}/replay?at={at}")).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.text()
    };
    let page = read(4).await;
    for said in ["Exhibit shown to the candidate", "Probe result shown to the candidate", "Exhibit hidden"] {
        assert!(page.contains(said), "{said} is missing: {page}");
    }
    assert!(page.contains("exhibit at 0:00") && page.contains("probe result at 0:00"), "{page}");
    let then = between(&page, "class=\"screen\"", "</div>").to_owned();
    assert!(then.contains("lab:slow-upstream") && then.contains(title.as_str()), "{then}");
    let later = read(5).await;
    let later = between(&later, "class=\"screen\"", "</div>");
    assert!(later.contains("lab:slow-upstream") && !later.contains(title.as_str()), "{later}");
    let audit = app.db.audit_rows(store::AuditFilter::default(), 99).await.unwrap();
    let reveals = audit.iter().filter(|it| it.entry.kind == domain::audit::Kind::Reveal).count();
    assert_eq!(reveals, 2, "what the candidate was shown is written down");
}
