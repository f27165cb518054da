//! The table of doors: every one is in it, and each opens to exactly whom it says, to what is theirs.

use crate::{client::Client, scene::BANK, test_app::TestApp};
use app::{
    access::{self, DOORS, Door, Reach, Who},
    clock, token,
};
use domain::{InterviewId, Level, Locale, Role, RunId, UserId, plan, run};
use hyper::{Method, StatusCode};
use leptos::server_fn::axum::server_fn_paths;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use store::NewCandidate;
use uuid::Uuid;

/// Things of one person, to put into addresses and arguments.
struct Things {
    user: UserId,
    interview: InterviewId,
    candidate: String,
    of: String,
    link: String,
    run: String,
}

/// What somebody leads, if they are a lead, and holds.
async fn things(app: &TestApp, owner: UserId, roles: &[Role]) -> Things {
    let now = clock::now();
    let new = NewCandidate { name: "Noa".to_owned(), email: None, locale: Locale::He };
    let lead = if roles.contains(&Role::Lead) { owner } else { app.person(&token::secret(), &[Role::Lead]).await.id };
    let candidate = app.db.create_candidate(&new, lead, now).await.unwrap();
    let of = app.db.create_loop(candidate, Level::Junior, lead, now).await.unwrap();
    let plan = plan::build(Level::Junior, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap();
    let interview = app.db.create_interview(of, owner, Locale::En, &plan, now).await.unwrap();
    let link =
        app.db.create_link(interview, owner, &token::hash(&token::secret()), now, now.plus(60_000)).await.unwrap();
    let result = run(owner, interview);
    app.db.save_run(&result, now).await.unwrap();
    let text = |it: &dyn ToString| it.to_string();
    Things {
        user: owner,
        interview,
        candidate: text(&candidate),
        of: text(&of),
        link: text(&link),
        run: text(&result.id),
    }
}

/// The result of a probe that somebody ran in an interview.
fn run(user: UserId, interview: InterviewId) -> run::Result {
    run::Result {
        schema: run::SCHEMA.to_owned(),
        id: RunId(Uuid::now_v7()),
        kind: run::Kind::Http,
        asked: run::Asked {
            typed: "lab:healthy".to_owned(),
            target: "lab:healthy".to_owned(),
            method: "GET".to_owned(),
            deadline_ms: 10_000,
            options: run::Options::default(),
        },
        who: run::Who { user: Some(user), interview: Some(interview), question: None },
        vantage: run::Vantage::default(),
        started_at: "2026-01-01T00:00:00Z".to_owned(),
        queue_us: 0,
        hops: Vec::new(),
        totals: None,
        failed: None,
        skew: run::Skew::default(),
        verdicts: Vec::new(),
        truth: None,
        repro: run::Repro::default(),
    }
}

/// The path of a door with these things in it; `None` where it is no address to read.
fn address(door: &Door, of: &Things) -> Option<String> {
    let path = door.path.replace(":lang", "en");
    let id = match path.split('/').nth(2)? {
        "questions" => "tcp-vs-udp".to_owned(),
        "labs" => "connection-pool".to_owned(),
        "candidates" => of.candidate.clone(),
        "loops" => of.of.clone(),
        "probes" => of.run.clone(),
        _ => of.interview.to_string(),
    };
    (!path.starts_with("/api/")).then(|| path.replace(":id", &id).replace(":topic", "commands"))
}

/// The arguments of a server function about these things.
fn arguments(path: &str, of: &Things) -> Value {
    let interview = of.interview;
    match path {
        "/api/append_events" => json!({ "interview": interview, "events": [] }),
        "/api/create_join_link" => json!({ "interview": interview, "locale": "en" }),
        "/api/write_pad" => json!({ "interview": interview, "author": of.user, "base": 0, "edits": [] }),
        "/api/start_probe" => json!({ "interview": interview, "target": "lab:healthy" }),
        "/api/submit_scorecard" => json!({ "interview": interview, "overall": "yes", "summary": "s", "lang": "en" }),
        "/api/create_loop" => json!({ "candidate": of.candidate, "level": "lead", "lang": "en" }),
        "/api/save_template" => json!({ "loop": of.of, "name": "N", "items": "cors", "lang": "en" }),
        "/api/delete_template" => json!({ "template": of.run, "back": of.of, "lang": "en" }),
        "/api/create_interview" => json!({ "loop": of.of, "locale": "en", "lang": "en" }),
        "/api/revoke_join_link" => json!({ "link": of.link, "back": of.of, "lang": "en" }),
        "/api/create_candidate" => json!({ "name": "N", "locale": "en", "lang": "en" }),
        "/api/edit_candidate" => {
            json!({ "candidate": of.candidate, "name": "N", "email": "", "locale": "en", "lang": "en" })
        }
        "/api/archive_candidate" => json!({ "candidate": of.candidate, "archive": true, "lang": "en" }),
        "/api/forget_candidate" => json!({ "candidate": of.candidate, "confirmation": "no", "lang": "en" }),
        "/api/hold_candidate" => json!({ "candidate": of.candidate, "reason": "r", "lift": false, "lang": "en" }),
        "/api/set_outcome" => json!({ "loop": of.of, "outcome": "hired", "lang": "en" }),
        "/api/set_retention" => json!({ "notice": "30", "lang": "en" }),
        "/api/set_settings" => json!({
            "locale": "en", "from": "20", "to": "8", "weekend": "saturday-sunday", "zone": "UTC", "lang": "en",
        }),
        "/api/set_weights" => json!({
            "level": "lead", "theory": "30", "practice": "40", "architecture": "30", "reason": "r", "lang": "en",
        }),
        "/api/give_seat" => {
            json!({ "interview": interview, "email": "nobody@x", "seat": "observer", "back": of.of, "lang": "en" })
        }
        "/api/take_seat" | "/api/hand_over" => {
            json!({ "interview": interview, "user": of.user, "back": of.of, "lang": "en" })
        }
        "/api/import_candidates" => json!({ "sheet": "", "lang": "en" }),
        "/api/invite" => json!({ "observer": "on", "lang": "en" }),
        "/api/set_roles" => json!({ "user": of.user, "observer": "on", "lang": "en" }),
        "/api/set_disabled" => json!({ "user": of.user, "disabled": true, "lang": "en" }),
        "/api/make_reset" => json!({ "user": of.user, "lang": "en" }),
        "/api/change_profile" => json!({ "name": "N", "locale": "en", "lang": "en" }),
        "/api/change_password" => json!({ "current": "x", "password": "y", "lang": "en" }),
        "/api/end_device" => json!({ "device": "0", "lang": "en" }),
        _ => json!({ "lang": "en" }),
    }
}

/// Knocks: reads the address, or calls the function as a script does.
async fn knock(client: &Client, door: &Door, of: &Things) -> StatusCode {
    if let Some(address) = address(door, of) {
        // Only the head: a stream has no end.
        let request = client.request(Method::GET, &address).body("".into()).unwrap();
        return client.begin(request).await.unwrap().status();
    }
    let of = arguments(door.path, of);
    if ["append_events", "create_join_link", "start_probe", "write_pad"].iter().any(|it| door.path.ends_with(it)) {
        return client.call(door.path, &of).await.status;
    }
    let pairs: Vec<String> = of
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| match value {
            Value::String(text) => format!("{name}={text}"),
            other => format!("{name}={other}"),
        })
        .collect();
    let request = client
        .request(Method::POST, door.path)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept", "application/json")
        .header("sec-fetch-site", "same-origin");
    client.send(request.body(pairs.join("&").into()).unwrap()).await.status
}

