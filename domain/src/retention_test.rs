//! Retention: calendars by example, the rest for any policy, case and time.

use super::*;
use proptest::prelude::*;

/// Midnight of a date.
fn day(year: i64, month: i64, day: i64) -> Timestamp {
    Timestamp(days_of(year, month, day) * DAY)
}

#[test]
fn months_are_those_of_the_calendar() {
    assert_eq!(day(1970, 1, 1), Timestamp(0));
    assert_eq!(add_months(day(2026, 1, 15).plus(7), 1), day(2026, 2, 15).plus(7));
    assert_eq!(add_months(day(2026, 1, 31), 1), day(2026, 2, 28));
    assert_eq!(add_months(day(2024, 1, 31), 1), day(2024, 2, 29));
    assert_eq!(add_months(day(2026, 12, 31), 2), day(2027, 2, 28));
    assert_eq!(add_months(day(2026, 3, 31), 9), day(2026, 12, 31));
    assert_eq!(add_months(day(2026, 5, 1), 0), day(2026, 5, 1));
    assert_eq!(add_months(day(2020, 2, 29), 12), day(2021, 2, 28));
}

#[test]
fn the_last_loop_decides_and_one_that_is_kept_keeps() {
    let policy = Policy { rejected: Some(6), withdrawn: Some(1), undecided: Some(12), hired: None, notice: 14 };
    let ended = |outcome, at| Ended { outcome, at };
    let case = |loops| Case { entered: day(2026, 1, 1), loops, held: false, noticed: None };
    let rejected = ended(Some(Outcome::Rejected), day(2026, 2, 1));
    let withdrawn = ended(Some(Outcome::Withdrawn), day(2026, 3, 1));
    assert_eq!(policy.due(&case(vec![rejected, withdrawn])), Some(day(2026, 8, 1)));
    assert_eq!(policy.due(&case(vec![rejected, ended(Some(Outcome::Hired), day(2026, 1, 2))])), None);
    assert_eq!(policy.due(&case(vec![rejected, ended(None, day(2026, 2, 2))])), Some(day(2027, 2, 2)));
    assert_eq!(policy.due(&case(vec![])), Some(day(2027, 1, 1)));
    assert_eq!(Policy::default().due(&case(vec![rejected])), None, "without rules nobody is forgotten");
}

#[test]
fn notice_comes_before_forgetting() {
    let policy = Policy { undecided: Some(1), notice: 14, ..Policy::default() };
    let mut case = Case { entered: day(2026, 1, 1), loops: vec![], held: false, noticed: None };
    assert_eq!(policy.judge(&case, day(2026, 1, 31)), Verdict::Keep);
    assert_eq!(policy.judge(&case, day(2026, 2, 1)), Verdict::Notice);
    case.noticed = Some(day(2026, 2, 1));
    assert_eq!(policy.judge(&case, day(2026, 2, 14)), Verdict::Waiting(day(2026, 2, 15)));
    assert_eq!(policy.judge(&case, day(2026, 2, 15)), Verdict::Forget);
    case.held = true;
    assert_eq!(policy.judge(&case, day(2030, 1, 1)), Verdict::Held);
}

prop_compose! {
    fn any_policy()(
        months in prop::array::uniform4(prop::option::of(0..=MONTHS_MAX)), notice in 0..=NOTICE_MAX,
    ) -> Policy {
        let [hired, rejected, withdrawn, undecided] = months;
        Policy { hired, rejected, withdrawn, undecided, notice }
    }
}

prop_compose! {
    fn any_case()(
        entered in 0..4_000_000_000_000_i64,
        loops in prop::collection::vec((prop::option::of(0..3_usize), 0..4_000_000_000_000_i64), 0..4),
        held in any::<bool>(),
        noticed in prop::option::of(0..4_000_000_000_000_i64),
    ) -> Case {
        let loops = loops.into_iter().map(|(outcome, at)| Ended { outcome: outcome.map(|it| Outcome::ALL[it]), at: Timestamp(at) });
        Case { entered: Timestamp(entered), loops: loops.collect(), held, noticed: noticed.map(Timestamp) }
    }
}

proptest! {
    #[test]
    fn dates_go_round(days in -1_000_000..1_000_000_i64) {
        let (year, month, day) = civil(days);
        prop_assert_eq!(days_of(year, month, day), days);
    }

    #[test]
    fn more_months_are_never_sooner(at in 0..4_000_000_000_000_i64, a in 0..=MONTHS_MAX, b in 0..=MONTHS_MAX) {
        let (less, more) = (a.min(b), a.max(b));
        prop_assert!(add_months(Timestamp(at), less) <= add_months(Timestamp(at), more));
        // No month is longer than 31 days nor shorter than 28.
        let days = add_months(Timestamp(at), a).since(Timestamp(at)) / DAY;
        prop_assert!((i64::from(a) * 28..=i64::from(a) * 31).contains(&days), "{} months are {} days", a, days);
    }

    #[test]
    fn nobody_is_forgotten_early_or_against_a_hold(policy in any_policy(), case in any_case(), now in 0..8_000_000_000_000_i64) {
        let now = Timestamp(now);
        let verdict = policy.judge(&case, now);
        if verdict == Verdict::Forget {
            prop_assert!(!case.held);
            prop_assert!(policy.due(&case).unwrap() <= now);
            let told = case.noticed.map_or(policy.notice == 0, |it| it.plus(i64::from(policy.notice) * DAY) <= now);
            prop_assert!(told, "without notice");
            for ended in &case.loops {
                let months = policy.months(ended.outcome).unwrap();
                prop_assert!(add_months(ended.at, months) <= now);
            }
        }
        if case.held {
            prop_assert!(matches!(verdict, Verdict::Keep | Verdict::Held));
        }
    }

    #[test]
    fn whoever_is_forgotten_stays_due(policy in any_policy(), case in any_case(), now in 0..8_000_000_000_000_i64, later in 0..8_000_000_000_000_i64) {
        if policy.judge(&case, Timestamp(now)) == Verdict::Forget {
            prop_assert_eq!(policy.judge(&case, Timestamp(now + later)), Verdict::Forget);
        }
    }
}
