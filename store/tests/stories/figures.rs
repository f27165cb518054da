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
    // An unoptimised build opens a hundred times slower: there it is only shown that all of it works.
    let many = if cfg!(debug_assertions) { 500 } else { 10_000 };
    for chunk in 0..many / 100 {
        let new: Vec<_> = (0..100).map(|n| of(chunk * 100 + n)).collect();
        home.db.create_candidates(&new, lead, NOW).await.unwrap();
    }
    let rare =
        p95(async || assert_eq!(home.db.candidates(lead, "number 471 ", Shown::All, 50).await.unwrap().total, 1)).await;
    let all =
        p95(async || assert_eq!(home.db.candidates(lead, "company", Shown::All, 50).await.unwrap().total, many)).await;
    let list = p95(async || assert_eq!(home.db.candidates(lead, "", Shown::All, 50).await.unwrap().total, many)).await;
    let due = p95(async || assert_eq!(home.db.retention(NOW).await.unwrap().len(), 0)).await;
    println!("p95 of {many} candidates: one found {rare:?}, all found {all:?}, listed {list:?}, retention {due:?}");
    for took in [rare, all, list] {
        assert!(cfg!(debug_assertions) || took < Duration::from_millis(50), "{took:?}");
    }
}
