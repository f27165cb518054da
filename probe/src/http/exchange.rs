//! The request and its answer on a stream of our own: send, wait, read.

use super::stamp::{Marks, Stamped};
use crate::{failure::Fault, goal::Goal, sheet::Sheet, visible};
use domain::run::{self, Http};
use http_body_util::{BodyExt, Empty};
use hyper::{
    HeaderMap, Request, Response, StatusCode, Version,
    body::{Bytes, Incoming},
    client::conn::http1::{self, SendRequest},
    header::{ACCEPT, CONNECTION, HOST, LOCATION, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use std::{pin::pin, time::Instant};
use tokio::io::{AsyncRead, AsyncWrite};

/// Bytes of a body that are read.
const BODY_LIMIT: u64 = 1 << 20;
/// Bytes of an answer's head.
const HEAD_LIMIT: usize = 32 * 1024;
/// Fields of an answer's head.
const FIELDS: usize = 100;
/// Bytes of one field's value that are kept.
const VALUE_LIMIT: usize = 1_024;

/// The request for `goal`: nothing in it but what is needed, no cookies, no credentials.
pub(super) fn request(goal: &Goal) -> Result<Request<Empty<Bytes>>, Fault> {
    Request::get(&goal.path)
        .header(HOST, goal.authority())
        .header(USER_AGENT, concat!("hopwise/", env!("CARGO_PKG_VERSION")))
        .header(ACCEPT, "*/*")
        .header(CONNECTION, "close")
        .body(Empty::new())
        .map_err(|error| Fault::new("invalid-request", &error.to_string()))
}

/// Sends `request` on `stream` and reads the answer to its end. Where the answer leads on to, it gives back as it came.
pub(super) async fn exchange<P, S>(
    sheet: &mut Sheet<P>,
    stream: S,
    request: Request<Empty<Bytes>>,
) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (stream, marks) = Stamped::new(stream);
    let (sender, connection) =
        http1::Builder::new().max_buf_size(HEAD_LIMIT).max_headers(FIELDS).handshake(TokioIo::new(stream)).await?;
    // Driven here and not on a task of its own: when this future is dropped, the socket closes in the same moment.
    let mut connection = Box::pin(connection);
    let mut talk = pin!(talk(sheet, sender, marks, request));
    tokio::select! {
        biased;
        done = &mut talk => done,
        // How it ended, `talk` hears as well. Dropping the stream tells it that marks not yet made never will be.
        _ = &mut connection => {
            drop(connection);
            talk.await
        }
    }
}

async fn talk<P>(
    sheet: &mut Sheet<P>,
    mut sender: SendRequest<Empty<Bytes>>,
    marks: Marks,
    request: Request<Empty<Bytes>>,
) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let answer = sender.send_request(request);
    if let Ok(at) = marks.sent.await {
        sheet.reached(at);
        if let Ok(at) = marks.answered.await {
            sheet.reached(at);
        }
    }
    // Without its mark a phase stays open, and this is the error that says why.
    let response = answer.await?;
    let location = leads_to(response.status(), response.headers());
    read(sheet, response).await?;
    sheet.reached(Instant::now());
    Ok(location)
}

/// Where an answer sends the client on to.
fn leads_to(status: StatusCode, headers: &HeaderMap) -> Option<Vec<u8>> {
    let leads = matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308);
    headers.get(LOCATION).filter(|_| leads).map(|it| it.as_bytes().to_vec())
}

/// Reads the body up to [`BODY_LIMIT`]. What came before an error counts too.
async fn read<P>(sheet: &mut Sheet<P>, response: Response<Incoming>) -> Result<(), Fault> {
    let (head, mut body) = response.into_parts();
    let http = sheet.hop.http.insert(Http {
        version: if head.version == Version::HTTP_10 { "1.0" } else { "1.1" }.to_owned(),
        status: head.status.as_u16(),
        headers: shown(&head.headers),
        body_bytes: 0,
        truncated: false,
    });
    while let Some(frame) = body.frame().await {
        let read = http.body_bytes + frame?.data_ref().map_or(0, |data| data.len() as u64);
        http.body_bytes = read.min(BODY_LIMIT);
        if read > BODY_LIMIT {
            http.truncated = true;
            break;
        }
    }
    Ok(())
}

fn shown(headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = headers.iter().map(|(name, value)| {
        let name = visible(name.as_str().as_bytes(), VALUE_LIMIT);
        (name, visible(value.as_bytes(), VALUE_LIMIT))
    });
    shown.collect()
}
