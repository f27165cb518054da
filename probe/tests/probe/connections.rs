//! The TCP and TLS kinds, redirects, and the faults that they make visible.

use crate::{measure, prober};
use domain::run::HttpVersion;
use probe::{Order, Outcome, outcome};
use std::{path::Path, time::Duration};

const TCP: Order = Order::Tcp { address: None };
const TLS: Order = Order::Tls { address: None };

fn following(redirects: u8) -> Order {
    Order::Http { address: None, version: HttpVersion::One, redirects }
}

#[tokio::test]
async fn tcp_ends_with_the_connection() {
    let prober = prober().await;
    let result = measure(&prober, "lab:healthy", TCP).await;
    assert_eq!(outcome(&result), Outcome::Measured);
    let hop = &result.hops[0];
    assert!(hop.url.starts_with("healthy.lab:") && hop.remote.is_some() && hop.tls.is_none() && hop.http.is_none());
    assert_eq!(hop.guard.as_ref().unwrap().checked, ["127.0.0.1".parse::<std::net::IpAddr>().unwrap()]);
    assert_eq!(prober.connects(), 1);
}

/// Needs IPv6 on loopback, and says so where there is none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_ipv6_address_costs_the_delay_and_is_seen_in_the_attempts() {
    if !Path::new("/proc/net/if_inet6").exists() {
        println!("skipped: no IPv6 here");
        return;
    }
    let prober = prober().await;
    let result = measure(&prober, "lab:dead-ipv6", TCP).await;
    assert_eq!(result.failed, None);
    let [six, four] = result.hops[0].attempts.as_slice() else { panic!("{:?}", result.hops[0]) };
    assert_eq!(
        (six.family, six.outcome.as_str(), four.family, four.outcome.as_str()),
        (6, "lost-race", 4, "connected")
    );
    assert!((250_000..300_000).contains(&(four.start_us - six.start_us)), "{six:?} {four:?}");
    println!("dead-ipv6: {:?} {:?}", result.hops[0].phase_us, result.hops[0].attempts);

    // The dead address alone stands until the deadline; the good one alone costs nothing.
    let [dead, good] = ["::1", "127.0.0.1"].map(|it| Order::Tcp { address: Some(it.parse().unwrap()) });
    let result = measure(&prober, "lab:dead-ipv6", good).await;
    assert_eq!((result.failed, result.hops[0].attempts.len()), (None, 1));
    let mut ask = crate::ask(2, "lab:dead-ipv6");
    ask.deadline = Duration::from_millis(300);
    let result = prober.run(ask, dead, |_| {}).await;
    let failed = result.failed.as_ref().unwrap();
    assert_eq!((failed.phase.as_str(), failed.class.as_str()), ("connect", "timeout"));
    assert_eq!(result.hops[0].attempts[0].end_us, result.hops[0].cum_us.total);
}

#[tokio::test]
async fn an_address_that_is_not_the_names_is_refused() {
    let prober = prober().await;
    for other in ["127.0.0.2", "169.254.169.254", "::ffff:127.0.0.1"] {
        let result = measure(&prober, "lab:healthy", Order::Tcp { address: Some(other.parse().unwrap()) }).await;
        assert_eq!((outcome(&result), result.failed.unwrap().class.as_str()), (Outcome::Refused, "not-its-address"));
    }
    assert_eq!(prober.connects(), 0);
}

#[tokio::test]
async fn a_full_queue_of_connections_stands_in_connect() {
    let mut ask = crate::ask(1, "lab:full-backlog");
    ask.deadline = Duration::from_millis(200);
    let result = prober().await.run(ask, TCP, |_| {}).await;
    let failed = result.failed.unwrap();
    assert_eq!((failed.phase.as_str(), failed.class.as_str()), ("connect", "timeout"));
    assert_eq!(result.truth.unwrap().fault, "full-backlog");
}

#[tokio::test]
async fn tls_tells_what_was_agreed_on_and_with_whom() {
    let result = measure(&prober().await, "lab:healthy", TLS).await;
    assert_eq!(outcome(&result), Outcome::Measured);
    let tls = result.hops[0].tls.as_ref().unwrap();
    assert_eq!((tls.version.as_str(), tls.sni.as_str(), tls.resumed), ("1.3", "healthy.lab", false));
    assert!(tls.group.is_some() && tls.cipher.starts_with("TLS_") && tls.verify.as_ref().unwrap().ok, "{tls:?}");
    let leaf = &tls.chain[0];
    assert!(leaf.san.contains(&"healthy.lab".to_owned()) && leaf.key == "EC 256" && leaf.not_before < leaf.not_after);
    assert!(result.repro.openssl.contains("-servername healthy.lab") && result.repro.curl.is_empty());
}

