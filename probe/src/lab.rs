//! The fault lab: servers on loopback that misbehave on purpose and write down what they really did.

use crate::Target;
use domain::RunId;
use rustls::ClientConfig;
use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};
use tokio::{net::TcpListener, sync::Semaphore};
use tokio_rustls::TlsAcceptor;
use tokio_util::{
    sync::{CancellationToken, DropGuard},
    task::TaskTracker,
};

mod identity;
mod log;
mod server;

/// The header in which a prober tells the lab which run a request belongs to.
pub(crate) const RUN_HEADER: &str = "x-hopwise-run";

/// Connections that the whole lab serves at once; further ones wait in the kernel's queue.
const CONNECTIONS_AT_ONCE: usize = 64;

/// A running lab; dropping it ends all its tasks.
pub struct Lab {
    registry: Vec<(Target, SocketAddr)>,
    client: Arc<ClientConfig>,
    log: Arc<log::Log>,
    tasks: TaskTracker,
    stop: DropGuard,
    #[cfg(test)]
    acceptor: TlsAcceptor,
}

/// Why the lab could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No port on loopback could be opened.
    #[error("the lab cannot listen on loopback: {0}")]
    Listen(#[from] io::Error),
    /// Its certificates could not be made.
    #[error("the lab cannot make its certificates: {0}")]
    Certificate(#[from] rcgen::Error),
    /// TLS refused the certificates that were made.
    #[error("the lab cannot set up TLS: {0}")]
    Tls(#[from] rustls::Error),
}

impl Lab {
    /// Starts one server per [`Target`] on a free port of 127.0.0.1, with certificates of a CA of their own.
    ///
    /// # Errors
    /// [`StartError`] when a port, a certificate or TLS cannot be had.
    pub async fn start() -> Result<Self, StartError> {
        let identity = identity::Identity::make()?;
        let (log, tasks, stop) = (Arc::new(log::Log::default()), TaskTracker::new(), CancellationToken::new());
        let acceptor = TlsAcceptor::from(identity.server);
        let places = Arc::new(Semaphore::new(CONNECTIONS_AT_ONCE));
        let mut registry = Vec::new();
        for target in Target::ALL {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            registry.push((target, listener.local_addr()?));
            let site = server::Site { target, acceptor: acceptor.clone(), log: Arc::clone(&log) };
            let serving = server::serve(site, listener, Arc::clone(&places), tasks.clone(), stop.clone());
            tasks.spawn(stop.clone().run_until_cancelled_owned(serving));
        }
        tasks.close();
        Ok(Self {
            registry,
            client: identity.client,
            log,
            tasks,
            stop: stop.drop_guard(),
            #[cfg(test)]
            acceptor,
        })
    }

    /// Ends all tasks of the lab and waits until they are gone.
    pub async fn stop(self) {
        let Self { stop, tasks, .. } = self;
        drop(stop);
        tasks.wait().await;
    }

    /// How many connections the lab's servers have accepted so far.
    #[must_use]
    pub fn connections(&self) -> u64 {
        self.log.connections()
    }

    /// Where `host` is: the lab's own answer to a name lookup.
    pub(crate) fn lookup(&self, host: &str) -> Option<SocketAddr> {
        self.registry.iter().find(|(target, _)| target.host() == host).map(|(_, addr)| *addr)
    }

    /// How a client speaks TLS with the lab: it trusts the lab's CA and no other.
    pub(crate) fn client(&self) -> Arc<ClientConfig> {
        Arc::clone(&self.client)
    }

    /// Takes out of the log what the servers measured of `run`, in µs.
    pub(crate) fn take_injected_us(&self, run: RunId) -> Vec<u64> {
        self.log.take(run)
    }
}

/// For tests: a server of the test's own takes the place of a lab server. No other build can do that.
#[cfg(test)]
impl Lab {
    pub(crate) fn put(&mut self, target: Target, addr: SocketAddr) {
        self.registry.retain(|(other, _)| *other != target);
        self.registry.push((target, addr));
    }

    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        self.acceptor.clone()
    }
}
