//! Waking who watches.

use crate::home::{Home, NOW, note};
use domain::Role;
use std::time::Duration;
use store::Db;
use tokio::time::timeout;

stories!(a_watcher_wakes_on_append, other_instances_wake, others_sleep_on, lost_access_wakes_everybody);

const SOON: Duration = Duration::from_secs(10);

async fn a_watcher_wakes_on_append(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let (mut first, mut second) = (home.db.watch(id), home.db.clone().watch(id));
    home.db.append(id, holder, &[note("a"), note("b")], NOW).await.unwrap();
    for watcher in [&mut first, &mut second] {
        timeout(SOON, watcher.changed()).await.unwrap().unwrap();
        assert_eq!(*watcher.borrow_and_update(), 2);
    }
    drop((first, second));
    // Nobody listened for a while; whoever comes next wakes all the same.
    home.db.append(id, holder, &[note("c")], NOW).await.unwrap();
    let mut late = home.db.watch(id);
    home.db.append(id, holder, &[note("d")], NOW).await.unwrap();
    assert_eq!(*timeout(SOON, late.wait_for(|it| *it >= 4)).await.unwrap().unwrap(), 4);
}

async fn other_instances_wake(home: &Home) {
    if home.is_sqlite() {
        return; // a file serves one process
    }
    let (_, holder, id) = home.an_interview().await;
    let other = Db::open(&home.url).await.unwrap();
    let mut watcher = other.watch(id);
    home.db.append(id, holder, &[note("a")], NOW).await.unwrap();
    assert_eq!(*timeout(SOON, watcher.wait_for(|it| *it >= 1)).await.unwrap().unwrap(), 1);
    assert_eq!(other.state(id).await.unwrap().0, 1);
    // Cut every connection of the listeners of this test: they come back and tell their watchers to look again.
    home.run(
        "select pg_terminate_backend(pid) from pg_stat_activity
        where query like 'LISTEN \"hopwise%' and pid <> pg_backend_pid()
        and application_name = current_setting('application_name')",
    )
    .await;
    timeout(SOON, watcher.changed()).await.unwrap().unwrap();
    home.db.append(id, holder, &[note("b")], NOW).await.unwrap();
    assert_eq!(*timeout(SOON, watcher.wait_for(|it| *it >= 2)).await.unwrap().unwrap(), 2);
    other.close().await;
}

async fn others_sleep_on(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let (_, _, other) = home.an_interview().await;
    let (mine, theirs) = (home.db.watch(id), home.db.watch(other));
    let event = note("a");
    home.db.append(id, holder, std::slice::from_ref(&event), NOW).await.unwrap();
    assert!(mine.has_changed().unwrap() && !theirs.has_changed().unwrap());
    let again = home.db.watch(id);
    home.db.append(id, holder, &[event], NOW).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!again.has_changed().unwrap(), "a resend is no news");
}

async fn lost_access_wakes_everybody(home: &Home) {
    let admin = home.person("admin", &[Role::Administrator]).await;
    let user = home.person("eve", &[Role::Interviewer]).await;
    let other = Db::open(&home.url).await.unwrap();
    // A file serves one process, so there is no other instance to tell.
    let elsewhere = if home.is_sqlite() { &home.db } else { &other };
    let mut watchers = [home.db.watch_access(), elsewhere.watch_access()];
    for change in 0..4 {
        watchers.iter_mut().for_each(|it| drop(it.borrow_and_update()));
        match change {
            0 => home.db.end_sessions(user, admin, NOW).await.unwrap(),
            1 => home.db.set_roles(user, &[Role::Observer], admin, NOW).await.unwrap(),
            2 => home.db.set_disabled(user, true, admin, NOW).await.unwrap(),
            _ => home.db.delete_session("none").await.unwrap(),
        }
        for it in &mut watchers {
            timeout(SOON, it.changed()).await.unwrap().unwrap();
        }
    }
    other.close().await;
}
