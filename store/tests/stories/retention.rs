//! Retention: notice, hold, forgetting, and a dry run that changes nothing.

use crate::home::{Home, NOW, note, plan};
use domain::{
    CandidateId, Level, Locale, Role, Timestamp, UserId,
    retention::{DAY, Outcome, Policy, Verdict, add_months},
};
use store::{NewCandidate, Shown};

stories!(
    nobody_goes_without_a_policy,
    notice_then_gone,
    the_last_thing_that_happened_counts,
    a_new_policy_replaces_the_old
);

const POLICY: Policy = Policy { hired: None, rejected: Some(6), withdrawn: Some(1), undecided: Some(24), notice: 14 };

async fn candidate(home: &Home, lead: UserId, name: &str, outcome: Option<Outcome>) -> CandidateId {
    let new = NewCandidate { name: name.to_owned(), email: None, locale: Locale::En };
    let id = home.db.create_candidate(&new, lead, NOW).await.unwrap();
    let of = home.db.create_loop(id, Level::Junior, lead, NOW).await.unwrap();
    home.db.set_outcome(of, lead, outcome, NOW).await.unwrap();
    id
}

async fn verdicts(home: &Home, now: Timestamp) -> Vec<(CandidateId, Verdict)> {
    home.db.retention(now).await.unwrap().into_iter().map(|it| (it.candidate, it.verdict)).collect()
}

async fn nobody_goes_without_a_policy(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    candidate(home, lead, "Ann", Some(Outcome::Rejected)).await;
    assert_eq!(home.db.policy().await.unwrap(), Policy::default());
    assert_eq!(home.db.retain(add_months(NOW, 120)).await.unwrap(), []);
}

async fn notice_then_gone(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let gone = candidate(home, lead, "Rejected", Some(Outcome::Rejected)).await;
    let held = candidate(home, lead, "Held", Some(Outcome::Rejected)).await;
    let kept = candidate(home, lead, "Hired", Some(Outcome::Hired)).await;
    home.db.set_policy(&POLICY, lead, NOW).await.unwrap();
    home.db.hold_candidate(held, lead, Some("A claim."), NOW).await.unwrap();
    let due = add_months(NOW, 6);
    assert_eq!(verdicts(home, due.plus(-1)).await, []);
    let expected = [(gone, Verdict::Notice), (held, Verdict::Held)];
    assert_eq!(verdicts(home, due).await, expected);
    assert_eq!(verdicts(home, due).await, expected, "a dry run gave notice");

    home.db.retain(due).await.unwrap();
    assert_eq!(home.db.candidate_for(gone, lead).await.unwrap().notice_at, Some(due));
    let over = due.plus(14 * DAY);
    assert_eq!(verdicts(home, due.plus(DAY)).await[0], (gone, Verdict::Waiting(over)));
    home.db.retain(over.plus(-1)).await.unwrap();
    assert!(home.db.candidate_for(gone, lead).await.unwrap().name.is_some());
    // A hold in between takes the notice back, and lifting it begins a new one.
    home.db.hold_candidate(gone, lead, Some("Wait."), over).await.unwrap();
    home.db.retain(over).await.unwrap();
    assert_eq!(home.db.candidate_for(gone, lead).await.unwrap().notice_at, None);
    home.db.hold_candidate(gone, lead, None, over).await.unwrap();
    home.db.retain(over).await.unwrap();
    let done = home.db.retain(over.plus(14 * DAY)).await.unwrap();
    assert_eq!((done[0].candidate, done[0].verdict, done[0].due), (gone, Verdict::Forget, due));
    assert_eq!(home.db.candidate_for(gone, lead).await.unwrap().name, None);
    for id in [held, kept] {
        assert!(home.db.candidate_for(id, lead).await.unwrap().name.is_some());
    }
    assert_eq!(home.db.candidates(lead, "", Shown::All, 9).await.unwrap().total, 2);
}

async fn the_last_thing_that_happened_counts(home: &Home) {
    let lead = home.person("lead", &[Role::Lead, Role::Interviewer]).await;
    let id = candidate(home, lead, "Ann", None).await;
    home.db.set_policy(&POLICY, lead, NOW).await.unwrap();
    let of = home.db.loops_of(id, lead).await.unwrap()[0].id;
    let later = NOW.plus(40 * DAY);
    let interview = home.db.create_interview(of, lead, Locale::En, &plan(), later).await.unwrap();
    home.db.append(interview, lead, &[note("x")], later.plus(DAY)).await.unwrap();
    let due = add_months(later.plus(DAY), 24);
    assert_eq!(verdicts(home, due.plus(-1)).await, []);
    assert_eq!(verdicts(home, due).await, [(id, Verdict::Notice)]);
}

async fn a_new_policy_replaces_the_old(home: &Home) {
    let lead = home.person("lead", &[Role::Lead]).await;
    home.db.set_policy(&POLICY, lead, NOW).await.unwrap();
    let kinder = Policy { rejected: None, ..POLICY };
    home.db.set_policy(&kinder, lead, NOW).await.unwrap();
    assert_eq!(home.db.policy().await.unwrap(), kinder);
}
