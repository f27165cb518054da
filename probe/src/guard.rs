//! The last look at an address before and after it is connected to.

use crate::failure::Fault;
use domain::run::Guard;
use std::net::SocketAddr;

/// The rule that lets a lab target through.
const RULE: &str = "lab";

/// Lets `addr` through if a lab target may be there.
///
/// # Errors
/// A [`Fault`] for an address that is not loopback: the lab's registry would be wrong then, and no packet may prove it.
pub(crate) fn before(addr: SocketAddr) -> Result<Guard, Fault> {
    if addr.ip().is_loopback() && addr.port() != 0 {
        Ok(Guard { decision: "allow".to_owned(), rule: RULE.to_owned(), checked: vec![addr.ip()] })
    } else {
        Err(Fault::refused("not-loopback", "The lab's registry gave an address outside of loopback."))
    }
}

/// Checks that a connection leads where it was meant to: to `meant`, and not back into its own port.
///
/// # Errors
/// A [`Fault`] when it does not.
pub(crate) fn after(meant: SocketAddr, peer: SocketAddr, local: SocketAddr) -> Result<(), Fault> {
    if peer == meant && peer != local {
        Ok(())
    } else {
        Err(Fault::new("wrong-peer", "The connection leads to another address than the one that was checked."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_passes() {
        for good in ["127.0.0.1:443", "[::1]:8080"] {
            assert_eq!(before(good.parse().unwrap()).unwrap().decision, "allow");
        }
        for bad in ["10.0.0.1:443", "169.254.169.254:80", "0.0.0.0:80", "[::ffff:127.0.0.1]:80", "127.0.0.1:0"] {
            assert_eq!(before(bad.parse().unwrap()).unwrap_err().class, "not-loopback", "{bad}");
        }
    }

    #[test]
    fn a_connection_to_itself_or_elsewhere_is_refused() {
        let [here, there] = ["127.0.0.1:1000", "127.0.0.1:2000"].map(|it| it.parse().unwrap());
        assert!(after(there, there, here).is_ok());
        assert!(after(there, here, here).is_err());
        assert!(after(here, here, here).is_err());
    }
}
