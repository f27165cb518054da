//! Where the lab's targets are: what its name server says, and what the prober takes their ports from.

use crate::Target;
use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
};

/// The places of the lab's targets.
#[derive(Debug, Clone, Default)]
pub(super) struct Zone(BTreeMap<Target, Place>);

#[derive(Debug, Clone)]
struct Place {
    port: u16,
    addrs: Vec<IpAddr>,
}

impl Zone {
    /// `target` is at all of `addrs`, which share a port.
    pub fn put(&mut self, target: Target, addrs: &[SocketAddr]) {
        let port = addrs.first().map_or(0, SocketAddr::port);
        self.0.insert(target, Place { port, addrs: addrs.iter().map(SocketAddr::ip).collect() });
    }

    /// The port of `target`, if it is there.
    pub fn port(&self, target: Target) -> Option<u16> {
        self.0.get(&target).map(|place| place.port)
    }

    /// The addresses of `target`.
    pub fn addrs(&self, target: Target) -> &[IpAddr] {
        self.0.get(&target).map_or(&[], |place| &place.addrs)
    }
}
