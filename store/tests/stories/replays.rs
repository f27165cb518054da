//! The log as it is read again, by each person.

use crate::home::{Home, NOW, event, plan};
use domain::{
    EventId, Role, RunId, Score, UserId,
    interview::{Event, Payload},
    scorecard::Overall,
};
use store::Error;
use uuid::Uuid;

stories!(a_replay_holds_nobody_elses_marks, a_replay_of_the_forgotten_has_no_words);

/// One event of each kind that there is.
fn each_kind() -> Vec<Payload> {
    let question = || plan().items[0].question.clone();
    let run = RunId(Uuid::from_u128(7));
    vec![
        Payload::Start,
        Payload::Move { question: question() },
        Payload::Reveal { question: question() },
        Payload::Conceal,
        Payload::FollowUp { question: question(), index: 0, asked: true },
        Payload::Probed { run, target: "lab:healthy".to_owned(), total_us: 9, failed: None },
        Payload::Score { question: question(), score: Score::Two },
        Payload::Note { question: question(), text: "SECRET".to_owned() },
        Payload::Revise { question: question(), text: "SECRET".to_owned(), of: None },
        Payload::Flag { question: question(), text: "SECRET".to_owned(), raised: true },
        Payload::Evidence { question: question(), run, attached: true },
        Payload::Pause,
        Payload::Resume,
        Payload::Hint { question: question(), text: "TOLD".to_owned() },
        Payload::TakeBack { question: question(), hint: EventId(Uuid::from_u128(8)) },
        Payload::Exhibit { question: question(), exhibit: "nginx-dual-stack".parse().unwrap(), shown: true },
        Payload::Output { run, shown: true },
        Payload::Finish,
        Payload::Submit { overall: Overall::Yes, summary: "SECRET".to_owned() },
    ]
}

async fn a_replay_holds_nobody_elses_marks(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let stranger = home.person("stranger", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    let events: Vec<Event> = each_kind().into_iter().map(event).collect();
    home.db.append(id, holder, &events, NOW).await.unwrap();
    let kinds = |of: &[Event]| of.iter().map(|it| it.payload.kind()).collect::<Vec<_>>();

    let (interview, own) = home.db.replay_for(id, holder).await.unwrap();
    assert_eq!((interview.id, kinds(&own)), (id, kinds(&events)));
    let (_, seen) = home.db.replay_for(id, lead).await.unwrap();
    let open: Vec<Event> = events.iter().filter(|it| !it.payload.is_mark()).cloned().collect();
    assert_eq!((kinds(&seen), seen.len()), (kinds(&open), 13));
    assert!(format!("{own:?}").contains("SECRET") && !format!("{seen:?}").contains("SECRET"), "{seen:?}");
    assert!(format!("{seen:?}").contains("TOLD"), "a hint is no mark: all raters know of it");
    for user in [stranger, UserId(Uuid::nil())] {
        assert!(matches!(home.db.replay_for(id, user).await, Err(Error::NotFound)));
    }
}

async fn a_replay_of_the_forgotten_has_no_words(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let events: Vec<Event> = each_kind().into_iter().map(event).collect();
    home.db.append(id, holder, &events, NOW).await.unwrap();
    let candidate = home.db.interview_for(id, lead).await.unwrap().candidate;
    home.db.forget(candidate, NOW).await.unwrap();
    let (interview, seen) = home.db.replay_for(id, holder).await.unwrap();
    assert_eq!((interview.candidate_name, seen.len()), (None, events.len()));
    let ids: Vec<EventId> = events.iter().map(|it| it.id).collect();
    assert_eq!(seen.iter().map(|it| it.id).collect::<Vec<_>>(), ids);
    assert!(!format!("{seen:?}").contains("SECRET") && !format!("{seen:?}").contains("TOLD"), "{seen:?}");
}
