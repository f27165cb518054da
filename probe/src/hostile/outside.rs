//! The way out of the lab: what is not allowed is not asked for, and where a name leads is looked at before anybody goes.

use super::{
    failed, invariants,
    name_server::{NameServer, addresses, records},
};
use crate::{Allowed, Ask, Lab, Order, Outcome, Outside, Prober, outcome};
use domain::run::{self, HttpVersion};
use hickory_proto::rr::{Name, RData, Record, rdata::CNAME};
use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    task::JoinHandle,
};

/// An address of the public Internet, which tests reach at a server of their own.
const PUBLIC: &str = "93.184.215.14";

/// A prober that may go to `a.example` and, on port 80 only, to `b.example`.
async fn prober(names: &NameServer) -> Prober {
    let lab = Lab::start().await.unwrap();
    let allowed = Allowed::read(["a.example", "b.example:80"]).unwrap();
    let outside = Outside { allowed, resolver: names.addr, roots: lab.roots() };
    Prober::with(lab, Some(outside))
}

async fn run(prober: &Prober, typed: &str, order: Order) -> run::Result {
    let ask = Ask { typed: typed.to_owned(), deadline: Duration::from_secs(5), ..super::ask(1, 0) };
    let result = prober.run(ask, order, |_| {}).await;
    invariants::assert_consistent(&result);
    result
}

fn http(redirects: u8) -> Order {
    Order::Http { address: None, version: HttpVersion::One, redirects }
}

/// A server of plain HTTP at a place of the public Internet: it gives every client `answer` and keeps the requests.
async fn public_server(prober: &mut Prober, answer: String) -> JoinHandle<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    prober.dialer.detour(SocketAddr::new(PUBLIC.parse().unwrap(), 80), listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(stream.read_u8().await.unwrap());
            }
            let request = String::from_utf8(request).unwrap().to_ascii_lowercase();
            assert!(request.contains("host: a.example\r\n") || request.contains("host: b.example\r\n"), "{request}");
            assert!(!request.contains("cookie") && !request.contains("x-hopwise"), "{request}");
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    })
}

fn found(location: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n")
}

#[tokio::test]
async fn an_allowed_name_is_measured_without_tls_too() {
    let names = NameServer::with(&[PUBLIC]).await;
    let mut prober = prober(&names).await;
    let server = public_server(&mut prober, "HTTP/1.1 204 No Content\r\n\r\n".to_owned()).await;
    let result = run(&prober, "http://A.example/x?y=1", http(0)).await;
    assert_eq!((outcome(&result), result.truth.is_none()), (Outcome::Measured, true));
    let hop = &result.hops[0];
    assert_eq!((hop.url.as_str(), hop.phase_us.tls), ("http://a.example/x?y=1", None));
    assert_eq!((hop.http.as_ref().unwrap().status, hop.guard.as_ref().unwrap().rule.as_str()), (204, "allowed"));
    assert!(result.repro.curl.contains(&format!("--resolve a.example:80:{PUBLIC} ")), "{}", result.repro.curl);
    assert!(!result.repro.curl.contains("--insecure"));
    server.abort();
}

#[tokio::test]
async fn what_nobody_allowed_is_not_even_asked_for() {
    let names = NameServer::with(&[PUBLIC]).await;
    let prober = prober(&names).await;
    for (typed, class) in [
        ("http://c.example/", "not-allowed"),
        ("http://x.a.example/", "not-allowed"),
        ("http://a.example:22/", "not-allowed"),
        ("https://b.example/", "not-allowed"),
        ("http://healthy.lab/", "not-allowed"),
        ("http://localhost/", "malformed-target"),
        ("http://127.0.0.1/", "malformed-target"),
        ("http://a.example@127.0.0.1/", "malformed-target"),
        ("lab:nothing", "not-a-lab-target"),
    ] {
        let result = run(&prober, typed, http(5)).await;
        assert_eq!((outcome(&result), failed(&result)), (Outcome::Refused, ("guard", class)), "{typed}");
    }
    for order in [Order::Dns { types: vec![] }, Order::Tcp { address: None }, Order::Tls { address: None }] {
        assert_eq!(outcome(&run(&prober, "c.example:443", order).await), Outcome::Refused);
    }
    assert_eq!((names.asked(), prober.connects()), (0, 0));
}

#[tokio::test]
async fn one_bad_answer_among_good_ones_refuses_the_name() {
    for bad in ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "64:ff9b::a9fe:a9fe", "fd00::1"]
    {
        let names = NameServer::with(&[PUBLIC, bad]).await;
        let prober = prober(&names).await;
        let result = run(&prober, "http://a.example/", http(0)).await;
        assert_eq!(failed(&result), ("guard", "special-address"), "{bad}");
        assert!(!result.failed.as_ref().unwrap().text.contains(bad), "an inner address would be told");
        assert_eq!(prober.connects(), 0);
    }
}

