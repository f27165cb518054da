//! What a far side's certificate says, made safe to show.

use crate::{clock, visible};
use domain::run::Certificate;
use rustls::pki_types::CertificateDer;
use sha2::{Digest, Sha256};
use x509_parser::parse_x509_certificate;

/// Bytes of a name.
const NAME_LIMIT: usize = 256;

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
        not_after: clock::rfc3339(it.validity().not_after.to_datetime()),
        sha256,
        ..Certificate::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{CertificateParams, DnType, KeyPair};

    #[test]
    fn hostile_names_become_visible() {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, "a\u{1b}[2J\u{202e}<img onerror=x>");
        let made = params.self_signed(&KeyPair::generate().unwrap()).unwrap();
        let read = read(made.der());
        assert!(read.subject.contains("\\u{1b}[2J\\u{202e}<img onerror=x>"), "{}", read.subject);
        assert_eq!(read.sha256.len(), 64);
        assert!(read.not_after.ends_with('Z'));
    }

    #[test]
    fn rubbish_has_a_digest_only() {
        let read = read(&CertificateDer::from(vec![0xff; 20]));
        assert_eq!((read.subject.as_str(), read.sha256.len()), ("", 64));
    }
}
