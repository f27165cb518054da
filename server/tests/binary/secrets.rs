//! The log holds nothing that opens anything, however much is logged; the set-up link is printed, once.

use crate::{
    client::Client,
    hopwise::{Server, run, serve},
    stream::Messages,
};
use app::api::JoinLink;
use serde_json::json;
use std::fs;
use tempfile::tempdir;

const PASSWORD: &str = "seven otters read the manual";
const WRONG: &str = "staple instead of battery";

/// Submits the sign-in form; the session's secret, if one was opened.
async fn sign_in(client: &Client, email: &str, password: &str) -> Option<String> {
    let fields = [("email", email), ("password", password), ("lang", "en")];
    let answer = client.form("/api/sign_in", "/en/sign-in", &fields).await;
    let cookie = answer.header("set-cookie").strip_prefix("__Host-session=")?;
    Some(cookie.split(';').next()?.to_owned())
}

/// The way from a candidate to a join link; the link's secret.
async fn join_link(dana: &Client) -> String {
    let mut id = String::new();
    for (function, fields) in [
        ("create_candidate", [("name", "Noa"), ("locale", "en")]),
        ("create_loop", [("candidate", ""), ("level", "junior")]),
        ("create_interview", [("loop", ""), ("locale", "en")]),
    ] {
        let fields = fields.map(|(name, value)| (name, if value.is_empty() { id.as_str() } else { value }));
        let answer = dana.form(&format!("/api/{function}"), "/en", &[&fields[..], &[("lang", "en")]].concat()).await;
        id = answer.header("location").rsplit('/').next().unwrap().to_owned();
    }
    let link = dana.call("/api/create_join_link", &json!({ "interview": id, "locale": "en" })).await;
    link.postcard::<JoinLink>().path.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn no_secret_reaches_the_log() {
    let folder = tempdir().unwrap();
    let mut server = Server::start(serve(folder.path(), "sqlite:data/hopwise.db").args(["--log", "trace"]));
    let printed = server.line();
    let setup = printed.rsplit('/').next().unwrap().to_owned();
    assert!(printed.starts_with("Set-up link") && setup.len() == 64, "{printed}");
    let visitor = server.visitor.clone();
    visitor.get(&format!("/en/setup/{setup}")).await;
    let fields = [
        ("token", setup.as_str()),
        ("name", "Dana"),
        ("email", "dana@example.org"),
        ("password", PASSWORD),
        ("lang", "en"),
    ];
    assert_eq!(visitor.form("/api/set_up", &format!("/en/setup/{setup}"), &fields).await.header("location"), "/en/");
    assert_eq!(sign_in(&visitor, "dana@example.org", WRONG).await, None);
    let session = sign_in(&visitor, "dana@example.org", PASSWORD).await.unwrap();
    let dana = visitor.with_session(&session);
    let join = join_link(&dana).await;
    assert!(visitor.get(&format!("/en/join/{join}")).await.status.is_success());
    let mut stream = Messages::open(&visitor, &format!("/live/join/{join}?lang=en")).await;
    assert!(stream.read::<app::islands::join::Screen>().await.prompt.is_none());
    // What goes wrong is logged more than what does not.
    let broken = visitor.request(hyper::Method::POST, "/api/sign_in").header("content-type", "text/plain");
    visitor.send(broken.body(format!("password={PASSWORD}").into()).unwrap()).await;
    server.terminate();
    let (_, said, log) = tokio::task::spawn_blocking(move || server.end()).await.unwrap();

    assert_eq!(said.matches(&setup).count(), 1, "{said}");
    for word in ["/en/setup", "/api/sign_in", "/live/join", "sqlx::query", "TRACE"] {
        assert!(log.contains(word), "nothing of {word} was logged: {log}");
    }
    assert!(!log.contains('\u{1b}'), "colours in a file");
    let form = |it: &str| [it.to_owned(), it.replace(' ', "%20"), it.replace(' ', "+")];
    for secret in [form(&setup), form(&session), form(&join), form(PASSWORD), form(WRONG)].concat() {
        assert!(!log.contains(&secret), "{}", log.lines().find(|it| it.contains(&secret)).unwrap());
        assert!(secret == setup || !said.contains(&secret), "{said}");
    }
}

#[tokio::test]
async fn the_link_is_offered_until_somebody_has_used_one() {
    let folder = tempdir().unwrap();
    let command = || serve(folder.path(), "sqlite:data/hopwise.db");
    let links: Vec<String> = (0..2).map(|_| Server::start(&mut command()).line()).collect();
    assert_ne!(links[0], links[1], "the first one is not known any more");
    let mut add = crate::hopwise::hopwise(folder.path());
    add.args(["user", "add", "--database", "sqlite:data/hopwise.db", "--email", "d@e.org", "--name", "D"]);
    assert_eq!(run(add.args(["--role", "administrator"]), PASSWORD).code, Some(0));
    let server = Server::start(&mut command());
    server.visitor.get("/healthz").await;
    server.terminate();
    let (_, said, _) = tokio::task::spawn_blocking(move || server.end()).await.unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
}

/// The processor time of a process so far, in ticks of 10 ms.
fn ticks(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

#[tokio::test]
async fn an_unknown_address_costs_as_much_work_as_a_wrong_password() {
    let folder = tempdir().unwrap();
    let mut add = crate::hopwise::hopwise(folder.path());
    add.args(["user", "add", "--database", "sqlite:data/hopwise.db", "--email", "dana@example.org", "--name", "D"]);
    assert_eq!(run(add.args(["--role", "administrator"]), PASSWORD).code, Some(0));
    let server = Server::start(&mut serve(folder.path(), "sqlite:data/hopwise.db"));
    sign_in(&server.visitor, "warm@example.org", WRONG).await;
    let work = async |email: &str| {
        let before = ticks(server.id());
        for _ in 0..5 {
            assert_eq!(sign_in(&server.visitor, email, WRONG).await, None);
        }
        ticks(server.id()) - before
    };
    let (known, unknown) = (work("dana@example.org").await, work("nobody@example.org").await);
    // The time on the clock would depend on what else runs. Without a hash it is a tenth.
    assert!(known >= 5 && unknown * 2 > known, "time tells who has an account: {unknown} and {known} ticks");
}
