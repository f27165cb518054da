//! Drafts by hand and by chance: whatever is done to one, it stays a choice without doubles that keeps its pins.

use super::*;
use crate::{Level, weights};
use proptest::prelude::*;

fn candidate(n: usize, block: Block, dimension: Dimension, minutes: u16) -> Candidate {
    Candidate { question: id(n), block, dimension, levels: vec![Level::Junior], minutes }
}

fn id(n: usize) -> QuestionId {
    format!("question-{n}").parse().unwrap()
}

fn ids(of: &[usize]) -> Vec<QuestionId> {
    of.iter().map(|n| id(*n)).collect()
}

/// Theory has 11 minutes at this level, practice 14.
fn bank() -> Vec<Candidate> {
    vec![
        candidate(0, Block::Http, Dimension::Theory, 5),
        candidate(1, Block::Security, Dimension::Theory, 6),
        candidate(2, Block::Http, Dimension::Theory, 6),
        candidate(3, Block::Foundations, Dimension::Theory, 6),
        candidate(4, Block::Debugging, Dimension::Theory, 9),
        candidate(5, Block::Debugging, Dimension::Practice, 14),
        Candidate { levels: vec![Level::Lead], ..candidate(6, Block::Http, Dimension::Theory, 5) },
    ]
}

fn stock<'a>(bank: &'a [Candidate], asked: &'a [QuestionId]) -> Stock<'a> {
    Stock { level: Level::Junior, weights: weights::Version::default(), bank, asked }
}

fn apply(draft: &mut Draft<'_>, edit: &str) -> Result<(), Misfit> {
    draft.apply(&edit.parse().unwrap())
}

#[test]
fn a_question_moves_only_within_its_dimension() {
    let bank = bank();
    let (mut draft, dropped) = Draft::read(stock(&bank, &[]), &ids(&[5, 0, 1, 2]), &[]);
    assert_eq!((draft.questions(), dropped), (ids(&[0, 1, 2, 5]), vec![]), "practice stands after theory");
    for (edit, order) in [
        ("up:question-2", [0, 2, 1, 5]),
        ("up:question-2", [2, 0, 1, 5]),
        ("up:question-2", [2, 0, 1, 5]),
        ("down:question-1", [2, 0, 1, 5]),
        ("up:question-5", [2, 0, 1, 5]),
        ("place:question-2:1", [0, 2, 1, 5]),
        ("place:question-2:99999", [0, 1, 2, 5]),
        ("place:question-5:0", [0, 1, 2, 5]),
        ("up:question-4", [0, 1, 2, 5]),
    ] {
        apply(&mut draft, edit).unwrap();
        assert_eq!(draft.questions(), ids(&order), "{edit}");
    }
}

#[test]
fn what_cannot_be_asked_is_dropped_with_a_reason() {
    let bank = bank();
    let asked = ids(&[3]);
    let (mut draft, dropped) = Draft::read(stock(&bank, &asked), &ids(&[0, 3, 0, 6, 77]), &ids(&[0, 3]));
    assert_eq!((draft.questions(), draft.pins()), (ids(&[0]), ids(&[0])));
    let why = [(3, Misfit::Asked), (0, Misfit::Twice), (6, Misfit::Level), (77, Misfit::Unknown)];
    assert_eq!(dropped, why.map(|(n, why)| (id(n), why)));
    for (edit, why) in [
        ("add:question-3", Misfit::Asked),
        ("add:question-0", Misfit::Twice),
        ("swap:question-0:question-6", Misfit::Level),
        ("swap:question-0:question-0", Misfit::Twice),
    ] {
        assert_eq!(apply(&mut draft, edit), Err(why), "{edit}");
    }
    apply(&mut draft, "swap:question-0:question-5").unwrap();
    assert_eq!(draft.questions(), ids(&[0]), "a swap stays in its dimension");
}

#[test]
fn alternatives_are_ranked_by_minutes_and_then_by_topic() {
    let bank = bank();
    let (mut draft, _) = Draft::read(stock(&bank, &[]), &ids(&[0, 1]), &ids(&[1]));
    let ranked: Vec<_> = draft.alternatives(&id(1)).iter().map(|it| it.question.clone()).collect();
    // 2 and 3 fill the eleven minutes as 1 does; of block `http` there is one already.
    assert_eq!(ranked, ids(&[3, 2, 4]));
    apply(&mut draft, "swap:question-1:question-3").unwrap();
    assert_eq!((draft.questions(), draft.pins()), (ids(&[0, 3]), vec![]), "a pin belongs to its question");
    assert_eq!(draft.alternatives(&id(1)), Vec::<&Candidate>::new());
}

