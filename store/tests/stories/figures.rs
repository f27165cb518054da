//! Figures that are promised; long, so only run when asked for.

use crate::home::{Home, NOW};
use domain::{Locale, Role};
use std::time::{Duration, Instant};
use store::{NewCandidate, Shown};

/// The 95th percentile of 40 calls.
async fn p95(mut call: impl AsyncFnMut()) -> Duration {
    let mut times = Vec::new();
    for _ in 0..40 {
        let began = Instant::now();
        call().await;
        times.push(began.elapsed());
    }
    times.sort();
    times[37]
}

#[tokio::test]
#[ignore = "long: ten thousand candidates"]
async fn long_ten_thousand_candidates_are_searched_soon() {
    let home = Home::sqlite().await;
    let lead = home.person("lead", &[Role::Lead]).await;
    let of = |n: usize| NewCandidate {
        name: format!("Candidate Number {n} of a long list"),
        email: Some(format!("candidate.{n}@some-company.example")),
        locale: Locale::En,
    };
    for chunk in 0..10 {
        let new: Vec<_> = (0..1_000).map(|n| of(chunk * 1_000 + n)).collect();
        home.db.create_candidates(&new, lead, NOW).await.unwrap();
    }
    let rare =
        p95(async || assert_eq!(home.db.candidates(lead, "number 4711", Shown::All, 50).await.unwrap().total, 1)).await;
    let all =
        p95(async || assert_eq!(home.db.candidates(lead, "company", Shown::All, 50).await.unwrap().total, 10_000))
            .await;
    let list =
        p95(async || assert_eq!(home.db.candidates(lead, "", Shown::All, 50).await.unwrap().total, 10_000)).await;
    let due = p95(async || assert_eq!(home.db.retention(NOW).await.unwrap().len(), 0)).await;
    println!("p95 of 10,000 candidates: one found {rare:?}, all found {all:?}, listed {list:?}, retention {due:?}");
    // An unoptimised build takes several times as long; what matters here is that it stays linear.
    let most = if cfg!(debug_assertions) { 500 } else { 50 };
    for took in [rare, all, list] {
        assert!(took < Duration::from_millis(most), "{took:?}");
    }
}
