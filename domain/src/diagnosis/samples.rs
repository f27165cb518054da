//! Several results of one measurement, as medians.

use crate::run::{Hop, Phases, Result};

/// Results of one target and one kind.
#[derive(Clone, Copy)]
pub(super) struct Samples<'a>(pub &'a [Result]);

impl Samples<'_> {
    /// The median of a completed phase of hop `hop`, and of how many results; `None` when no result has it.
    ///
    /// A phase that failed has a time too, but that is the time of a failure and not of the phase.
    pub fn median(self, hop: usize, phase: fn(&Phases) -> Option<u64>) -> Option<(u64, u32)> {
        let hops = self.0.iter().filter_map(|it| Some((it, it.hops.get(hop)?)));
        let whole = hops.filter(|(it, found)| is_whole(it, hop, found, phase));
        let mut values: Vec<u64> = whole.filter_map(|(_, found)| phase(&found.phase_us)).collect();
        values.sort_unstable();
        Some((*values.get(values.len().checked_sub(1)? / 2)?, u32::try_from(values.len()).unwrap_or(u32::MAX)))
    }
}

/// Was `phase` of `hop` completed? The last phase of the last hop of a failed result was not.
fn is_whole(result: &Result, place: usize, hop: &Hop, phase: fn(&Phases) -> Option<u64>) -> bool {
    if result.failed.is_none() || place + 1 < result.hops.len() {
        return true;
    }
    // In place of the last phase that was reached, nothing: if the phase is then gone, it was that one.
    let mut rest = hop.phase_us;
    let all =
        [&mut rest.transfer, &mut rest.processing, &mut rest.send, &mut rest.tls, &mut rest.connect, &mut rest.resolve];
    if let Some(last) = all.into_iter().find(|it| it.is_some()) {
        *last = None;
    }
    phase(&rest).is_some()
}
