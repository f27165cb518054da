//! Servers of the tests' own in the place of a lab server: what the far side may do to a probe.

use crate::{Ask, Lab, Prober, Target};
use domain::run;
use std::{future::pending, net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

mod answer;

mod bulkhead;
mod connect;
#[path = "../tests/probe/invariants.rs"]
pub(crate) mod invariants;
mod name_server;
mod names;
mod notations;
mod outside;
mod two;

/// What a server does with a connection after its say.
#[derive(Clone, Copy)]
enum Then {
    Close,
    Hold,
}

/// A prober whose healthy target is at `addr` instead.
async fn prober_at(addr: SocketAddr) -> Prober {
    let mut lab = Lab::start().await.unwrap();
    lab.put(Target::Healthy, addr);
    Prober::new(lab)
}

/// A listener on a free port of loopback.
async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    (listener, addr)
}

/// Probes a server that reads the request over good TLS, says `answer` and then closes or holds the connection.
async fn probe_answer(answer: impl Into<Vec<u8>>, then: Then, deadline_ms: u64) -> run::Result {
    let (listener, addr) = listen().await;
    let mut lab = Lab::start().await.unwrap();
    lab.put(Target::Healthy, addr);
    let (acceptor, answer) = (lab.acceptor(), answer.into());
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = acceptor.accept(stream).await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            request.push(stream.read_u8().await.unwrap());
        }
        // The prober may hang up in the middle of a long answer.
        let _ = stream.write_all(&answer).await;
        let _ = stream.flush().await;
        hold(stream, then).await;
    });
    let result = probe(&Prober::new(lab), deadline_ms).await;
    server.abort();
    result
}

/// Probes a server that takes the TCP connection and then does `then`.
async fn probe_silent(then: Then, deadline_ms: u64) -> run::Result {
    let (listener, addr) = listen().await;
    let server = tokio::spawn(async move {
        let (stream, _): (TcpStream, _) = listener.accept().await.unwrap();
        hold(stream, then).await;
    });
    let result = probe(&prober_at(addr).await, deadline_ms).await;
    server.abort();
    result
}

async fn hold<S>(stream: S, then: Then) {
    match then {
        Then::Close => drop(stream),
        Then::Hold => pending().await,
    }
}

/// Probes the healthy target, and checks the invariants of what comes out.
async fn probe(prober: &Prober, deadline_ms: u64) -> run::Result {
    let result = prober.http(ask(1, deadline_ms), |_| {}).await;
    invariants::assert_consistent(&result);
    result
}

fn ask(n: usize, deadline_ms: u64) -> Ask {
    Ask {
        id: format!("00000000-0000-4000-8000-{n:012}").parse().unwrap(),
        typed: Target::Healthy.name().to_owned(),
        who: run::Who::default(),
        deadline: Duration::from_millis(deadline_ms),
    }
}

/// Asserts that the far side hung up in `phase`. Whether as an end or as a reset depends on what was still unread.
#[track_caller]
fn assert_hung_up(result: &run::Result, phase: &str) {
    let (stood, class) = failed(result);
    assert_eq!(stood, phase);
    assert!(class == "closed" || class == "reset", "{class}");
}

/// Phase and class of the failure.
#[track_caller]
fn failed(result: &run::Result) -> (&str, &str) {
    let failed = result.failed.as_ref().unwrap();
    (&failed.phase, &failed.class)
}
