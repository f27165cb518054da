//! One lab server: HTTP/1.1 and 2 over TLS, with its target's fault.

use super::{log::Log, zone::Zone};
use crate::Target;
use futures_util::stream;
use http_body_util::{BodyExt, Full, StreamBody, combinators::UnsyncBoxBody};
use hyper::{
    Response, StatusCode,
    body::{Bytes, Frame},
    header::{CONTENT_TYPE, HeaderValue, LOCATION},
    rt::Executor,
    server::conn::{http1, http2},
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    convert::Infallible,
    net::SocketAddr,
    sync::{Arc, PoisonError, RwLock},
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
    pub zone: Arc<RwLock<Zone>>,
    pub spawner: Spawner,
    pub log: Arc<Log>,
}

/// Spawns what ends with the lab; HTTP/2 has a task for each request.
#[derive(Clone)]
pub(super) struct Spawner {
    pub tasks: TaskTracker,
    pub stop: CancellationToken,
}

impl<F> Executor<F> for Spawner
where
    F: Future<Output: Send> + Send + 'static,
{
    fn execute(&self, future: F) {
        self.tasks.spawn(self.stop.clone().run_until_cancelled_owned(future));
    }
}

/// Accepts connections for ever, each on a task of its own.
pub(super) async fn serve(site: Site, listener: TcpListener, places: Arc<Semaphore>) {
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, from)) => {
                // A delay of the system's own (Nagle, 40 ms) would be taken for the fault.
                let _ = stream.set_nodelay(true);
                site.log.connected(from);
                let connection = connection(site.clone(), stream, from);
                site.spawner.execute(async move {
                    // A client that breaks off or stays too long is its own business.
                    let _ = timeout(CONNECTION_LIFE, connection).await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, target = %site.target, "the lab cannot accept a connection");
                sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}

async fn connection(site: Site, stream: TcpStream, from: SocketAddr) {
    if site.target == Target::SlowTls {
        site.wait(from).await;
    }
    let Ok(stream) = site.acceptor.accept(stream).await else { return };
    let two = stream.get_ref().1.alpn_protocol() == Some(b"h2");
    let service = service_fn(|_| answer(site.clone(), from));
    let stream = TokioIo::new(stream);
    let served = if two {
        http2::Builder::new(site.spawner.clone()).timer(TokioTimer::new()).serve_connection(stream, service).await
    } else {
        http1::Builder::new().timer(TokioTimer::new()).serve_connection(stream, service).await
    };
    if let Err(error) = served {
        tracing::debug!(%error, target = %site.target, "a connection to the lab broke off");
    }
}

impl Site {
    /// Waits as long as the fault wants, and writes down how long that really was.
    async fn wait(&self, from: SocketAddr) {
        if let Some(delay) = self.target.delay() {
            let began = Instant::now();
            sleep(delay).await;
            self.log.injected(from, began.elapsed());
        }
    }

    /// Where the redirecting target sends to.
    fn healthy(&self) -> Option<HeaderValue> {
        let port = self.zone.read().unwrap_or_else(PoisonError::into_inner).port(Target::Healthy)?;
        HeaderValue::try_from(format!("https://{}:{port}/", Target::Healthy.host())).ok()
    }
}

async fn answer(site: Site, from: SocketAddr) -> Result<Response<UnsyncBoxBody<Bytes, Infallible>>, Infallible> {
    let target = site.target;
    if target == Target::SlowUpstream {
        site.wait(from).await;
    }
    let location = if target == Target::Redirect { site.healthy() } else { None };
    let body = Bytes::from(format!("{{\"target\":\"{target}\"}}\n"));
    let body = if target == Target::SlowBody {
        let late = async move {
            site.wait(from).await;
            Ok(Frame::data(body))
        };
        StreamBody::new(stream::once(late)).boxed_unsync()
    } else {
        Full::from(body).boxed_unsync()
    };
    let mut response = Response::new(body);
    *response.status_mut() = match target {
        Target::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Target::Redirect => StatusCode::FOUND,
        _ => StatusCode::OK,
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.extend(location.map(|it| (LOCATION, it)));
    Ok(response)
}
