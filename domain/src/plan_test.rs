//! The planner against hand-made banks and random ones.

use super::*;
use proptest::prelude::*;

fn candidate(n: usize, block: Block, dimension: Dimension, minutes: u16) -> Candidate {
    Candidate {
        question: format!("question-{n}").parse().unwrap(),
        block,
        dimension,
        levels: vec![Level::Junior, Level::Middle],
        minutes,
    }
}

#[test]
fn fills_the_minutes_exactly_when_it_can() {
    let bank = [
        candidate(1, Block::Foundations, Dimension::Theory, 8),
        candidate(2, Block::Foundations, Dimension::Theory, 5),
        candidate(3, Block::Http, Dimension::Theory, 6),
        candidate(4, Block::Debugging, Dimension::Practice, 14),
        candidate(5, Block::Performance, Dimension::Architecture, 11),
    ];
    let plan = build(Level::Junior, weights::Version::default(), &bank, &[]).unwrap();
    let ids: Vec<&str> = plan.items.iter().map(|it| it.question.as_str()).collect();
    assert_eq!(ids, ["question-2", "question-3", "question-4", "question-5"]);
    assert!(plan.short.is_empty());
}

#[test]
fn says_what_is_short_and_never_repeats_a_question() {
    let bank =
        [candidate(1, Block::Foundations, Dimension::Theory, 5), candidate(2, Block::Http, Dimension::Theory, 5)];
    let plan = build(Level::Middle, weights::Version::default(), &bank, &["question-1".parse().unwrap()]).unwrap();
    assert_eq!(plan.items.len(), 1);
    assert_eq!(plan.short.iter().map(|it| it.minutes).collect::<Vec<_>>(), [6, 14, 11]);
    assert_eq!(build(Level::Lead, weights::Version::default(), &bank, &[]), Err(Empty));
}

#[test]
fn expectation_moves_with_the_level() {
    assert_eq!(expected(Level::Junior, Level::Junior), 3);
    assert_eq!(expected(Level::Junior, Level::Senior), 5);
    assert_eq!(expected(Level::Middle, Level::Junior), 2);
    assert_eq!(expected(Level::Junior, Level::Lead), 5);
}

proptest! {
    #[test]
    fn is_never_over_time_and_never_beaten_by_brute_force(minutes in prop::collection::vec(1_u16..16, 0..9)) {
        let bank: Vec<Candidate> = minutes.iter().enumerate()
            .map(|(n, m)| candidate(n, Block::ALL[n % 7], Dimension::Practice, *m)).collect();
        let Ok(plan) = build(Level::Junior, weights::Version::default(), &bank, &[]) else {
            prop_assert!(minutes.iter().all(|m| *m > 14));
            return Ok(());
        };
        let used: u16 = plan.items.iter().map(|it| it.minutes).sum();
        let best = (0..1_u32 << minutes.len())
            .map(|mask| minutes.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1).map(|(_, m)| *m).sum::<u16>())
            .filter(|sum| *sum <= 14).max().unwrap_or(0);
        prop_assert_eq!(used, best);
    }
}

#[test]
fn a_plan_of_before_there_was_extra_time_reads() {
    let old = r#"{"level":"junior","opening":4,"items":[],"close":5,"short":[]}"#;
    let plan: Plan = serde_json::from_str(old).unwrap();
    assert_eq!((plan.extra, plan.template), (ExtraTime::None, None));
}
