//! Links for candidates.

use crate::home::{Home, NOW};
use domain::Role;
use store::{Error, Opened};

stories!(a_link_lets_in_and_counts, a_link_is_made_and_revoked_by_who_sees_the_interview);

async fn a_link_lets_in_and_counts(home: &Home) {
    let (_, holder, interview) = home.an_interview().await;
    let db = &home.db;
    let link = db.create_link(interview, holder, "hash", NOW, NOW.plus(1_000)).await.unwrap();
    let opened = Some(Opened { link, interview });
    assert_eq!(db.open_link("hash", NOW).await.unwrap(), opened);
    assert_eq!(db.open_link("hash", NOW.plus(999)).await.unwrap(), opened);
    assert_eq!(db.link("hash", NOW.plus(999)).await.unwrap(), opened);
    assert_eq!(db.open_link("hash", NOW.plus(1_000)).await.unwrap(), None);
    assert_eq!(db.link("hash", NOW.plus(1_000)).await.unwrap(), None);
    assert_eq!(db.open_link("other", NOW).await.unwrap(), None);
    let listed = db.links(interview, holder).await.unwrap();
    assert_eq!((listed.len(), listed[0].id, listed[0].opened), (1, link, 2));
    assert_eq!(listed[0].last_opened_at, Some(NOW.plus(999)));
    let again = db.create_link(interview, holder, "hash", NOW, NOW.plus(1)).await;
    assert!(matches!(again, Err(Error::Taken { ref field }) if field == "token_hash"), "{again:?}");
}

async fn a_link_is_made_and_revoked_by_who_sees_the_interview(home: &Home) {
    let (lead, holder, interview) = home.an_interview().await;
    let stranger = home.person("stranger", &[Role::Administrator, Role::Lead]).await;
    let db = &home.db;
    let refused = db.create_link(interview, stranger, "x", NOW, NOW.plus(1_000)).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    let link = db.create_link(interview, lead, "hash", NOW, NOW.plus(1_000)).await.unwrap();
    assert_eq!(db.links(interview, stranger).await.unwrap(), []);
    assert!(matches!(db.revoke_link(link, stranger, NOW).await, Err(Error::NotFound)));
    assert!(db.link("hash", NOW).await.unwrap().is_some());
    db.revoke_link(link, holder, NOW.plus(5)).await.unwrap();
    db.revoke_link(link, lead, NOW.plus(9)).await.unwrap();
    assert_eq!(db.open_link("hash", NOW.plus(6)).await.unwrap(), None);
    assert_eq!(db.link("hash", NOW.plus(6)).await.unwrap(), None);
    assert_eq!(db.links(interview, holder).await.unwrap()[0].revoked_at, Some(NOW.plus(5)));
}
