use super::*;
use crate::hostile::invariants::assert_consistent;
use domain::run::{Attempt, Guard};
use proptest::prelude::*;
use std::time::Duration;

/// A result of an HTTP probe without hops.
fn blank() -> run::Result {
    let mut result: run::Result = serde_json::from_str(include_str!("../../domain/src/run/stored.json")).unwrap();
    result.hops.clear();
    result
}

fn hop(plain: bool) -> Hop {
    let ip = "192.0.2.1".parse().unwrap();
    let guard = Guard { decision: "allow".to_owned(), rule: "lab".to_owned(), checked: vec![ip] };
    let url = if plain { "http://a.example/" } else { "https://a.example/" };
    Hop { url: url.to_owned(), guard: Some(guard), ..Hop::default() }
}

fn connected() -> Attempt {
    let addr = "192.0.2.1:80".to_owned();
    Attempt { addr, family: 4, start_us: 0, end_us: 0, outcome: "connected".to_owned(), errno: None }
}

/// Completes phases of the hop under way, until `until` of them are; marks may come in any order.
fn reach<P: FnMut(&run::Result)>(sheet: &mut Sheet<P>, plain: bool, marks: &[u64; 6], until: usize) {
    let start = sheet.start;
    for mark in marks.iter().take(until) {
        if sheet.phase == Phase::Connect {
            sheet.hop.attempts.push(connected());
        }
        if plain && sheet.phase == Phase::Tls {
            sheet.skip_to(Phase::Send);
            continue;
        }
        sheet.reached(start + Duration::from_micros(*mark));
    }
}

proptest! {
    #[test]
    fn whatever_happens_the_times_add_up(
        hops in proptest::collection::vec((any::<bool>(), proptest::array::uniform6(0..5_000_000u64)), 1..5),
        stop in proptest::option::of((0..6usize, any::<bool>())),
    ) {
        let mut seen = 0;
        let mut sheet = Sheet::begin(blank(), hop(hops[0].0), |partial: &run::Result| {
            let all = partial.hops.iter().flat_map(|hop| hop.phase_us.each());
            let sum: u64 = all.filter_map(|(_, us)| us).sum();
            assert_eq!(sum, partial.hops.iter().map(|hop| hop.cum_us.total).sum::<u64>());
            seen += 1;
        });
        let last = hops.len() - 1;
        for (n, (plain, marks)) in hops.iter().enumerate() {
            if n > 0 {
                sheet.next_hop(hop(*plain));
            }
            let until = stop.filter(|_| n == last).map_or(6, |(until, _)| until);
            reach(&mut sheet, *plain, marks, until);
        }
        if let Some((until, refused)) = stop {
            if hops[last].0 && sheet.phase == Phase::Tls {
                sheet.skip_to(Phase::Send);
            }
            // The guard says no before anything is connected to, or never.
            let fault = if refused && until < 2 { Fault::refused("no", "") } else { Fault::new("reset", "") };
            sheet.fail(fault);
        }
        let mut result = sheet.finish();
        // The marks are made up, so they may lie after the clock's own time.
        result.totals = Some(Totals::of(&result.hops, u64::MAX));
        assert_consistent(&result);
        prop_assert_eq!(result.hops.len(), hops.len());
        prop_assert_eq!(result.failed.is_some(), stop.is_some());
        let reached = result.hops.iter().flat_map(|hop| hop.phase_us.each()).filter(|(_, us)| us.is_some()).count();
        prop_assert_eq!(seen, reached - usize::from(stop.is_some()));
    }
}
