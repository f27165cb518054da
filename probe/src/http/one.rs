//! HTTP/1.1 on a stream of our own: send, wait, read.

use super::{
    head,
    stamp::{Marks, Stamped},
};
use crate::{failure::Fault, goal::Goal, sheet::Sheet, tcp_info};
use domain::run;
use http_body_util::{BodyExt, Empty};
use hyper::{
    Request,
    body::Bytes,
    client::conn::http1::{self, SendRequest},
    header::{CONNECTION, HOST},
};
use hyper_util::rt::TokioIo;
use std::{pin::pin, time::Instant};
use tokio::io::{AsyncRead, AsyncWrite};

/// Asks `goal` on `stream` and reads the answer to its end. Where the answer leads on to, it gives back as it came.
pub(super) async fn exchange<P, S>(sheet: &mut Sheet<P>, stream: S, goal: &Goal) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let request = head::get(&goal.path).header(HOST, goal.authority()).header(CONNECTION, "close");
    let request = request.body(Empty::new()).map_err(|error| head::unfit(&error))?;
    let (stream, mut marks) = Stamped::new(stream, tcp_info::ends(&sheet.hop));
    marks.arm();
    let limit = usize::try_from(head::HEAD_LIMIT).unwrap_or(usize::MAX);
    let mut builder = http1::Builder::new();
    let (sender, connection) =
        builder.max_buf_size(limit).max_headers(head::FIELDS).handshake(TokioIo::new(stream)).await?;
    let done = {
        // Driven here and not on a task of its own: when this future is dropped, the socket closes in the same moment.
        let mut connection = Box::pin(connection);
        let mut talk = pin!(talk(sheet, sender, &mut marks, request));
        tokio::select! {
            biased;
            done = &mut talk => done,
            // How it ended, `talk` hears as well. Dropping the stream tells it that marks not yet made never will be.
            _ = &mut connection => {
                drop(connection);
                talk.await
            }
        }
    };
    sheet.hop.tcp_info = marks.ended.try_recv().ok();
    done
}

async fn talk<P>(
    sheet: &mut Sheet<P>,
    mut sender: SendRequest<Empty<Bytes>>,
    marks: &mut Marks,
    request: Request<Empty<Bytes>>,
) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let answer = sender.send_request(request);
    if let Ok(at) = (&mut marks.sent).await {
        sheet.reached(at);
        if let Ok(at) = (&mut marks.answered).await {
            sheet.reached(at);
        }
    }
    // Without its mark a phase stays open, and this is the error that says why.
    let (head, mut body) = answer.await?.into_parts();
    let http = sheet.hop.http.insert(head::kept(&head));
    // What came before an error counts too.
    while let Some(frame) = body.frame().await {
        if !head::count(http, frame?.data_ref().map_or(0, Bytes::len)) {
            break;
        }
    }
    sheet.reached(Instant::now());
    Ok(head::leads_to(&head))
}
