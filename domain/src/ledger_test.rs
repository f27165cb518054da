//! The ledger: one interview by hand, then whatever logs there are.

use super::*;
use crate::{
    Dimension, EventId, RunId, Score, Timestamp, UserId,
    interview::{Payload, State},
    plan::{Item, Plan},
    scorecard::Overall,
};
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

const T0: i64 = 1_700_000_000_000;
const SECOND: i64 = 1_000;

fn id(n: usize) -> QuestionId {
    ["tcp-vs-udp", "connection-pooling", "latency-analysis", "dns-caching"][n].parse().unwrap()
}

/// Four questions of six minutes, an opening of four and a close of five.
fn plan() -> Plan {
    let item = |n| Item { question: id(n), dimension: Dimension::Theory, minutes: 6, expected: 3 };
    let items: Vec<Item> = (0..4).map(item).collect();
    let plan = json!({ "level": "junior", "opening": 4, "items": items, "close": 5, "short": [] });
    serde_json::from_value(plan).unwrap()
}

fn event(n: u128, ms: i64, payload: Payload) -> Event {
    Event { id: EventId(Uuid::from_u128(n)), actor: UserId(Uuid::nil()), at: Timestamp(ms), payload }
}

/// A log from seconds since the start and what happened then.
fn log(of: &[(i64, Payload)]) -> Vec<Event> {
    (1..).zip(of).map(|(n, (second, payload))| event(n, T0 + second * SECOND, payload.clone())).collect()
}

fn to(n: usize) -> Payload {
    Payload::Move { question: id(n) }
}

fn show(n: usize) -> Payload {
    Payload::Reveal { question: id(n) }
}

fn follow_up(n: usize, index: u8, asked: bool) -> Payload {
    Payload::FollowUp { question: id(n), index, asked }
}

fn hint(n: usize, text: &str) -> Payload {
    Payload::Hint { question: id(n), text: text.to_owned() }
}

/// The line of a question.
fn line(of: &Ledger, n: usize) -> &Line {
    of.lines.iter().find(|it| it.question == id(n)).unwrap()
}

#[test]
fn what_was_shown_beside_a_question_is_told_once() {
    let run = RunId(Uuid::from_u128(5));
    let file = |n, shown| Payload::Exhibit { question: id(n), exhibit: "nginx-dual-stack".parse().unwrap(), shown };
    let probed = Payload::Probed { run, target: "lab:healthy".to_owned(), total_us: 9, failed: None };
    let log = log(&[
        (0, Payload::Start),
        (10, to(1)),
        (20, file(2, true)),
        (30, file(2, false)),
        (35, file(2, true)),
        (36, probed),
        (37, Payload::Output { run, shown: true }),
        (38, Payload::Output { run, shown: false }),
        (60, to(0)),
    ]);
    let ledger = of(&plan(), &log);
    let exhibit = Exhibit::File(id(2), "nginx-dual-stack".parse().unwrap());
    assert_eq!(line(&ledger, 2).beside, [(exhibit, 20 * SECOND)]);
    assert_eq!(line(&ledger, 2).asked, Some(20 * SECOND), "who is shown something of it is asked it");
    assert_eq!(line(&ledger, 1).beside, [(Exhibit::Output(run), 37 * SECOND)]);
    assert_eq!(line(&ledger, 0).beside, []);
}

#[test]
fn an_interview_is_told_as_it_went() {
    let ledger = super::of(
        &plan(),
        &log(&[
            (-60, to(0)),
            (0, Payload::Start),
            (240, show(0)),
            (300, follow_up(0, 1, true)),
            (310, follow_up(0, 0, true)),
            (320, follow_up(0, 0, false)),
            (660, to(1)), // only leafed through
            (665, to(2)),
            (900, Payload::Pause),
            (1_000, Payload::Resume),
            (1_500, to(1)),
            (1_600, show(1)),
            (2_000, Payload::Finish),
            (9_000, to(3)), // after the end nothing is booked
        ]),
    );
    let asked: Vec<_> =
        ledger.lines.iter().map(|it| (it.place, it.asked.map(|at| at / SECOND), it.spent / SECOND)).collect();
    // The second question was opened for 5 s before the third and for 500 s after it.
    assert_eq!(asked, [(1, Some(0), 660), (3, Some(665), 735), (2, Some(1_400), 505), (4, None, 0)]);
    assert_eq!((ledger.total, ledger.planned, ledger.clock), (1_900 * SECOND, 33, Course::Ended));
    assert_eq!(ledger.pauses, [Pause { at: 900 * SECOND, length: Some(100 * SECOND) }]);
    assert_eq!(line(&ledger, 0).follow_ups, BTreeMap::from([(1, 300 * SECOND)]));
    assert_eq!((line(&ledger, 0).shown, line(&ledger, 2).shown), (Some(240 * SECOND), None));
    // 11 minutes with the opening in them are no more than 4 + 6 and a bit.
    assert_eq!(line(&ledger, 0).deviations, [Deviation::Over(60 * SECOND)]);
    // Of two that changed places, the one that came early is marked.
    assert_eq!(line(&ledger, 2).deviations, [Deviation::OutOfOrder, Deviation::Over(375 * SECOND)]);
    // 8:25 on the last question are its six minutes and half of the close.
    assert_eq!(line(&ledger, 1).deviations, []);
    assert_eq!(line(&ledger, 3).deviations, [Deviation::NotAsked]);
}

#[test]
fn the_opening_asks_nothing() {
    let start = (0, Payload::Start);
    let ledger = super::of(&plan(), &log(&[start.clone(), (200, to(1)), (400, Payload::Finish)]));
    assert_eq!(line(&ledger, 0).deviations, [Deviation::NotAsked]);
    assert_eq!(line(&ledger, 1).deviations, [Deviation::Under(160 * SECOND)]);
    let ledger = super::of(&plan(), &log(&[start, (200, show(0)), (210, to(1)), (400, Payload::Finish)]));
    assert_eq!(line(&ledger, 0).asked, Some(200 * SECOND));
}

