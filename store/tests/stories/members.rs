//! Seats in an interview: who gives them, who can take them, and what they let somebody do.

use crate::home::{Home, NOW, note, plan};
use domain::{
    InterviewId, Level, Locale, Role, UserId,
    audit::Kind,
    interview::{Payload, Refused, Seat},
};
use store::{AuditFilter, Error, NewCandidate, Outcome};

stories!(
    seats_are_given_by_who_leads,
    an_observer_marks_in_silence,
    whoever_has_judged_stays,
    the_lead_is_handed_over,
    not_everybody_can_sit_everywhere,
);

/// An interview of a lead's loop with its holder.
async fn scene(home: &Home) -> (UserId, UserId, InterviewId) {
    let lead = home.person("lead", &[Role::Lead]).await;
    let holder = home.person("holder", &[Role::Interviewer]).await;
    let new = NewCandidate { name: "Noa".to_owned(), email: None, locale: Locale::He };
    let candidate = home.db.create_candidate(&new, lead, NOW).await.unwrap();
    let of = home.db.create_loop(candidate, Level::Middle, lead, NOW).await.unwrap();
    let id = home.db.create_interview(of, holder, Locale::En, &plan(), NOW).await.unwrap();
    (lead, holder, id)
}

async fn seats(home: &Home, id: InterviewId, user: UserId) -> Vec<(String, Seat, bool)> {
    let members = home.db.members(id, user).await.unwrap();
    members.into_iter().map(|it| (it.name, it.seat, it.leads)).collect()
}

async fn seats_are_given_by_who_leads(home: &Home) {
    let (lead, holder, id) = scene(home).await;
    let second = home.person("second", &[Role::Interviewer]).await;
    assert!(matches!(home.db.interview_for(id, second).await, Err(Error::NotFound)));
    assert!(matches!(
        home.db.give_seat(id, "second@example.com", Seat::Rater, second, NOW).await,
        Err(Error::NotFound)
    ));
    assert_eq!(home.db.give_seat(id, " Second@example.com", Seat::Rater, lead, NOW).await.unwrap(), second);
    home.db.interview_for(id, second).await.unwrap();
    assert_eq!(home.db.interviews_of(second).await.unwrap().len(), 1);
    let expected = [("holder".to_owned(), Seat::Rater, true), ("second".to_owned(), Seat::Rater, false)];
    assert_eq!(seats(home, id, second).await, expected);
    // A seat is not the right to give seats.
    let third = home.person("third", &[Role::Observer]).await;
    assert!(matches!(
        home.db.give_seat(id, "third@example.com", Seat::Observer, second, NOW).await,
        Err(Error::NotFound)
    ));
    home.db.give_seat(id, "third@example.com", Seat::Observer, holder, NOW).await.unwrap();
    home.db.take_seat(id, third, lead, NOW).await.unwrap();
    assert!(matches!(home.db.interview_for(id, third).await, Err(Error::NotFound)));
    assert!(matches!(home.db.take_seat(id, holder, lead, NOW).await, Err(Error::NotFound)), "who leads it stays");
    let filter = AuditFilter { kind: Some(Kind::SeatsChanged), actor: None, before: None };
    assert_eq!(home.db.audit_rows(filter, 9).await.unwrap().len(), 3);
}

async fn an_observer_marks_in_silence(home: &Home) {
    let (lead, holder, id) = scene(home).await;
    let eve = home.person("eve", &[Role::Observer]).await;
    home.db.give_seat(id, "eve@example.com", Seat::Observer, lead, NOW).await.unwrap();
    let reveal = crate::home::event(Payload::Reveal { question: "tcp-vs-udp".parse().unwrap() });
    let done = home.db.append(id, eve, &[note("mine"), reveal], NOW).await.unwrap();
    assert_eq!(done.outcomes, [Outcome::Stored { seq: 1 }, Outcome::Refused { why: Refused::Observing }]);
    let (_, state) = home.db.state_for(id, holder).await.unwrap();
    assert_eq!(state.revealed, None);
    assert!(state.clone().seen_by(holder).marks.is_empty(), "what an observer writes is theirs alone");
    assert_eq!(state.seen_by(eve).marks.len(), 1);
    assert_eq!(home.db.seat(id, eve).await.unwrap(), Some(Seat::Observer));
    assert_eq!(home.db.seat(id, lead).await.unwrap(), None);
}

