//! The rules. Each says of what it takes for slow why this limit, and what else would look like it.

use super::{Finding, Limit, Samples};
use crate::run::{Hop, Phases, RecordType, Result, Unit};

/// All that fire on `newest`, with medians over `samples`.
pub(super) fn all(newest: &Result, samples: Samples<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = newest.hops.iter().enumerate().flat_map(|(n, hop)| of_hop(n, hop, samples)).collect();
    found.extend(failure(newest));
    found
}

fn of_hop(n: usize, hop: &Hop, samples: Samples<'_>) -> Vec<Finding> {
    let broken_ipv6 = ip_1(n, hop);
    // A fall-back costs its delay in the same phase: that connection was not slow, another one was not there.
    let connect = if broken_ipv6.is_some() { None } else { tcp(n, hop, samples) };
    let rules = [
        dns_1(n, hop, samples),
        dns_2(n, hop),
        broken_ipv6,
        connect,
        tls_1(n, samples),
        srv_1(n, samples),
        xfer_1(n, samples),
        loss_1(n, hop),
        http_5xx(n, hop),
    ];
    rules.into_iter().flatten().collect()
}

fn path(hop: usize, rest: &str) -> String {
    format!("hops[{hop}].{rest}")
}

fn over(limit: u64, (value, n): (u64, u32)) -> Option<(u64, u32, Limit)> {
    (value > limit).then_some((value, n, Limit::Over(limit)))
}

/// DNS-1: a name took more than 100 ms. The evidence names the slowest query.
fn dns_1(hop: usize, newest: &Hop, samples: Samples<'_>) -> Option<Finding> {
    let (value, n, limit) = over(100_000, samples.median(hop, |it| it.resolve)?)?;
    let queries = newest.dns.iter().flat_map(|dns| dns.queries.iter().enumerate());
    let slowest = queries.max_by_key(|(_, it)| it.us).map(|(n, _)| path(hop, &format!("dns.queries[{n}].us")));
    let because = [path(hop, "phase_us.resolve")].into_iter().chain(slowest).collect();
    let unless = &["cold-cache", "lost-datagram"];
    Some(Finding { rule: "DNS-1", hop, value, limit, n, because, unless, next: "dns" })
}

/// DNS-2: the answer about IPv6 came more than 50 ms after the one about IPv4, or did not come in that time: the
/// Resolution Delay of RFC 8305.
fn dns_2(hop: usize, newest: &Hop) -> Option<Finding> {
    let queries = &newest.dns.as_ref()?.queries;
    let end_of = |record| {
        let ours = queries.iter().enumerate().filter(move |(_, it)| it.record == record);
        ours.map(|(n, it)| (n, it.start_us.saturating_add(it.us), it.rcode.is_some())).next_back()
    };
    let ((four, end_four, true), (six, end_six, _)) = (end_of(RecordType::A)?, end_of(RecordType::Aaaa)?) else {
        return None;
    };
    let (value, n, limit) = over(50_000, (end_six.saturating_sub(end_four), 1))?;
    let because = [four, six].map(|n| path(hop, &format!("dns.queries[{n}].us"))).into();
    Some(Finding { rule: "DNS-2", hop, value, limit, n, because, unless: &["lost-datagram"], next: "dns-aaaa" })
}

/// IP-1: an attempt over IPv6 did not come to a connection and one over IPv4 did. One time decides.
fn ip_1(hop: usize, newest: &Hop) -> Option<Finding> {
    let (four, won) = newest.attempts.iter().enumerate().find(|(_, it)| it.family == 4 && it.outcome == "connected")?;
    let (six, _) = newest.attempts.iter().enumerate().find(|(_, it)| it.family == 6 && it.outcome != "connected")?;
    let because = [six, four].map(|n| path(hop, &format!("attempts[{n}].outcome"))).into();
    let (value, limit) = (won.end_us, Limit::Fact("IPv4 after IPv6", Unit::Us));
    let unless = &["slow-ipv6"];
    Some(Finding { rule: "IP-1", hop, value, limit, n: 1, because, unless, next: "tcp-ipv6" })
}

/// TCP-2: the connection took what the system waits before it sends a SYN again, 1, 2, 3, 4, 5 or 7 s (RFC 6298, and
/// Linux's first retransmissions at even distance), give or take 60 ms. TCP-1: it took more than 200 ms otherwise, and more
/// than three times the shortest round trip where that is known.
fn tcp(hop: usize, newest: &Hop, samples: Samples<'_>) -> Option<Finding> {
    let (value, n) = samples.median(hop, |it| it.connect)?;
    let because = vec![path(hop, "phase_us.connect")];
    let again = [1, 2, 3, 4, 5, 7].into_iter().any(|seconds: u64| value.abs_diff(seconds * 1_000_000) <= 60_000);
    if again {
        let (limit, unless) = (Limit::Fact("1, 2, 3, 4, 5, 7 s ± 60 ms", Unit::Us), &["firewall", "full-queue"]);
        return Some(Finding { rule: "TCP-2", hop, value, limit, n, because, unless, next: "sockets" });
    }
    let (value, n, limit) = over(200_000, (value, n))?;
    let far = newest.tcp_info.is_some_and(|it| value <= u64::from(it.min_rtt_us).saturating_mul(3));
    (!far).then_some(Finding { rule: "TCP-1", hop, value, limit, n, because, unless: &["distance"], next: "trace" })
}

