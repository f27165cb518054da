//! The lab's two targets, alone and many at once.

use crate::{ask, invariants::assert_consistent, prober, run_id};
use probe::{AT_ONCE, Outcome, Target, outcome};
use std::{sync::Arc, time::Duration};
use tokio::{
    runtime::Handle,
    task::{JoinSet, yield_now},
    time::timeout,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn healthy_has_every_phase() {
    let prober = prober().await;
    let result = prober.http(ask(1, "lab:healthy"), |_| {}).await;
    assert_consistent(&result);
    assert_eq!(result.failed, None);
    assert_eq!(outcome(&result), Outcome::Measured);
    assert_eq!((result.asked.target.as_str(), result.id), ("lab:healthy", run_id(1)));
    assert_eq!(result.truth.unwrap().injected_us, [0; 0]);

    let [hop] = result.hops.as_slice() else { panic!("{:?}", result.hops) };
    let http = hop.http.as_ref().unwrap();
    assert_eq!((http.status, http.version.as_str(), http.truncated), (200, "1.1", false));
    assert!(http.body_bytes > 0);
    assert_eq!(hop.guard.as_ref().unwrap().decision, "allow");
    println!("healthy: {:?} total {} µs", hop.phase_us, hop.cum_us.total);

    let tls = hop.tls.as_ref().unwrap();
    assert_eq!((tls.version.as_str(), tls.sni.as_str(), tls.resumed), ("1.3", "healthy.lab", false));
    assert_eq!(tls.alpn.as_deref(), Some("http/1.1"));
    assert!(tls.cipher.starts_with("TLS_") && tls.group.is_some(), "{tls:?}");
    assert_eq!(tls.chain[0].issuer, "CN=Hopwise lab CA");
}

/// Medians of three, since anything may hold up a single one on a shared machine.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_upstream_shows_as_processing() {
    let prober = prober().await;
    let mut processing = Vec::new();
    for n in 0..3 {
        let result = prober.http(ask(n, "lab:slow-upstream"), |_| {}).await;
        assert_consistent(&result);
        assert_eq!(result.failed, None);
        let (phases, total) = (result.hops[0].phase_us, result.hops[0].cum_us.total);
        let waited = phases.processing.unwrap();
        assert!(waited * 100 > total * 80, "{phases:?}");

        let truth = result.truth.unwrap();
        assert_eq!((truth.fault.as_str(), truth.asked_us), ("slow-upstream", Some(250_000)));
        let [injected] = truth.injected_us.as_slice() else { panic!("{truth:?}") };
        // The server cannot begin before the request leaves, nor can the answer come before it ends.
        assert!(*injected >= 250_000 && phases.send.unwrap() + waited >= *injected, "{phases:?} {injected}");
        assert!(result.skew.sched_lag_p95_us.is_some(), "250 ms are enough samples");
        println!("slow-upstream: {phases:?} injected {injected} µs, skew {:?}", result.skew);
        processing.push(waited);
    }
    processing.sort_unstable();
    assert!((250_000..280_000).contains(&processing[1]), "{processing:?}");
}

#[tokio::test]
async fn progress_comes_after_every_phase_in_order() {
    let prober = prober().await;
    let mut seen = Vec::new();
    let result = prober
        .http(ask(1, "lab:healthy"), |partial| {
            let hop = &partial.hops[0];
            let phases = hop.phase_us.each();
            assert_eq!(phases.into_iter().filter_map(|(_, us)| us).sum::<u64>(), hop.cum_us.total);
            seen.push(phases.into_iter().filter(|(_, us)| us.is_some()).map(|(name, _)| name).collect::<Vec<_>>());
        })
        .await;
    let names = result.hops[0].phase_us.each().map(|(name, _)| name);
    let prefixes: Vec<Vec<&str>> = (1..=names.len()).map(|n| names[..n].to_vec()).collect();
    assert_eq!(seen, prefixes);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twelve_at_once_wait_outside_of_the_phases() {
    let prober = Arc::new(prober().await);
    let mut probes = JoinSet::new();
    for n in 0..12 {
        let prober = Arc::clone(&prober);
        probes.spawn(async move { prober.http(ask(n, "lab:slow-upstream"), |_| {}).await });
    }
    let results = probes.join_all().await;
    for result in &results {
        assert_consistent(result);
        assert_eq!(result.failed, None);
        assert!((1..=AT_ONCE as u32).contains(&result.skew.probes_in_flight));
        assert_eq!(result.truth.as_ref().unwrap().injected_us.len(), 1, "each run has its own truth");
        // A whole round of waiting would show here.
        assert!(result.hops[0].phase_us.processing.unwrap() < 450_000, "{:?}", result.hops[0].phase_us);
    }
    let waited = results.iter().filter(|result| result.queue_us >= 200_000).count();
    assert_eq!(waited, 12 - AT_ONCE);
    assert_eq!(prober.lab().connections(), 12);
}

#[tokio::test]
async fn a_stopped_lab_leaves_nothing_behind() {
    let lab = probe::Lab::start().await.unwrap();
    let prober = probe::Prober::new(lab);
    assert_eq!(outcome(&prober.http(ask(1, Target::Healthy.name()), |_| {}).await), Outcome::Measured);
    prober.into_lab().stop().await;
    // An ended task is gone when the runtime comes to it, not before.
    let gone = async {
        while Handle::current().metrics().num_alive_tasks() > 0 {
            yield_now().await;
        }
    };
    timeout(Duration::from_secs(10), gone).await.expect("tasks are left over");
}
