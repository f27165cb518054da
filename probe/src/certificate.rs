//! What a far side's certificate says, made safe to show.

use crate::{clock, visible};
use domain::run::Certificate;
use rustls::pki_types::CertificateDer;
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use x509_parser::{
    certificate::X509Certificate, extensions::GeneralName, oid_registry::OID_SIG_ED25519, parse_x509_certificate,
    public_key::PublicKey, x509::SubjectPublicKeyInfo,
};

/// Bytes of a name.
const NAME_LIMIT: usize = 256;
/// Names of one certificate that are kept.
const NAMES: usize = 32;

/// Reads `der`. Of one that cannot be read only the digest is known: TLS lets a spare certificate of a chain be
/// anything, and the digest still says which one it was.
pub(crate) fn read(der: &CertificateDer<'_>) -> Certificate {
    let sha256 = Sha256::digest(der).iter().map(|byte| format!("{byte:02x}")).collect();
    let Ok((_, it)) = parse_x509_certificate(der) else {
        return Certificate { sha256, ..Certificate::default() };
    };
    Certificate {
        subject: visible(it.subject().to_string().as_bytes(), NAME_LIMIT),
        issuer: visible(it.issuer().to_string().as_bytes(), NAME_LIMIT),
        san: names(&it),
        not_before: clock::rfc3339(it.validity().not_before.to_datetime()),
        not_after: clock::rfc3339(it.validity().not_after.to_datetime()),
        serial: visible(it.raw_serial_as_string().as_bytes(), NAME_LIMIT),
        key: key(it.public_key()),
        sha256,
    }
}

/// The names and addresses that it is for.
fn names(certificate: &X509Certificate<'_>) -> Vec<String> {
    let extension = certificate.subject_alternative_name().ok().flatten();
    let all = extension.iter().flat_map(|it| &it.value.general_names).take(NAMES);
    let shown = all.filter_map(|name| match name {
        GeneralName::DNSName(name) => Some(visible(name.as_bytes(), NAME_LIMIT)),
        GeneralName::IPAddress(octets) => address(octets).map(|it| it.to_string()),
        _ => None,
    });
    shown.collect()
}

fn address(octets: &[u8]) -> Option<IpAddr> {
    let four = <[u8; 4]>::try_from(octets).map(IpAddr::from);
    four.or_else(|_| <[u8; 16]>::try_from(octets).map(IpAddr::from)).ok()
}

/// Kind and size of a key; its object identifier where the kind is not known here.
fn key(info: &SubjectPublicKeyInfo<'_>) -> String {
    match info.parsed() {
        Ok(PublicKey::RSA(key)) => format!("RSA {}", key.key_size()),
        Ok(PublicKey::EC(point)) => format!("EC {}", point.key_size()),
        _ if info.algorithm.algorithm == OID_SIG_ED25519 => "Ed25519".to_owned(),
        _ => visible(info.algorithm.algorithm.to_string().as_bytes(), NAME_LIMIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{CertificateParams, DnType, KeyPair};

    #[test]
    fn the_names_that_it_is_for_are_read() {
        let made = CertificateParams::new(["a.example".to_owned(), "::1".to_owned()]).unwrap();
        let made = made.self_signed(&KeyPair::generate().unwrap()).unwrap();
        assert_eq!(read(made.der()).san, ["a.example", "::1"]);
    }

    #[test]
    fn hostile_names_become_visible() {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, "a\u{1b}[2J\u{202e}<img onerror=x>");
        let made = params.self_signed(&KeyPair::generate().unwrap()).unwrap();
        let read = read(made.der());
        assert!(read.subject.contains("\\u{1b}[2J\\u{202e}<img onerror=x>"), "{}", read.subject);
        assert_eq!(read.sha256.len(), 64);
        assert!(read.not_after.ends_with('Z') && read.not_before < read.not_after);
        assert!(!read.serial.is_empty() && read.key == "EC 256", "{read:?}");
    }

    #[test]
    fn rubbish_has_a_digest_only() {
        let read = read(&CertificateDer::from(vec![0xff; 20]));
        assert_eq!((read.subject.as_str(), read.sha256.len()), ("", 64));
    }
}