/// TLS-1: the handshake took more than 500 ms and more than three times the connection, which is one round trip.
fn tls_1(hop: usize, samples: Samples<'_>) -> Option<Finding> {
    let (value, n, limit) = over(500_000, samples.median(hop, |it| it.tls)?)?;
    let trip = connect(hop, samples)?;
    let because = vec![path(hop, "phase_us.tls"), path(hop, "phase_us.connect")];
    let unless = &["nobody-reads"];
    (value > trip.saturating_mul(3)).then_some(Finding {
        rule: "TLS-1",
        hop,
        value,
        limit,
        n,
        because,
        unless,
        next: "plain-http",
    })
}

/// SRV-1: the first byte took more than 200 ms and five round trips, while the connection took less than 50 ms.
fn srv_1(hop: usize, samples: Samples<'_>) -> Option<Finding> {
    let (value, n, limit) = over(200_000, samples.median(hop, |it| it.processing)?)?;
    let trip = connect(hop, samples)?;
    let because = vec![path(hop, "phase_us.processing"), path(hop, "phase_us.connect")];
    let (fires, unless) = (trip < 50_000 && value > trip.saturating_mul(5), &["nobody-reads", "proxy"]);
    fires.then_some(Finding { rule: "SRV-1", hop, value, limit, n, because, unless, next: "server-timing" })
}

/// XFER-1: the transfer took more than half of the whole, and more than 100 ms, below which nobody would ask.
fn xfer_1(hop: usize, samples: Samples<'_>) -> Option<Finding> {
    let (value, n, limit) = over(100_000, samples.median(hop, |it| it.transfer)?)?;
    let (whole, _) = samples.median(hop, |it| Some(it.each().into_iter().filter_map(|(_, us)| us).sum()))?;
    let because = vec![path(hop, "phase_us.transfer"), path(hop, "http.body_bytes")];
    let unless = &["large-body"];
    (value.saturating_mul(2) > whole).then_some(Finding {
        rule: "XFER-1",
        hop,
        value,
        limit,
        n,
        because,
        unless,
        next: "loss",
    })
}

/// LOSS-1: something had to be sent again, and a phase took at least 200 ms, the least time that Linux waits before it
/// does so for a loss. Quicker repeats are probes (RFC 8985), which a busy machine sends without any loss.
fn loss_1(hop: usize, newest: &Hop) -> Option<Finding> {
    let value = u64::from(newest.tcp_info?.total_retrans);
    let after_connect = newest.phase_us.each().into_iter().skip(2).filter_map(|(_, us)| us);
    let waited = after_connect.max().is_some_and(|us| us >= 200_000);
    let limit = Limit::Fact("0 sent again", Unit::Segments);
    let because = vec![path(hop, "tcp_info.total_retrans")];
    let unless = &["reordering", "busy-host"];
    (value > 0 && waited).then_some(Finding { rule: "LOSS-1", hop, value, limit, n: 1, because, unless, next: "trace" })
}

/// HTTP-5xx: the server says that it failed. One time decides.
fn http_5xx(hop: usize, newest: &Hop) -> Option<Finding> {
    let status = newest.http.as_ref().map(|it| it.status).filter(|it| (500..600).contains(it))?;
    let limit = Limit::Fact("5xx", Unit::Status);
    // Faster than any work: what stands in front answered by itself.
    let quick = newest.phase_us.processing.is_some_and(|it| it < 5_000);
    let unless: &[&str] = if quick { &["proxy"] } else { &[] };
    let because = vec![path(hop, "http.status"), path(hop, "phase_us.processing")];
    Some(Finding { rule: "HTTP-5xx", hop, value: u64::from(status), limit, n: 1, because, unless, next: "server-log" })
}

/// What a failure says by itself: POOL-1, no port of ours was left; TCP-2, nobody answered a SYN.
fn failure(newest: &Result) -> Option<Finding> {
    let failed = newest.failed.as_ref()?;
    let hop = newest.hops.len().checked_sub(1)?;
    let (rule, limit, unless, next): (_, _, &[&str], _) = match (failed.phase.as_str(), failed.class.as_str()) {
        ("connect", "no-local-port") => ("POOL-1", "EADDRNOTAVAIL", &[], "sockets"),
        ("connect", "timeout") => ("TCP-2", "no answer to SYN", &["firewall", "full-queue"], "sockets"),
        _ => return None,
    };
    let value = newest.hops.last().and_then(|it| it.phase_us.connect).unwrap_or(0);
    let because = vec!["failed.class".to_owned(), path(hop, "attempts")];
    Some(Finding { rule, hop, value, limit: Limit::Fact(limit, Unit::Us), n: 1, because, unless, next })
}

/// The median of the connection, which stands for one round trip.
fn connect(hop: usize, samples: Samples<'_>) -> Option<u64> {
    samples.median(hop, |it: &Phases| it.connect).map(|(us, _)| us)
}
