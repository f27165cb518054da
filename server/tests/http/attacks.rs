//! What somebody hostile sends: text that wants to be markup, bytes that are no text, fields that nobody asked for, addresses
//! that lead elsewhere. What has a place of its own: other sites (`origin`), foreign ids (`access`), guessing (`sign_in_limit`).

use crate::{
    client::{Answer, Client},
    scene::{self, event},
    sign_in::{PASSWORD, register, sign_in},
    test_app::{TestApp, problem},
};
use app::{clock, password};
use domain::{
    CandidateId, InterviewId, Level, Locale, LoopId, Role, UserId, interview::Payload, person, retention::Outcome,
    scorecard::Overall,
};
use http_body_util::Full;
use hyper::{Method, StatusCode};
use std::time::{Duration, Instant};

/// Ends whatever could hold it, turns what follows, and says something in three languages.
const HOSTILE: &str = "--></title></textarea></script></style><script>alert('שלום')</script><svg/onload=alert('привет')>\
    <img src=x onerror=alert(1)>\"'`{{7*7}}${7*7}\u{202e}\u{2066}[x](javascript:alert(2))";

/// A page on which the text is not text.
fn acts(page: &str) -> bool {
    // Marks of direction stay in free text; each text is isolated by `dir="auto"` or `<bdi>`.
    ["<script>alert", "<svg/onload", "<img src=x", "</textarea></script>", "href=\"javascript:"]
        .iter()
        .any(|it| page.contains(it))
}

/// A name that is as hostile as a name may be: markup, but no hidden characters.
fn hostile_name() -> String {
    HOSTILE.replace(['\u{202e}', '\u{2066}'], "").chars().take(person::NAME_MAX).collect()
}

/// Hostile text in every field that there is.
async fn everywhere(app: &TestApp, boss: &crate::test_app::Person) -> (CandidateId, LoopId, InterviewId) {
    let now = clock::now();
    let name = hostile_name();
    app.db.set_profile(boss.id, &name, Locale::En).await.unwrap();
    let new =
        store::NewCandidate { name, email: Some("\"<script>alert(1)</script>\"@x.org".into()), locale: Locale::He };
    let candidate = app.db.create_candidate(&new, boss.id, now).await.unwrap();
    app.db.hold_candidate(candidate, boss.id, Some(HOSTILE), now).await.unwrap();
    let of = app.db.create_loop(candidate, Level::Junior, boss.id, now).await.unwrap();
    app.db.set_outcome(of, boss.id, Some(Outcome::Rejected), now).await.unwrap();
    let held = scene::interview(&app.db, boss.id).await;
    let plan = app.db.interview_for(held, boss.id).await.unwrap().plan;
    let interview = app.db.create_interview(of, boss.id, Locale::Ru, &plan, now).await.unwrap();
    let question = scene::asked();
    let events = [
        Payload::Note { question: question.clone(), text: HOSTILE.to_owned() },
        Payload::Flag { question, text: HOSTILE.to_owned(), raised: true },
        Payload::Submit { overall: Overall::No, summary: HOSTILE.to_owned() },
    ]
    .map(event);
    let appended = app.db.append(interview, boss.id, &events, now).await.unwrap();
    assert!(!format!("{:?}", appended.outcomes).contains("Refused"), "{:?}", appended.outcomes);
    let company = name_of_eighty();
    let settings = domain::settings::Settings { company, ..domain::settings::Settings::default() };
    app.db.set_settings(&settings, boss.id, now).await.unwrap();
    app.db.set_weights(Level::Junior, domain::weights::Weights::FIRST, HOSTILE, boss.id, now).await.unwrap();
    (candidate, of, interview)
}

fn name_of_eighty() -> String {
    "</dd><script>alert(1)</script>".to_owned()
}

