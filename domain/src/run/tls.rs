//! What TLS agreed on, and with whom.

use serde::{Deserialize, Serialize};

/// What TLS agreed on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tls {
    /// `1.2` or `1.3`; empty when the handshake broke off before that was clear.
    pub version: String,
    /// Cipher suite, by its IANA name.
    pub cipher: String,
    /// Key exchange group.
    pub group: Option<String>,
    /// Protocol that ALPN chose.
    pub alpn: Option<String>,
    /// Name that was asked for.
    pub sni: String,
    /// Resumed from an earlier connection?
    pub resumed: bool,
    /// Did the far side prove who it is? `None` in results older than this field.
    #[serde(default)]
    pub verify: Option<Verify>,
    /// The leaf certificate first; also when it proved nothing.
    pub chain: Vec<Certificate>,
}

/// Whether the far side proved who it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verify {
    /// Did it?
    pub ok: bool,
    /// Why not, as a word of [`Failure::class`](super::Failure).
    pub error: Option<String>,
}

/// One certificate; every text comes from the far side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Subject.
    pub subject: String,
    /// Issuer.
    pub issuer: String,
    /// Names that it is for.
    #[serde(default)]
    pub san: Vec<String>,
    /// Begin of validity, RFC 3339.
    #[serde(default)]
    pub not_before: String,
    /// End of validity, RFC 3339.
    pub not_after: String,
    /// Serial number, in hex.
    #[serde(default)]
    pub serial: String,
    /// Kind and size of its key: `EC 256`.
    #[serde(default)]
    pub key: String,
    /// SHA-256 of the DER, in hex.
    pub sha256: String,
}
