//! What may be probed outside of the lab: names that an administrator listed, and none unless somebody did.

use crate::typed::Host;
use rustls::RootCertStore;
use std::{collections::BTreeSet, net::SocketAddr, str::FromStr, sync::Arc};

/// Ports that may be probed outside of the lab: DNS, HTTP, HTTPS, DNS over TLS and the two usual alternatives.
const PORTS: [u16; 6] = [53, 80, 443, 853, 8080, 8443];
/// Entries of one list.
const ENTRIES: usize = 64;

/// Last labels that never name a place of the public Internet (RFC 6761, 6762, 7686, 8375, and habit).
const INNER: [&str; 14] = [
    "alt",
    "arpa",
    "corp",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lab",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "onion",
    "test",
];

/// Names that may be probed, each on every port that is open to probes or on one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed(BTreeSet<(Host, Option<u16>)>);

/// Why a list is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowable {
    /// An entry is not a name.
    #[error("“{0}” is not a name of the public Internet, or a name and a port that probes may use")]
    Entry(String),
    /// There are too many.
    #[error("at most {ENTRIES} names can be allowed")]
    TooMany,
}

impl Allowed {
    /// Reads entries `name` or `name:port`. A name allows itself alone, not the names below it.
    ///
    /// # Errors
    /// [`NotAllowable`] for the first entry that is not one, or for more than 64 of them.
    pub fn read<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Self, NotAllowable> {
        let mut read = BTreeSet::new();
        for entry in entries {
            read.insert(one(entry).ok_or_else(|| NotAllowable::Entry(crate::visible(entry.as_bytes(), 100)))?);
            if read.len() > ENTRIES {
                return Err(NotAllowable::TooMany);
            }
        }
        Ok(Self(read))
    }

    /// May `host` be asked for, on any port at all?
    pub(crate) fn names(&self, host: &Host) -> bool {
        self.0.iter().any(|(name, _)| name == host)
    }

    /// May `port` of `host` be connected to?
    pub(crate) fn admits(&self, host: &Host, port: u16) -> bool {
        PORTS.contains(&port) && self.0.iter().any(|(name, only)| name == host && only.is_none_or(|it| it == port))
    }
}

fn one(entry: &str) -> Option<(Host, Option<u16>)> {
    let (name, port) = entry.split_once(':').map_or((entry, None), |(name, port)| (name, Some(port)));
    let host = Host::from_str(name).ok().filter(|it| !INNER.contains(&it.top()))?;
    match port {
        None => Some((host, None)),
        Some(port) => PORTS.into_iter().find(|it| it.to_string() == port).map(|port| (host, Some(port))),
    }
}

/// The way out of the lab.
#[derive(Debug)]
pub struct Outside {
    pub(crate) allowed: Allowed,
    pub(crate) resolver: SocketAddr,
    pub(crate) roots: Arc<RootCertStore>,
}

impl Outside {
    /// A way to the names of `allowed`, as the name server at `resolver` knows them, and to those whose certificates
    /// an authority that this machine trusts has signed.
    #[must_use]
    pub fn new(allowed: Allowed, resolver: SocketAddr) -> Self {
        let mut roots = RootCertStore::empty();
        let found = rustls_native_certs::load_native_certs();
        for error in &found.errors {
            tracing::warn!(%error, "a certificate of the system cannot be read");
        }
        let (_, ignored) = roots.add_parsable_certificates(found.certs);
        if ignored > 0 {
            tracing::warn!(ignored, "certificates of the system are not usable");
        }
        Self { allowed, resolver, roots: Arc::new(roots) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_allows_itself_on_the_ports_of_probes() {
        let allowed = Allowed::read(["a.example", "B.example:443"]).unwrap();
        let admits = |host: &str, port| allowed.admits(&host.parse().unwrap(), port);
        assert!(admits("a.example", 443) && admits("a.example", 8080) && admits("b.example", 443));
        assert!(!admits("a.example", 22) && !admits("b.example", 80) && !admits("x.a.example", 443));
        assert!(allowed.names(&"b.example".parse().unwrap()) && !allowed.names(&"example.com".parse().unwrap()));
    }

    #[test]
    fn no_address_and_no_inner_name_can_be_listed() {
        for bad in [
            "",
            "127.0.0.1",
            "1.1.1.1",
            "[::1]",
            "localhost",
            "x.localhost",
            "metadata.google.internal",
            "printer.local",
            "healthy.lab",
            "1.in-addr.arpa",
            "*.example",
            "a.example:22",
            "a.example:0443",
            "a.example:",
            "a b.example",
        ] {
            assert_eq!(Allowed::read([bad]), Err(NotAllowable::Entry(bad.to_owned())));
        }
        let many: Vec<String> = (0..=ENTRIES).map(|n| format!("n{n}.example")).collect();
        assert_eq!(Allowed::read(many.iter().map(String::as_str)), Err(NotAllowable::TooMany));
        assert!(Allowed::read(many.iter().skip(1).map(String::as_str)).is_ok());
    }
}
