//! What is to be measured, once the guard has understood what was typed.

use crate::{Lab, Outside, Refused, Target, failure::Fault, typed::Typed};
use domain::run::Kind;
use rustls::RootCertStore;
use std::{net::SocketAddr, sync::Arc};

/// Which of the two classes of targets; they are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Realm {
    /// A target of the lab, on loopback.
    Lab(Target),
    /// A name that an administrator allowed, on the public Internet.
    Outside,
}

/// One place: how to find it and how to talk to it.
#[derive(Debug, Clone)]
pub(crate) struct Goal {
    pub realm: Realm,
    /// What to look up, to ask for in TLS and to name in the request.
    pub host: String,
    pub port: u16,
    /// Is TLS spoken?
    pub secure: bool,
    /// Path and query.
    pub path: String,
    /// The name server that knows it.
    pub resolver: SocketAddr,
    /// Whose certificates count.
    pub roots: Arc<RootCertStore>,
}

/// All that can be measured: the lab, and the outside if there is a way.
pub(crate) struct Reach {
    pub lab: Lab,
    pub outside: Option<Outside>,
}

impl Reach {
    /// Understands `typed` as a target of `kind`.
    ///
    /// # Errors
    /// A refusal; nothing was sent yet.
    pub fn goal(&self, kind: Kind, typed: &str) -> Result<Goal, Fault> {
        match (typed.parse::<Target>(), &self.outside) {
            (Ok(target), _) => self.lab_goal(target),
            (Err(refused), Some(outside)) if !typed.starts_with("lab:") => {
                let read = Typed::read(kind, typed);
                let read = read.map_err(|_| {
                    Fault::refused(
                        "malformed-target",
                        &format!("“{}” is no target in the one spelling that is read.", refused.typed()),
                    )
                })?;
                outside_goal(outside, kind, read)
            }
            (Err(refused), _) => Err(Fault::refused(Refused::CLASS, &refused.to_string())),
        }
    }

    /// Where a redirect from `from` to `location`, as the far side wrote it, leads: within the lab, or to another name
    /// that is allowed.
    ///
    /// # Errors
    /// A refusal; nothing was sent there.
    pub fn follow(&self, from: &Goal, location: &[u8]) -> Result<Goal, Fault> {
        let no = |class, why| Fault::refused(class, why);
        let plain = location.iter().all(|it| it.is_ascii_graphic() && *it != b'\\');
        let text = std::str::from_utf8(location).ok().filter(|_| plain);
        let joined = text.and_then(|text| url::Url::parse(&from.url()).ok()?.join(text).ok());
        let read = joined.and_then(|mut url| {
            url.set_fragment(None);
            Typed::read(Kind::Http, url.as_str()).ok()
        });
        let read = read.ok_or_else(|| no("malformed-target", "The answer leads to what is no target."))?;
        if from.secure && !read.secure {
            return Err(no("downgrade", "The answer leads from TLS to a connection without."));
        }
        match (from.realm, &self.outside) {
            (Realm::Lab(_), _) => {
                let (host, port) = (read.host.as_str(), read.port.unwrap_or(443));
                let target =
                    Target::ALL.iter().copied().find(|it| it.host() == host && self.lab.port(*it) == Some(port));
                self.lab_goal(target.ok_or_else(|| no("left-the-lab", "The answer leads out of the lab."))?)
            }
            (Realm::Outside, Some(outside)) => outside_goal(outside, Kind::Http, read),
            (Realm::Outside, None) => Err(no("not-allowed", "There is no way out of the lab.")),
        }
    }

    fn lab_goal(&self, target: Target) -> Result<Goal, Fault> {
        let port = self.lab.port(target);
        let port = port.ok_or_else(|| Fault::refused("not-here", "This machine cannot have this fault."))?;
        Ok(Goal {
            realm: Realm::Lab(target),
            host: target.host().to_owned(),
            port,
            secure: true,
            path: "/".to_owned(),
            resolver: self.lab.resolver(),
            roots: self.lab.roots(),
        })
    }
}

fn outside_goal(outside: &Outside, kind: Kind, read: Typed) -> Result<Goal, Fault> {
    let port = read.port.unwrap_or(if read.secure { 443 } else { 80 });
    let admitted = match kind {
        // No port is spoken to.
        Kind::Dns | Kind::Icmp => outside.allowed.names(&read.host),
        Kind::Tcp | Kind::Tls | Kind::Http => outside.allowed.admits(&read.host, port),
    };
    if !admitted {
        return Err(Fault::refused(
            "not-allowed",
            &format!("Nobody allowed probes of “{}” on port {port}.", read.host),
        ));
    }
    Ok(Goal {
        realm: Realm::Outside,
        host: read.host.to_string(),
        port,
        secure: read.secure,
        path: read.path,
        resolver: outside.resolver,
        roots: Arc::clone(&outside.roots),
    })
}

impl Goal {
    /// The URL.
    pub fn url(&self) -> String {
        format!("{}://{}{}", if self.secure { "https" } else { "http" }, self.authority(), self.path)
    }

    /// Host, and the port where it is not the scheme's own.
    pub fn authority(&self) -> String {
        let usual = if self.secure { 443 } else { 80 };
        if self.port == usual { self.host.clone() } else { format!("{}:{}", self.host, self.port) }
    }

    /// What a result of `kind` calls it.
    pub fn shown(&self, kind: Kind) -> String {
        match kind {
            Kind::Dns => format!("{}.", self.host),
            Kind::Icmp => self.host.clone(),
            Kind::Tcp | Kind::Tls => format!("{}:{}", self.host, self.port),
            Kind::Http => self.url(),
        }
    }

    /// What was understood, as [`domain::run::Asked::target`] says it.
    pub fn target(&self, kind: Kind) -> String {
        match self.realm {
            Realm::Lab(target) => target.name().to_owned(),
            Realm::Outside => self.shown(kind),
        }
    }
}
