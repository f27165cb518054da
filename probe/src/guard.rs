//! The look at addresses before anything is sent to them, and at a connection once it stands.

use crate::{dial, failure::Fault, goal::Realm};
use domain::run::Guard;
use std::net::{IpAddr, SocketAddr};

pub(crate) mod special;

/// Lets `addrs`, all that a name resolved to, through: of the lab if all are loopback, of the outside if all are of the
/// public Internet and none is our own.
///
/// # Errors
/// A refusal for the first that is not: one bad answer refuses the whole name, since who answers so does not mean well,
/// and no packet may prove it.
pub(crate) async fn before(realm: Realm, addrs: &[SocketAddr]) -> Result<Guard, Fault> {
    for addr in addrs {
        match realm {
            Realm::Lab(_) if addr.ip().is_loopback() && addr.port() != 0 => {}
            Realm::Lab(_) => {
                return Err(Fault::refused("not-loopback", "The lab gave an address outside of loopback."));
            }
            Realm::Outside => outside(*addr).await?,
        }
    }
    Ok(allow(realm, addrs.iter().map(SocketAddr::ip).collect()))
}

async fn outside(addr: SocketAddr) -> Result<(), Fault> {
    // Which address it was, the result does not say: that would map an inner network for whoever asks.
    if let Some(range) = special::special(addr.ip()) {
        let text = format!("The name leads to an address that is not of the public Internet ({range}).");
        return Err(Fault::refused("special-address", &text));
    }
    if dial::is_own(addr).await {
        return Err(Fault::refused("own-address", "The name leads back to the probing machine."));
    }
    Ok(())
}

/// The guard's yes to `realm`, after a look at `checked`.
pub(crate) fn allow(realm: Realm, checked: Vec<IpAddr>) -> Guard {
    let rule = match realm {
        Realm::Lab(_) => "lab",
        Realm::Outside => "allowed",
    };
    Guard { decision: "allow".to_owned(), rule: rule.to_owned(), checked }
}

/// The guard's no, by `rule`.
pub(crate) fn refuse(rule: &str) -> Guard {
    Guard { decision: "refuse".to_owned(), rule: rule.to_owned(), checked: Vec::new() }
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
    use crate::Target;

    async fn class(realm: Realm, addrs: &[&str]) -> Option<&'static str> {
        let addrs: Vec<SocketAddr> = addrs.iter().map(|it| it.parse().unwrap()).collect();
        before(realm, &addrs).await.err().map(|fault| fault.class)
    }

    #[tokio::test]
    async fn the_lab_is_on_loopback_only() {
        let lab = Realm::Lab(Target::Healthy);
        assert_eq!(class(lab, &["127.0.0.1:443", "[::1]:8080"]).await, None);
        for bad in ["10.0.0.1:443", "169.254.169.254:80", "0.0.0.0:80", "[::ffff:127.0.0.1]:80", "127.0.0.1:0"] {
            assert_eq!(class(lab, &["127.0.0.1:443", bad]).await, Some("not-loopback"), "{bad}");
        }
    }

    #[tokio::test]
    async fn one_bad_answer_refuses_the_whole_name() {
        assert_eq!(class(Realm::Outside, &["1.1.1.1:443", "[2606:4700::1]:443"]).await, None);
        for bad in ["127.0.0.1:443", "10.1.2.3:443", "[::ffff:127.0.0.1]:443", "[fd00::1]:443"] {
            assert_eq!(class(Realm::Outside, &["1.1.1.1:443", bad]).await, Some("special-address"), "{bad}");
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