#[test]
fn every_door_is_in_the_table() {
    let listed: BTreeSet<&str> = DOORS.iter().map(|it| it.path).collect();
    assert_eq!(listed.len(), DOORS.len(), "a door is listed twice");
    let functions: BTreeSet<&str> = server_fn_paths().map(|it| it.0).collect();
    let in_table = listed.iter().copied().filter(|it| it.starts_with("/api/")).collect();
    assert_eq!(functions, in_table);
    let pages: BTreeSet<String> = leptos_axum::generate_route_list(app::routes::App)
        .iter()
        .map(|it| it.path().replace('{', ":").replace('}', ""))
        .collect();
    // A file is no page.
    let in_table = listed
        .iter()
        .filter(|it| it.starts_with("/:lang") && !it.ends_with(".json"))
        .map(|it| (*it).to_owned())
        .collect();
    assert_eq!(pages, in_table);
}

#[tokio::test]
async fn each_door_opens_to_exactly_whom_it_says() {
    let app = TestApp::start().await;
    let mut wrong = BTreeMap::new();
    let mut tried = 0;
    for door in DOORS.iter().filter(|it| it.who != Who::Link && !matches!(it.path, "/api/sign_in" | "/api/sign_out")) {
        // New for each door: some doors change who somebody else is.
        let other = app.person(&token::secret(), &[Role::Lead, Role::Interviewer]).await;
        let somebodys = things(&app, other.id, &[Role::Lead]).await;
        let stranger = knock(&app.visitor, door, &somebodys).await;
        if (stranger == StatusCode::UNAUTHORIZED) == door.is_public() {
            wrong.insert(format!("{} as a stranger", door.path), stranger);
        }
        for role in [&[][..], &[Role::Administrator], &[Role::Lead], &[Role::Interviewer], &[Role::Observer]] {
            for whose in ["own", "another's"] {
                tried += 1;
                // Somebody new each time: some doors end the session of whoever goes through.
                let name = format!("{}-{tried}", role.first().map_or("nobody", |it| it.name()));
                let person = app.person(&name, role).await;
                let own = things(&app, person.id, role).await;
                let of = if whose == "own" { &own } else { &somebodys };
                let status = knock(&person.client, door, of).await;
                let opens = door.opens_to(role);
                let reach = match door.reach {
                    Reach::Loops => true,
                    Reach::Candidates => !role.contains(&Role::Administrator),
                    _ => false,
                };
                let foreign = whose != "own" && reach && door.path.contains(":id");
                let is_right = match (opens, foreign) {
                    (false, _) => status == StatusCode::FORBIDDEN,
                    (true, true) => status == StatusCode::NOT_FOUND,
                    // The door is open; what happens behind it is another test's matter.
                    (true, false) => !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN),
                };
                if !is_right {
                    wrong.insert(format!("{} as {name}, {whose}", door.path), status);
                }
            }
        }
    }
    assert_eq!(wrong, BTreeMap::new(), "{tried} tried");
    assert!(tried > 250, "{tried}");
}

#[test]
fn the_documentation_says_what_the_table_says() {
    let text = include_str!("../../../SECURITY.md");
    assert!(text.contains(&access::table()), "SECURITY.md lacks this table:\n{}", access::table());
}