#[tokio::test]
async fn text_stays_text_on_every_page_in_every_language() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    let (candidate, of, interview) = everywhere(&app, &boss).await;
    let mut seen = 0;
    for lang in Locale::ALL {
        for path in [
            String::new(),
            "/account".to_owned(),
            "/audit".to_owned(),
            "/audit?actor=%3Cscript%3Ealert(1)%3C/script%3E@x".to_owned(),
            "/people".to_owned(),
            "/people?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
            "/settings".to_owned(),
            "/retention".to_owned(),
            "/candidates".to_owned(),
            "/candidates?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
            "/questions?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&block=%22%3E%3Cimg%20src=x%3E".to_owned(),
            format!("/candidates/{candidate}"),
            format!("/candidates/{candidate}/edit"),
            format!("/candidates/{candidate}/copy"),
            format!("/candidates/{candidate}/forget"),
            format!("/loops/{of}"),
            format!("/interviews/{interview}"),
            format!("/interviews/{interview}/scorecard"),
            format!("/interviews/{interview}/replay"),
            format!("/interviews/{interview}/replay?at=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"),
        ] {
            let page = boss.client.get(&format!("/{lang}{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "/{lang}{path}");
            let text = page.text();
            assert!(!acts(&text), "/{lang}{path}: {text}");
            seen += usize::from(text.contains("&lt;script&gt;alert") || page.told().contains("alert("));
        }
    }
    assert!(seen > 30, "the text was drawn on {seen} pages only");
    let csv = boss.client.get("/export/audit.csv").await;
    assert!(csv.header("content-type").starts_with("text/csv"));
    assert_eq!(csv.header("x-content-type-options"), "nosniff");
}

async fn post(client: &Client, path: &str, kind: &str, body: &[u8]) -> Answer {
    let request = client
        .request(Method::POST, path)
        .header("content-type", kind)
        .header("accept", "application/json")
        .header("sec-fetch-site", "same-origin");
    client.send(request.body(Full::from(body.to_vec())).unwrap()).await
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused_and_nothing_breaks() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    const FORM: &str = "application/x-www-form-urlencoded";
    for (path, kind, body) in [
        ("/api/create_candidate", FORM, &b"name=%FF%FE&locale=en&lang=en"[..]),
        ("/api/create_candidate", FORM, b"name=a%00b&locale=en&lang=en"),
        ("/api/create_candidate", FORM, b"name=\xff\xfe&locale=en&lang=en"),
        ("/api/create_candidate", FORM, b"%&=&&==%zz"),
        ("/api/append_events", "application/json", b"\xff\xfe"),
        ("/api/append_events", "application/json", b"{\"interview\":\"\\ud800\",\"events\":[]}"),
        ("/api/append_events", "application/json", b"[[[[[[[[[["),
        ("/api/append_events", "application/json", &[b'['; 100_000]),
        ("/api/append_events", FORM, b"interview=x"),
        ("/api/set_settings", FORM, b"company=%00&locale=en&from=1&to=2&weekend=saturday-sunday&zone=UTC&lang=en"),
    ] {
        let answer = post(&boss.client, path, kind, body).await;
        assert!(answer.status.is_client_error(), "{path} {kind} {:?}: {}", &body[..body.len().min(40)], answer.status);
    }
    assert_eq!(app.db.candidates(boss.id, "", store::Shown::All, 9).await.unwrap().total, 0);
    for path in [
        "/en/%FF%FE",
        "/en/questions/%00",
        "/%ff",
        "/en/candidates?q=%FF%FE%00",
        "/en/audit?before=99999999999999999999",
    ] {
        let status = boss.client.get(path).await.status;
        assert!(!status.is_server_error(), "{path}: {status}");
    }
    assert_eq!(boss.client.get("/en/people").await.status, StatusCode::OK, "still alive");
}

#[tokio::test]
async fn fields_that_nobody_asked_for_change_nothing() {
    let app = TestApp::start().await;
    let eve = app.person("eve", &[Role::Interviewer]).await;
    let other = app.person("other", &[Role::Interviewer]).await;
    let fields = [
        ("name", "Eve"),
        ("locale", "he"),
        ("lang", "en"),
        ("roles", "administrator"),
        ("administrator", "on"),
        ("email", "boss@example.org"),
        ("disabled_at", ""),
        ("id", &other.id.to_string()),
        ("user", &other.id.to_string()),
        ("viewer", &other.id.to_string()),
    ];
    eve.client.form("/api/change_profile", "/en/account", &fields).await;
    let after = app.db.user(eve.id).await.unwrap().unwrap();
    assert_eq!(
        (after.name.as_str(), after.roles.as_slice(), after.email.contains("boss")),
        ("Eve", &[Role::Interviewer][..], false)
    );
    assert_eq!(app.db.user(other.id).await.unwrap().unwrap().name, "other");
}

#[tokio::test]
async fn nothing_leads_to_another_site() {
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    let fields = |lang| [("email", "dana@example.org"), ("password", PASSWORD), ("lang", lang)];
    for lang in
        ["//evil.example", "en/../..//evil.example", "https://evil.example", "\\\\evil.example", "en\r\nlocation: x"]
    {
        let answer = app.visitor.form("/api/sign_in", "/en/sign-in", &fields(lang)).await;
        assert!(!answer.header("location").contains("//evil"), "{lang}: {}", answer.header("location"));
        assert!(answer.header("set-cookie").is_empty(), "{lang}");
    }
    for path in
        ["//evil.example", "//evil.example/en/", "/en//evil.example", "/\\evil.example", "/en/..//evil.example/"]
    {
        let answer = app.visitor.get(path).await;
        let location = answer.header("location");
        assert!(!location.starts_with("//") && !location.contains("evil.example"), "{path}: {location}");
    }
    // What a proxy or a client claims about the host changes no address that is shown or followed.
    let boss = app.person("boss", &[Role::Administrator]).await;
    for name in ["x-forwarded-host", "x-original-url", "x-rewrite-url", "forwarded", "x-http-method-override"] {
        let request = boss.client.request(Method::GET, "/en/account").header(name, "/en/people");
        let answer = boss.client.send(request.body(Full::default()).unwrap()).await;
        let text = answer.text();
        assert!(
            answer.status == StatusCode::OK && text.contains("/api/change_profile") && !text.contains("/api/invite"),
            "{name}"
        );
    }
}

#[tokio::test]
async fn names_that_pass_for_others_are_not_taken() {
    let app = TestApp::start().await;
    let eve = app.person("eve", &[Role::Lead, Role::Interviewer]).await;
    for name in ["Dаna Levi", "Dana\u{200b} Levi", "\u{202e}iveL anaD", "Dana\u{0}"] {
        let fields = [("name", name), ("locale", "en"), ("lang", "en")];
        assert!(
            problem(&eve.client.form("/api/change_profile", "/en/account", &fields).await).contains("name"),
            "{name:?}"
        );
        let answer = eve.client.form("/api/create_candidate", "/en/candidates", &fields).await;
        assert!(problem(&answer).contains("name"), "{name:?}");
    }
    assert_eq!(app.db.user(eve.id).await.unwrap().unwrap().name, "eve");
}

#[tokio::test]
async fn nobody_costs_a_hash_like_somebody() {
    const WRONG: &str = "a wrong password, as long as it has to be";
    let app = TestApp::start().await;
    register(&app, "dana@example.org").await;
    // The quickest of three: what other tests take away only makes slower.
    let mut quickest = [Duration::MAX; 3];
    for _ in 0..3 {
        for (which, email) in [None, Some("dana@example.org"), Some("nobody@example.org")].into_iter().enumerate() {
            let began = Instant::now();
            match email {
                None => drop(password::verify(WRONG.to_owned(), None).await.unwrap()),
                Some(email) => drop(sign_in(&app.visitor, email, WRONG).await),
            }
            quickest[which] = quickest[which].min(began.elapsed());
        }
    }
    let [hash, known, unknown] = quickest;
    // Without a hash the answer is there in a twentieth of its time.
    assert!(known > hash / 2 && unknown > hash / 2, "hash {hash:?}, somebody {known:?}, nobody {unknown:?}");
}

/// Whoever is made up has no rights, whatever is written in the cookie.
#[tokio::test]
async fn odd_cookies_are_nobody() {
    let app = TestApp::start().await;
    let id = UserId(uuid::Uuid::nil());
    for secret in ["", "x", &id.to_string(), &"a".repeat(64), &"a".repeat(8_000), "' or 1=1 --", "\u{1f600}"] {
        let Ok(value) = format!("__Host-session={secret}").parse::<hyper::header::HeaderValue>() else { continue };
        let request = app.visitor.request(Method::GET, "/en/account").header("cookie", value);
        let answer = app.visitor.send(request.body(Full::default()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{secret:?}");
    }
}
