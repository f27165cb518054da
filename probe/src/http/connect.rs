//! From a checked address to a TCP connection.

use crate::{failure::Fault, guard, sheet::Sheet};
use domain::run::{self, Attempt};
use std::net::SocketAddr;
use tokio::net::TcpStream;

/// Connects to `addr` itself: no name is looked up here, so what was checked is what is reached.
pub(super) async fn connect<P>(sheet: &mut Sheet<P>, addr: SocketAddr) -> Result<TcpStream, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let start_us = sheet.elapsed_us();
    let family = if addr.is_ipv4() { 4 } else { 6 };
    // Written before the attempt is made: if the deadline drops this future, it stands as what it then is.
    sheet.hop.attempts.push(Attempt {
        addr: addr.to_string(),
        family,
        start_us,
        end_us: start_us,
        outcome: "timeout".to_owned(),
        errno: None,
    });
    let connected = reach(addr).await;
    let end_us = sheet.elapsed_us();
    if let Some(attempt) = sheet.hop.attempts.last_mut() {
        attempt.end_us = end_us;
        (attempt.outcome, attempt.errno) = match &connected {
            Ok(_) => ("connected".to_owned(), None),
            Err(fault) => (fault.class.to_owned(), fault.errno),
        };
    }
    let (stream, local) = connected?;
    sheet.hop.remote = Some(addr.to_string());
    sheet.hop.local = Some(local.to_string());
    Ok(stream)
}

/// A connection to `addr`, and its near end.
async fn reach(addr: SocketAddr) -> Result<(TcpStream, SocketAddr), Fault> {
    let stream = TcpStream::connect(addr).await?;
    let local = stream.local_addr()?;
    guard::after(addr, stream.peer_addr()?, local)?;
    Ok((stream, local))
}
