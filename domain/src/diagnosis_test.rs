use super::*;
use crate::run::{Attempt, Failure, Hop, Http, Phases, TcpInfo};

/// A probe with these phases in ms: resolve, connect, TLS, processing, transfer.
fn probe(ms: [u64; 5]) -> Result {
    let mut result: Result = serde_json::from_str(include_str!("run/stored.json")).unwrap();
    let [resolve, connect, tls, processing, transfer] = ms.map(|it| Some(it * 1_000));
    let phase_us = Phases { resolve, connect, tls, send: Some(0), processing, transfer };
    result.hops[0] = Hop { phase_us, ..Hop::default() };
    result
}

fn rules(results: &[Result]) -> Vec<String> {
    of(results).into_iter().map(|it| it.rule).collect()
}

#[test]
fn a_quick_probe_says_nothing() {
    assert_eq!(rules(&[probe([100, 200, 3, 3, 100])]), [""; 0]);
    assert_eq!(rules(&[]), [""; 0]);
}

#[test]
fn each_slow_phase_has_its_rule_and_no_other() {
    for (ms, rule) in [
        ([300, 1, 2, 1, 1], "DNS-1"),
        ([1, 300, 2, 1, 1], "TCP-1"),
        ([1, 1_005, 2, 1, 1], "TCP-2"),
        ([1, 3_055, 2, 1, 1], "TCP-2"),
        ([1, 1, 600, 1, 1], "TLS-1"),
        ([1, 1, 2, 250, 1], "SRV-1"),
        ([1, 1, 2, 1, 400], "XFER-1"),
    ] {
        assert_eq!(rules(&[probe(ms)]), [rule], "{ms:?}");
    }
}

#[test]
fn a_far_server_is_not_a_slow_one() {
    assert_eq!(rules(&[probe([1, 190, 560, 390, 1])]), [""; 0], "all is some round trips");
}

#[test]
fn the_median_decides_and_the_number_of_samples_says_how_surely() {
    let slow = || probe([1, 1, 2, 250, 1]);
    let quick = || probe([1, 1, 2, 1, 1]);
    assert_eq!(of(&[slow()])[0].confidence, Confidence::Low);
    let found = &of(&[quick(), slow(), slow(), slow(), slow()])[0];
    assert_eq!((found.n, found.value, found.confidence), (5, 250_000, Confidence::Medium));
    let far: Vec<Result> = (0..5).map(|_| probe([1, 1, 2, 400, 1])).collect();
    assert_eq!(of(&far)[0].confidence, Confidence::High);
    assert_eq!(rules(&[quick(), quick(), quick(), slow(), slow()]), [""; 0]);
}

#[test]
fn a_phase_that_failed_is_no_sample_of_it() {
    let mut result = probe([1, 1, 2, 1, 1]);
    result.hops[0].phase_us = Phases { resolve: Some(1_000), connect: Some(300_000), ..Phases::default() };
    result.failed =
        Some(Failure { phase: "connect".to_owned(), class: "reset".to_owned(), errno: None, text: String::new() });
    assert_eq!(rules(std::slice::from_ref(&result)), [""; 0]);
    for (class, rule) in [("timeout", "TCP-2"), ("no-local-port", "POOL-1")] {
        result.failed.as_mut().unwrap().class = class.to_owned();
        let found = &of(std::slice::from_ref(&result))[0];
        assert_eq!((found.rule.as_str(), found.confidence), (rule, Confidence::High));
    }
}

#[test]
fn broken_ipv6_is_not_a_slow_connection() {
    let attempt = |family, outcome: &str, end_us| Attempt {
        addr: String::new(),
        family,
        start_us: 0,
        end_us,
        outcome: outcome.to_owned(),
        errno: None,
    };
    let mut result = probe([1, 252, 2, 1, 1]);
    result.hops[0].attempts = vec![attempt(6, "lost-race", 253_000), attempt(4, "connected", 253_000)];
    let found = of(&[result]);
    assert_eq!((found.len(), found[0].rule.as_str()), (1, "IP-1"));
    assert_eq!(found[0].because, ["hops[0].attempts[0].outcome", "hops[0].attempts[1].outcome"]);
}

#[test]
fn what_the_system_knows_of_the_connection_tells_distance_and_loss() {
    let mut result = probe([1, 300, 2, 1, 1]);
    let info = |min_rtt_us, total_retrans| Some(TcpInfo { min_rtt_us, total_retrans, ..TcpInfo::default() });
    result.hops[0].tcp_info = info(90_000, 0);
    assert_eq!(rules(std::slice::from_ref(&result)), ["TCP-1"]);
    result.hops[0].tcp_info = info(290_000, 0);
    assert_eq!(rules(std::slice::from_ref(&result)), [""; 0], "it is far away");
    result.hops[0].tcp_info = info(290_000, 2);
    assert_eq!(rules(std::slice::from_ref(&result)), [""; 0], "nothing had to wait for it");
    result.hops[0].phase_us.processing = Some(200_000);
    assert_eq!(rules(&[result]), ["LOSS-1"]);
}

#[test]
fn an_error_of_the_server_is_a_fact() {
    let mut result = probe([1, 1, 2, 1, 1]);
    result.hops[0].http =
        Some(Http { version: "1.1".to_owned(), status: 503, headers: vec![], body_bytes: 0, truncated: false });
    let found = &of(&[result])[0];
    assert_eq!((found.rule.as_str(), found.value, found.unit), ("HTTP-5xx", 503, Unit::Status));
    assert_eq!(found.confidence, Confidence::High);
    assert_eq!(found.unless, ["proxy"], "1 ms is no work");
}

#[test]
fn our_own_load_silences_what_it_could_have_made() {
    let mut result = probe([110, 1, 2, 400, 1]);
    assert_eq!(rules(std::slice::from_ref(&result)), ["SRV-1", "DNS-1"]);
    result.skew.sched_lag_p95_us = Some(20_000);
    assert_eq!(rules(std::slice::from_ref(&result)), ["SRV-1", "SKEW"], "10 ms over a limit are less than 3 × 20 ms");
}
