//! Interviews and who sees them.

use crate::home::{Home, NOW, event, plan};
use domain::{InterviewId, Level, Locale, LoopId, Role, UserId, interview::Payload, scorecard::Overall};
use store::Error;
use uuid::Uuid;

stories!(an_interview_is_seen_by_two, the_lead_sees_it_only_as_a_lead, lists_say_how_far_it_is, foreign_keys_hold);

async fn an_interview_is_seen_by_two(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let stranger = home.person("stranger", &[Role::Administrator, Role::Lead, Role::Interviewer]).await;
    for user in [lead, holder] {
        let seen = home.db.interview_for(id, user).await.unwrap();
        assert_eq!((seen.id, seen.interviewer, seen.level, seen.seq), (id, holder, Level::Middle, 0));
        assert_eq!((seen.candidate_name.as_deref(), seen.locale, seen.plan), (Some("Noa"), Locale::En, plan()));
        assert_eq!(home.db.interviews_of_loop(seen.loop_id, user).await.unwrap().len(), 1);
        assert_eq!(home.db.interviews_of_loop(seen.loop_id, stranger).await.unwrap(), []);
        assert_eq!(home.db.state_for(id, user).await.unwrap().0, 0);
    }
    let unknown = InterviewId(Uuid::nil());
    for (id, user) in [(id, stranger), (unknown, lead), (id, UserId(Uuid::nil()))] {
        assert!(matches!(home.db.interview_for(id, user).await, Err(Error::NotFound)));
        assert!(matches!(home.db.state_for(id, user).await, Err(Error::NotFound)));
    }
    assert!(matches!(home.db.state(unknown).await, Err(Error::NotFound)));
    assert_eq!(home.db.log(unknown).await.unwrap(), []);
}

async fn the_lead_sees_it_only_as_a_lead(home: &Home) {
    let (lead, _, id) = home.an_interview().await;
    home.db.set_roles(lead, &[Role::Interviewer, Role::Observer], lead, NOW).await.unwrap();
    assert!(matches!(home.db.interview_for(id, lead).await, Err(Error::NotFound)));
    home.db.set_roles(lead, &[Role::Administrator], lead, NOW).await.unwrap();
    home.db.interview_for(id, lead).await.unwrap();
}

async fn lists_say_how_far_it_is(home: &Home) {
    let (lead, holder, id) = home.an_interview().await;
    let of = home.db.interview_for(id, lead).await.unwrap().loop_id;
    let newer = home.db.create_interview(of, holder, Locale::He, &plan(), NOW.plus(1)).await.unwrap();
    let list = home.db.interviews_of(holder).await.unwrap();
    assert_eq!(list.iter().map(|it| it.id).collect::<Vec<_>>(), [newer, id]);
    assert!(list.iter().all(|it| !it.started && !it.submitted && it.candidate_name.as_deref() == Some("Noa")));
    assert_eq!(home.db.interviews_of(lead).await.unwrap(), []);

    let submit = event(Payload::Submit { overall: Overall::Yes, summary: "solid".to_owned() });
    home.db.append(id, holder, &[event(Payload::Start), submit], NOW).await.unwrap();
    let list = home.db.interviews_of_loop(of, holder).await.unwrap();
    assert_eq!(list.iter().map(|it| (it.started, it.submitted)).collect::<Vec<_>>(), [(true, true), (false, false)]);
    let list = home.db.interviews_of_loop(of, lead).await.unwrap();
    assert_eq!(list.iter().map(|it| (it.started, it.submitted)).collect::<Vec<_>>(), [(true, false), (false, false)]);
}

async fn foreign_keys_hold(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let of = home.a_loop(lead).await;
    for (of, user) in [(LoopId(Uuid::nil()), lead), (of, UserId(Uuid::nil()))] {
        let made = home.db.create_interview(of, user, Locale::En, &plan(), NOW).await;
        assert!(matches!(made, Err(Error::NotFound)), "{made:?}");
    }
}
