//! The TLS handshake: what it agreed on, with whom, and whether they proved to be that.

use crate::{failure::Fault, goal::Goal, sheet::Sheet, visible};
use domain::run::{self, Tls, Verify};
use rustls::{
    ClientConfig, ClientConnection, HandshakeKind, ProtocolVersion, client::Resumption, crypto::ring,
    pki_types::ServerName,
};
use std::{sync::Arc, time::Instant};
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};
use witness::Witness;

mod witness;

/// Bytes of a protocol's name.
const NAME_LIMIT: usize = 64;

/// What to do about a far side that does not prove who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Break off: something is to be said to it.
    BreakOff,
    /// Go on to the end of the handshake, to see all of it; nothing will be said.
    GoOn,
}

/// One side of one handshake, made before the clock starts.
pub(crate) struct Client {
    config: Arc<ClientConfig>,
    witness: Arc<Witness>,
    name: ServerName<'static>,
}

impl Client {
    /// A client for `goal` that offers the protocols `alpn`.
    ///
    /// # Errors
    /// A [`Fault`] when nobody's certificates count, or the name cannot be asked for.
    pub fn new(goal: &Goal, alpn: &[&[u8]], doubt: Doubt) -> Result<Self, Fault> {
        let bug = |error: &dyn std::error::Error| Fault::new("no-tls", &error.to_string());
        let provider = Arc::new(ring::default_provider());
        let witness = Witness::new(Arc::clone(&goal.roots), &provider, doubt).map_err(|error| bug(&error))?;
        let witness = Arc::new(witness);
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| bug(&error))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::clone(&witness) as _)
            .with_no_client_auth();
        config.alpn_protocols = alpn.iter().map(|it| it.to_vec()).collect();
        // A resumed handshake is another, shorter one: two probes of one target must measure the same thing.
        config.resumption = Resumption::disabled();
        let name = ServerName::try_from(goal.host.clone()).map_err(|error| bug(&error))?;
        Ok(Self { config: Arc::new(config), witness, name })
    }

    /// Completes the phase of TLS on `stream`.
    ///
    /// # Errors
    /// The [`Fault`] of a handshake that did not come to its end, or of a far side that did not prove who it is; what was
    /// learned of it stands in the sheet then too.
    pub async fn shake_hands<P>(self, sheet: &mut Sheet<P>, stream: TcpStream) -> Result<TlsStream<TcpStream>, Fault>
    where
        P: FnMut(&run::Result) + Send,
    {
        let sni = self.name.to_str().into_owned();
        let shaken = TlsConnector::from(self.config).connect(self.name, stream).await;
        let at = Instant::now();
        let seen = self.witness.seen();
        let mut tls = shaken.as_ref().ok().map(|stream| agreed(stream.get_ref().1, &sni));
        let mut doubted = None;
        if let Some(seen) = seen {
            sheet.chain = seen.chain;
            doubted = seen.doubt.map(Fault::from);
            let verify = Verify { ok: doubted.is_none(), error: doubted.as_ref().map(|it| it.class.to_owned()) };
            tls.get_or_insert_with(|| Tls { sni, ..Tls::default() }).verify = Some(verify);
        }
        sheet.hop.tls = tls;
        let stream = shaken?;
        if let Some(doubted) = doubted {
            return Err(doubted);
        }
        sheet.reached(at);
        Ok(stream)
    }
}

/// What the handshake on `connection` agreed on, but for the certificates.
fn agreed(connection: &ClientConnection, sni: &str) -> Tls {
    let suite = connection.negotiated_cipher_suite().and_then(|it| it.suite().as_str());
    let group = connection.negotiated_key_exchange_group().and_then(|it| it.name().as_str());
    Tls {
        version: match connection.protocol_version() {
            Some(ProtocolVersion::TLSv1_3) => "1.3".to_owned(),
            Some(ProtocolVersion::TLSv1_2) => "1.2".to_owned(),
            // rustls speaks no other.
            _ => String::new(),
        },
        // rustls marks the suites of TLS 1.3 by a prefix that IANA's names do not have.
        cipher: suite.unwrap_or_default().replacen("TLS13_", "TLS_", 1),
        group: group.map(str::to_owned),
        alpn: connection.alpn_protocol().map(|it| visible(it, NAME_LIMIT)),
        sni: sni.to_owned(),
        resumed: connection.handshake_kind() == Some(HandshakeKind::Resumed),
        verify: None,
        chain: Vec::new(),
    }
}
