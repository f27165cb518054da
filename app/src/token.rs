//! Secrets that stand for a right: made here, shown once, kept only as a hash.

use rand::RngExt;
use sha2::{Digest, Sha256};

/// A secret of 256 random bits, as 64 hex digits.
#[must_use]
pub fn secret() -> String {
    hex(&rand::rng().random::<[u8; 32]>())
}

/// What is stored of a secret. Random secrets of this length need no salt and no slow hash.
#[must_use]
pub fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// A short reference to a log line.
#[must_use]
pub fn reference() -> String {
    hex(&rand::rng().random::<[u8; 4]>())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
