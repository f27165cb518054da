//! Reads what was typed for a target outside the lab, in one strict spelling, before any parser of URLs sees it.
//!
//! An address is never read, in no notation: only names can be on a list of what is allowed. What other parsers mend
//! (controls, backslashes, user names, numbers as hosts, letters of other scripts) is refused here, since two parsers
//! that mend differently are how such a guard is passed.

use domain::run::Kind;
use std::{fmt, str::FromStr};

/// Bytes of a target that are read at all.
const LIMIT: usize = 2_048;

/// A host's name: lower-case letters, digits and hyphens, two labels at least, and no number at the end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Host(String);

/// A target as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typed {
    pub host: Host,
    pub port: Option<u16>,
    /// Is TLS spoken?
    pub secure: bool,
    /// Path and query, from the first `/` on.
    pub path: String,
}

/// A text that is no target in the spelling of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Misspelt;

impl Typed {
    /// Reads `text` as `kind` wants it: `name` for DNS and echo requests, `name:port` for TCP, `name` or `name:port` for TLS, a URL for HTTP.
    pub fn read(kind: Kind, text: &str) -> Result<Self, Misspelt> {
        if text.len() > LIMIT || !text.bytes().all(|it| it.is_ascii_graphic() && it != b'\\') {
            return Err(Misspelt);
        }
        match kind {
            Kind::Dns | Kind::Icmp => Ok(Self::of(text.parse()?, None)),
            Kind::Tcp => match authority(text)? {
                (_, None) => Err(Misspelt),
                (host, port) => Ok(Self::of(host, port)),
            },
            Kind::Tls => authority(text).map(|(host, port)| Self { secure: true, ..Self::of(host, port) }),
            Kind::Http => url(text),
        }
    }

    const fn of(host: Host, port: Option<u16>) -> Self {
        Self { host, port, secure: false, path: String::new() }
    }
}

fn url(text: &str) -> Result<Typed, Misspelt> {
    let (scheme, rest) = text.split_once("://").ok_or(Misspelt)?;
    let secure = match scheme {
        "https" => true,
        "http" => false,
        _ => return Err(Misspelt),
    };
    let (place, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = authority(place)?;
    let path = if path.is_empty() { "/" } else { path };
    // The characters of a path and a query (RFC 3986, 3.3 and 3.4) but the quote, since the path stands between quotes in a
    // command line; a fragment is never sent.
    let fits = |it: u8| it.is_ascii_alphanumeric() || b"-._~!$&()*+,;=:@/?%".contains(&it);
    if !path.starts_with('/') || !path.bytes().all(fits) {
        return Err(Misspelt);
    }
    Ok(Typed { host, port, secure, path: path.to_owned() })
}

fn authority(text: &str) -> Result<(Host, Option<u16>), Misspelt> {
    match text.split_once(':') {
        None => Ok((text.parse()?, None)),
        Some((host, port)) => Ok((host.parse()?, Some(number(port)?))),
    }
}

/// A port in its shortest spelling.
fn number(text: &str) -> Result<u16, Misspelt> {
    let port: u16 = text.parse().map_err(|_| Misspelt)?;
    if port != 0 && port.to_string() == text { Ok(port) } else { Err(Misspelt) }
}

impl FromStr for Host {
    type Err = Misspelt;

    fn from_str(text: &str) -> Result<Self, Misspelt> {
        let name = text.to_ascii_lowercase();
        // A number at the end makes other parsers read the whole as an IPv4 address: `127.1`, `1.0x7f` (WHATWG URL, 3.5).
        let numeric = name.rsplit('.').next().is_none_or(|last| !last.starts_with(|it: char| it.is_ascii_alphabetic()));
        if name.len() > 253 || numeric || !name.contains('.') || !name.split('.').all(is_label) {
            return Err(Misspelt);
        }
        Ok(Self(name))
    }
}

/// Letters, digits and hyphens, not at the ends (RFC 1123, 2.1), and at most 63 of them.
fn is_label(label: &str) -> bool {
    let fits = label.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    (1..=63).contains(&label.len()) && fits && !label.starts_with('-') && !label.ends_with('-')
}

impl Host {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last label.
    pub fn top(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or_default()
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_has_its_spelling() {
        let read = |kind, text| Typed::read(kind, text).map(|it| (it.host.0, it.port, it.secure, it.path));
        let name = || "a.example".to_owned();
        assert_eq!(read(Kind::Dns, "A.example"), Ok((name(), None, false, String::new())));
        assert_eq!(read(Kind::Tcp, "a.example:80"), Ok((name(), Some(80), false, String::new())));
        assert_eq!(read(Kind::Tls, "a.example"), Ok((name(), None, true, String::new())));
        assert_eq!(read(Kind::Http, "http://a.example"), Ok((name(), None, false, "/".to_owned())));
        assert_eq!(
            read(Kind::Http, "https://a.example:8443/b?c=%20"),
            Ok((name(), Some(8443), true, "/b?c=%20".to_owned()))
        );
        assert_eq!(read(Kind::Tcp, "a.example"), Err(Misspelt), "which port?");
    }

    #[test]
    fn what_another_parser_would_mend_is_refused() {
        for bad in [
            "https://a@b.example/",
            "https://a.example\\@b.example/",
            "https://a.example:080/",
            "https://a.example:0/",
            "https://a.example:443:80/",
            "https://a.example:/",
            "https://a.example/#x",
            "https://a.example?x",
            "https:a.example/",
            "HTTPS://a.example/",
            "ftp://a.example/",
            "//a.example/",
            "https://a..example/",
            "https://a.example./",
            "https://-a.example/",
            "https://example/",
            "https://a.example/\t",
            "https://*.example/",
            "https://1.2.3.4/",
            "https://127.1/",
            "https://a.0x7f/",
            "https://[::1]/",
            "https://%61.example/",
            "https://а.example/",
            "https://a.example/é",
            "https://a_b.example/",
            "https://a.example:65536/",
            "https:///",
        ] {
            assert_eq!(Typed::read(Kind::Http, bad), Err(Misspelt), "{bad}");
        }
    }

    proptest! {
        /// The reader and the library for URLs agree on every text that the reader takes.
        #[test]
        fn what_is_read_has_one_meaning(text in "https?://[a-zA-Z0-9.%@:\\[\\]\\\\/?#_-]{1,40}") {
            if let Ok(typed) = Typed::read(Kind::Http, &text) {
                let url = url::Url::parse(&text).unwrap();
                prop_assert_eq!(url.host_str(), Some(typed.host.as_str()));
                prop_assert_eq!(url.port(), typed.port.filter(|it| *it != if typed.secure { 443 } else { 80 }));
                prop_assert!(url.username().is_empty() && url.fragment().is_none());
                prop_assert!(matches!(url.host(), Some(url::Host::Domain(_))));
            }
        }
    }
}