#[test]
fn a_rebuild_fills_around_what_is_pinned() {
    let bank = bank();
    let (mut draft, _) = Draft::read(stock(&bank, &[]), &ids(&[0, 4]), &ids(&[4]));
    assert_eq!(draft.balance()[0], Balance { dimension: Dimension::Theory, questions: 2, planned: 14, core: 11 });
    assert_eq!(draft.balance().into_iter().map(Balance::is_enough).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!((draft.balance()[0].over(), draft.balance()[0].short(), draft.balance()[1].short()), (3, 0, 14));
    apply(&mut draft, "rebuild").unwrap();
    assert_eq!((draft.questions(), draft.pins()), (ids(&[4, 5]), ids(&[4])));
    let plan = draft.plan().unwrap();
    assert_eq!(plan.short.iter().map(|it| it.minutes).collect::<Vec<_>>(), [2, 11]);
    apply(&mut draft, "remove:question-4").unwrap();
    apply(&mut draft, "remove:question-5").unwrap();
    assert_eq!(draft.plan(), Err(Empty));
}

#[test]
fn a_draft_has_a_bound() {
    let bank: Vec<_> = (0..40).map(|n| candidate(n, Block::Http, Dimension::Theory, 1)).collect();
    let all: Vec<_> = bank.iter().map(|it| it.question.clone()).collect();
    let (draft, dropped) = Draft::read(stock(&bank, &[]), &all, &[]);
    assert_eq!((draft.items().len(), dropped.len()), (ITEMS_MAX, 40 - ITEMS_MAX));
    assert!(dropped.iter().all(|it| it.1 == Misfit::Full));
}

fn edit() -> impl Strategy<Value = Edit> {
    let question = || (0..24_usize).prop_map(id);
    prop_oneof![
        question().prop_map(Edit::Up),
        question().prop_map(Edit::Down),
        (question(), 0..30_usize).prop_map(|(id, at)| Edit::Place(id, at)),
        question().prop_map(Edit::Pin),
        question().prop_map(Edit::Unpin),
        question().prop_map(Edit::Remove),
        (question(), question()).prop_map(|(id, other)| Edit::Swap(id, other)),
        question().prop_map(Edit::Add),
        Just(Edit::Rebuild),
    ]
}

proptest! {
    #[test]
    fn an_edit_is_read_as_it_is_written(edit in edit()) {
        prop_assert_eq!(edit.to_string().parse(), Ok(edit));
    }

    #[test]
    fn no_text_is_too_strange(text in ".{0,40}") {
        if let Ok(edit) = text.parse::<Edit>() {
            prop_assert_eq!(edit.to_string().parse(), Ok(edit));
        }
    }

    #[test]
    fn whatever_is_done_a_draft_stays_one(
        minutes in prop::collection::vec((1_u16..16, 0_usize..3), 20),
        asked in prop::collection::vec(0_usize..20, 0..4),
        edits in prop::collection::vec(edit(), 0..24),
    ) {
        let bank: Vec<_> = minutes.iter().enumerate()
            .map(|(n, (minutes, dimension))| candidate(n, Block::ALL[n % 7], Dimension::ALL[*dimension], *minutes)).collect();
        let asked = ids(&asked);
        let mut draft = Draft::built(stock(&bank, &asked));
        for edit in edits {
            let (before, pins) = (draft.questions(), draft.pins());
            let done = draft.apply(&edit);
            let after = draft.questions();
            let mut sorted = after.clone();
            sorted.sort();
            let count = sorted.len();
            sorted.dedup();
            prop_assert_eq!(sorted.len(), count, "twice after {}", edit);
            prop_assert!(!after.iter().any(|it| asked.contains(it)), "asked before, after {}", edit);
            prop_assert!(draft.items().is_sorted_by_key(|it| it.of.dimension));
            let mut before_sorted = before.clone();
            before_sorted.sort();
            match &edit {
                _ if done.is_err() => prop_assert_eq!(&after, &before),
                Edit::Up(_) | Edit::Down(_) | Edit::Place(..) | Edit::Pin(_) | Edit::Unpin(_) => {
                    prop_assert_eq!(&sorted, &before_sorted, "{} is a permutation", edit);
                }
                Edit::Rebuild => {
                    prop_assert!(pins.iter().all(|it| after.contains(it)));
                    prop_assert_eq!(draft.pins().len(), pins.len());
                    let pinned = |it: Dimension| draft.of(it).filter(|it| it.pinned).map(|it| it.of.minutes).sum::<u16>();
                    for it in draft.balance() {
                        prop_assert!(it.planned <= it.core.max(pinned(it.dimension)), "{:?}", it);
                    }
                }
                Edit::Swap(..) => prop_assert_eq!(after.len(), before.len()),
                Edit::Remove(id) => prop_assert!(!after.contains(id)),
                Edit::Add(id) => prop_assert!(after.contains(id)),
            }
            let total: u16 = draft.items().iter().map(|it| it.of.minutes).sum();
            prop_assert_eq!(draft.balance().iter().map(|it| it.planned).sum::<u16>(), total);
            let (again, dropped) = Draft::read(stock(&bank, &asked), &after, &draft.pins());
            prop_assert_eq!((again.questions(), again.pins(), dropped), (after, draft.pins(), vec![]), "written and read");
        }
    }

    #[test]
    fn extra_time_stretches_the_whole_exactly_and_no_expectation(
        minutes in prop::collection::vec((1_u16..16, 0_usize..3), 1..12),
        extra in 0..ExtraTime::ALL.len(),
    ) {
        let bank: Vec<_> = minutes.iter().enumerate()
            .map(|(n, (minutes, dimension))| candidate(n, Block::Http, Dimension::ALL[*dimension], *minutes)).collect();
        let Ok(plan) = Draft::built(stock(&bank, &[])).plan() else { return Ok(()) };
        let extra = ExtraTime::ALL[extra];
        let longer = plan.clone().stretched(extra);
        prop_assert_eq!(longer.total(), extra.stretched(plan.total()));
        for (it, was) in longer.items.iter().zip(&plan.items) {
            prop_assert_eq!((&it.question, it.expected), (&was.question, was.expected));
            prop_assert!(it.minutes >= was.minutes && it.minutes <= extra.stretched(was.minutes) + 1);
        }
    }
}
