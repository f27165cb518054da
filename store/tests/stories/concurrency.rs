//! Many writers at once: nothing is lost, nothing is there twice.

use crate::home::{Home, NOW, note};
use domain::{EventId, interview::Event};
use std::collections::BTreeSet;
use store::{Db, Outcome};

stories!(twenty_writers_lose_nothing, a_caller_who_gives_up_leaves_no_half);

const WRITERS: usize = 20;
const EACH: usize = 50;

async fn twenty_writers_lose_nothing(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let other = Db::open(&home.url).await.unwrap();
    let begun = std::time::Instant::now();
    let writers = (0..WRITERS).map(|writer| {
        // Half of them come through another instance.
        let db = if writer % 2 == 0 { home.db.clone() } else { other.clone() };
        tokio::spawn(async move {
            let mut stored: Vec<(EventId, i64)> = Vec::new();
            for n in 0..EACH {
                let event = note(&format!("{writer}/{n}"));
                let mut sent = vec![event.clone()];
                // Every fifth is sent together with one that has been acknowledged.
                if n % 5 == 4 {
                    sent.insert(0, Event { id: stored[n - 1].0, ..event.clone() });
                }
                let done = db.append(id, holder, &sent, NOW).await.unwrap();
                if n % 5 == 4 {
                    assert_eq!(done.outcomes[0], Outcome::Stored { seq: stored[n - 1].1 });
                }
                let Some(Outcome::Stored { seq }) = done.outcomes.last().copied() else { panic!("{done:?}") };
                stored.push((event.id, seq));
            }
            stored
        })
    });
    let writers: Vec<_> = writers.collect();
    let mut acknowledged = BTreeSet::new();
    for writer in writers {
        acknowledged.extend(writer.await.unwrap().into_iter().map(|(id, seq)| (seq, id)));
    }
    let took = begun.elapsed().as_secs_f64() * 1_000.0 / (WRITERS * EACH) as f64;
    eprintln!("{:?}: {took:.2} ms per append of one event, {WRITERS} writers", home.db);
    let log: Vec<(i64, EventId)> = home.db.log(id).await.unwrap().iter().map(|it| (it.seq, it.event.id)).collect();
    assert_eq!(log.len(), WRITERS * EACH);
    assert!(log.iter().zip(1..).all(|(it, seq)| it.0 == seq), "dense from 1");
    assert_eq!(log.into_iter().collect::<BTreeSet<_>>(), acknowledged);
    assert_eq!(home.db.state(id).await.unwrap(), other.state(id).await.unwrap());
    other.close().await;
}

async fn a_caller_who_gives_up_leaves_no_half(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let batches: Vec<Vec<Event>> = (0..20).map(|n| (0..5).map(|m| note(&format!("{n}/{m}"))).collect()).collect();
    for (n, batch) in batches.iter().enumerate() {
        let patience = std::time::Duration::from_micros(200 * n as u64);
        let _ = tokio::time::timeout(patience, home.db.append(id, holder, batch, NOW)).await;
    }
    for batch in &batches {
        let done = home.db.append(id, holder, batch, NOW).await.unwrap();
        let places: Vec<i64> = done
            .outcomes
            .iter()
            .map(|it| if let Outcome::Stored { seq } = it { *seq } else { panic!("{it:?}") })
            .collect();
        assert!(places.windows(2).all(|it| it[1] == it[0] + 1), "a batch is stored whole: {places:?}");
    }
    assert_eq!(home.db.log(id).await.unwrap().len(), 100);
}
