//! What kind of measurement is wanted, with the options that this kind has.

use domain::run::{HttpVersion, Kind, Options, RecordType};
use std::{net::IpAddr, time::Duration};

/// Redirects that one probe follows at most.
pub const MAX_REDIRECTS: u8 = 5;

/// Echo requests that one probe sends at most.
pub const MAX_PINGS: u16 = 16;

/// A kind of measurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Ask for records of a name.
    Dns {
        /// Their types; none means both kinds of addresses.
        types: Vec<RecordType>,
    },
    /// Connect and hang up.
    Tcp {
        /// The one address to connect to; it must be one of the name's.
        address: Option<IpAddr>,
    },
    /// Connect, shake hands and hang up.
    Tls {
        /// The one address to connect to; it must be one of the name's.
        address: Option<IpAddr>,
    },
    /// Make one GET, and one more for each redirect.
    Http {
        /// The one address to connect to; it must be one of the name's.
        address: Option<IpAddr>,
        /// The version to speak; over TLS nothing else is offered.
        version: HttpVersion,
        /// Redirects to follow, at most [`MAX_REDIRECTS`].
        redirects: u8,
    },
    /// Send echo requests.
    Ping {
        /// The one address to ask; it must be one of the name's.
        address: Option<IpAddr>,
        /// How many, at most [`MAX_PINGS`].
        count: u16,
    },
}

impl Order {
    /// One GET by HTTP/1.1, as the name leads.
    #[must_use]
    pub const fn http() -> Self {
        Self::Http { address: None, version: HttpVersion::One, redirects: 0 }
    }

    /// Which kind it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Dns { .. } => Kind::Dns,
            Self::Tcp { .. } => Kind::Tcp,
            Self::Tls { .. } => Kind::Tls,
            Self::Http { .. } => Kind::Http,
            Self::Ping { .. } => Kind::Icmp,
        }
    }

    /// The deadline to ask for unless there is a reason for another.
    #[must_use]
    pub const fn usual_deadline(&self) -> Duration {
        Duration::from_secs(match self {
            Self::Dns { .. } | Self::Tcp { .. } => 5,
            Self::Tls { .. } => 8,
            Self::Http { .. } | Self::Ping { .. } => 10,
        })
    }

    /// Types without repetition, redirects within the limit.
    pub(crate) fn within_limits(self) -> Self {
        match self {
            Self::Dns { types } if types.is_empty() => Self::Dns { types: vec![RecordType::A, RecordType::Aaaa] },
            Self::Dns { types } => {
                Self::Dns { types: RecordType::ALL.iter().copied().filter(|it| types.contains(it)).collect() }
            }
            Self::Http { address, version, redirects } => {
                Self::Http { address, version, redirects: redirects.min(MAX_REDIRECTS) }
            }
            Self::Ping { address, count } => Self::Ping { address, count: count.clamp(1, MAX_PINGS) },
            other => other,
        }
    }

    /// The options, for the result.
    pub(crate) fn options(&self) -> Options {
        let usual = Options::default();
        match self {
            Self::Dns { types } => Options { types: types.clone(), ..usual },
            Self::Tcp { address } | Self::Tls { address } => Options { address: *address, ..usual },
            Self::Http { address, version, redirects } => {
                Options { address: *address, http: Some(*version), redirects: *redirects, ..usual }
            }
            Self::Ping { address, count } => Options { address: *address, count: *count, ..usual },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_hold() {
        let Order::Http { redirects, .. } =
            (Order::Http { address: None, version: HttpVersion::One, redirects: 200 }).within_limits()
        else {
            panic!("another kind")
        };
        assert_eq!(redirects, MAX_REDIRECTS);
        let twice = Order::Dns { types: vec![RecordType::Txt, RecordType::A, RecordType::Txt] };
        assert_eq!(twice.within_limits(), Order::Dns { types: vec![RecordType::A, RecordType::Txt] });
        assert_eq!(Order::Dns { types: vec![] }.within_limits().options().types, [RecordType::A, RecordType::Aaaa]);
    }
}
