//! All hops of a probe together, in the terms of two tools that people compare with.

use super::{Cumulative, Hop, Phases};
use serde::{Deserialize, Serialize};

/// All hops together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// What `curl -L` would print: it adds up the times of each hop, every one counted from that hop's start.
    #[serde(rename = "curl_L")]
    pub curl_l: Cumulative,
    /// What `blackbox_exporter` would report: phases added up over the hops, its `processing` with our `send` in it.
    pub blackbox: Phases,
    /// Redirects that were followed.
    pub redirects: usize,
    /// From the start of the first hop to the end of the last, in µs.
    pub wall_us: u64,
}

impl Totals {
    /// The sums over `hops`, which took `wall_us` together.
    #[must_use]
    pub fn of(hops: &[Hop], wall_us: u64) -> Self {
        let cum = |of: fn(&Cumulative) -> Option<u64>| sum(hops.iter().map(|hop| of(&hop.cum_us)));
        let phase = |of: fn(&Phases) -> Option<u64>| sum(hops.iter().map(|hop| of(&hop.phase_us)));
        Self {
            curl_l: Cumulative {
                namelookup: cum(|it| it.namelookup),
                connect: cum(|it| it.connect),
                appconnect: cum(|it| it.appconnect),
                pretransfer: cum(|it| it.pretransfer),
                starttransfer: cum(|it| it.starttransfer),
                total: hops.iter().map(|hop| hop.cum_us.total).fold(0, u64::saturating_add),
            },
            blackbox: Phases {
                resolve: phase(|it| it.resolve),
                connect: phase(|it| it.connect),
                tls: phase(|it| it.tls),
                send: None,
                processing: sum([phase(|it| it.send), phase(|it| it.processing)].into_iter()),
                transfer: phase(|it| it.transfer),
            },
            redirects: hops.len().saturating_sub(1),
            wall_us,
        }
    }
}

/// The sum of what is there; `None` when nothing is.
fn sum(times: impl Iterator<Item = Option<u64>>) -> Option<u64> {
    times.flatten().reduce(u64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hop(ends: [u64; 3], tls: Option<u64>) -> Hop {
        Hop {
            cum_us: Cumulative {
                namelookup: Some(ends[0]),
                connect: Some(ends[1]),
                total: ends[2],
                ..Cumulative::default()
            },
            phase_us: Phases { resolve: Some(ends[0]), send: Some(3), processing: Some(4), tls, ..Phases::default() },
            ..Hop::default()
        }
    }

    #[test]
    fn the_sums_are_those_of_curl_and_blackbox() {
        let totals = Totals::of(&[hop([10, 30, 90], None), hop([1, 2, 9], Some(7))], 105);
        let curl = totals.curl_l;
        assert_eq!((curl.namelookup, curl.connect, curl.appconnect, curl.total), (Some(11), Some(32), None, 99));
        let blackbox = totals.blackbox;
        assert_eq!(
            (blackbox.resolve, blackbox.tls, blackbox.send, blackbox.processing),
            (Some(11), Some(7), None, Some(14))
        );
        assert_eq!((blackbox.transfer, totals.redirects, totals.wall_us), (None, 1, 105));
        assert_eq!(Totals::of(&[], 0), Totals::default());
    }
}
