//! The lab's certificate authority and what it signed; its key is forgotten as soon as it has signed.

use super::StartError;
use crate::Target;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose};
use rustls::{RootCertStore, ServerConfig, crypto::ring, pki_types::PrivatePkcs8KeyDer};
use std::sync::Arc;
use time::{Duration, OffsetDateTime};
use tokio_rustls::TlsAcceptor;

/// The protocols that the servers speak.
const ALPN: [&[u8]; 2] = [b"h2", b"http/1.1"];

/// What the lab's servers show, and what a client has to trust to believe it.
pub(super) struct Identity {
    pub roots: Arc<RootCertStore>,
    good: TlsAcceptor,
    expired: TlsAcceptor,
    wrong_name: TlsAcceptor,
}

impl Identity {
    /// Makes a CA, and a certificate for all hosts of the lab, one that has ended and one for another name.
    pub fn make() -> Result<Self, StartError> {
        let mut ca = dated(CertificateParams::new(Vec::new())?);
        ca.distinguished_name.push(DnType::CommonName, "Hopwise lab CA");
        ca.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        ca.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let ca = CertifiedIssuer::self_signed(ca, KeyPair::generate()?)?;

        let hosts: Vec<String> = Target::ALL.iter().map(|it| it.host().to_owned()).collect();
        let mut expired = dated(CertificateParams::new(hosts.clone())?);
        expired.not_before -= Duration::days(732);
        expired.not_after -= Duration::days(732);
        let mut roots = RootCertStore::empty();
        roots.add(ca.as_ref().der().clone())?;
        Ok(Self {
            good: acceptor(dated(CertificateParams::new(hosts)?), &ca)?,
            expired: acceptor(expired, &ca)?,
            wrong_name: acceptor(dated(CertificateParams::new(["elsewhere.lab".to_owned()])?), &ca)?,
            roots: Arc::new(roots),
        })
    }

    /// How the server of `target` speaks TLS.
    pub fn acceptor(&self, target: Target) -> TlsAcceptor {
        match target {
            Target::Expired => self.expired.clone(),
            Target::WrongName => self.wrong_name.clone(),
            _ => self.good.clone(),
        }
    }
}

fn acceptor(mut leaf: CertificateParams, ca: &CertifiedIssuer<'_, KeyPair>) -> Result<TlsAcceptor, StartError> {
    leaf.distinguished_name.push(DnType::CommonName, "Hopwise lab");
    let key = KeyPair::generate()?;
    let leaf = leaf.signed_by(&key, ca)?;
    let mut server = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], PrivatePkcs8KeyDer::from(key.serialize_der()).into())?;
    server.alpn_protocols = ALPN.map(<[u8]>::to_vec).into();
    Ok(TlsAcceptor::from(Arc::new(server)))
}

/// Valid from yesterday (clocks step) for a year: longer than any server runs without a restart.
fn dated(mut params: CertificateParams) -> CertificateParams {
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.not_before = OffsetDateTime::now_utc() - Duration::DAY;
    params.not_after = params.not_before + Duration::days(366);
    params
}
