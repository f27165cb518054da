//! Before the first byte of HTTP: ports, queues, certificates.

use super::{Then, assert_hung_up, failed, listen, probe, probe_silent, prober_at};
use crate::{Lab, Outcome, Prober, Target, outcome};
use std::time::{Duration, Instant};
use tokio::net::{TcpSocket, TcpStream};

#[tokio::test]
async fn a_closed_port_refuses() {
    let (listener, addr) = listen().await;
    drop(listener);
    let result = probe(&prober_at(addr).await, 5_000).await;
    assert_eq!(failed(&result), ("connect", "refused"));
    assert_eq!(outcome(&result), Outcome::Failed);
    let [attempt] = result.hops[0].attempts.as_slice() else { panic!("{:?}", result.hops[0]) };
    assert_eq!((attempt.outcome.as_str(), attempt.family), ("refused", 4));
    assert!(attempt.errno.is_some() && attempt.errno == result.failed.unwrap().errno);
    assert_eq!(result.hops[0].cum_us.connect, None, "curl would say 0");
}

#[tokio::test]
async fn a_full_queue_stands_in_connect_until_the_deadline() {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let addr = listener.local_addr().unwrap();
    // A backlog of 0 has room for one.
    let _first = TcpStream::connect(addr).await.unwrap();
    let result = probe(&prober_at(addr).await, 150).await;
    assert_eq!(failed(&result), ("connect", "timeout"));
    assert_eq!(result.hops[0].attempts[0].outcome, "timeout");
    assert_eq!(result.hops[0].attempts[0].end_us, result.hops[0].cum_us.total);
}

#[tokio::test]
async fn an_address_outside_of_loopback_gets_no_packet() {
    let result = probe(&prober_at("192.0.2.1:443".parse().unwrap()).await, 5_000).await;
    assert_eq!(failed(&result), ("guard", "not-loopback"));
    assert_eq!(outcome(&result), Outcome::Refused);
    assert!(result.hops[0].attempts.is_empty());
}

#[tokio::test]
async fn a_server_that_closes_at_once_fails_in_tls() {
    let result = probe_silent(Then::Close, 5_000).await;
    assert_hung_up(&result, "tls");
    assert!(result.hops[0].cum_us.connect.is_some() && result.hops[0].cum_us.appconnect.is_none());
}

#[tokio::test]
async fn the_deadline_is_kept() {
    let began = Instant::now();
    let result = probe_silent(Then::Hold, 150).await;
    // With the start of the lab, which is not the prober's time.
    assert!(began.elapsed() < Duration::from_secs(5));
    assert_eq!(failed(&result), ("tls", "timeout"));
    let total = result.hops[0].cum_us.total;
    assert!((150_000..250_000).contains(&total), "{total}");
    assert_eq!(result.hops[0].phase_us.processing, None);
}

#[tokio::test]
async fn a_certificate_of_another_lab_is_not_trusted() {
    let stranger = Lab::start().await.unwrap();
    let mut lab = Lab::start().await.unwrap();
    lab.put(Target::Healthy, ([127, 0, 0, 1], stranger.port(Target::Healthy).unwrap()).into());
    let result = probe(&Prober::new(lab), 5_000).await;
    assert_eq!(failed(&result), ("tls", "certificate-untrusted"));
    assert_eq!(result.hops[0].http, None);
}
