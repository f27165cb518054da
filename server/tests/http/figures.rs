//! Figures that are promised of pages; long, so only run when asked for, and best in a release build.

use crate::{
    sign_in::{PASSWORD, register, sign_in},
    test_app::TestApp,
};
use app::access;
use domain::Role;
use hyper::StatusCode;
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// The 95th percentile of 60 calls.
async fn p95(mut call: impl AsyncFnMut()) -> Duration {
    let mut times = Vec::new();
    for _ in 0..60 {
        let began = Instant::now();
        call().await;
        times.push(began.elapsed());
    }
    times.sort();
    times[56]
}

#[tokio::test]
#[ignore = "long: ten thousand accounts and a hundred thousand audit rows"]
async fn long_pages_stay_fast_in_a_large_company() {
    let app = TestApp::start().await;
    let boss = app.person("boss", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    app.run(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
         insert into user_account (id, email, name, password_hash, locale, created_at, search)
         select printf('00000000-0000-7000-8000-%012d', i), printf('p%d@example.org', i), printf('Person %d', i), '-', 'en', i,
         printf('person %d p%d@example.org', i, i) from n",
    )
    .await;
    app.run(
        "insert into user_role (user_id, role) select id, 'interviewer' from user_account where password_hash = '-'",
    )
    .await;
    app.run(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
         insert into audit_event (seq, at, actor, kind, subject, detail, hash)
         select i, i, printf('00000000-0000-7000-8000-%012d', 1 + i % 10000), case i % 3 when 0 then 'sign-in' when 1
         then 'reveal' else 'submit' end, 'user:x', '', 'x' from n",
    )
    .await;
    app.run("update audit_head set seq = 100000").await;
    let mut slow = Vec::new();
    for path in [
        "/en",
        "/en/people",
        "/en/people?q=person+4711",
        "/en/audit",
        "/en/audit?kind=reveal",
        "/en/audit?actor=p4711@example.org",
        "/en/audit?before=500",
        "/en/account",
        "/en/settings",
        "/en/candidates",
        "/en/retention",
    ] {
        let took = p95(async || assert_eq!(boss.client.get(path).await.status, StatusCode::OK)).await;
        println!("{took:>12?}  {path}");
        if took > Duration::from_millis(50) {
            slow.push((path, took));
        }
    }
    register(&app, "dana@example.org").await;
    let began = Instant::now();
    app::password::verify(PASSWORD.to_owned(), None).await.unwrap();
    let hash = began.elapsed();
    let whole = p95(async || drop(sign_in(&app.visitor, "dana@example.org", PASSWORD).await)).await;
    println!("{:>12?}  sign-in apart from the hash ({hash:?})", whole.saturating_sub(hash));
    let roles = [Role::Observer];
    let began = Instant::now();
    for _ in 0..1_000 {
        black_box(access::DOORS.iter().filter(|it| black_box(it).opens_to(black_box(&roles))).count());
    }
    println!("{:>12?}  one check of a door", began.elapsed() / 1_000 / u32::try_from(access::DOORS.len()).unwrap());
    assert!(slow.is_empty() || cfg!(debug_assertions), "{slow:?}");
}
