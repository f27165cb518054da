//! Invitations, resets, passwords, accounts switched off.

use crate::home::{Home, NOW, new_user};
use domain::Role;
use store::{AccountLink, Error};

stories!(
    an_invitation_makes_an_account_once,
    a_reset_ends_sessions,
    a_taken_email_leaves_the_invitation,
    a_password_change_keeps_this_session,
    an_account_switched_off_is_out_at_once,
    the_last_administrator_stays,
    devices_end_one_by_one,
);

async fn an_invitation_makes_an_account_once(home: &Home) {
    let (db, later) = (&home.db, NOW.plus(1));
    let boss = home.person("boss", &[Role::Administrator]).await;
    let invitation = AccountLink::Invitation(vec![Role::Lead, Role::Observer]);
    db.create_account_link("hash", &invitation, boss, NOW, NOW.plus(1_000)).await.unwrap();
    assert_eq!(db.account_link("hash", later).await.unwrap(), Some(invitation));
    assert_eq!(db.account_link("hash", NOW.plus(1_000)).await.unwrap(), None, "expired");
    let id = db.accept_invitation("hash", &new_user("ann"), later).await.unwrap();
    assert_eq!(db.user(id).await.unwrap().unwrap().roles, [Role::Lead, Role::Observer]);
    assert_eq!(db.account_link("hash", later).await.unwrap(), None);
    for hash in ["hash", "unknown"] {
        let again = db.accept_invitation(hash, &new_user("bob"), later).await;
        assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
    }
}

async fn a_taken_email_leaves_the_invitation(home: &Home) {
    let boss = home.person("boss", &[Role::Administrator]).await;
    let invitation = AccountLink::Invitation(vec![Role::Lead]);
    home.db.create_account_link("hash", &invitation, boss, NOW, NOW.plus(1_000)).await.unwrap();
    let taken = home.db.accept_invitation("hash", &new_user("boss"), NOW).await;
    assert!(matches!(taken, Err(Error::Taken { ref field }) if field == "email"), "{taken:?}");
    home.db.accept_invitation("hash", &new_user("ann"), NOW).await.unwrap();
}

async fn a_reset_ends_sessions(home: &Home) {
    let (boss, ann) = (home.person("boss", &[Role::Administrator]).await, home.person("ann", &[]).await);
    home.db.create_session("s", ann, "", NOW, NOW.plus(9_000)).await.unwrap();
    home.db.create_account_link("hash", &AccountLink::Reset(ann), boss, NOW, NOW.plus(1_000)).await.unwrap();
    assert!(matches!(home.db.accept_invitation("hash", &new_user("eve"), NOW).await, Err(Error::NotFound)));
    assert_eq!(home.db.reset_password("hash", "new", NOW).await.unwrap(), ann);
    assert!(home.db.session("s", NOW).await.unwrap().is_none());
    assert_eq!(home.db.user_by_email("ann@example.com").await.unwrap().unwrap().password_hash, "new");
    assert!(matches!(home.db.reset_password("hash", "newer", NOW).await, Err(Error::NotFound)));
}

async fn a_password_change_keeps_this_session(home: &Home) {
    let ann = home.person("ann", &[]).await;
    for hash in ["here", "there"] {
        home.db.create_session(hash, ann, "", NOW, NOW.plus(9_000)).await.unwrap();
    }
    home.db.change_password(ann, "new", "here", NOW).await.unwrap();
    assert!(home.db.session("here", NOW).await.unwrap().is_some());
    assert!(home.db.session("there", NOW).await.unwrap().is_none());
}

async fn an_account_switched_off_is_out_at_once(home: &Home) {
    let (boss, ann) = (home.person("boss", &[Role::Administrator]).await, home.person("ann", &[Role::Lead]).await);
    home.db.create_session("s", ann, "", NOW, NOW.plus(9_000)).await.unwrap();
    home.db.set_disabled(ann, true, boss, NOW).await.unwrap();
    assert!(home.db.session("s", NOW).await.unwrap().is_none());
    assert_eq!(home.db.user(ann).await.unwrap().unwrap().disabled_at, Some(NOW));
    // One that was made past the switch opens nothing either.
    home.db.create_session("t", ann, "", NOW, NOW.plus(9_000)).await.unwrap();
    assert!(home.db.session("t", NOW).await.unwrap().is_none());
    assert!(matches!(home.db.set_disabled(ann, true, boss, NOW).await, Err(Error::NotFound)), "it is so already");
    home.db.set_disabled(ann, false, boss, NOW).await.unwrap();
    assert_eq!(home.db.user(ann).await.unwrap().unwrap().disabled_at, None);
}

async fn the_last_administrator_stays(home: &Home) {
    let boss = home.person("boss", &[Role::Administrator, Role::Lead]).await;
    let roles = home.db.set_roles(boss, &[Role::Lead], boss, NOW).await;
    assert!(matches!(roles, Err(Error::LastAdministrator)), "{roles:?}");
    let off = home.db.set_disabled(boss, true, boss, NOW).await;
    assert!(matches!(off, Err(Error::LastAdministrator)), "{off:?}");
    assert_eq!(home.db.user(boss).await.unwrap().unwrap().roles, [Role::Administrator, Role::Lead]);
    let other = home.person("other", &[Role::Administrator]).await;
    home.db.set_roles(boss, &[Role::Lead], other, NOW).await.unwrap();
    assert_eq!(home.db.administrators().await.unwrap(), 1);
}

async fn devices_end_one_by_one(home: &Home) {
    let (ann, bob) = (home.person("ann", &[]).await, home.person("bob", &[]).await);
    for (hash, user, used) in [("a".repeat(64), ann, 1), ("b".repeat(64), ann, 2), ("c".repeat(64), bob, 3)] {
        home.db.create_session(&hash, user, "Firefox", NOW.plus(used), NOW.plus(9_000)).await.unwrap();
    }
    let devices = home.db.devices(ann, NOW.plus(5)).await.unwrap();
    assert_eq!(devices.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["b".repeat(16), "a".repeat(16)]);
    assert_eq!(devices[0].user_agent, "Firefox");
    assert!(matches!(home.db.end_device(ann, &"c".repeat(16), NOW).await, Err(Error::NotFound)), "somebody else's");
    home.db.end_device(ann, &"a".repeat(16), NOW).await.unwrap();
    assert_eq!(home.db.devices(ann, NOW.plus(5)).await.unwrap().len(), 1);
    assert_eq!(home.db.devices(bob, NOW.plus(5)).await.unwrap().len(), 1);
    assert_eq!(home.db.devices(bob, NOW.plus(9_000)).await.unwrap(), []);
}
