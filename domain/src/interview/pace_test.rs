//! The plan against the clock: four minutes of opening, two questions of six, two minutes that nothing fills, five of close.

use super::*;
use crate::{
    EventId, Level, UserId,
    interview::{Event, Payload},
    plan::{Plan, Short},
};
use proptest::prelude::*;
use uuid::Uuid;

const T0: i64 = 1_700_000_000_000;

fn questions() -> [QuestionId; 2] {
    ["tcp-vs-udp".parse().unwrap(), "connection-pooling".parse().unwrap()]
}

fn state() -> State {
    let [a, b] = questions();
    let item = |question, dimension| Item { question, dimension, minutes: 6, expected: 3 };
    let mut state = State::new(Plan {
        extra: crate::plan::ExtraTime::None,
        template: None,
        weights: crate::weights::Version::default(),
        level: Level::Junior,
        opening: 4,
        items: vec![item(a, Dimension::Theory), item(b, Dimension::Architecture)],
        close: 5,
        short: vec![Short { dimension: Dimension::Architecture, minutes: 2 }],
    });
    step(&mut state, 0, Payload::Start);
    state
}

fn step(state: &mut State, minute: i64, payload: Payload) {
    let at = now(minute);
    let event = Event { id: EventId(Uuid::nil()), actor: UserId(Uuid::nil()), at, payload };
    state.apply(&event, at).unwrap();
}

fn now(minute: i64) -> Timestamp {
    Timestamp(T0 + minute * MINUTE)
}

fn go(state: &mut State, minute: i64, to: usize) {
    step(state, minute, Payload::Move { question: questions()[to].clone() });
}

fn spent(state: &State, minute: i64) -> [i64; 4] {
    let core = |it| Part::Core(it);
    [Part::Opening, core(Dimension::Theory), core(Dimension::Practice), core(Dimension::Architecture)]
        .map(|it| state.stretch(it, now(minute)).spent / MINUTE)
}

#[test]
fn the_opening_is_not_the_first_questions_time() {
    let mut state = state();
    assert_eq!(state.planned(), 23 * MINUTE);
    assert_eq!((state.part(now(3)), spent(&state, 3)), (Part::Opening, [3, 0, 0, 0]));
    assert_eq!((state.part(now(4)), spent(&state, 9)), (Part::Core(Dimension::Theory), [4, 5, 0, 0]));
    go(&mut state, 10, 1);
    assert_eq!((state.part(now(10)), spent(&state, 13)), (Part::Core(Dimension::Architecture), [4, 6, 0, 3]));
}

#[test]
fn whoever_goes_on_early_has_ended_the_opening() {
    let mut state = state();
    go(&mut state, 1, 1);
    assert_eq!((state.part(now(2)), spent(&state, 3)), (Part::Core(Dimension::Architecture), [1, 0, 0, 2]));
}

#[test]
fn on_plan_the_projected_end_is_the_planned_one() {
    let mut state = state();
    for minute in 0..=10 {
        assert_eq!(state.projected(now(minute)), 23 * MINUTE, "minute {minute}");
    }
    assert_eq!(state.projected(now(12)), 25 * MINUTE);
    go(&mut state, 12, 1);
    assert_eq!(state.projected(now(12)), 25 * MINUTE);
    // Beyond the last question's minutes come those that nothing fills, then the close.
    for minute in [18, 20, 22, 25] {
        assert_eq!(state.projected(now(minute)), 25 * MINUTE, "minute {minute}");
    }
    assert_eq!(state.projected(now(26)), 26 * MINUTE);
    step(&mut state, 27, Payload::Finish);
    assert_eq!(state.projected(now(40)), 27 * MINUTE);
}

#[test]
fn warns_at_five_and_two_minutes_and_when_nothing_is_left() {
    use Left::{Five, Nothing, Two};
    let mut state = state();
    assert_eq!(state.warnings(now(3)), [None, None]);
    assert_eq!(state.warnings(now(5)), [Some(Five), None]);
    assert_eq!(state.warnings(now(8)), [Some(Two), None]);
    assert_eq!(state.warnings(now(10)), [Some(Nothing), None]);
    go(&mut state, 10, 1);
    assert_eq!(state.warnings(now(12)), [None, None]);
    assert_eq!(state.warnings(now(18)), [Some(Nothing), Some(Five)]);
    assert_eq!(state.warnings(now(21)), [Some(Nothing), Some(Two)]);
    assert_eq!(state.warnings(now(90)), [Some(Nothing), Some(Nothing)]);
    step(&mut state, 90, Payload::Finish);
    assert_eq!(state.warnings(now(91)), [None, None]);
}

#[test]
fn a_short_part_is_not_warned_of_as_it_begins() {
    assert_eq!(Left::of(5 * MINUTE, 5 * MINUTE), None);
    assert_eq!(Left::of(5 * MINUTE, 6 * MINUTE), Some(Left::Five));
    assert_eq!(Left::of(2 * MINUTE, 2 * MINUTE), None);
    assert_eq!(Left::of(0, 2 * MINUTE), Some(Left::Nothing));
    assert_eq!(Left::of(-1, 0), Some(Left::Nothing));
}

proptest! {
    /// Whatever the way through the plan: the parts are the elapsed time, and no end is projected before now.
    #[test]
    fn the_parts_are_the_total(steps in prop::collection::vec((0_usize..2, 0_i64..9), 0..20)) {
        let (mut state, mut minute) = (state(), 0);
        for (to, pause) in steps {
            minute += pause;
            go(&mut state, minute, to);
            let all: i64 = [Part::Opening, Part::Close].into_iter().chain(Dimension::ALL.iter().map(|it| Part::Core(*it)))
                .map(|it| state.stretch(it, now(minute)).spent).sum();
            prop_assert_eq!(all, state.clock.elapsed(now(minute)));
            prop_assert!(state.projected(now(minute)) >= state.clock.elapsed(now(minute)));
        }
    }
}
