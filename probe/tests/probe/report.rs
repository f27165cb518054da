//! The console table, and the curl line that measures the same.

use crate::{ask, measure, prober};
use domain::run::HttpVersion;
use probe::Order;
use std::process::Command;

#[tokio::test]
async fn the_table_shows_all_phases_and_keeps_the_secret() {
    let result = prober().await.http(ask(1, "lab:slow-upstream"), |_| {}).await;
    let text = probe::report::text(&result);
    println!("{text}");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("  ")).collect();
    assert_eq!(rows.len(), 1 + 6 + 1, "{text}");
    for (name, _) in result.hops[0].phase_us.each() {
        assert!(rows.iter().any(|row| row.trim_start().starts_with(name)), "{name}\n{text}");
    }
    let widths: Vec<usize> = rows[..7].iter().map(|row| row.chars().count()).collect();
    assert!(widths.iter().all(|width| *width == widths[0]), "{text}");
    let injected = result.truth.unwrap().injected_us[0];
    assert!(!text.contains("injected") && !text.contains(&injected.to_string()), "{text}");
}

#[tokio::test]
async fn a_refusal_has_no_table() {
    let result = prober().await.http(ask(1, "127.0.0.1"), |_| {}).await;
    let text = probe::report::text(&result);
    assert!(text.contains("failed: guard, not-a-lab-target\n“127.0.0.1” is not a lab target"), "{text}");
    assert!(!text.contains("since start"), "{text}");
}

/// Does nothing where curl is not installed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_curl_line_measures_the_same() {
    if Command::new("curl").arg("--version").output().is_err() {
        return;
    }
    let prober = prober().await;
    let result = prober.http(ask(1, "lab:slow-upstream"), |_| {}).await;
    let line = result.repro.curl.clone();
    let ran = tokio::task::spawn_blocking(move || Command::new("sh").args(["-c", &line]).output().unwrap());
    let ran = ran.await.unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(ran.status.success(), "{out} {}", String::from_utf8_lossy(&ran.stderr));
    let words: Vec<&str> = out.split_whitespace().collect();
    let seconds = |name| words[words.iter().position(|word| *word == name).unwrap() + 1].parse::<f64>().unwrap();
    println!("{out}{:?}", result.hops[0].cum_us);
    // Not from `pretransfer`: on a busy machine the server may begin before curl takes that time.
    assert!(seconds("starttransfer") - seconds("appconnect") >= 0.25, "{out}");
    assert_eq!(prober.lab().connections(), 2);
}

/// Does nothing where curl is not installed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_curl_line_follows_as_the_probe_did() {
    if Command::new("curl").arg("--version").output().is_err() {
        return;
    }
    let prober = prober().await;
    let order = Order::Http { address: None, version: HttpVersion::Two, redirects: 1 };
    let line = measure(&prober, "lab:redirect", order).await.repro.curl;
    let ran = tokio::task::spawn_blocking(move || Command::new("sh").args(["-c", &line]).output().unwrap());
    let ran = ran.await.unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(prober.lab().connections(), 4);
}

#[tokio::test]
async fn the_table_of_each_kind_shows_what_that_kind_found() {
    let prober = prober().await;
    for (target, order, shown) in [
        ("lab:truncated", Order::Dns { types: vec![] }, "udp"),
        ("lab:healthy", Order::Tcp { address: None }, "connected from"),
        ("lab:expired", Order::Tls { address: None }, "not verified: certificate-expired"),
        ("lab:slow-upstream", Order::http(), "SRV-1 v1"),
        ("lab:nxdomain", Order::Ping { address: None, count: 1 }, "NXDOMAIN"),
    ] {
        let text = probe::report::text(&measure(&prober, target, order).await);
        assert!(text.contains(shown) && !text.contains("injected"), "{text}");
    }
}
