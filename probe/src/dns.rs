//! Asking a name server ourselves, query by query: never the system's resolver, never a cache, never a hosts file.

mod answer;
mod lookup;
mod question;
mod wire;

pub(crate) use answer::addresses;
pub(crate) use lookup::{OPEN, Wait, look_up};

use crate::{failure::Fault, goal::Goal, guard, sheet::Sheet};
use domain::run::{self, RecordType};
use std::{
    net::{IpAddr, SocketAddr},
    time::Instant,
};

/// Measures the DNS kind: asks for every one of `types`.
///
/// # Errors
/// The [`Fault`] of a name server of which no query was answered without an error.
pub(crate) async fn measure<P>(sheet: &mut Sheet<P>, goal: &Goal, types: &[RecordType]) -> Result<(), Fault>
where
    P: FnMut(&run::Result) + Send,
{
    sheet.hop.guard = Some(guard::allow(goal.realm, Vec::new()));
    look_up(sheet, goal.resolver, &goal.host, types, Wait::All).await?;
    sheet.reached(Instant::now());
    Ok(())
}

/// Completes the phase from a name to addresses that the guard let through, in the order in which to try them.
///
/// # Errors
/// The [`Fault`] of a name without an address, or of one with an address that must not be reached.
pub(crate) async fn resolve<P>(sheet: &mut Sheet<P>, goal: &Goal) -> Result<Vec<SocketAddr>, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let both = [RecordType::Aaaa, RecordType::A];
    let answers = look_up(sheet, goal.resolver, &goal.host, &both, Wait::ForAddresses).await?;
    let found: Vec<IpAddr> = answers.iter().flat_map(addresses).collect();
    let addrs: Vec<SocketAddr> = in_turn(&found).into_iter().map(|ip| SocketAddr::new(ip, goal.port)).collect();
    if addrs.is_empty() {
        return Err(Fault::new("no-address", "The name is there, but has no address."));
    }
    sheet.hop.guard = Some(guard::before(goal.realm, &addrs).await?);
    sheet.reached(Instant::now());
    Ok(addrs)
}

/// The families by turns, IPv6 first, each in the order of its answer (RFC 8305, 4).
fn in_turn(found: &[IpAddr]) -> Vec<IpAddr> {
    let [mut six, mut four] = [true, false].map(|six| found.iter().copied().filter(move |it| it.is_ipv6() == six));
    let mut turns = Vec::with_capacity(found.len());
    loop {
        let pair = [six.next(), four.next()];
        if pair == [None, None] {
            return turns;
        }
        turns.extend(pair.into_iter().flatten());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_take_turns() {
        let found: Vec<IpAddr> = ["1.0.0.1", "1.0.0.2", "1.0.0.3", "::2", "::1"].map(|it| it.parse().unwrap()).into();
        let turns: Vec<String> = in_turn(&found).iter().map(IpAddr::to_string).collect();
        assert_eq!(turns, ["::2", "1.0.0.1", "::1", "1.0.0.2", "1.0.0.3"]);
    }
}
