//! The link for the first administrator.

use crate::home::{Home, NOW, new_user};
use domain::Role;
use store::Error;

stories!(it_makes_an_administrator_once, of_two_at_once_one_wins, it_expires, a_taken_email_leaves_it_unused);

async fn it_makes_an_administrator_once(home: &Home) {
    let (db, later) = (&home.db, NOW.plus(1));
    db.create_setup_link("hash", NOW.plus(1_000)).await.unwrap();
    assert!(db.setup_is_open("hash", later).await.unwrap());
    let id = db.complete_setup("hash", &new_user("ann"), later).await.unwrap();
    let roles = db.user(id).await.unwrap().unwrap().roles;
    assert_eq!(roles, [Role::Administrator, Role::Interviewer, Role::Lead]);
    assert!(!db.setup_is_open("hash", later).await.unwrap());
    assert!(matches!(db.complete_setup("hash", &new_user("bob"), later).await, Err(Error::Used)));
    assert!(matches!(db.complete_setup("other", &new_user("bob"), later).await, Err(Error::NotFound)));
    assert_eq!(db.users("", 9).await.unwrap().1, 1);
}

async fn of_two_at_once_one_wins(home: &Home) {
    let other = store::Db::open(&home.url).await.unwrap();
    for round in 0..10 {
        let hash = format!("hash-{round}");
        home.db.create_setup_link(&hash, NOW.plus(1_000)).await.unwrap();
        let (ann, bob) = (new_user(&format!("ann{round}")), new_user(&format!("bob{round}")));
        let (a, b) = tokio::join!(home.db.complete_setup(&hash, &ann, NOW), other.complete_setup(&hash, &bob, NOW));
        assert!(matches!((&a, &b), (Ok(_), Err(Error::Used)) | (Err(Error::Used), Ok(_))), "{a:?} {b:?}");
        assert_eq!(home.db.administrators().await.unwrap(), round + 1);
    }
    other.close().await;
}

async fn it_expires(home: &Home) {
    home.db.create_setup_link("hash", NOW).await.unwrap();
    assert!(!home.db.setup_is_open("hash", NOW).await.unwrap());
    assert!(matches!(home.db.complete_setup("hash", &new_user("ann"), NOW).await, Err(Error::Expired)));
    assert_eq!(home.db.administrators().await.unwrap(), 0);
}

async fn a_taken_email_leaves_it_unused(home: &Home) {
    home.person("ann", &[]).await;
    home.db.create_setup_link("hash", NOW.plus(1_000)).await.unwrap();
    let taken = home.db.complete_setup("hash", &new_user("ann"), NOW).await;
    assert!(matches!(taken, Err(Error::Taken { ref field }) if field == "email"), "{taken:?}");
    home.db.complete_setup("hash", &new_user("bob"), NOW).await.unwrap();
}
