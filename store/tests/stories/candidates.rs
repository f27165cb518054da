//! Candidates, their loops, and what they were asked.

use crate::home::{Home, NOW, event, plan};
use domain::{CandidateId, Level, Locale, Role, Score, UserId, interview::Payload};
use store::{Error, NewCandidate};
use uuid::Uuid;

stories!(candidates_are_listed_and_searched, loops_are_seen_by_who_takes_part, asked_questions_are_remembered);

fn new(name: &str, email: Option<&str>) -> NewCandidate {
    NewCandidate { name: name.to_owned(), email: email.map(str::to_owned), locale: Locale::Ru }
}

async fn candidates_are_listed_and_searched(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let people = [("Ольга Орлова", None), ("נועה 100%", Some("Noa@x.org")), ("Ann_Smith", Some("ann@x.org"))];
    let mut ids = Vec::new();
    for (ms, (name, email)) in people.into_iter().enumerate() {
        ids.push(home.db.create_candidate(&new(name, email), lead, NOW.plus(ms as i64)).await.unwrap());
    }
    let found = async |search: &str, limit| -> Vec<CandidateId> {
        home.db.candidates(search, limit).await.unwrap().into_iter().map(|it| it.id).collect()
    };
    assert_eq!(found("", 50).await, [ids[2], ids[1], ids[0]]);
    assert_eq!(found("", 2).await, [ids[2], ids[1]]);
    assert_eq!(found(" ОРЛОВ ", 50).await, [ids[0]]);
    assert_eq!(found("נועה", 50).await, [ids[1]]);
    assert_eq!(found("noa@X", 50).await, [ids[1]]);
    assert_eq!(found("%", 50).await, [ids[1]]);
    assert_eq!(found("n_s", 50).await, [ids[2]]);
    assert_eq!(found(r"\", 50).await, []);
    let olga = home.db.candidate(ids[0]).await.unwrap();
    assert_eq!((olga.name.as_str(), olga.email, olga.created_by), ("Ольга Орлова", None, lead));
    assert!(matches!(home.db.candidate(CandidateId(Uuid::nil())).await, Err(Error::NotFound)));
    let by_nobody = home.db.create_candidate(&new("x", None), UserId(Uuid::nil()), NOW).await;
    assert!(matches!(by_nobody, Err(Error::NotFound)), "{by_nobody:?}");
}

async fn loops_are_seen_by_who_takes_part(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let holder = home.person("holder", &[Role::Interviewer]).await;
    let stranger = home.person("stranger", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    let candidate = home.db.create_candidate(&new("Ann", None), lead, NOW).await.unwrap();
    let older = home.db.create_loop(candidate, Level::Junior, lead, NOW).await.unwrap();
    let newer = home.db.create_loop(candidate, Level::Senior, lead, NOW.plus(1)).await.unwrap();
    home.db.create_interview(older, holder, Locale::En, &plan(), NOW).await.unwrap();

    let seen = home.db.loop_for(newer, lead).await.unwrap();
    assert_eq!((seen.level, seen.candidate.id, seen.created_by), (Level::Senior, candidate, lead));
    let ids = async |user| -> Vec<_> {
        home.db.loops_of(candidate, user).await.unwrap().into_iter().map(|it| it.id).collect()
    };
    assert_eq!(ids(lead).await, [newer, older]);
    assert_eq!(ids(holder).await, [older]);
    assert_eq!(ids(stranger).await, []);
    home.db.loop_for(older, holder).await.unwrap();
    for (id, user) in [(newer, holder), (older, stranger)] {
        assert!(matches!(home.db.loop_for(id, user).await, Err(Error::NotFound)));
    }
    home.db.set_roles(lead, &[Role::Interviewer], lead, NOW).await.unwrap();
    assert!(matches!(home.db.loop_for(newer, lead).await, Err(Error::NotFound)));
    let of_nobody = home.db.create_loop(CandidateId(Uuid::nil()), Level::Lead, lead, NOW).await;
    assert!(matches!(of_nobody, Err(Error::NotFound)), "{of_nobody:?}");
}

async fn asked_questions_are_remembered(home: &Home) {
    let (lead, holder, other) = home.an_interview().await;
    let candidate = home.db.interview_for(other, lead).await.unwrap().candidate;
    let first = "tcp-vs-udp".parse::<domain::QuestionId>().unwrap();
    let second = "connection-pooling".parse::<domain::QuestionId>().unwrap();
    assert_eq!(home.db.asked(candidate).await.unwrap(), []);
    // The plan's first question is on the table without a move: what was written about it counts too.
    let note = event(Payload::Note { question: first.clone(), text: "x".to_owned() });
    home.db.append(other, holder, &[event(Payload::Conceal), note], NOW).await.unwrap();
    assert_eq!(home.db.asked(candidate).await.unwrap(), std::slice::from_ref(&first));

    let again = home.db.create_loop(candidate, Level::Middle, lead, NOW).await.unwrap();
    let second_interview = home.db.create_interview(again, lead, Locale::En, &plan(), NOW).await.unwrap();
    let reveal = event(Payload::Reveal { question: second.clone() });
    let moved = event(Payload::Move { question: second.clone() });
    let score = event(Payload::Score { question: second.clone(), score: Score::Three });
    home.db.append(second_interview, lead, &[reveal, moved, score], NOW).await.unwrap();
    assert_eq!(home.db.asked(candidate).await.unwrap(), [second, first]);
    let (lead, _, unrelated) = home.an_interview().await;
    let stranger = home.db.interview_for(unrelated, lead).await.unwrap().candidate;
    assert_eq!(home.db.asked(stranger).await.unwrap(), []);
}
