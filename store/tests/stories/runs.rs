//! Results of probes.

use crate::home::{Home, NOW};
use domain::{InterviewId, Role, RunId, UserId, run};
use store::Error;
use uuid::Uuid;

stories!(a_run_of_an_interview_is_seen_like_it, a_run_of_a_person_is_theirs);

fn result(user: Option<UserId>, interview: Option<InterviewId>) -> run::Result {
    let hop = |total| run::Hop { cum_us: run::Cumulative { total, ..Default::default() }, ..Default::default() };
    run::Result {
        schema: run::SCHEMA.to_owned(),
        id: RunId(Uuid::now_v7()),
        kind: run::Kind::Http,
        asked: run::Asked {
            typed: "slow".to_owned(),
            target: "http://slow.lab/".to_owned(),
            method: "GET".to_owned(),
            deadline_ms: 10_000,
            options: run::Options::default(),
        },
        who: run::Who { user, interview, question: None },
        vantage: run::Vantage::default(),
        started_at: "2026-01-01T00:00:00Z".to_owned(),
        queue_us: 7,
        hops: vec![hop(1_000), hop(2_500)],
        totals: None,
        failed: None,
        skew: run::Skew::default(),
        verdicts: Vec::new(),
        truth: None,
        repro: run::Repro::default(),
    }
}

async fn a_run_of_an_interview_is_seen_like_it(home: &Home) {
    let (lead, holder, interview) = home.an_interview().await;
    let stranger = home.person("stranger", &[Role::Administrator, Role::Lead]).await;
    let saved = result(Some(holder), Some(interview));
    home.db.save_run(&saved, NOW).await.unwrap();
    for user in [lead, holder] {
        assert_eq!(home.db.run_for(saved.id, user).await.unwrap(), saved);
        let listed = home.db.runs(interview, user).await.unwrap();
        assert_eq!((listed.len(), listed[0].id, listed[0].total_us), (1, saved.id, 3_500));
        assert_eq!((listed[0].target.as_str(), listed[0].interview), ("http://slow.lab/", Some(interview)));
    }
    assert!(matches!(home.db.run_for(saved.id, stranger).await, Err(Error::NotFound)));
    assert!(matches!(home.db.run_for(RunId(Uuid::nil()), lead).await, Err(Error::NotFound)));
    assert_eq!(home.db.runs(interview, stranger).await.unwrap(), []);
    let again = home.db.save_run(&saved, NOW).await;
    assert!(matches!(again, Err(Error::Taken { ref field }) if field == "id"), "{again:?}");
    for (user, of) in [(Some(stranger), interview), (None, interview), (Some(holder), InterviewId(Uuid::nil()))] {
        let refused = home.db.save_run(&result(user, Some(of)), NOW).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    }
}

async fn a_run_of_a_person_is_theirs(home: &Home) {
    let ann = home.person("ann", &[Role::Interviewer]).await;
    let bob = home.person("bob", &[Role::Administrator]).await;
    let (first, second, nobodys) = (result(Some(ann), None), result(Some(ann), None), result(None, None));
    for (ms, it) in [&first, &second, &nobodys].into_iter().enumerate() {
        home.db.save_run(it, NOW.plus(ms as i64)).await.unwrap();
    }
    assert_eq!(home.db.run_for(first.id, ann).await.unwrap(), first);
    for (id, user) in [(first.id, bob), (nobodys.id, ann)] {
        assert!(matches!(home.db.run_for(id, user).await, Err(Error::NotFound)));
    }
    let ids = home.db.runs_by(ann, 10).await.unwrap().into_iter().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(ids, [second.id, first.id]);
    assert_eq!(home.db.runs_by(ann, 1).await.unwrap().len(), 1);
    assert_eq!(home.db.runs_by(bob, 10).await.unwrap(), []);
}
