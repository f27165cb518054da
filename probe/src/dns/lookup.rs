//! All queries for one name at the same time, each written into the result as it is sent and as it ends.

use super::{
    addresses, answer,
    question::Question,
    wire::{Heard, ask},
};
use crate::{failure::Fault, sheet::Sheet};
use domain::run::{self, Dns, Query, RecordType, Transport};
use futures_util::{StreamExt, stream::FuturesUnordered};
use hickory_proto::op::{Message, ResponseCode};
use std::{net::SocketAddr, time::Duration};
use tokio::time::{Instant, timeout_at};

/// How a query stands in the result until it ends.
pub(crate) const OPEN: &str = "dropped";

/// How long to wait for the other family once there is an address (the Resolution Delay of RFC 8305, 3). There, the
/// delay is for IPv6 answers only; here it is for either, so that the phase has one end.
const RESOLUTION_DELAY: Duration = Duration::from_millis(50);
/// How often a question is sent by datagram before it is given up.
const TRIES: u32 = 2;

/// For what to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wait {
    /// For every query's end.
    All,
    /// For an address, and a little longer for those of the other family.
    ForAddresses,
}

/// A query on its way.
struct Step {
    /// Its place in the log.
    place: usize,
    record: RecordType,
    proto: Transport,
    tries: u32,
}

/// Asks `server` for records of `host`. A question whose answer was cut is asked again over TCP, one that got lost by
/// another datagram.
///
/// # Errors
/// The [`Fault`] that says why no answer is without an error.
pub(crate) async fn look_up<P>(
    sheet: &mut Sheet<P>,
    server: SocketAddr,
    host: &str,
    types: &[RecordType],
    wait: Wait,
) -> Result<Vec<Message>, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    sheet.hop.dns = Some(Dns { server: server.to_string(), queries: Vec::new() });
    let mut under_way = FuturesUnordered::new();
    let send = |sheet: &mut Sheet<P>, record, proto, tries| -> Result<_, Fault> {
        let question = Question::new(host, record)?;
        let step = Step { place: open(sheet, host, record, proto), record, proto, tries };
        Ok(async move {
            let heard = ask(server, &question, step.proto).await;
            (step, heard)
        })
    };
    for record in types {
        under_way.push(send(sheet, *record, Transport::Udp, 1)?);
    }
    let (mut good, mut fault, mut until) = (Vec::new(), None, None);
    loop {
        let next = match until {
            None => under_way.next().await,
            Some(at) => timeout_at(at, under_way.next()).await.ok().flatten(),
        };
        let Some((step, heard)) = next else { break };
        close(sheet, step.place, &heard);
        match heard.answer {
            Ok(message) if message.metadata.truncation && step.proto == Transport::Udp => {
                under_way.push(send(sheet, step.record, Transport::Tcp, 1)?);
            }
            Ok(message) if message.metadata.response_code == ResponseCode::NoError => {
                if wait == Wait::ForAddresses && until.is_none() && !addresses(&message).is_empty() {
                    until = Some(Instant::now() + RESOLUTION_DELAY);
                }
                good.push(message);
            }
            Ok(message) => fault = Some(said(message.metadata.response_code)),
            Err(lost) if lost.class == "timeout" && step.proto == Transport::Udp && step.tries < TRIES => {
                under_way.push(send(sheet, step.record, Transport::Udp, step.tries + 1)?);
            }
            Err(lost) => fault = fault.or(Some(lost)),
        }
    }
    drop(under_way);
    sheet.drop_queries(sheet.elapsed_us());
    match fault {
        Some(fault) if good.is_empty() => Err(fault),
        _ => Ok(good),
    }
}

/// The fault of an answer that is an error.
fn said(code: ResponseCode) -> Fault {
    let name = answer::rcode(code);
    let class = match code {
        ResponseCode::NXDomain => "nxdomain",
        ResponseCode::ServFail => "servfail",
        ResponseCode::Refused => "dns-refused",
        _ => "dns-error",
    };
    Fault::new(class, &format!("The name server answered {name}."))
}

/// Writes a query down as it is sent.
fn open<P: FnMut(&run::Result)>(sheet: &mut Sheet<P>, host: &str, record: RecordType, proto: Transport) -> usize {
    let start_us = sheet.elapsed_us();
    let queries = &mut sheet.hop.dns.get_or_insert_default().queries;
    queries.push(Query {
        name: format!("{host}."),
        record,
        proto,
        tc_retry: proto == Transport::Tcp,
        start_us,
        us: 0,
        rcode: None,
        flags: Vec::new(),
        answers: Vec::new(),
        strays: 0,
        failed: Some(OPEN.to_owned()),
    });
    queries.len() - 1
}

/// Writes down what became of it.
fn close<P: FnMut(&run::Result)>(sheet: &mut Sheet<P>, place: usize, heard: &Heard) {
    let now = sheet.elapsed_us();
    sheet.near.extend(heard.near);
    let Some(query) = sheet.hop.dns.as_mut().and_then(|dns| dns.queries.get_mut(place)) else { return };
    query.us = now.saturating_sub(query.start_us);
    query.strays = heard.strays;
    match &heard.answer {
        Ok(message) => {
            query.failed = None;
            query.rcode = Some(answer::rcode(message.metadata.response_code));
            query.flags = answer::flags(message);
            query.answers = answer::records(message);
        }
        Err(fault) => query.failed = Some(fault.class.to_owned()),
    }
}
