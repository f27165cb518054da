//! The TLS handshake, and what it agreed on.

use crate::{failure::Fault, visible};
use domain::run::Tls;
use rustls::{ClientConfig, ClientConnection, HandshakeKind, ProtocolVersion, pki_types::ServerName};
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};

/// Bytes of a protocol's name.
const NAME_LIMIT: usize = 64;

/// Agrees on TLS with whom `stream` leads to, who must prove to be `host`.
pub(super) async fn handshake(
    stream: TcpStream,
    host: &'static str,
    config: Arc<ClientConfig>,
) -> Result<TlsStream<TcpStream>, Fault> {
    let name = ServerName::try_from(host).map_err(|error| Fault::new("invalid-name", &error.to_string()))?;
    Ok(TlsConnector::from(config).connect(name, stream).await?)
}

/// What the handshake on `connection` agreed on, but for the certificates.
pub(super) fn agreed(connection: &ClientConnection, sni: &str) -> Tls {
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
