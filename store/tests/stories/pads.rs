//! Scratchpads: what several people write ends as one text, once, for those who may.

use crate::home::{Home, NOW, edit};
use domain::{
    InterviewId, Role, UserId,
    interview::Seat,
    pad::{BUDGET, News, PAD_MAX, Refused},
};
use std::time::Duration;
use store::{Db, Error, Pen};
use tokio::time::timeout;

stories!(
    both_sides_write_one_text,
    a_resend_changes_nothing,
    only_who_may_writes_and_reads,
    what_breaks_a_rule_changes_nothing,
    writers_wake_readers,
    many_at_once_lose_nothing,
);

fn rater(interview: InterviewId, user: UserId) -> Pen {
    Pen::Rater { interview, user }
}

/// The candidate's pen; the link works for a second.
async fn candidate(home: &Home, interview: InterviewId, by: UserId) -> Pen {
    home.db.create_link(interview, by, "hash", NOW, NOW.plus(1_000)).await.unwrap();
    Pen::Candidate { token_hash: "hash".to_owned() }
}

async fn text(home: &Home, interview: InterviewId) -> (i64, String) {
    let news = home.db.pad(interview, None).await.unwrap();
    (news.rev, news.text.unwrap())
}

async fn both_sides_write_one_text(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let noa = candidate(home, id, holder).await;
    assert_eq!(home.db.pad_for(id, holder, None).await.unwrap(), News { text: Some(String::new()), ..News::default() });
    let first = edit(0, 0, "שלום 😀 world");
    assert_eq!(home.db.write_pad(noa.clone(), 0, vec![first.clone()], NOW).await.unwrap(), Ok(1));
    // Both on the same revision; who comes second is moved.
    let (theirs, mine) = (edit(5, 1, "😁"), [edit(12, 0, "!"), edit(13, 0, "?")]);
    assert_eq!(home.db.write_pad(rater(id, holder), 1, vec![theirs], NOW).await.unwrap(), Ok(2));
    assert_eq!(home.db.write_pad(noa, 1, mine.to_vec(), NOW).await.unwrap(), Ok(4));
    assert_eq!(text(home, id).await, (4, "שלום 😁 world!?".to_owned()));
    // Who knows the first revision is told of the rest, and who knows all of nothing.
    let news = home.db.pad_for(id, lead, Some(1)).await.unwrap();
    assert_eq!((news.rev, news.text, news.edits.len()), (4, None, 3));
    assert_eq!(news.edits[1], mine[0]);
    assert_eq!(home.db.pad(id, Some(4)).await.unwrap(), News { rev: 4, ..News::default() });
    // What is no revision of this pad gets the whole.
    for odd in [5, -1, i64::MAX, i64::MIN] {
        assert!(home.db.pad(id, Some(odd)).await.unwrap().text.is_some(), "{odd}");
    }
    let candidate = home.db.interview_for(id, lead).await.unwrap().candidate;
    let dossier = home.db.dossier(candidate, lead).await.unwrap();
    assert_eq!(dossier.loops[0].interviews[0].pad, "שלום 😁 world!?");
}

async fn a_resend_changes_nothing(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let (one, two) = (edit(0, 0, "one"), edit(3, 0, " two"));
    let write = async |edits: &[_]| home.db.write_pad(rater(id, holder), 0, edits.to_vec(), NOW).await.unwrap();
    assert_eq!(write(std::slice::from_ref(&one)).await, Ok(1));
    assert_eq!(write(std::slice::from_ref(&one)).await, Ok(1));
    // Also with another text, and with something new beside it, which is to be sent again on what is there now.
    let changed = edit(0, 0, "changed");
    assert_eq!(write(&[domain::pad::Edit { id: one.id, ..changed }]).await, Ok(1));
    assert_eq!(write(&[one, two.clone()]).await, Ok(1));
    assert_eq!(text(home, id).await, (1, "one".to_owned()));
    assert_eq!(home.db.write_pad(rater(id, holder), 1, vec![two.clone()], NOW).await.unwrap(), Ok(2));
    // An id counts within its pad.
    let (_, other, elsewhere) = home.an_interview().await;
    let again = edit(0, 0, "x");
    let again = domain::pad::Edit { id: two.id, ..again };
    assert_eq!(home.db.write_pad(rater(elsewhere, other), 0, vec![again], NOW).await.unwrap(), Ok(1));
    assert_eq!(text(home, id).await, (2, "one two".to_owned()));
}

