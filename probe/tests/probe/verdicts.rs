//! The rules on what the lab's faults really look like, and their silence when nothing is wrong.

use crate::{ask, measure, prober};
use domain::run::{self, HttpVersion};
use probe::{Order, Outcome, outcome};
use std::time::Duration;

/// What was said of the target. A busy machine is late and sends again, and then says so; that is no matter of the target.
fn rules(result: &run::Result) -> Vec<&str> {
    result.verdicts.iter().map(|it| it.rule.as_str()).filter(|rule| !["SKEW", "LOSS-1"].contains(rule)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_fault_of_the_lab_is_named_by_its_rule() {
    let prober = prober().await;
    for (target, rule) in [
        ("lab:slow-dns", "DNS-1"),
        ("lab:slow-aaaa", "DNS-2"),
        ("lab:slow-tls", "TLS-1"),
        ("lab:slow-upstream", "SRV-1"),
        ("lab:slow-body", "XFER-1"),
        ("lab:unavailable", "HTTP-5xx"),
    ] {
        let result = measure(&prober, target, Order::http()).await;
        assert_eq!(rules(&result), [rule], "{target}: {:?}", result.hops);
    }
    let ask = probe::Ask { deadline: Duration::from_millis(300), ..ask(9, "lab:full-backlog") };
    assert_eq!(rules(&prober.run(ask, Order::Tcp { address: None }, |_| {}).await), ["TCP-2"]);
    let result = measure(&prober, "lab:dead-ipv6", Order::Tcp { address: None }).await;
    // Where there is no IPv6 the target is not there, and the probe is refused.
    let expected: &[&str] = if outcome(&result) == Outcome::Refused { &[] } else { &["IP-1"] };
    assert_eq!(rules(&result), expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_healthy_target_has_no_verdict() {
    let prober = prober().await;
    for n in 0..50 {
        let version = if n % 2 == 0 { HttpVersion::One } else { HttpVersion::Two };
        let order = Order::Http { address: None, version, redirects: 0 };
        let result = measure(&prober, "lab:healthy", order).await;
        assert_eq!(rules(&result), [""; 0], "{:?}", result.hops);
    }
}
