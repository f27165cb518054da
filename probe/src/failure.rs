//! Why a measurement failed: a stable class for machines, a sentence for people.

use crate::visible;
use domain::run::Failure;
use rustls::{AlertDescription, CertificateError};
use std::{error::Error, io};

/// Bytes of a sentence; parts of it may come from the far side.
const TEXT_LIMIT: usize = 300;

/// Why the phase under way failed. Which phase that is, the [`Sheet`](crate::sheet::Sheet) knows.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Did the guard refuse, before a packet was sent?
    pub refused: bool,
    /// A stable word.
    pub class: &'static str,
    /// The system's error number, if it gave one.
    pub errno: Option<i32>,
    /// One sentence, safe to show.
    pub text: String,
}

impl Fault {
    /// A fault that no system call reported.
    pub fn new(class: &'static str, text: &str) -> Self {
        Self { refused: false, class, errno: None, text: visible(text.as_bytes(), TEXT_LIMIT) }
    }

    /// The failure that it is in `phase`.
    pub fn at(self, phase: &str) -> Failure {
        Failure { phase: phase.to_owned(), class: self.class.to_owned(), errno: self.errno, text: self.text }
    }

    /// A refusal of the guard.
    pub fn refused(class: &'static str, text: &str) -> Self {
        Self { refused: true, ..Self::new(class, text) }
    }
}

impl From<io::Error> for Fault {
    /// TLS reports its errors inside of I/O errors, so both come through here.
    fn from(error: io::Error) -> Self {
        if let Some(tls) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
            return Self::new(tls_class(tls), &error.to_string());
        }
        Self { errno: error.raw_os_error(), ..Self::new(io_class(error.kind()), &error.to_string()) }
    }
}

impl From<rustls::Error> for Fault {
    fn from(error: rustls::Error) -> Self {
        Self::new(tls_class(&error), &error.to_string())
    }
}

impl From<hyper::Error> for Fault {
    fn from(error: hyper::Error) -> Self {
        if let Some(io) = error.source().and_then(|source| source.downcast_ref::<io::Error>()) {
            let cause = io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
            let class = cause.map_or_else(|| io_class(io.kind()), tls_class);
            return Self { errno: io.raw_os_error(), ..Self::new(class, &io.to_string()) };
        }
        let class = if error.is_parse_too_large() {
            "too-large"
        } else if error.is_parse() {
            "malformed"
        } else if error.is_incomplete_message() || error.is_canceled() || error.is_closed() {
            "closed"
        } else {
            "http"
        };
        Self::new(class, &error.to_string())
    }
}

impl From<h2::Error> for Fault {
    fn from(error: h2::Error) -> Self {
        let class = if let Some(io) = error.get_io() {
            io_class(io.kind())
        } else if error.is_reset() {
            "stream-reset"
        } else if error.is_go_away() && error.is_remote() {
            "sent-away"
        } else {
            "malformed"
        };
        Self { errno: error.get_io().and_then(io::Error::raw_os_error), ..Self::new(class, &error.to_string()) }
    }
}

const fn tls_class(error: &rustls::Error) -> &'static str {
    match error {
        rustls::Error::InvalidCertificate(error) => certificate_class(error),
        // The two ways in which a server says, and a client sees, that there is no version or cipher in common.
        rustls::Error::AlertReceived(AlertDescription::ProtocolVersion) | rustls::Error::PeerIncompatible(_) => {
            "incompatible"
        }
        rustls::Error::AlertReceived(AlertDescription::NoApplicationProtocol) => "no-common-protocol",
        rustls::Error::AlertReceived(_) => "alert",
        _ => "tls",
    }
}

const fn certificate_class(error: &CertificateError) -> &'static str {
    match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "certificate-expired",
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => "certificate-not-yet-valid",
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => "certificate-wrong-name",
        CertificateError::UnknownIssuer | CertificateError::BadSignature => "certificate-untrusted",
        CertificateError::Revoked => "certificate-revoked",
        _ => "certificate",
    }
}

const fn io_class(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::ConnectionRefused => "refused",
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted | io::ErrorKind::BrokenPipe => "reset",
        io::ErrorKind::UnexpectedEof => "closed",
        io::ErrorKind::TimedOut => "timeout",
        io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => "unreachable",
        io::ErrorKind::AddrNotAvailable => "no-local-port",
        io::ErrorKind::PermissionDenied => "not-permitted",
        _ => "io",
    }
}