async fn whoever_has_judged_stays(home: &Home) {
    let (lead, _, id) = scene(home).await;
    let second = home.person("second", &[Role::Interviewer]).await;
    home.db.give_seat(id, "second@example.com", Seat::Rater, lead, NOW).await.unwrap();
    let acted =
        async || home.db.members(id, lead).await.unwrap().into_iter().find(|it| it.user == second).unwrap().acted;
    assert!(!acted().await);
    home.db.append(id, second, &[note("seen")], NOW).await.unwrap();
    assert!(acted().await);
    assert!(matches!(home.db.take_seat(id, second, lead, NOW).await, Err(Error::NotFound)));
    let down = home.db.give_seat(id, "second@example.com", Seat::Observer, lead, NOW).await;
    assert!(matches!(down, Err(Error::NoSuchPerson)), "{down:?}");
}

async fn the_lead_is_handed_over(home: &Home) {
    let (lead, holder, id) = scene(home).await;
    let second = home.person("second", &[Role::Interviewer]).await;
    assert!(matches!(home.db.hand_over(id, second, holder, NOW).await, Err(Error::NotFound)), "no seat yet");
    home.db.give_seat(id, "second@example.com", Seat::Observer, lead, NOW).await.unwrap();
    assert!(matches!(home.db.hand_over(id, second, holder, NOW).await, Err(Error::NotFound)), "looks on");
    home.db.give_seat(id, "second@example.com", Seat::Rater, lead, NOW).await.unwrap();
    assert!(matches!(home.db.hand_over(id, second, second, NOW).await, Err(Error::NotFound)), "not theirs to take");
    home.db.hand_over(id, second, holder, NOW).await.unwrap();
    assert_eq!(home.db.interview_for(id, holder).await.unwrap().interviewer, second);
    // Who led it before still judges.
    home.db.append(id, holder, &[note("a")], NOW).await.unwrap();
    home.db.append(id, second, &[note("b")], NOW).await.unwrap();
}

async fn not_everybody_can_sit_everywhere(home: &Home) {
    let (lead, _, id) = scene(home).await;
    home.person("observer", &[Role::Observer]).await;
    home.person("nothing", &[]).await;
    let off = home.person("off", &[Role::Interviewer]).await;
    home.db.set_disabled(off, true, lead, NOW).await.unwrap();
    let new = NewCandidate { name: "Eve".to_owned(), email: Some("eve@example.com".to_owned()), locale: Locale::En };
    let candidate = home.db.create_candidate(&new, lead, NOW).await.unwrap();
    let of = home.db.create_loop(candidate, Level::Middle, lead, NOW).await.unwrap();
    let own = home.db.create_interview(of, lead, Locale::En, &plan(), NOW).await.unwrap();
    home.person("eve", &[Role::Interviewer, Role::Observer]).await;
    for (interview, email, seat) in [
        (id, "observer@example.com", Seat::Rater),
        (id, "nothing@example.com", Seat::Observer),
        (id, "off@example.com", Seat::Rater),
        (id, "nobody@example.com", Seat::Rater),
        (id, "holder@example.com", Seat::Observer),
        (own, "eve@example.com", Seat::Rater),
        (own, "eve@example.com", Seat::Observer),
    ] {
        let given = home.db.give_seat(interview, email, seat, lead, NOW).await;
        assert!(matches!(given, Err(Error::NoSuchPerson)), "{email} as {seat}: {given:?}");
    }
    home.db.give_seat(id, "observer@example.com", Seat::Observer, lead, NOW).await.unwrap();
    home.db.give_seat(id, "eve@example.com", Seat::Rater, lead, NOW).await.unwrap();
}
