//! Personal text is sealed under a key of its candidate before it is stored: with the key gone, so is the text.
//!
//! XChaCha20-Poly1305 with a random nonce. The place of a text (table, row, field) is authenticated with it, so a sealed
//! text that was moved to another row does not open there.

mod convert;
mod payload;

pub(crate) use payload::{anonymous, open_event, seal_event};

use crate::error::Error;
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::Aead, aead::Payload};
use std::fmt::Display;

/// Every sealed text begins so. What does not was written by the version before and is sealed at the next start.
const MARK: &str = "sealed-1:";
const NONCE: usize = 24;

/// The key of one candidate.
pub(crate) struct Key(XChaCha20Poly1305);

/// Where a text stands.
#[derive(Clone, Copy)]
pub(crate) struct Place<Id> {
    pub(crate) table: &'static str,
    pub(crate) row: Id,
    pub(crate) field: &'static str,
}

impl<Id: Display> Place<Id> {
    fn bytes(&self) -> Vec<u8> {
        format!("{}/{}/{}", self.table, self.row, self.field).into_bytes()
    }
}

impl Key {
    /// A new key as it is stored.
    pub(crate) fn random() -> String {
        BASE64.encode(rand::random::<[u8; 32]>())
    }

    /// Reads a stored key.
    pub(crate) fn read(stored: &str) -> Result<Self, Error> {
        let bytes: Option<[u8; 32]> = BASE64.decode(stored).ok().and_then(|it| it.try_into().ok());
        // Without the text: an error may be logged.
        let bytes = bytes.ok_or_else(|| corrupt("candidate_key.key", "no key of 32 bytes"))?;
        Ok(Self(XChaCha20Poly1305::new(&bytes.into())))
    }

    /// Reads a key that may be gone.
    pub(crate) fn read_opt(stored: Option<&str>) -> Result<Option<Self>, Error> {
        stored.map(Self::read).transpose()
    }

    /// Seals a text for its place.
    pub(crate) fn seal(&self, place: Place<impl Display>, text: &str) -> Result<String, Error> {
        let nonce = rand::random::<[u8; NONCE]>();
        let payload = Payload { msg: text.as_bytes(), aad: &place.bytes() };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| corrupt(place.field, "it cannot be sealed"))?;
        Ok(format!("{MARK}{}", BASE64.encode([&nonce[..], &sealed].concat())))
    }

    fn open(&self, place: &Place<impl Display>, sealed: &str) -> Option<String> {
        let bytes = BASE64.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: &place.bytes() };
        String::from_utf8(self.0.decrypt(&XNonce::from(*nonce), payload).ok()?).ok()
    }
}

/// Reads a stored text; `None` when its key is gone.
pub(crate) fn open(key: Option<&Key>, place: Place<impl Display>, stored: &str) -> Result<Option<String>, Error> {
    match (stored.strip_prefix(MARK), key) {
        (None, _) => Ok(Some(stored.to_owned())),
        (Some(_), None) => Ok(None),
        (Some(sealed), Some(key)) => {
            let text = key.open(&place, sealed);
            text.map(Some).ok_or_else(|| corrupt(place.field, "it does not open with the key of its candidate"))
        }
    }
}

fn corrupt(column: &'static str, reason: &str) -> Error {
    Error::Corrupt { column, reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn place(row: u8, field: &'static str) -> Place<u8> {
        Place { table: "candidate", row, field }
    }

    #[test]
    fn a_sealed_text_opens_with_its_key_in_its_place_only() {
        let (stored, other) = (Key::random(), Key::read(&Key::random()).unwrap());
        let key = Key::read(&stored).unwrap();
        for text in ["", "Ольга", "sealed-1:", "נועה \u{202e} \0"] {
            let sealed = key.seal(place(1, "name"), text).unwrap();
            assert!(sealed.starts_with(MARK) && (text.is_empty() || !sealed.contains("Ольга")), "{sealed}");
            assert_eq!(open(Some(&key), place(1, "name"), &sealed).unwrap().as_deref(), Some(text));
            assert_eq!(open(None, place(1, "name"), &sealed).unwrap(), None);
            for (key, place) in [(&other, place(1, "name")), (&key, place(2, "name")), (&key, place(1, "email"))] {
                assert!(matches!(open(Some(key), place, &sealed), Err(Error::Corrupt { .. })));
            }
            let again = Key::read(&stored).unwrap().seal(place(1, "name"), text).unwrap();
            assert_ne!(sealed, again, "the same text twice must not look the same");
        }
    }

    #[test]
    fn what_was_tampered_with_does_not_open() {
        let key = Key::read(&Key::random()).unwrap();
        let sealed = key.seal(place(1, "name"), "Olga").unwrap();
        for broken in [format!("{sealed}A"), sealed[..sealed.len() - 2].to_owned(), format!("{MARK}!"), MARK.to_owned()]
        {
            let error = open(Some(&key), place(1, "name"), &broken).unwrap_err();
            assert!(!error.to_string().contains(&broken), "{error}");
        }
        for no_key in ["", "short", "!"] {
            assert!(Key::read(no_key).is_err());
        }
    }

    #[test]
    fn a_text_of_the_version_before_is_read_as_it_is() {
        assert_eq!(open(None, place(1, "name"), "Olga").unwrap().as_deref(), Some("Olga"));
    }
}
