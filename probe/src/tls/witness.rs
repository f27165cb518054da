//! A verifier that keeps what it saw: the chain and the doubt, whether the handshake then goes on or not.

use super::Doubt;
use rustls::{
    DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
    client::{
        VerifierBuilderError, WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::CryptoProvider,
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use std::sync::{Arc, Mutex, PoisonError};

/// Certificates of a chain that are kept.
const CHAIN: usize = 16;

/// The usual verifier, and what it said. It lives in the configuration of one handshake only.
#[derive(Debug)]
pub(super) struct Witness {
    usual: Arc<WebPkiServerVerifier>,
    doubt: Doubt,
    seen: Mutex<Option<Seen>>,
}

/// What a far side showed.
#[derive(Debug)]
pub(super) struct Seen {
    /// Its certificates, its own first.
    pub chain: Vec<CertificateDer<'static>>,
    /// Why they prove nothing, if they do not.
    pub doubt: Option<Error>,
}

impl Witness {
    pub fn new(
        roots: Arc<RootCertStore>,
        provider: &Arc<CryptoProvider>,
        doubt: Doubt,
    ) -> Result<Self, VerifierBuilderError> {
        let usual = WebPkiServerVerifier::builder_with_provider(roots, Arc::clone(provider)).build()?;
        Ok(Self { usual, doubt, seen: Mutex::new(None) })
    }

    /// What was shown; `None` when the handshake did not come that far.
    pub fn seen(&self) -> Option<Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        own: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verified = self.usual.verify_server_cert(own, others, name, ocsp, now);
        let chain = [own].into_iter().chain(others).take(CHAIN).map(|it| it.clone().into_owned()).collect();
        let seen = Seen { chain, doubt: verified.as_ref().err().cloned() };
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
        match self.doubt {
            Doubt::BreakOff => verified,
            Doubt::GoOn => Ok(ServerCertVerified::assertion()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        own: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual.verify_tls12_signature(message, own, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        own: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual.verify_tls13_signature(message, own, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.usual.supported_verify_schemes()
    }
}