#[tokio::test]
async fn an_alias_leads_to_no_other_rules() {
    let names = NameServer::start(|_, question| {
        let inner = Name::from_ascii("localhost.").unwrap();
        let alias = records(question, vec![RData::CNAME(CNAME(inner.clone()))]);
        let mut answer = hickory_proto::op::Message::from_vec(&alias).unwrap();
        answer.add_answer(Record::from_rdata(inner, 0, RData::A(Ipv4Addr::LOCALHOST.into())));
        vec![answer.to_vec().unwrap()]
    });
    let names = names.await;
    let prober = prober(&names).await;
    assert_eq!(failed(&run(&prober, "http://a.example/", http(0)).await), ("guard", "special-address"));
    assert_eq!(prober.connects(), 0);
}

/// A server that flips between a public answer and a private one wins nothing: each probe asks once, and goes to what
/// was looked at.
#[tokio::test]
async fn a_thousand_rebindings_never_reach_a_private_address() {
    let flip = |n: usize, question: &_| {
        let it = if (n / 2).is_multiple_of(2) { PUBLIC } else { "127.0.0.1" };
        vec![addresses(question, &[it.parse().unwrap()])]
    };
    let names = NameServer::start(flip).await;
    let mut prober = prober(&names).await;
    let server = public_server(&mut prober, "HTTP/1.1 204 No Content\r\n\r\n".to_owned()).await;
    let (mut measured, mut refused) = (0, 0);
    for _ in 0..1_000 {
        let result = run(&prober, "http://a.example/", http(0)).await;
        match outcome(&result) {
            Outcome::Measured => measured += 1,
            _ => refused += 1,
        }
        let went: Vec<&str> = result.hops[0].attempts.iter().map(|it| it.addr.as_str()).collect();
        assert!(went.iter().all(|it| *it == format!("{PUBLIC}:80")), "{went:?}");
    }
    assert_eq!((measured, refused, prober.connects()), (500, 500, 500));
    server.abort();
}

#[tokio::test]
async fn a_redirect_out_of_what_is_allowed_is_not_followed() {
    for (to, class) in [
        ("http://169.254.169.254/", "malformed-target"),
        ("//127.1/", "malformed-target"),
        ("file:///etc/passwd", "malformed-target"),
        ("gopher://a.example/", "malformed-target"),
        ("javascript:alert(1)", "malformed-target"),
        ("http://a.example\\@127.0.0.1/", "malformed-target"),
        ("http://user@a.example/", "malformed-target"),
        ("http://c.example/", "not-allowed"),
        ("http://a.example:22/", "not-allowed"),
        ("https://healthy.lab/", "not-allowed"),
        ("/again", "too-many-redirects"),
    ] {
        let names = NameServer::with(&[PUBLIC]).await;
        let mut prober = prober(&names).await;
        let server = public_server(&mut prober, found(to)).await;
        let result = run(&prober, "http://a.example/", http(3)).await;
        assert_eq!((outcome(&result), failed(&result)), (Outcome::Refused, ("guard", class)), "{to}");
        assert_eq!(result.hops[0].http.as_ref().unwrap().status, 302);
        let followed = if class == "too-many-redirects" { 3 } else { 0 };
        assert_eq!(
            (prober.connects(), result.hops.len()),
            (followed + 1, usize::try_from(followed).unwrap() + 2),
            "{to}"
        );
        server.abort();
    }
}

#[tokio::test]
async fn a_redirect_to_another_allowed_name_is_followed() {
    let names = NameServer::with(&[PUBLIC]).await;
    let mut prober = prober(&names).await;
    let server = public_server(&mut prober, found("http://b.example/")).await;
    let result = run(&prober, "http://a.example/", http(1)).await;
    let urls: Vec<&str> = result.hops.iter().map(|it| it.url.as_str()).collect();
    assert_eq!(urls[..2], ["http://a.example/", "http://b.example/"]);
    server.abort();
}

#[tokio::test]
async fn nobody_leads_from_tls_to_a_connection_without() {
    let lab = Lab::start().await.unwrap();
    let allowed = Allowed::read(["a.example"]).unwrap();
    let outside = Some(Outside { allowed, resolver: lab.resolver(), roots: Arc::clone(&lab.roots()) });
    let reach = crate::goal::Reach { lab, outside };
    let goal = |typed| reach.goal(run::Kind::Http, typed).unwrap();
    let class = |from, to: &str| reach.follow(&goal(from), to.as_bytes()).map(|it| it.url()).map_err(|it| it.class);
    assert_eq!(class("https://a.example/", "http://a.example/"), Err("downgrade"));
    assert_eq!(class("http://a.example/", "https://a.example/b#c"), Ok("https://a.example/b".to_owned()));
    assert_eq!(class("lab:redirect", "https://a.example/"), Err("left-the-lab"));
    assert_eq!(class("lab:redirect", "https://healthy.lab:1/"), Err("left-the-lab"));
}
