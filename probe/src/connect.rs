//! From checked addresses to one TCP connection: Happy Eyeballs (RFC 8305) of our own, so that every attempt is data.

use crate::{
    dial::{Dialed, Dialer},
    failure::Fault,
    guard,
    sheet::Sheet,
};
use domain::run::{self, Attempt};
use futures_util::{StreamExt, stream::FuturesUnordered};
use std::{
    net::{IpAddr, SocketAddr},
    time::{Duration, Instant},
};
use tokio::{net::TcpStream, time::timeout};

/// How long an attempt is alone before the next one begins (the Connection Attempt Delay of RFC 8305, 5).
const ATTEMPT_DELAY: Duration = Duration::from_millis(250);
/// Addresses that are tried.
const ATTEMPTS: usize = 8;
/// How an attempt stands until it ends: if the deadline drops it, this is what it was.
const OPEN: &str = "timeout";

/// Completes the phase of connecting to one of `addrs`: no name is looked up here, so what was checked is what is
/// reached. The next attempt begins when the one before failed, or after 250 ms; the first to stand wins.
///
/// # Errors
/// The [`Fault`] of the last attempt when none stands.
pub(crate) async fn connect<P>(sheet: &mut Sheet<P>, dialer: &Dialer, addrs: &[SocketAddr]) -> Result<TcpStream, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let mut waiting = addrs.iter().take(ATTEMPTS);
    let mut under_way = FuturesUnordered::new();
    let mut failed = Fault::new("no-address", "There is no address to connect to.");
    loop {
        if let Some(addr) = waiting.next() {
            let place = open(sheet, *addr);
            under_way.push(async move { (place, reach(dialer, *addr).await) });
        }
        let ended = if waiting.len() == 0 {
            under_way.next().await
        } else {
            match timeout(ATTEMPT_DELAY, under_way.next()).await {
                Ok(ended) => ended,
                Err(_) => continue,
            }
        };
        match ended {
            Some((place, Ok(dialed))) => {
                drop(under_way);
                close(sheet, place, None);
                let now = sheet.elapsed_us();
                lose_open(&mut sheet.hop.attempts, now);
                sheet.hop.remote = Some(dialed.peer.to_string());
                sheet.hop.local = Some(dialed.local.to_string());
                sheet.near.push(dialed.local);
                sheet.reached(Instant::now());
                return Ok(dialed.stream);
            }
            Some((place, Err(fault))) => {
                close(sheet, place, Some(&fault));
                failed = fault;
            }
            None => return Err(failed),
        }
    }
}

/// Of `addrs` only `address`, if that is what was asked for.
///
/// # Errors
/// A refusal when it is none of them: what was typed is never an address to go to, only a choice among those of the name.
pub(crate) fn only(addrs: Vec<SocketAddr>, address: Option<IpAddr>) -> Result<Vec<SocketAddr>, Fault> {
    let Some(address) = address else { return Ok(addrs) };
    let one: Vec<SocketAddr> = addrs.into_iter().filter(|it| it.ip() == address).collect();
    if one.is_empty() {
        return Err(Fault::refused("not-its-address", "The name does not lead to this address."));
    }
    Ok(one)
}

/// A connection to `addr` that leads where it should.
async fn reach(dialer: &Dialer, addr: SocketAddr) -> Result<Dialed, Fault> {
    let dialed = dialer.dial(addr).await?;
    guard::after(addr, dialed.peer, dialed.local)?;
    Ok(dialed)
}

/// Writes an attempt down as it begins.
fn open<P: FnMut(&run::Result)>(sheet: &mut Sheet<P>, addr: SocketAddr) -> usize {
    let start_us = sheet.elapsed_us();
    let family = if addr.is_ipv4() { 4 } else { 6 };
    let outcome = OPEN.to_owned();
    sheet.hop.attempts.push(Attempt {
        addr: addr.to_string(),
        family,
        start_us,
        end_us: start_us,
        outcome,
        errno: None,
    });
    sheet.hop.attempts.len() - 1
}

fn close<P: FnMut(&run::Result)>(sheet: &mut Sheet<P>, place: usize, fault: Option<&Fault>) {
    let now = sheet.elapsed_us();
    if let Some(attempt) = sheet.hop.attempts.get_mut(place) {
        attempt.end_us = now;
        attempt.outcome = fault.map_or("connected", |it| it.class).to_owned();
        attempt.errno = fault.and_then(|it| it.errno);
    }
}

/// Attempts that have not ended: the system's own timeout has an error number.
fn still_open(attempts: &mut [Attempt]) -> impl Iterator<Item = &mut Attempt> {
    attempts.iter_mut().filter(|it| it.outcome == OPEN && it.errno.is_none() && it.end_us == it.start_us)
}

fn lose_open(attempts: &mut [Attempt], now: u64) {
    for attempt in still_open(attempts) {
        attempt.end_us = now.max(attempt.start_us);
        attempt.outcome = "lost-race".to_owned();
    }
}

/// Ends attempts that a deadline dropped.
pub(crate) fn end_open(attempts: &mut [Attempt], now: u64) {
    for attempt in still_open(attempts) {
        attempt.end_us = now.max(attempt.start_us);
    }
}
