//! One HTTP request and those that redirects ask for, step by step, so that every phase is measured by ourselves.

use crate::{
    connect::{connect, only},
    dial::Dialer,
    dns,
    failure::Fault,
    goal::{Goal, Reach},
    sheet::{Phase, Sheet},
    tls::{Client, Doubt},
};
use domain::run::{self, Hop, HttpVersion, Kind};
use std::net::IpAddr;
use tokio::io::{AsyncRead, AsyncWrite};

mod head;
mod one;
mod stamp;
mod two;

/// What an [`Order`](crate::Order) of this kind says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    pub address: Option<IpAddr>,
    pub version: HttpVersion,
    pub redirects: u8,
}

/// Measures one GET of `goal` into `sheet`, and those that it is sent on to; each is looked at by the guard anew.
///
/// Everything that is opened lives in this future: dropping it, at a deadline or on a cancel, closes it.
///
/// # Errors
/// The [`Fault`] of the phase in which the sheet then stands.
pub(crate) async fn measure<P>(
    sheet: &mut Sheet<P>,
    reach: &Reach,
    dialer: &Dialer,
    mut goal: Goal,
    manner: Manner,
) -> Result<(), Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let mut left = manner.redirects;
    loop {
        let location = once(sheet, dialer, &goal, manner).await?;
        let Some(location) = location.filter(|_| manner.redirects > 0) else { return Ok(()) };
        // From here on it is the next hop that may be refused; what was measured stays measured.
        sheet.next_hop(Hop::default());
        if left == 0 {
            return Err(Fault::refused("too-many-redirects", "The answer leads on once more than was allowed."));
        }
        left -= 1;
        goal = reach.follow(&goal, &location)?;
        sheet.hop.url = goal.shown(Kind::Http);
    }
}

/// One request and its answer, which may name another place.
async fn once<P>(sheet: &mut Sheet<P>, dialer: &Dialer, goal: &Goal, manner: Manner) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    if manner.version == HttpVersion::Two {
        head::fit_for_two(goal)?;
    }
    let client = if goal.secure { Some(Client::new(goal, &[alpn(manner.version)], Doubt::BreakOff)?) } else { None };
    sheet.start_clock();
    let addrs = only(dns::resolve(sheet, goal).await?, manner.address)?;
    let stream = connect(sheet, dialer, &addrs).await?;
    match client {
        Some(client) => {
            let stream = client.shake_hands(sheet, stream).await?;
            if manner.version == HttpVersion::Two && stream.get_ref().1.alpn_protocol() != Some(alpn(manner.version)) {
                return Err(Fault::new("no-common-protocol", "The far side did not agree on HTTP/2."));
            }
            speak(sheet, stream, goal, manner.version).await
        }
        None => {
            sheet.skip_to(Phase::Send);
            speak(sheet, stream, goal, manner.version).await
        }
    }
}

async fn speak<P, S>(
    sheet: &mut Sheet<P>,
    stream: S,
    goal: &Goal,
    version: HttpVersion,
) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    match version {
        HttpVersion::One => one::exchange(sheet, stream, goal).await,
        HttpVersion::Two => two::exchange(sheet, stream, goal).await,
    }
}

const fn alpn(version: HttpVersion) -> &'static [u8] {
    match version {
        HttpVersion::One => b"http/1.1",
        HttpVersion::Two => b"h2",
    }
}
