//! Appending to the log of one interview.

use crate::home::{CREATED, Home, NOW, event, note, plan};
use domain::{
    Locale, Role, Score, Timestamp, UserId,
    interview::{Event, Payload, Refused, State},
};
use store::{Error, Outcome};
use uuid::Uuid;

stories!(
    events_are_stored_in_order,
    a_resend_changes_nothing,
    refused_events_do_not_hold_up_others,
    only_the_interviewer_appends,
    an_id_belongs_to_one_interview,
    actor_and_time_are_the_servers,
    two_instances_agree,
);

async fn events_are_stored_in_order(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let score = Payload::Score { question: "tcp-vs-udp".parse().unwrap(), score: Score::Four };
    let events = [event(Payload::Start), event(score), note("«кавычки» ' \" \u{1F600}")];
    let done = home.db.append(id, holder, &events, NOW).await.unwrap();
    assert_eq!(done.seq, 3);
    assert_eq!(done.outcomes, [1, 2, 3].map(|seq| Outcome::Stored { seq }));
    let log = home.db.log(id).await.unwrap();
    assert_eq!(log.iter().map(|it| it.seq).collect::<Vec<_>>(), [1, 2, 3]);
    let mut expected = State::new(plan());
    for (logged, sent) in log.iter().zip(&events) {
        assert_eq!(logged.event, Event { actor: holder, ..sent.clone() });
        assert_eq!(logged.received_at, NOW);
        expected.apply(&logged.event, NOW).unwrap();
    }
    assert_eq!(home.db.state(id).await.unwrap(), (3, expected));
    assert_eq!(home.db.append(id, holder, &[], NOW).await.unwrap().seq, 3);
    assert_eq!(home.db.interview_for(id, holder).await.unwrap().seq, 3);
}

async fn a_resend_changes_nothing(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let (first, second) = (note("first"), note("second"));
    home.db.append(id, holder, &[first.clone(), second.clone()], NOW).await.unwrap();
    let before = home.db.state(id).await.unwrap();
    let changed = Event { payload: Payload::Start, ..first.clone() };
    let third = note("third");
    let sent = [second.clone(), first.clone(), changed, third.clone(), third.clone()];
    let done = home.db.append(id, holder, &sent[..3], NOW).await.unwrap();
    assert_eq!(done.outcomes, [2, 1, 1].map(|seq| Outcome::Stored { seq }));
    assert_eq!(home.db.state(id).await.unwrap(), before);
    let done = home.db.append(id, holder, &sent, NOW).await.unwrap();
    assert_eq!(done.outcomes, [2, 1, 1, 3, 3].map(|seq| Outcome::Stored { seq }));
    assert_eq!(home.db.log(id).await.unwrap().len(), 3);
}

async fn refused_events_do_not_hold_up_others(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let unknown = event(Payload::Move { question: "never-planned".parse().unwrap() });
    let late = Event { at: NOW.plus(3_600_000), ..note("late") };
    let sent = [event(Payload::Pause), event(Payload::Start), unknown, event(Payload::Start), late, note("kept")];
    let done = home.db.append(id, holder, &sent, NOW).await.unwrap();
    let refused = |why| Outcome::Refused { why };
    assert_eq!(
        done.outcomes,
        [
            refused(Refused::NotRunning),
            Outcome::Stored { seq: 1 },
            refused(Refused::UnknownQuestion),
            refused(Refused::AlreadyStarted),
            refused(Refused::FromTheFuture),
            Outcome::Stored { seq: 2 },
        ]
    );
    assert_eq!(home.db.log(id).await.unwrap().len(), 2);
    // What was refused once may pass later: nothing of it was kept.
    let done = home.db.append(id, holder, &sent[..1], NOW).await.unwrap();
    assert_eq!(done.outcomes, [Outcome::Stored { seq: 3 }]);
}

async fn only_the_interviewer_appends(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let stranger = home.person("stranger", &[Role::Administrator, Role::Interviewer]).await;
    for user in [lead, stranger, UserId(Uuid::nil())] {
        assert!(matches!(home.db.append(id, user, &[note("x")], NOW).await, Err(Error::NotFound)));
    }
    let nowhere = domain::InterviewId(Uuid::nil());
    assert!(matches!(home.db.append(nowhere, holder, &[note("x")], NOW).await, Err(Error::NotFound)));
    assert_eq!(home.db.state(id).await.unwrap().0, 0);
}

async fn an_id_belongs_to_one_interview(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let of = home.db.interview_for(id, holder).await.unwrap().loop_id;
    let other = home.db.create_interview(of, holder, Locale::En, &plan(), NOW).await.unwrap();
    let mine = note("mine");
    home.db.append(id, holder, std::slice::from_ref(&mine), NOW).await.unwrap();
    let done = home.db.append(other, holder, &[mine, note("new")], NOW).await.unwrap();
    assert_eq!(done.outcomes, [Outcome::IdInUse, Outcome::Stored { seq: 1 }]);
    assert_eq!(home.db.log(id).await.unwrap().len(), 1);
    assert_eq!(home.db.log(other).await.unwrap().len(), 1);
}

async fn actor_and_time_are_the_servers(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let now = NOW.plus(10_000);
    let at = |ms: i64| Event { actor: lead, at: Timestamp(ms), ..note("x") };
    let sent = [at(now.0 - 5), at(now.0 + 60_000), at(i64::MIN), at(0)];
    let done = home.db.append(id, holder, &sent, now).await.unwrap();
    assert_eq!(done.seq, 4);
    let log = home.db.log(id).await.unwrap();
    assert!(log.iter().all(|it| it.event.actor == holder && it.received_at == now));
    let times = log.iter().map(|it| it.event.at).collect::<Vec<_>>();
    // A clock a minute ahead is put right; nothing is older than the interview itself.
    assert_eq!(times, [now.plus(-5), now, CREATED, CREATED]);
    let far = home.db.append(id, holder, &[at(i64::MAX)], now).await.unwrap();
    assert_eq!(far.outcomes, [Outcome::Refused { why: Refused::FromTheFuture }]);
}

async fn two_instances_agree(home: &Home) {
    let (_, holder, id) = home.an_interview().await;
    let other = store::Db::open(&home.url).await.unwrap();
    for round in 0..5 {
        let event = note(&format!("here {round}"));
        home.db.append(id, holder, std::slice::from_ref(&event), NOW).await.unwrap();
        let again = other.append(id, holder, &[event, note(&format!("there {round}"))], NOW).await.unwrap();
        assert_eq!(again.outcomes, [1, 2].map(|it| Outcome::Stored { seq: 2 * round + it }));
        assert_eq!(home.db.state(id).await.unwrap(), other.state(id).await.unwrap());
    }
    other.close().await;
}
