//! One lab server: HTTP/1.1 over TLS, with its target's fault.

use super::{RUN_HEADER, log::Log};
use crate::Target;
use domain::RunId;
use http_body_util::Full;
use hyper::{
    Request, Response,
    body::Bytes,
    header::{CONTENT_TYPE, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    convert::Infallible,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};
use tokio_rustls::TlsAcceptor;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// The longest life of a connection, so that a client that says nothing does not keep its place.
const CONNECTION_LIFE: Duration = Duration::from_secs(60);

/// The pause after the system refused to accept (no free file descriptor, say); without it the loop would spin.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// What a server needs to know.
#[derive(Clone)]
pub(super) struct Site {
    pub target: Target,
    pub acceptor: TlsAcceptor,
    pub log: Arc<Log>,
}

/// Accepts connections for ever, each on a task of its own that `stop` ends.
pub(super) async fn serve(
    site: Site,
    listener: TcpListener,
    places: Arc<Semaphore>,
    tasks: TaskTracker,
    stop: CancellationToken,
) {
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, _)) => {
                site.log.connected();
                let connection = connection(site.clone(), stream);
                tasks.spawn(stop.clone().run_until_cancelled_owned(async move {
                    // A client that breaks off or stays too long is its own business.
                    let _ = timeout(CONNECTION_LIFE, connection).await;
                    drop(place);
                }));
            }
            Err(error) => {
                tracing::warn!(%error, target = %site.target, "the lab cannot accept a connection");
                sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}

async fn connection(site: Site, stream: TcpStream) {
    let Ok(stream) = site.acceptor.accept(stream).await else { return };
    let service = service_fn(|request| answer(&site, request));
    let serving = http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service);
    if let Err(error) = serving.await {
        tracing::debug!(%error, target = %site.target, "a connection to the lab broke off");
    }
}

/// Waits as long as the fault wants, writes down how long that really was, and answers.
async fn answer<B>(site: &Site, request: Request<B>) -> Result<Response<Full<Bytes>>, Infallible> {
    if let Some(delay) = site.target.delay() {
        let began = Instant::now();
        sleep(delay).await;
        if let Some(run) = run_of(&request) {
            site.log.injected(run, began.elapsed());
        }
    }
    let body = format!("{{\"target\":\"{}\"}}\n", site.target);
    let mut response = Response::new(Full::from(body));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(response)
}

fn run_of<B>(request: &Request<B>) -> Option<RunId> {
    request.headers().get(RUN_HEADER)?.to_str().ok()?.parse().ok()
}
