//! The fault lab: servers on loopback that misbehave on purpose and write down what they really did.

use crate::Target;
use hyper::rt::Executor;
use rustls::RootCertStore;
use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, PoisonError, RwLock},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tokio_util::{
    sync::{CancellationToken, DropGuard},
    task::TaskTracker,
};

mod backlog;
mod identity;
mod log;
mod names;
mod server;
mod zone;

/// Connections that the whole lab serves at once; further ones wait in the kernel's queue.
const CONNECTIONS_AT_ONCE: usize = 64;

/// A running lab; dropping it ends all its tasks.
pub struct Lab {
    zone: Arc<RwLock<zone::Zone>>,
    resolver: SocketAddr,
    roots: Arc<RootCertStore>,
    log: Arc<log::Log>,
    tasks: TaskTracker,
    stop: DropGuard,
    _full: Vec<(TcpListener, TcpStream)>,
    #[cfg(test)]
    acceptor: tokio_rustls::TlsAcceptor,
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
    /// Starts a name server and one server per [`Target`], each on a free port of loopback, with certificates of a CA of
    /// their own. A target whose fault this machine cannot have (no IPv6) is left out.
    ///
    /// # Errors
    /// [`StartError`] when a port, a certificate or TLS cannot be had.
    pub async fn start() -> Result<Self, StartError> {
        let identity = identity::Identity::make()?;
        let (log, tasks, stop) = (Arc::new(log::Log::default()), TaskTracker::new(), CancellationToken::new());
        let spawner = server::Spawner { tasks: tasks.clone(), stop: stop.clone() };
        let zone = Arc::new(RwLock::new(zone::Zone::default()));
        let places = Arc::new(Semaphore::new(CONNECTIONS_AT_ONCE));
        let mut full = Vec::new();
        for &target in Target::ALL {
            let listener = match target {
                Target::FullBacklog => {
                    let queue = backlog::full((Ipv4Addr::LOCALHOST, 0).into()).await?;
                    put(&zone, target, &[queue.0.local_addr()?]);
                    full.push(queue);
                    continue;
                }
                Target::DeadIpv6 => {
                    let Some((listener, dead)) = backlog::dead_ipv6().await else { continue };
                    put(&zone, target, &[listener.local_addr()?, dead.0.local_addr()?]);
                    full.push(dead);
                    listener
                }
                _ => {
                    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
                    put(&zone, target, &[listener.local_addr()?]);
                    listener
                }
            };
            let (acceptor, zone, log) = (identity.acceptor(target), Arc::clone(&zone), Arc::clone(&log));
            let site = server::Site { target, acceptor, zone, log, spawner: spawner.clone() };
            spawner.execute(server::serve(site, listener, Arc::clone(&places)));
        }
        let sockets = names::Sockets::open().await?;
        let resolver = sockets.addr()?;
        let names = names::Names { zone: Arc::clone(&zone), log: Arc::clone(&log), spawner: spawner.clone() };
        spawner.execute(names.serve(sockets));
        tasks.close();
        Ok(Self {
            zone,
            resolver,
            #[cfg(test)]
            acceptor: identity.acceptor(Target::Healthy),
            roots: identity.roots,
            log,
            tasks,
            stop: stop.drop_guard(),
            _full: full,
        })
    }

    /// Ends all tasks of the lab and waits until they are gone.
    pub async fn stop(self) {
        let Self { stop, tasks, .. } = self;
        drop(stop);
        tasks.wait().await;
    }

    /// How many connections the lab's web servers have accepted so far.
    #[must_use]
    pub fn connections(&self) -> u64 {
        self.log.connections()
    }

    /// The port of `target`; `None` when this machine cannot have its fault.
    pub(crate) fn port(&self, target: Target) -> Option<u16> {
        self.zone.read().unwrap_or_else(PoisonError::into_inner).port(target)
    }

    /// Where the lab's name server is.
    pub(crate) const fn resolver(&self) -> SocketAddr {
        self.resolver
    }

    /// Whom a client of the lab trusts: the lab's CA and no other.
    pub(crate) fn roots(&self) -> Arc<RootCertStore> {
        Arc::clone(&self.roots)
    }

    /// Takes out of the log what the servers measured of the clients at `near`, in µs.
    pub(crate) fn take_injected_us(&self, near: &[SocketAddr]) -> Vec<u64> {
        self.log.take(near)
    }
}

fn put(zone: &RwLock<zone::Zone>, target: Target, addrs: &[SocketAddr]) {
    zone.write().unwrap_or_else(PoisonError::into_inner).put(target, addrs);
}

/// For tests: a server of the test's own takes the place of a lab server. No other build can do that.
#[cfg(test)]
impl Lab {
    pub(crate) fn put(&mut self, target: Target, addr: SocketAddr) {
        put(&self.zone, target, &[addr]);
    }

    pub(crate) fn acceptor(&self) -> tokio_rustls::TlsAcceptor {
        self.acceptor.clone()
    }
}
