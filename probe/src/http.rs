//! One HTTP request over TLS, step by step, so that every phase is measured by ourselves.

use crate::{Lab, Target, failure::Fault, guard, sheet::Sheet};
use domain::{RunId, run};
use std::{net::SocketAddr, time::Instant};

mod connect;
mod exchange;
mod handshake;
mod stamp;

/// Measures one GET of `target` into `sheet`.
///
/// Everything that is opened lives in this future: dropping it, at a deadline or on a cancel, closes it.
///
/// # Errors
/// The [`Fault`] of the phase in which the sheet then stands.
pub(crate) async fn measure<P>(sheet: &mut Sheet<P>, lab: &Lab, target: Target, run: RunId) -> Result<(), Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let host = target.host();
    let addr = lab.lookup(host).ok_or_else(|| Fault::new("unknown-name", "The lab does not know this name."))?;
    sheet.hop.guard = Some(guard::before(addr)?);
    sheet.hop.url = url(host, addr);
    sheet.reached(Instant::now());

    let stream = connect::connect(sheet, addr).await?;
    sheet.reached(Instant::now());

    let stream = handshake::handshake(stream, host, lab.client()).await?;
    let at = Instant::now();
    let connection = stream.get_ref().1;
    sheet.hop.tls = Some(handshake::agreed(connection, host));
    sheet.chain = connection.peer_certificates().unwrap_or_default().to_vec();
    sheet.reached(at);

    let request = exchange::request(host, addr.port(), run)?;
    exchange::exchange(sheet, stream, request).await
}

/// The URL of `host` at `addr`'s port.
pub(crate) fn url(host: &str, addr: SocketAddr) -> String {
    format!("https://{host}:{}/", addr.port())
}
