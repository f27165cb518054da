//! The audit log: what is written down, and how a change is found.

use crate::home::{Home, NOW, event};
use domain::{
    Role,
    audit::{Entry, Kind},
    interview::Payload,
    scorecard::Overall,
};
use store::{AuditFilter, Chain, Db};

stories!(
    rows_are_read_newest_first_and_by_filter,
    what_is_done_is_written_down_with_it,
    a_changed_removed_or_moved_row_is_found,
    two_instances_write_one_chain,
);

async fn fill(db: &Db, count: i64) {
    for n in 1..=count {
        db.audit(Entry::new(None, Kind::Export, format!("thing:{n}")), NOW.plus(n)).await.unwrap();
    }
}

async fn rows_are_read_newest_first_and_by_filter(home: &Home) {
    assert_eq!(home.db.verify_audit().await.unwrap(), Chain::Whole { rows: 0, hash: String::new() });
    fill(&home.db, 3).await;
    let ann = home.person("ann", &[]).await;
    home.db.audit(Entry::new(Some(ann), Kind::SignIn, "user:x").with("\n«деталь»"), NOW).await.unwrap();
    let read = async |filter| home.db.audit_rows(filter, 2).await.unwrap();
    let newest = read(AuditFilter::default()).await;
    assert_eq!(newest.iter().map(|it| it.seq).collect::<Vec<_>>(), [4, 3]);
    assert_eq!((newest[0].actor_name.as_deref(), newest[0].entry.detail.as_str()), (Some("ann"), "\n«деталь»"));
    let next = read(AuditFilter { before: Some(3), ..AuditFilter::default() }).await;
    assert_eq!(next.iter().map(|it| it.seq).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(read(AuditFilter { kind: Some(Kind::SignIn), ..AuditFilter::default() }).await.len(), 1);
    assert_eq!(read(AuditFilter { actor: Some(ann), ..AuditFilter::default() }).await.len(), 1);
    assert_eq!(read(AuditFilter { kind: Some(Kind::Reveal), ..AuditFilter::default() }).await, []);
    let Chain::Whole { rows, hash } = home.db.verify_audit().await.unwrap() else { panic!("broken") };
    assert_eq!((rows, hash), (4, newest[0].hash.clone()));
}

async fn what_is_done_is_written_down_with_it(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let submit = Payload::Submit { overall: Overall::Yes, summary: "secret words".to_owned() };
    let reveal = event(Payload::Reveal { question: "tcp-vs-udp".parse().unwrap() });
    home.db.append(id, holder, &[reveal.clone(), event(Payload::Start), event(submit)], NOW).await.unwrap();
    home.db.append(id, holder, &[reveal], NOW).await.unwrap();
    let link = home.db.create_link(id, lead, "token", NOW, NOW.plus(1_000)).await.unwrap();
    for _ in 0..3 {
        home.db.open_link("token", NOW).await.unwrap().unwrap();
    }
    home.db.revoke_link(link, holder, NOW.plus(5)).await.unwrap();
    home.db.revoke_link(link, holder, NOW.plus(6)).await.unwrap();
    home.db.set_roles(holder, &[Role::Observer], lead, NOW).await.unwrap();
    let rows = home.db.audit_rows(AuditFilter::default(), 100).await.unwrap();
    let kinds: Vec<Kind> = rows.iter().rev().map(|it| it.entry.kind).collect();
    let expected =
        [Kind::Reveal, Kind::Submit, Kind::LinkMade, Kind::LinkOpenedAgain, Kind::LinkRevoked, Kind::RolesChanged];
    assert_eq!(kinds, expected);
    assert!(rows.iter().all(|it| !format!("{it:?}").contains("secret words")));
    assert_eq!(rows[0].entry, Entry::new(Some(lead), Kind::RolesChanged, format!("user:{holder}")).with("observer"));
    assert_eq!(rows[5].entry, Entry::new(Some(holder), Kind::Reveal, format!("interview:{id}")));
}

async fn a_changed_removed_or_moved_row_is_found(home: &Home) {
    fill(&home.db, 5).await;
    let whole = home.db.verify_audit().await.unwrap();
    assert!(matches!(whole, Chain::Whole { rows: 5, .. }), "{whole:?}");
    for (spoil, mend, at) in [
        ("update audit_event set detail = 'x' where seq = 2", "update audit_event set detail = '' where seq = 2", 2),
        ("update audit_event set at = at + 1 where seq = 5", "update audit_event set at = at - 1 where seq = 5", 5),
        ("update audit_event set actor = 'me' where seq = 4", "update audit_event set actor = null where seq = 4", 4),
        ("update audit_event set seq = 9 where seq = 3", "update audit_event set seq = 3 where seq = 9", 3),
        ("update audit_event set seq = 9 where seq = 5", "update audit_event set seq = 5 where seq = 9", 5),
        ("update audit_head set seq = 4 where id = 1", "update audit_head set seq = 5 where id = 1", 5),
        ("update audit_head set hash = 'x' where id = 1", "", 6),
    ] {
        home.run(spoil).await;
        assert_eq!(home.db.verify_audit().await.unwrap(), Chain::Broken { at }, "{spoil}");
        if !mend.is_empty() {
            home.run(mend).await;
            assert_eq!(home.db.verify_audit().await.unwrap(), whole, "{mend}");
        }
    }
}

async fn two_instances_write_one_chain(home: &Home) {
    let other = Db::open(&home.url).await.unwrap();
    tokio::join!(fill(&home.db, 20), fill(&other, 20));
    assert!(matches!(other.verify_audit().await.unwrap(), Chain::Whole { rows: 40, .. }));
    other.close().await;
}