#[test]
fn while_the_clock_runs_time_is_left() {
    let ledger = super::of(&plan(), &log(&[(0, Payload::Start), (300, show(0)), (310, Payload::Pause)]));
    assert_eq!((ledger.clock, ledger.total), (Course::Open, 310 * SECOND));
    assert_eq!(line(&ledger, 0).deviations, []);
    assert_eq!(ledger.pauses, [Pause { at: 310 * SECOND, length: None }]);
    assert_eq!(super::of(&plan(), &[]).clock, Course::Waiting);
}

fn payloads() -> impl Strategy<Value = Payload> {
    let question = (0..4_usize).prop_map(id);
    let elsewhere = Just("elsewhere".parse::<QuestionId>().unwrap());
    let question = prop_oneof![9 => question, 1 => elsewhere];
    prop_oneof![
        2 => Just(Payload::Start),
        2 => Just(Payload::Pause),
        3 => Just(Payload::Resume),
        1 => Just(Payload::Finish),
        1 => Just(Payload::Conceal),
        6 => question.clone().prop_map(|question| Payload::Move { question }),
        3 => question.clone().prop_map(|question| Payload::Reveal { question }),
        3 => (question.clone(), 0..4_u8, any::<bool>())
            .prop_map(|(question, index, asked)| Payload::FollowUp { question, index, asked }),
        1 => question.clone().prop_map(|question| Payload::Score { question, score: Score::Two }),
        1 => question.clone().prop_map(|question| Payload::Note { question, text: "x".to_owned() }),
        1 => question.prop_map(|question| Payload::Evidence { question, run: RunId(Uuid::nil()), attached: true }),
        1 => Just(Payload::Submit { overall: Overall::Yes, summary: "x".to_owned() }),
    ]
}

/// Logs with any times at all.
fn wild() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec((any::<i64>(), payloads()), 0..60)
        .prop_map(|of| (1..).zip(of).map(|(n, (at, payload))| event(n, at, payload)).collect())
}

/// Logs in which time goes on.
fn orderly() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec((0..400 * SECOND, payloads()), 0..60).prop_map(|of| {
        let mut at = T0;
        let mut next = |(n, (ms, payload))| {
            at += ms;
            event(n, at, payload)
        };
        (1..).zip(of).map(&mut next).collect()
    })
}

proptest! {
    #[test]
    fn any_log_gives_a_ledger(log in wild()) {
        let ledger = super::of(&plan(), &log);
        prop_assert_eq!(ledger.lines.len(), 4);
        prop_assert_eq!(ledger.total, ledger.lines.iter().map(|it| it.spent).sum::<i64>());
        prop_assert!(ledger.lines.iter().all(|it| it.spent >= 0), "{:?}", ledger);
        let asked = ledger.lines.iter().filter(|it| it.asked.is_some()).count();
        prop_assert!(ledger.lines[asked..].iter().all(|it| it.deviations == [Deviation::NotAsked]));
    }

    #[test]
    fn the_parts_are_what_the_rooms_clock_says(log in orderly()) {
        let mut state = State::new(plan());
        let mut last = Timestamp(T0);
        for event in &log {
            // Marks do not move the clock, and the ledger ends with what is no mark.
            if state.apply(event, event.at).is_ok() && !event.payload.is_mark() {
                last = event.at;
            }
        }
        let ledger = super::of(&plan(), &log);
        prop_assert_eq!(ledger.total, state.clock.elapsed(last));
        for n in 0..4 {
            prop_assert_eq!(line(&ledger, n).spent, state.spent_on(&id(n), last));
        }
        let pauses: i64 = ledger.pauses.iter().filter_map(|it| it.length).sum();
        prop_assert_eq!(pauses, state.clock.pauses);
    }

    #[test]
    fn what_comes_twice_counts_once(log in wild(), again in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..9)) {
        let mut doubled = log.clone();
        for (what, place) in again {
            if let Some(copy) = doubled.get(what.index(doubled.len().max(1))).cloned() {
                let first = doubled.iter().position(|it| it.id == copy.id).unwrap_or(0);
                let place = first + 1 + place.index(doubled.len() - first);
                doubled.insert(place, copy);
            }
        }
        prop_assert_eq!(super::of(&plan(), &log), super::of(&plan(), &doubled));
    }

    #[test]
    fn no_mark_changes_it(log in wild()) {
        let without: Vec<Event> = log.iter().filter(|it| !it.payload.is_mark()).cloned().collect();
        prop_assert_eq!(super::of(&plan(), &log), super::of(&plan(), &without));
    }
}

#[test]
fn hints_are_told_unless_they_were_taken_back() {
    let ledger = super::of(
        &plan(),
        &log(&[
            (0, Payload::Start),
            (10, hint(1, "which queue?")),
            (20, hint(1, "")),
            (30, hint(2, "a slip of the finger")),
            (40, Payload::TakeBack { question: id(2), hint: EventId(Uuid::from_u128(4)) }),
            (50, Payload::Finish),
        ]),
    );
    let given: Vec<_> = line(&ledger, 1).hints.iter().map(|it| (it.at / SECOND, it.text.as_str())).collect();
    assert_eq!(given, [(10, "which queue?"), (20, "")]);
    assert_eq!(line(&ledger, 1).asked, Some(10 * SECOND), "who gives a hint has asked");
    assert_eq!((line(&ledger, 2).hints.len(), line(&ledger, 2).asked), (0, None));
}
