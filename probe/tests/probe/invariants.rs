//! What must hold for every result, whether its probe succeeded or not.

use domain::run;

/// Asserts the invariants of the schema.
#[track_caller]
pub fn assert_consistent(result: &run::Result) {
    for hop in &result.hops {
        let cum = &hop.cum_us;
        let ends = [cum.namelookup, cum.connect, cum.appconnect, cum.pretransfer, cum.starttransfer, Some(cum.total)];
        assert!(ends.into_iter().flatten().is_sorted(), "times go back: {cum:?}");

        let phases = hop.phase_us.each().map(|(_, us)| us);
        assert_eq!(phases.into_iter().flatten().sum::<u64>(), cum.total, "phases do not sum up: {hop:?}");
        let first_null = phases.iter().position(Option::is_none).unwrap_or(phases.len());
        assert!(phases[first_null..].iter().all(Option::is_none), "a phase after one not reached: {phases:?}");
        if result.failed.is_none() {
            assert_eq!(first_null, phases.len(), "a success without all phases: {phases:?}");
        }

        let connected = hop.attempts.iter().filter(|attempt| attempt.outcome == "connected").count();
        assert_eq!(connected, usize::from(cum.connect.is_some()), "{:?}", hop.attempts);
        assert!(hop.attempts.iter().all(|it| it.start_us <= it.end_us && it.end_us <= cum.total));
    }
    let json = serde_json::to_string(result).unwrap();
    assert_eq!(&serde_json::from_str::<run::Result>(&json).unwrap(), result, "JSON changes it");
}
