//! What both versions of HTTP have in common: the request, and what is kept of an answer's head.

use crate::{failure::Fault, goal::Goal, visible};
use domain::run::Http;
use hyper::{
    HeaderMap, Request, Version,
    header::{ACCEPT, LOCATION, USER_AGENT},
    http::{request, response},
};

/// Bytes of a body that are read.
pub(super) const BODY_LIMIT: u64 = 1 << 20;
/// Bytes of an answer's head.
pub(super) const HEAD_LIMIT: u32 = 32 * 1024;
/// Fields of an answer's head.
pub(super) const FIELDS: usize = 100;
/// Bytes of one field's value that are kept.
const VALUE_LIMIT: usize = 1_024;

/// A GET of `uri` with nothing in it but what is needed: no cookies, no credentials.
pub(super) fn get(uri: &str) -> request::Builder {
    Request::get(uri).header(USER_AGENT, concat!("hopwise/", env!("CARGO_PKG_VERSION"))).header(ACCEPT, "*/*")
}

/// The fault of a request that cannot be built.
pub(super) fn unfit(error: &hyper::http::Error) -> Fault {
    Fault::new("invalid-request", &error.to_string())
}

/// A goal that HTTP/2 can be spoken with; without TLS there is no agreement on it.
pub(super) fn fit_for_two(goal: &Goal) -> Result<(), Fault> {
    if goal.secure { Ok(()) } else { Err(Fault::refused("needs-tls", "HTTP/2 is measured over TLS only.")) }
}

/// What is kept of a head, before the body is read.
pub(super) fn kept(head: &response::Parts) -> Http {
    let version = match head.version {
        Version::HTTP_10 => "1.0",
        Version::HTTP_2 => "2",
        _ => "1.1",
    };
    Http {
        version: version.to_owned(),
        status: head.status.as_u16(),
        headers: shown(&head.headers),
        body_bytes: 0,
        truncated: false,
    }
}

fn shown(headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = headers.iter().take(FIELDS).map(|(name, value)| {
        let name = visible(name.as_str().as_bytes(), VALUE_LIMIT);
        (name, visible(value.as_bytes(), VALUE_LIMIT))
    });
    shown.collect()
}

/// Where an answer sends the client on to, as it came.
pub(super) fn leads_to(head: &response::Parts) -> Option<Vec<u8>> {
    let leads = matches!(head.status.as_u16(), 301 | 302 | 303 | 307 | 308);
    head.headers.get(LOCATION).filter(|_| leads).map(|it| it.as_bytes().to_vec())
}

/// Counts `length` more bytes of the body; false when that was enough of it.
pub(super) fn count(http: &mut Http, length: usize) -> bool {
    let read = http.body_bytes.saturating_add(length as u64);
    http.body_bytes = read.min(BODY_LIMIT);
    http.truncated = read > BODY_LIMIT;
    !http.truncated
}
