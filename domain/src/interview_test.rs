//! The reducer: each rule once, then random logs.

use super::*;
use crate::{Dimension, EventId, Level, plan::Item, scorecard, scorecard::Overall};
use proptest::prelude::*;
use uuid::Uuid;

const T0: i64 = 1_700_000_000_000;

fn ids() -> (QuestionId, QuestionId) {
    ("tcp-vs-udp".parse().unwrap(), "connection-pooling".parse().unwrap())
}

fn state() -> State {
    let (a, b) = ids();
    let item = |question, dimension| Item { question, dimension, minutes: 6, expected: 3 };
    State::new(Plan {
        weights: crate::weights::Version::default(),
        level: Level::Junior,
        opening: 4,
        items: vec![item(a, Dimension::Theory), item(b, Dimension::Architecture)],
        close: 5,
        short: vec![],
        extra: crate::plan::ExtraTime::None,
        template: None,
    })
}

fn rater(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

fn event(actor: UserId, ms: i64, payload: Payload) -> Event {
    Event { id: EventId(Uuid::now_v7()), actor, at: Timestamp(T0 + ms), payload }
}

fn run(state: &mut State, ms: i64, payload: Payload) -> Result<(), Refused> {
    state.apply(&event(rater(1), ms, payload), Timestamp(T0 + ms))
}

#[test]
fn the_clock_leaves_pauses_out() {
    let mut state = state();
    assert_eq!(run(&mut state, 0, Payload::Pause), Err(Refused::NotRunning));
    run(&mut state, 0, Payload::Start).unwrap();
    assert_eq!(run(&mut state, 1, Payload::Start), Err(Refused::AlreadyStarted));
    run(&mut state, 10_000, Payload::Pause).unwrap();
    assert_eq!(state.clock.elapsed(Timestamp(T0 + 50_000)), 10_000);
    run(&mut state, 40_000, Payload::Resume).unwrap();
    assert_eq!(run(&mut state, 41_000, Payload::Resume), Err(Refused::NotPaused));
    assert_eq!(state.clock.elapsed(Timestamp(T0 + 60_000)), 30_000);
    run(&mut state, 60_000, Payload::Finish).unwrap();
    assert_eq!(state.clock.elapsed(Timestamp(T0 + 90_000)), 30_000);
    assert_eq!(run(&mut state, 91_000, Payload::Finish), Err(Refused::NotRunning));
}

#[test]
fn finishing_during_a_pause_does_not_count_the_pause() {
    let mut state = state();
    run(&mut state, 0, Payload::Start).unwrap();
    run(&mut state, 5_000, Payload::Pause).unwrap();
    run(&mut state, 9_000, Payload::Finish).unwrap();
    assert_eq!(state.clock.elapsed(Timestamp(T0 + 99_000)), 5_000);
    assert_eq!(run(&mut state, 10_000, Payload::Resume), Err(Refused::NotPaused));
}

#[test]
fn time_is_booked_on_the_question_that_was_open() {
    let (a, b) = ids();
    let mut state = state();
    run(&mut state, 0, Payload::Start).unwrap();
    run(&mut state, 60_000, Payload::Move { question: b.clone() }).unwrap();
    run(&mut state, 90_000, Payload::Move { question: a.clone() }).unwrap();
    let now = Timestamp(T0 + 100_000);
    assert_eq!((state.spent_on(&a, now), state.spent_on(&b, now)), (70_000, 30_000));
}

#[test]
fn a_submitted_scorecard_is_frozen_for_its_rater_only() {
    let (a, _) = ids();
    let mut state = state();
    run(&mut state, 0, Payload::Score { question: a.clone(), score: Score::Three }).unwrap();
    run(&mut state, 1, Payload::Submit { overall: Overall::Yes, summary: "Measures first.".into() }).unwrap();
    let late = Payload::Score { question: a.clone(), score: Score::Five };
    assert_eq!(run(&mut state, 2, late.clone()), Err(Refused::Submitted));
    state.apply(&event(rater(2), 3, late), Timestamp(T0 + 3)).unwrap();
    assert_eq!(scorecard::of(&state, rater(1)).lines[0].score, Some(Score::Three));
    assert_eq!(scorecard::of(&state, rater(2)).lines[0].score, Some(Score::Five));
}

#[test]
fn nobody_sees_another_raters_marks() {
    let (a, _) = ids();
    let mut state = state();
    run(&mut state, 0, Payload::Note { question: a.clone(), text: "mine".into() }).unwrap();
    state
        .apply(&event(rater(2), 0, Payload::Note { question: a.clone(), text: "theirs".into() }), Timestamp(T0))
        .unwrap();
    let text = serde_json::to_string(&state.clone().seen_by(rater(1))).unwrap();
    assert!(text.contains("mine") && !text.contains("theirs"));
    let candidate = serde_json::to_string(&CandidateView::of(&state)).unwrap();
    assert!(!candidate.contains("mine") && !candidate.contains("theirs") && !candidate.contains("tcp-vs-udp"));
}

#[test]
fn refuses_what_does_not_belong_here() {
    let mut state = state();
    let (a, _) = ids();
    let elsewhere: QuestionId = "elsewhere".parse().unwrap();
    assert_eq!(run(&mut state, 0, Payload::Reveal { question: elsewhere }), Err(Refused::UnknownQuestion));
    let foreign = Payload::Evidence { question: a.clone(), run: RunId(Uuid::nil()), attached: true };
    assert_eq!(run(&mut state, 0, foreign), Err(Refused::UnknownRun));
    let long = Payload::Note { question: a.clone(), text: "я".repeat(NOTE_MAX + 1) };
    assert_eq!(run(&mut state, 0, long), Err(Refused::Text));
    let ahead = event(rater(1), 600_000, Payload::Start);
    assert_eq!(state.apply(&ahead, Timestamp(T0)), Err(Refused::FromTheFuture));
}

#[test]
fn a_payload_is_stored_under_its_kind() {
    for payload in [Payload::Start, Payload::Conceal, Payload::Note { question: ids().0, text: String::new() }] {
        let json = serde_json::to_value(&payload).unwrap();
        let tag = json.as_str().or_else(|| json.as_object()?.keys().next().map(String::as_str));
        assert_eq!(tag, Some(payload.kind()));
        assert_eq!(serde_json::from_value::<Payload>(json).unwrap(), payload);
    }
}

#[test]
fn hints_are_kept_with_their_time_and_can_be_taken_back() {
    let (a, b) = ids();
    let mut state = state();
    run(&mut state, 0, Payload::Start).unwrap();
    let long = Payload::Hint { question: a.clone(), text: "я".repeat(HINT_MAX + 1) };
    assert_eq!(run(&mut state, 1, long), Err(Refused::Text));
    for (ms, text) in [(60_000, ""), (70_000, "Which side sees it first?"), (80_000, "")] {
        run(&mut state, ms, Payload::Hint { question: a.clone(), text: text.into() }).unwrap();
    }
    let given = |state: &State| state.hints[&a].iter().map(|it| it.at.0 - T0).collect::<Vec<_>>();
    assert_eq!(given(&state), [60_000, 70_000, 80_000]);
    let hint = state.hints[&a][0].id;
    run(&mut state, 81_000, Payload::TakeBack { question: b, hint }).unwrap();
    assert_eq!(given(&state).len(), 3);
    run(&mut state, 82_000, Payload::TakeBack { question: a.clone(), hint }).unwrap();
    run(&mut state, 83_000, Payload::TakeBack { question: a.clone(), hint }).unwrap();
    assert_eq!(given(&state), [70_000, 80_000]);
    // What was said is a fact of the interview: the other raters know it, the candidate's screen does not.
    assert_eq!(state.clone().seen_by(rater(2)).hints, state.hints);
    assert!(!serde_json::to_string(&CandidateView::of(&state)).unwrap().contains("Which side"));
}

#[test]
fn the_timeline_has_what_happened_and_no_mark_of_anybody_else() {
    let (a, b) = ids();
    let mut state = state();
    run(&mut state, 0, Payload::Start).unwrap();
    run(&mut state, 1_000, Payload::Reveal { question: a.clone() }).unwrap();
    run(&mut state, 2_000, Payload::Pause).unwrap();
    run(&mut state, 5_000, Payload::Resume).unwrap();
    run(&mut state, 6_000, Payload::Hint { question: a.clone(), text: "Look at the close.".into() }).unwrap();
    let theirs = Payload::Score { question: b, score: Score::One };
    state.apply(&event(rater(2), 6_500, theirs), Timestamp(T0 + 6_500)).unwrap();
    run(&mut state, 7_000, Payload::Score { question: a.clone(), score: Score::Four }).unwrap();
    run(&mut state, 8_000, Payload::Pause).unwrap();
    run(&mut state, 9_000, Payload::Finish).unwrap();
    let told: Vec<_> = state.timeline(rater(1)).iter().map(|it| (state.elapsed_at(it.at), it.what)).collect();
    let expected = [
        (0, What::Started),
        (1_000, What::Shown),
        (2_000, What::Paused),
        (2_000, What::Resumed),
        (3_000, What::Hint("Look at the close.")),
        (4_000, What::Scored(Score::Four)),
        (5_000, What::Paused),
        (5_000, What::Finished),
    ];
    assert_eq!(told, expected);
}

fn file(question: &QuestionId, shown: bool) -> Payload {
    Payload::Exhibit { question: question.clone(), exhibit: "nginx-dual-stack".parse().unwrap(), shown }
}

#[test]
fn what_is_shown_beside_a_prompt_goes_with_it() {
    let (a, b) = ids();
    let mut state = state();
    let id = RunId(Uuid::from_u128(5));
    let output = |shown| Payload::Output { run: id, shown };
    assert_eq!(run(&mut state, 0, output(true)), Err(Refused::UnknownRun));
    let elsewhere = "elsewhere".parse().unwrap();
    assert_eq!(run(&mut state, 0, file(&elsewhere, true)), Err(Refused::UnknownQuestion));
    let probed = Payload::Probed { run: id, target: "lab:healthy".into(), total_us: 9, failed: None };
    for (ms, payload) in [(0, Payload::Start), (1, Payload::Reveal { question: a.clone() }), (2, probed)] {
        run(&mut state, ms, payload).unwrap();
    }
    let both = |state: &State| (state.beside.exhibit.is_some(), state.beside.output.is_some());
    run(&mut state, 10, file(&a, true)).unwrap();
    run(&mut state, 20, output(true)).unwrap();
    assert_eq!(both(&state), (true, true));
    assert_eq!(CandidateView::of(&state).beside, state.beside);
    // The same prompt again takes nothing away, another does, and so does none.
    run(&mut state, 30, Payload::Reveal { question: a.clone() }).unwrap();
    assert_eq!(both(&state), (true, true));
    run(&mut state, 40, Payload::Reveal { question: b.clone() }).unwrap();
    assert_eq!(both(&state), (false, false));
    // An exhibit that was shown ahead of its prompt stays.
    run(&mut state, 50, file(&a, true)).unwrap();
    run(&mut state, 60, file(&b, false)).unwrap();
    run(&mut state, 70, Payload::Reveal { question: a.clone() }).unwrap();
    assert_eq!(both(&state), (true, false));
    run(&mut state, 80, output(true)).unwrap();
    run(&mut state, 90, Payload::Conceal).unwrap();
    assert_eq!(both(&state), (false, false));
    run(&mut state, 95, file(&a, true)).unwrap();
    run(&mut state, 96, file(&a, false)).unwrap();
    assert_eq!(both(&state), (false, false));
    // It is told once, when it was first.
    let exhibit = "nginx-dual-stack".parse().unwrap();
    let told: Vec<_> = state.timeline(rater(2)).into_iter().map(|it| (it.at.0 - T0, it.question, it.what)).collect();
    let beside = [(10, Some(&a), What::Exhibit(&exhibit)), (20, None, What::Output("lab:healthy"))];
    assert_eq!(told[2..4], beside);
    assert!(!told[4..].iter().any(|it| matches!(it.2, What::Exhibit(_) | What::Output(_))), "{told:?}");
}

fn any_payload() -> impl Strategy<Value = Payload> {
    let question = prop::sample::select(vec!["tcp-vs-udp", "connection-pooling", "elsewhere"])
        .prop_map(|it| it.parse::<QuestionId>().unwrap());
    prop_oneof![
        Just(Payload::Start),
        Just(Payload::Pause),
        Just(Payload::Resume),
        Just(Payload::Finish),
        Just(Payload::Conceal),
        question.clone().prop_map(|question| Payload::Move { question }),
        question.clone().prop_map(|question| Payload::Reveal { question }),
        (question.clone(), 0_u8..6)
            .prop_map(|(question, n)| Payload::Score { question, score: Score::try_from(n).unwrap() }),
        (question.clone(), "[a-zא-ת ]{0,9}").prop_map(|(question, text)| Payload::Hint { question, text }),
        (question.clone(), any::<bool>()).prop_map(|(question, shown)| file(&question, shown)),
        (question, "[a-zא-ת ]{0,9}").prop_map(|(question, text)| Payload::Flag { question, text, raised: true }),
        Just(Payload::Submit { overall: Overall::No, summary: "No.".into() }),
    ]
}

proptest! {
    /// A refused event changes nothing, time never runs backwards, and what was spent adds up to what has elapsed.
    #[test]
    fn random_logs_keep_the_invariants(steps in prop::collection::vec((any_payload(), 0_i64..90_000, 1_u128..3), 0..60)) {
        let mut state = state();
        let (mut now, mut elapsed) = (0, 0);
        for (payload, pause, who) in steps {
            now += pause;
            let before = state.clone();
            if state.apply(&event(rater(who), now, payload), Timestamp(T0 + now)).is_err() {
                prop_assert_eq!(&before, &state);
            }
            let at = Timestamp(T0 + now);
            prop_assert!(state.clock.elapsed(at) >= elapsed);
            elapsed = state.clock.elapsed(at);
            prop_assert_eq!(state.elapsed_at(at), elapsed);
            let (a, b) = ids();
            prop_assert_eq!(state.spent_on(&a, at) + state.spent_on(&b, at), elapsed);
        }
    }
}

#[test]
fn a_note_is_not_written_over_unseen() {
    let mut state = state();
    let (question, _) = ids();
    let revise =
        |text: &str, of| event(rater(1), 0, Payload::Revise { question: question.clone(), text: text.to_owned(), of });
    let now = Timestamp(T0);
    let first = revise("first", None);
    state.apply(&first, now).unwrap();
    let here = revise("first, and more", Some(first.id));
    state.apply(&here, now).unwrap();
    // Another device, which has not seen the second, and one that has seen nothing at all.
    assert_eq!(state.apply(&revise("first, otherwise", Some(first.id)), now), Err(Refused::Stale));
    assert_eq!(state.apply(&revise("mine", None), now), Err(Refused::Stale));
    assert_eq!(state.mark(rater(1), &question).note, "first, and more");
    // The same words are no conflict, and neither is an empty note.
    let same = revise("first, and more", None);
    state.apply(&same, now).unwrap();
    state.apply(&revise("", Some(same.id)), now).unwrap();
    state.apply(&revise("again", Some(first.id)), now).unwrap();
    // Another rater's note is another note.
    let theirs = Payload::Revise { question: question.clone(), text: "theirs".to_owned(), of: None };
    state.apply(&event(rater(2), 0, theirs), now).unwrap();
    assert_eq!(state.mark(rater(1), &question).note, "again");
}

#[test]
fn a_score_that_comes_late_does_not_undo_a_later_one() {
    let mut state = state();
    let (question, _) = ids();
    let score = |ms, score| event(rater(1), ms, Payload::Score { question: question.clone(), score });
    let now = Timestamp(T0 + 9_000);
    state.apply(&score(5_000, Score::Four), now).unwrap();
    state.apply(&score(1_000, Score::Two), now).unwrap();
    assert_eq!(state.mark(rater(1), &question).score, Some((Score::Four, Timestamp(T0 + 5_000))));
    state.apply(&score(5_000, Score::Five), now).unwrap();
    assert_eq!(state.mark(rater(1), &question).score, Some((Score::Five, Timestamp(T0 + 5_000))));
}
