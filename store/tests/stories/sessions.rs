//! Sessions and failed sign-ins.

use crate::home::{Home, NOW};
use domain::{Role, UserId, time::MINUTE};
use store::Error;
use uuid::Uuid;

stories!(a_session_lasts_until_it_expires, sessions_end, last_use_is_noted_once_a_minute, failures_are_counted);

async fn a_session_lasts_until_it_expires(home: &Home) {
    let ann = home.person("ann", &[Role::Lead, Role::Interviewer]).await;
    home.db.create_session("hash", ann, "Firefox", NOW, NOW.plus(1_000)).await.unwrap();
    let user = home.db.session("hash", NOW.plus(999)).await.unwrap().unwrap();
    assert_eq!((user.id, user.roles), (ann, vec![Role::Interviewer, Role::Lead]));
    assert!(home.db.session("hash", NOW.plus(1_000)).await.unwrap().is_none());
    assert!(home.db.session("other", NOW).await.unwrap().is_none());
    assert_eq!(home.db.prune_sessions(NOW.plus(999)).await.unwrap(), 0);
    assert_eq!(home.db.prune_sessions(NOW.plus(1_000)).await.unwrap(), 1);
    let nobody = home.db.create_session("hash", UserId(Uuid::nil()), "", NOW, NOW.plus(1)).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
}

async fn sessions_end(home: &Home) {
    let ann = home.person("ann", &[]).await;
    let bob = home.person("bob", &[]).await;
    for (hash, user) in [("a1", ann), ("a2", ann), ("a3", ann), ("b", bob)] {
        home.db.create_session(hash, user, "", NOW, NOW.plus(1_000)).await.unwrap();
    }
    home.db.delete_session("a1").await.unwrap();
    home.db.delete_session("a1").await.unwrap();
    assert!(home.db.session("a1", NOW).await.unwrap().is_none());
    assert!(home.db.session("a2", NOW).await.unwrap().is_some());
    home.db.end_sessions(ann, bob, NOW).await.unwrap();
    assert!(home.db.session("a2", NOW).await.unwrap().is_none());
    assert!(home.db.session("a3", NOW).await.unwrap().is_none());
    assert!(home.db.session("b", NOW).await.unwrap().is_some());
}

async fn last_use_is_noted_once_a_minute(home: &Home) {
    let ann = home.person("ann", &[]).await;
    home.db.create_session("hash", ann, "", NOW, NOW.plus(10 * MINUTE)).await.unwrap();
    // A trigger would differ between the databases; a value that only a second write could change does not.
    home.run(&format!("update login_session set user_agent = 'x', last_used_at = {}", NOW.0 + 1)).await;
    home.db.session("hash", NOW.plus(MINUTE)).await.unwrap();
    assert_eq!(last_used(home).await, NOW.0 + 1);
    home.db.session("hash", NOW.plus(MINUTE + 1)).await.unwrap();
    assert_eq!(last_used(home).await, NOW.0 + MINUTE + 1);
}

async fn last_used(home: &Home) -> i64 {
    const SQL: &str = "select last_used_at from login_session";
    if home.is_sqlite() {
        sqlx::query_scalar(SQL).fetch_one(&sqlx::SqlitePool::connect(&home.url).await.unwrap()).await.unwrap()
    } else {
        sqlx::query_scalar(SQL).fetch_one(&sqlx::PgPool::connect(&home.url).await.unwrap()).await.unwrap()
    }
}

async fn failures_are_counted(home: &Home) {
    let db = &home.db;
    for ms in [3, 1, 2] {
        db.record_failed_sign_in(&["email", "address"], NOW.plus(ms)).await.unwrap();
    }
    let times = [NOW.plus(1), NOW.plus(2), NOW.plus(3)];
    assert_eq!(db.failed_sign_ins("email", NOW).await.unwrap(), times);
    assert_eq!(db.failed_sign_ins("address", NOW.plus(2)).await.unwrap(), times[1..]);
    assert_eq!(db.failed_sign_ins("other", NOW).await.unwrap(), []);
    db.clear_failed_sign_ins("email").await.unwrap();
    assert_eq!(db.failed_sign_ins("email", NOW).await.unwrap(), []);
    assert_eq!(db.prune_failed_sign_ins(NOW.plus(3)).await.unwrap(), 2);
    assert_eq!(db.failed_sign_ins("address", NOW).await.unwrap(), times[2..]);
}
