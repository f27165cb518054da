//! Candidates, their loops, and what they were asked.

use crate::home::{Home, NOW, event, plan};
use domain::{CandidateId, Level, Locale, Role, Score, UserId, interview::Payload, retention::Outcome};
use store::{Error, NewCandidate, Shown};
use uuid::Uuid;

stories!(
    candidates_are_listed_and_searched,
    candidates_are_seen_by_who_leads_or_interviews_them,
    what_is_known_can_change,
    many_are_entered_whole_or_not_at_all,
    loops_are_seen_by_who_takes_part,
    a_loop_ends_as_its_lead_says,
    asked_questions_are_remembered,
    who_applies_sees_nothing_about_themselves,
);

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
        let listing = home.db.candidates(lead, search, Shown::All, limit).await.unwrap();
        listing.candidates.into_iter().map(|it| it.id).collect()
    };
    assert_eq!(found("", 50).await, [ids[2], ids[1], ids[0]]);
    assert_eq!(found("", 2).await, [ids[2], ids[1]]);
    assert_eq!(found(" ОРЛОВ ", 50).await, [ids[0]]);
    assert_eq!(found("נועה", 50).await, [ids[1]]);
    assert_eq!(found("noa@X", 50).await, [ids[1]]);
    assert_eq!(found("%", 50).await, [ids[1]]);
    assert_eq!(found("n_s", 50).await, [ids[2]]);
    assert_eq!(found(r"\", 50).await, []);
    assert_eq!(home.db.candidates(lead, "a", Shown::All, 1).await.unwrap().total, 2);
    assert_eq!(home.db.candidates(lead, "", Shown::All, 1).await.unwrap().total, 3);
    let olga = home.db.candidate_for(ids[0], lead).await.unwrap();
    assert_eq!((olga.name.as_deref(), olga.email, olga.created_by), (Some("Ольга Орлова"), None, lead));
    assert!(matches!(home.db.candidate_for(CandidateId(Uuid::nil()), lead).await, Err(Error::NotFound)));
    let by_nobody = home.db.create_candidate(&new("x", None), UserId(Uuid::nil()), NOW).await;
    assert!(matches!(by_nobody, Err(Error::NotFound)), "{by_nobody:?}");
}

async fn candidates_are_seen_by_who_leads_or_interviews_them(home: &Home) {
    let (lead, holder, interview) = home.an_interview().await;
    let id = home.db.interview_for(interview, lead).await.unwrap().candidate;
    let boss = home.person("boss", &[Role::Administrator]).await;
    let stranger = home.person("stranger", &[Role::Lead, Role::Interviewer]).await;
    // Somebody who works here and applies: an administrator even, and yet not of themselves.
    let noa = home.person("noa", &[Role::Administrator, Role::Lead]).await;
    home.db.edit_candidate(id, lead, &new("Noa", Some(" NOA@example.com"))).await.unwrap();
    let gone = |it: Result<_, Error>| matches!(it, Err(Error::NotFound));
    for (user, sees, leads) in
        [(lead, true, true), (boss, true, true), (holder, true, false), (stranger, false, false), (noa, false, false)]
    {
        assert_eq!(home.db.candidate_for(id, user).await.is_ok(), sees);
        assert_eq!(home.db.candidate_led_by(id, user).await.is_ok(), leads);
        assert_eq!(home.db.candidates(user, "", Shown::All, 9).await.unwrap().total, usize::from(sees));
        assert_eq!(home.db.candidates(user, "noa", Shown::All, 9).await.unwrap().total, usize::from(sees));
        assert_eq!(home.db.candidate_emails(user).await.unwrap().len(), usize::from(sees));
        if !leads {
            assert!(gone(home.db.edit_candidate(id, user, &new("Eve", None)).await));
            assert!(gone(home.db.archive_candidate(id, user, Some(NOW)).await));
            assert!(gone(home.db.hold_candidate(id, user, Some("x"), NOW).await));
            assert!(gone(home.db.forget_for(id, user, NOW).await));
            assert!(gone(home.db.create_loop(id, Level::Junior, user, NOW).await.map(drop)));
        }
    }
    home.db.set_roles(lead, &[Role::Interviewer], lead, NOW).await.unwrap();
    assert!(gone(home.db.candidate_for(id, lead).await.map(drop)));
}

async fn what_is_known_can_change(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let id = home.db.create_candidate(&new("Ann", Some("ann@x.org")), lead, NOW).await.unwrap();
    let changed = NewCandidate { name: "Анна".to_owned(), email: None, locale: Locale::He };
    home.db.edit_candidate(id, lead, &changed).await.unwrap();
    let found = home.db.candidate_for(id, lead).await.unwrap();
    assert_eq!((found.name.as_deref(), found.email, found.locale), (Some("Анна"), None, Locale::He));
    let total = async |search: &str, shown| home.db.candidates(lead, search, shown, 9).await.unwrap().total;
    assert_eq!((total("ann", Shown::All).await, total("анн", Shown::All).await), (0, 1));

    home.db.archive_candidate(id, lead, Some(NOW)).await.unwrap();
    home.db.archive_candidate(id, lead, Some(NOW.plus(5))).await.unwrap();
    assert_eq!(home.db.candidate_for(id, lead).await.unwrap().archived_at, Some(NOW));
    for search in ["", "анн"] {
        assert_eq!((total(search, Shown::Active).await, total(search, Shown::Archived).await), (0, 1));
    }
    home.db.archive_candidate(id, lead, None).await.unwrap();
    assert_eq!((total("", Shown::Active).await, total("", Shown::Archived).await), (1, 0));
}

async fn many_are_entered_whole_or_not_at_all(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let many: Vec<NewCandidate> = (0..30).map(|n| new(&format!("=cmd|' /C calc'!A{n}"), None)).collect();
    let nobody = home.db.create_candidates(&many, UserId(Uuid::nil()), NOW).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
    assert_eq!(home.db.candidates(lead, "", Shown::All, 99).await.unwrap().total, 0);
    home.db.create_candidates(&many, lead, NOW).await.unwrap();
    let listing = home.db.candidates(lead, "=CMD|", Shown::All, 99).await.unwrap();
    assert_eq!((listing.total, listing.candidates.len()), (30, 30));
}

async fn a_loop_ends_as_its_lead_says(home: &Home) {
    let (lead, holder, interview) = home.an_interview().await;
    let id = home.db.interview_for(interview, lead).await.unwrap().loop_id;
    assert_eq!(home.db.loop_for(id, lead).await.unwrap().outcome, None);
    home.db.set_outcome(id, lead, Some(Outcome::Withdrawn), NOW).await.unwrap();
    assert_eq!(home.db.loop_for(id, holder).await.unwrap().outcome, Some((Outcome::Withdrawn, NOW)));
    let stranger = home.person("stranger", &[Role::Lead]).await;
    for user in [holder, stranger] {
        assert!(matches!(home.db.set_outcome(id, user, None, NOW).await, Err(Error::NotFound)));
    }
    home.db.set_outcome(id, lead, None, NOW).await.unwrap();
    assert_eq!(home.db.loop_for(id, lead).await.unwrap().outcome, None);
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

async fn who_applies_sees_nothing_about_themselves(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    // Entered before there was an account, whose e-mail is written otherwise.
    let candidate = home.db.create_candidate(&new("Eve", Some("EVE@example.com")), lead, NOW).await.unwrap();
    let of = home.db.create_loop(candidate, Level::Middle, lead, NOW).await.unwrap();
    let eve = home.person("eve", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    let own = home.db.create_interview(of, eve, Locale::En, &plan(), NOW).await.unwrap();
    assert!(matches!(home.db.candidate_for(candidate, eve).await, Err(Error::NotFound)));
    assert!(matches!(home.db.loop_for(of, eve).await, Err(Error::NotFound)));
    assert!(matches!(home.db.interview_for(own, eve).await, Err(Error::NotFound)));
    assert!(matches!(home.db.state_for(own, eve).await, Err(Error::NotFound)));
    assert_eq!(home.db.interviews_of(eve).await.unwrap(), []);
    assert_eq!(home.db.loops_of(candidate, eve).await.unwrap(), []);
    home.db.interview_for(own, lead).await.unwrap();
}
