//! HTTP/2 on a stream of our own. The first byte that comes is about the connection and not the answer, so the answer
//! begins with its head.

use super::{
    head,
    stamp::{Marks, Stamped},
};
use crate::{failure::Fault, goal::Goal, sheet::Sheet, tcp_info};
use domain::run;
use h2::client::{Builder, SendRequest};
use hyper::{Request, body::Bytes};
use std::{pin::pin, time::Instant};
use tokio::io::{AsyncRead, AsyncWrite};

/// Asks `goal` on `stream` and reads the answer to its end. Where the answer leads on to, it gives back as it came.
pub(super) async fn exchange<P, S>(sheet: &mut Sheet<P>, stream: S, goal: &Goal) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let request = head::get(&goal.url()).version(hyper::Version::HTTP_2);
    let request = request.body(()).map_err(|error| head::unfit(&error))?;
    let (stream, mut marks) = Stamped::new(stream, tcp_info::ends(&sheet.hop));
    let mut builder = Builder::new();
    // A server may promise nothing: what was not asked for is not measured.
    builder.enable_push(false).max_header_list_size(head::HEAD_LIMIT);
    let (sender, connection) = builder.handshake::<_, Bytes>(stream).await?;
    let done = {
        // As for HTTP/1.1, no task: when this future is dropped, the socket closes in the same moment.
        let mut connection = Box::pin(connection);
        let mut talk = pin!(talk(sheet, sender, &mut marks, request));
        tokio::select! {
            biased;
            done = &mut talk => done,
            ended = &mut connection => {
                drop(connection);
                match ended {
                    Ok(()) => talk.await,
                    // Why the connection broke says more than that the answer did not come.
                    Err(error) => talk.await.map_err(|_| Fault::from(error)),
                }
            }
        }
    };
    sheet.hop.tcp_info = marks.ended.try_recv().ok();
    done
}

async fn talk<P>(
    sheet: &mut Sheet<P>,
    sender: SendRequest<Bytes>,
    marks: &mut Marks,
    request: Request<()>,
) -> Result<Option<Vec<u8>>, Fault>
where
    P: FnMut(&run::Result) + Send,
{
    let mut sender = sender.ready().await?;
    marks.arm();
    let (answer, _) = sender.send_request(request, true)?;
    if let Ok(at) = (&mut marks.sent).await {
        sheet.reached(at);
    }
    let (head, mut body) = answer.await?.into_parts();
    sheet.reached(Instant::now());
    let http = sheet.hop.http.insert(head::kept(&head));
    while let Some(chunk) = body.data().await {
        let length = chunk?.len();
        if !head::count(http, length) {
            break;
        }
        body.flow_control().release_capacity(length)?;
    }
    sheet.reached(Instant::now());
    Ok(head::leads_to(&head))
}