async fn only_who_may_writes_and_reads(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let eve = home.person("eve", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    let watcher = home.person("watcher", &[Role::Observer]).await;
    home.db.give_seat(id, "watcher@example.com", Seat::Observer, lead, NOW).await.unwrap();
    let noa = candidate(home, id, holder).await;
    let gone = |it: Result<Result<i64, Refused>, Error>| assert!(matches!(it, Err(Error::NotFound)), "{it:?}");
    for (who, reads) in [(lead, true), (watcher, true), (eve, false)] {
        gone(home.db.write_pad(rater(id, who), 0, vec![edit(0, 0, "x")], NOW).await);
        assert_eq!(home.db.pad_for(id, who, None).await.is_ok(), reads);
    }
    let unknown = Pen::Candidate { token_hash: "other".to_owned() };
    gone(home.db.write_pad(unknown, 0, vec![edit(0, 0, "x")], NOW).await);
    gone(home.db.write_pad(noa.clone(), 0, vec![edit(0, 0, "x")], NOW.plus(1_000)).await);
    assert_eq!(home.db.write_pad(noa.clone(), 0, vec![edit(0, 0, "x")], NOW).await.unwrap(), Ok(1));
    let link = home.db.links(id, holder).await.unwrap()[0].id;
    home.db.revoke_link(link, holder, NOW).await.unwrap();
    gone(home.db.write_pad(noa, 1, vec![edit(0, 0, "x")], NOW).await);
    assert_eq!(text(home, id).await, (1, "x".to_owned()));
}

async fn what_breaks_a_rule_changes_nothing(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let write = async |base, edits| home.db.write_pad(rater(id, holder), base, edits, NOW).await.unwrap();
    assert_eq!(write(0, vec![edit(0, 0, "abc")]).await, Ok(1));
    let long = "x".repeat(PAD_MAX - 2);
    for (base, edits, why) in [
        (1, vec![edit(4, 0, "x")], Refused::NoSuchPlace),
        (2, vec![edit(0, 0, "x")], Refused::NoSuchPlace),
        (-1, vec![edit(0, 0, "x")], Refused::NoSuchPlace),
        (1, vec![edit(0, 0, "fine"), edit(0, 0, "\u{7}")], Refused::Control),
        (1, vec![edit(0, 0, &long)], Refused::Full),
        (1, vec![], Refused::Batch),
    ] {
        assert_eq!(write(base, edits).await, Err(why));
    }
    assert_eq!(text(home, id).await, (1, "abc".to_owned()));
    home.run(&format!("update pad set spent = {}", BUDGET - 64)).await;
    assert_eq!(write(1, vec![edit(0, 0, "x")]).await, Err(Refused::WornOut));
    assert_eq!(write(1, vec![edit(0, 1, "")]).await, Ok(2));
}

async fn writers_wake_readers(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let other = Db::open(&home.url).await.unwrap();
    // A file serves one process, so there is no other instance to tell.
    let elsewhere = if home.is_sqlite() { &home.db } else { &other };
    let mut readers = [home.db.watch_pad(id), elsewhere.watch_pad(id)];
    let log = home.db.watch(id);
    home.db.write_pad(rater(id, holder), 0, vec![edit(0, 0, "x")], NOW).await.unwrap().unwrap();
    for it in &mut readers {
        assert_eq!(*timeout(Duration::from_secs(10), it.wait_for(|it| *it >= 1)).await.unwrap().unwrap(), 1);
    }
    assert!(!log.has_changed().unwrap(), "the log has not grown");
    assert_eq!(other.pad(id, None).await.unwrap().text.as_deref(), Some("x"));
    other.close().await;
}

async fn many_at_once_lose_nothing(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let tasks = (0..8).map(|writer| {
        let db = home.db.clone();
        tokio::spawn(async move {
            for n in 0..5 {
                let edits = vec![edit(0, 0, &format!("<{writer}.{n}>"))];
                db.write_pad(rater(id, holder), 0, edits, NOW).await.unwrap().unwrap();
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    let (rev, text) = text(home, id).await;
    assert_eq!((rev, text.len()), (40, 40 * 5));
    for writer in 0..8 {
        for n in 0..5 {
            assert!(text.contains(&format!("<{writer}.{n}>")), "{text}");
        }
    }
    // Told one by one, it is the same text.
    let told = home.db.pad(id, Some(0)).await.unwrap();
    let mut copy = String::new();
    for edit in told.edits {
        copy = edit.splice.apply(&copy).unwrap();
    }
    assert_eq!(copy, text);
}
