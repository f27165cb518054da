//! Many probes against a server that never answers: slots, sockets and tasks come back when they are dropped.

use super::{ask, listen, probe, prober_at};
use crate::{AT_ONCE, Lab, Target, prober::MAX_DEADLINE};
use std::{sync::Arc, time::Duration};
use tokio::{
    io::AsyncReadExt,
    task::{JoinSet, yield_now},
    time::timeout,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_probe_frees_all_it_held() {
    let (listener, addr) = listen().await;
    let prober = Arc::new(prober_at(addr).await);
    let tasks = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    let idle = tasks();

    let mut probes = JoinSet::new();
    for n in 0..AT_ONCE {
        let prober = Arc::clone(&prober);
        probes.spawn(async move { prober.http(ask(n, 30_000), |_| {}).await });
    }
    // When all have connected, all slots are taken.
    let mut streams = Vec::new();
    for _ in 0..AT_ONCE {
        streams.push(listener.accept().await.unwrap().0);
    }
    probes.shutdown().await;

    for mut stream in streams {
        // Reads what TLS said first, and then the end: the probe's socket is closed.
        let _ = stream.read_to_end(&mut Vec::new()).await;
    }
    // An aborted task is gone when the runtime comes to it, not before.
    let gone = async {
        while tasks() > idle {
            yield_now().await;
        }
    };
    timeout(Duration::from_secs(10), gone).await.expect("tasks are left over");
    let after = ask(AT_ONCE, 30_000);
    let after = crate::Ask { typed: Target::SlowUpstream.name().to_owned(), ..after };
    let result = prober.http(after, |_| {}).await;
    assert_eq!(result.failed, None);
    assert_eq!(result.skew.probes_in_flight, 1);
}

#[tokio::test]
async fn a_probe_cancelled_while_it_waits_hangs_up() {
    let (listener, addr) = listen().await;
    let mut lab = Lab::start().await.unwrap();
    lab.put(Target::Healthy, addr);
    let acceptor = lab.acceptor();
    let prober = crate::Prober::new(lab);
    let probe = tokio::spawn(async move { prober.http(ask(1, 30_000), |_| {}).await });

    let mut stream = acceptor.accept(listener.accept().await.unwrap().0).await.unwrap();
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await.unwrap());
    }
    probe.abort();
    let rest = timeout(Duration::from_secs(10), stream.read_to_end(&mut Vec::new())).await;
    assert!(rest.is_ok(), "the connection outlives its probe");
}

/// In whatever place a probe stands when it is dropped, nothing of it stays.
#[tokio::test]
async fn a_thousand_cancelled_probes_leave_nothing_behind() {
    let prober = Arc::new(crate::Prober::new(Lab::start().await.unwrap()));
    let tasks = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    let idle = tasks();
    for n in 0..1_000 {
        let (prober, target) = (Arc::clone(&prober), Target::ALL[n % Target::ALL.len()]);
        let ask = crate::Ask { typed: target.name().to_owned(), ..ask(n, 30_000) };
        let probe = tokio::spawn(async move { prober.run(ask, crate::Order::http(), |_| {}).await });
        for _ in 0..n % 50 {
            yield_now().await;
        }
        probe.abort();
    }
    let gone = async {
        while tasks() > idle {
            yield_now().await;
        }
    };
    timeout(Duration::from_secs(10), gone).await.expect("tasks are left over");
    assert_eq!(probe(&prober, 5_000).await.failed, None, "a slot is left over");
}

#[tokio::test]
async fn odd_deadlines_are_just_short_or_cut() {
    let prober = crate::Prober::new(Lab::start().await.unwrap());
    let forever = probe(&prober, u64::MAX).await;
    assert_eq!(forever.failed, None);
    assert_eq!(u128::from(forever.asked.deadline_ms), MAX_DEADLINE.as_millis());
    let none = probe(&prober, 0).await;
    assert_eq!(none.failed.unwrap().class, "timeout");
}
