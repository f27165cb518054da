//! Echo requests, where this machine lets us send them, and an honest no where it does not.

use crate::{
    connect::only,
    dns,
    failure::Fault,
    goal::Goal,
    sheet::{Phase, Sheet},
};
use domain::run::{self, Echo, Ping, Trips};
use std::{
    net::IpAddr,
    time::{Duration, Instant},
};
use surge_ping::{Client, Config, ICMP, PingIdentifier, PingSequence, SurgeError};
use tokio::time::{MissedTickBehavior, interval};

/// Between the beginnings of two requests.
const INTERVAL: Duration = Duration::from_millis(200);
/// How long a reply is waited for; the next request waits for it.
const PATIENCE: Duration = Duration::from_secs(1);
/// Bytes of a request after its head, as iputils has it.
const PAYLOAD: [u8; 56] = [0; 56];

/// Sends `count` echo requests to the first address of `goal`, or to `address`, under the number `id`.
///
/// # Errors
/// The [`Fault`] of a machine that may not send them, or of a far side of which no reply came.
pub(crate) async fn measure<P>(
    sheet: &mut Sheet<P>,
    goal: &Goal,
    address: Option<IpAddr>,
    count: u16,
    id: u16,
) -> Result<(), Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let addrs = only(dns::resolve(sheet, goal).await?, address)?;
    sheet.skip_to(Phase::Processing);
    let Some(ip) = addrs.first().map(std::net::SocketAddr::ip) else { return Ok(()) };
    let kind = if ip.is_ipv4() { ICMP::V4 } else { ICMP::V6 };
    // A datagram socket needs no privilege where the system lets our group ping; a raw one is the second choice.
    let client = Client::new(&Config::builder().kind(kind).build()).map_err(|error| refused(&error))?;
    let mut pinger = client.pinger(ip, PingIdentifier(id)).await;
    pinger.timeout(PATIENCE);
    sheet.hop.ping = Some(Ping { addr: ip.to_string(), payload_bytes: PAYLOAD.len(), ..Ping::default() });

    let began = Instant::now();
    let mut ticks = interval(INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for seq in 0..count {
        ticks.tick().await;
        let at_us = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
        let sent = Instant::now();
        let rtt_us = match pinger.ping(PingSequence(seq), &PAYLOAD).await {
            // By our own clock: the library's starts after the sending, when a reply on loopback may be there already.
            Ok(_) => Some(u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX)),
            Err(SurgeError::IOError(error)) => return Err(error.into()),
            Err(_) => None,
        };
        let ping = sheet.hop.ping.get_or_insert_default();
        ping.samples.push(Echo { seq, at_us, rtt_us });
        ping.trips = Trips::of(&ping.samples);
    }
    if sheet.hop.ping.as_ref().is_some_and(|it| it.trips.is_none()) {
        return Err(Fault::new("timeout", "No reply came to any echo request."));
    }
    sheet.reached(Instant::now());
    Ok(())
}

fn refused(error: &std::io::Error) -> Fault {
    let text = format!("This machine does not let us send echo requests: {error}");
    Fault { errno: error.raw_os_error(), ..Fault::new("not-permitted", &text) }
}
