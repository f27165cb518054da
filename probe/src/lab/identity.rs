//! The lab's certificate authority and what both ends need of it; its key is forgotten as soon as it has signed.

use super::StartError;
use crate::Target;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose};
use rustls::{
    ClientConfig, RootCertStore, ServerConfig, client::Resumption, crypto::ring, pki_types::PrivatePkcs8KeyDer,
};
use std::sync::Arc;
use time::{Duration, OffsetDateTime};

/// The one protocol that both ends offer.
const ALPN: &[u8] = b"http/1.1";

/// How the lab's servers and their clients speak TLS.
pub(super) struct Identity {
    pub server: Arc<ServerConfig>,
    pub client: Arc<ClientConfig>,
}

impl Identity {
    /// Makes a CA, and one certificate for all hosts of the lab.
    pub fn make() -> Result<Self, StartError> {
        let mut ca = dated(CertificateParams::new(Vec::new())?);
        ca.distinguished_name.push(DnType::CommonName, "Hopwise lab CA");
        ca.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        ca.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let ca = CertifiedIssuer::self_signed(ca, KeyPair::generate()?)?;

        let mut leaf = dated(CertificateParams::new(Target::ALL.map(|it| it.host().to_owned()))?);
        leaf.distinguished_name.push(DnType::CommonName, "Hopwise lab");
        let key = KeyPair::generate()?;
        let leaf = leaf.signed_by(&key, &ca)?;

        let mut server = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![leaf.der().clone()], PrivatePkcs8KeyDer::from(key.serialize_der()).into())?;
        server.alpn_protocols = vec![ALPN.to_vec()];

        let mut roots = RootCertStore::empty();
        roots.add(ca.as_ref().der().clone())?;
        let mut client = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        client.alpn_protocols = vec![ALPN.to_vec()];
        // A resumed handshake is another, shorter one: two probes of one target must measure the same thing.
        client.resumption = Resumption::disabled();
        Ok(Self { server: Arc::new(server), client: Arc::new(client) })
    }
}

/// Valid from yesterday (clocks step) for a year: longer than any server runs without a restart.
fn dated(mut params: CertificateParams) -> CertificateParams {
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.not_before = OffsetDateTime::now_utc() - Duration::DAY;
    params.not_after = params.not_before + Duration::days(366);
    params
}