#[tokio::test]
async fn a_chain_that_proves_nothing_is_shown_whole() {
    let prober = prober().await;
    for (target, class) in [("lab:expired", "certificate-expired"), ("lab:wrong-name", "certificate-wrong-name")] {
        for (order, agreed) in [(TLS, true), (Order::http(), false)] {
            let result = measure(&prober, target, order).await;
            let failed = result.failed.as_ref().unwrap();
            assert_eq!((failed.phase.as_str(), failed.class.as_str()), ("tls", class));
            let tls = result.hops[0].tls.as_ref().unwrap();
            let verify = tls.verify.as_ref().unwrap();
            assert_eq!((verify.ok, verify.error.as_deref(), tls.chain.len()), (false, Some(class), 1));
            // Only the kind that says nothing goes on to the end of the handshake.
            assert_eq!((tls.version.as_str(), tls.cipher.is_empty()), if agreed { ("1.3", false) } else { ("", true) });
            assert_eq!(result.hops[0].http, None);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_slow_is_seen_in_its_phase() {
    let prober = prober().await;
    for (target, phase) in [("lab:slow-tls", "tls"), ("lab:slow-body", "transfer")] {
        let result = measure(&prober, target, Order::http()).await;
        assert_eq!(result.failed, None);
        let [injected] = result.truth.as_ref().unwrap().injected_us[..] else { panic!("{:?}", result.truth) };
        for (name, us) in result.hops[0].phase_us.each() {
            assert_eq!(us.unwrap() >= injected, name == phase, "{target}: {:?}", result.hops[0].phase_us);
        }
        println!("{target}: {:?} injected {injected}", result.hops[0].phase_us);
    }
}

/// Median of three. Where an end waits to send together what is small, 40 ms more are seen here.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_waits_for_an_acknowledgement() {
    let prober = prober().await;
    let mut over = Vec::new();
    for _ in 0..3 {
        let two = Order::Http { address: None, version: HttpVersion::Two, redirects: 0 };
        let result = measure(&prober, "lab:slow-body", two).await;
        over.push(result.hops[0].phase_us.transfer.unwrap().abs_diff(result.truth.unwrap().injected_us[0]));
    }
    over.sort_unstable();
    assert!(over[1] < 30_000, "{over:?}");
}

#[tokio::test]
async fn a_server_error_is_an_answer() {
    let result = measure(&prober().await, "lab:unavailable", Order::http()).await;
    assert_eq!((outcome(&result), result.hops[0].http.as_ref().unwrap().status), (Outcome::Measured, 503));
}

#[tokio::test]
async fn redirects_are_followed_hop_by_hop_when_asked_for() {
    let prober = prober().await;
    let result = measure(&prober, "lab:redirect", following(0)).await;
    assert_eq!((result.hops.len(), result.hops[0].http.as_ref().unwrap().status), (1, 302));
    let result = measure(&prober, "lab:redirect", following(1)).await;
    let [from, to] = result.hops.as_slice() else { panic!("{:?}", result.hops) };
    assert_eq!([from, to].map(|hop| hop.http.as_ref().unwrap().status), [302, 200]);
    assert!(to.url.starts_with("https://healthy.lab:") && to.tls.as_ref().unwrap().sni == "healthy.lab");
    assert!(to.dns.is_some() && to.guard.as_ref().unwrap().decision == "allow", "each hop is looked at anew");
    let totals = result.totals.unwrap();
    assert_eq!((totals.redirects, totals.curl_l.total), (1, from.cum_us.total + to.cum_us.total));
    assert!(result.repro.curl.contains("-L --max-redirs 1"));
    assert_eq!(prober.connects(), 3);
}

/// Of a connection of each kind, or of none where the system does not tell.
#[tokio::test]
async fn what_the_system_knows_of_a_connection_is_written_down_for_every_kind() {
    let prober = prober().await;
    let two = Order::Http { address: None, version: HttpVersion::Two, redirects: 0 };
    let mut known = Vec::new();
    for order in [TCP, TLS, Order::http(), two] {
        let result = measure(&prober, "lab:healthy", order).await;
        known.push(result.hops[0].tcp_info.is_some_and(|it| it.min_rtt_us > 0 && it.mss > 0));
    }
    println!("tcp_info: {known:?}");
    assert!(known.iter().all(|it| *it == known[0]), "{known:?}");
}

/// Where the machine does not let us, it has to say so; that too is a result.
#[tokio::test]
async fn echo_requests_come_back_or_the_machine_says_no() {
    let prober = prober().await;
    let result = measure(&prober, "lab:healthy", Order::Ping { address: None, count: 3 }).await;
    if let Some(failed) = &result.failed {
        assert_eq!((failed.phase.as_str(), failed.class.as_str()), ("wait", "not-permitted"), "{failed:?}");
        assert!(failed.text.contains("does not let us") && failed.errno.is_some(), "{failed:?}");
        println!("no echo requests here: {failed:?}");
        return;
    }
    let ping = result.hops[0].ping.as_ref().unwrap();
    assert_eq!((ping.addr.as_str(), ping.samples.len(), ping.lost()), ("127.0.0.1", 3, 0));
    assert!(ping.samples[2].at_us >= 400_000 && ping.trips.unwrap().max < 200_000, "{ping:?}");
    println!("ping: {:?}", ping.trips);
}

#[tokio::test]
async fn http_2_has_the_same_phases_and_its_own_agreement() {
    let prober = prober().await;
    let two = |redirects| Order::Http { address: None, version: HttpVersion::Two, redirects };
    let result = measure(&prober, "lab:redirect", two(1)).await;
    assert_eq!((outcome(&result), result.hops.len()), (Outcome::Measured, 2));
    for hop in &result.hops {
        assert_eq!(hop.http.as_ref().unwrap().version, "2");
        assert_eq!(hop.tls.as_ref().unwrap().alpn.as_deref(), Some("h2"));
    }
    let slow = measure(&prober, "lab:slow-upstream", two(0)).await;
    let (phases, injected) = (slow.hops[0].phase_us, slow.truth.unwrap().injected_us[0]);
    assert!(phases.send.unwrap() + phases.processing.unwrap() >= injected, "{phases:?} {injected}");
    println!("HTTP/2 slow-upstream: {phases:?} injected {injected}");
}
