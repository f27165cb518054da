//! What must hold for every result, whether its probe succeeded or not.

use domain::run::{self, Kind};

/// Asserts the invariants of the schema.
#[track_caller]
pub fn assert_consistent(result: &run::Result) {
    let last = result.hops.len() - 1;
    for (n, hop) in result.hops.iter().enumerate() {
        times(hop);
        reached(result.kind, hop, n < last || result.failed.is_none());
        attempts(hop);
        if let Some(dns) = &hop.dns {
            let resolved = hop.phase_us.resolve.unwrap();
            assert!(dns.queries.iter().all(|it| it.start_us + it.us <= resolved), "{dns:?} in {resolved} µs");
            assert!(dns.queries.iter().all(|it| it.rcode.is_some() != it.failed.is_some()), "{dns:?}");
        }
    }
    if let Some(totals) = result.totals {
        assert_eq!(totals, run::Totals::of(&result.hops, totals.wall_us));
        assert!(totals.wall_us >= totals.curl_l.total, "{totals:?}");
    }
    let json = serde_json::to_string(result).unwrap();
    assert_eq!(&serde_json::from_str::<run::Result>(&json).unwrap(), result, "JSON changes it");
}

/// Times never go back, and phases sum up to the total.
#[track_caller]
fn times(hop: &run::Hop) {
    let cum = &hop.cum_us;
    let ends = [cum.namelookup, cum.connect, cum.appconnect, cum.pretransfer, cum.starttransfer, Some(cum.total)];
    assert!(ends.into_iter().flatten().is_sorted(), "times go back: {cum:?}");
    let sum: u64 = hop.phase_us.each().into_iter().filter_map(|(_, us)| us).sum();
    assert_eq!(sum, cum.total, "phases do not sum up: {hop:?}");
}

/// Phases are there from the first on without a gap but TLS, and to the kind's last one if nothing failed.
#[track_caller]
fn reached(kind: Kind, hop: &run::Hop, whole: bool) {
    let plain = hop.url.starts_with("http://");
    // A series of echo requests is resolved and then waited for.
    let skipped = |name: &str| match kind {
        Kind::Icmp => ["connect", "tls", "send"].contains(&name),
        _ => plain && name == "tls",
    };
    let phases = hop.phase_us.each().into_iter().filter(|(name, _)| !skipped(name));
    let phases: Vec<Option<u64>> = phases.map(|(_, us)| us).collect();
    let there = phases.iter().position(Option::is_none).unwrap_or(phases.len());
    assert!(phases[there..].iter().all(Option::is_none), "a phase after one not reached: {phases:?}");
    let all = match kind {
        Kind::Dns => 1,
        Kind::Tcp | Kind::Icmp => 2,
        Kind::Tls => 3,
        Kind::Http => phases.len(),
    };
    assert!(there <= all && (!whole || there == all), "{kind}: {phases:?}");
    assert!(!plain || hop.cum_us.appconnect.is_none());
}

/// One attempt connected if the phase was completed, and none went where the guard had not looked.
#[track_caller]
fn attempts(hop: &run::Hop) {
    if let Some(ping) = &hop.ping {
        assert!(ping.trips.is_some() == (ping.lost() < ping.samples.len()), "{ping:?}");
    }
    let connected = hop.attempts.iter().filter(|attempt| attempt.outcome == "connected").count();
    assert_eq!(connected, usize::from(hop.cum_us.connect.is_some()), "{:?}", hop.attempts);
    let checked = hop.guard.iter().flat_map(|guard| &guard.checked).collect::<Vec<_>>();
    for attempt in &hop.attempts {
        assert!(attempt.start_us <= attempt.end_us && attempt.end_us <= hop.cum_us.total, "{attempt:?}");
        let ip = attempt.addr.parse::<std::net::SocketAddr>().unwrap().ip();
        assert!(checked.contains(&&ip), "{ip} was not looked at: {:?}", hop.guard);
    }
}
