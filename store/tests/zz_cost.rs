#[path = "stories/home.rs"]
#[macro_use]
mod home;
use home::*;
async fn cost(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let mut times = vec![];
    for n in 0..1000 {
        let t = std::time::Instant::now();
        home.db.append(id, holder, &[note(&format!("{n} {}", "w".repeat(200)))], NOW).await.unwrap();
        times.push(t.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    eprintln!("{:?} one: p50 {:.2} p95 {:.2} max {:.2}", home.db, times[500], times[950], times[999]);
    let t = std::time::Instant::now();
    for n in 0..20 {
        let b: Vec<_> = (0..50).map(|m| note(&format!("{n}-{m}"))).collect();
        home.db.append(id, holder, &b, NOW).await.unwrap();
    }
    eprintln!("batch of 50: {:.3} ms per event", t.elapsed().as_secs_f64());
    let t = std::time::Instant::now();
    for _ in 0..200 {
        home.db.state(id).await.unwrap();
    }
    eprintln!("state warm: {:.3} ms", t.elapsed().as_secs_f64() * 5.0);
    let o = store::Db::open(&home.url).await.unwrap();
    let t = std::time::Instant::now();
    o.state(id).await.unwrap();
    eprintln!("state cold 2000 events: {:.3} ms", t.elapsed().as_secs_f64() * 1e3);
    o.close().await;
}
stories!(cost);
