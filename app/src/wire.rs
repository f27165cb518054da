//! How the server speaks to islands: postcard, as base64 where it has to be text.
//!
//! Decoders of JSON were a tenth of the WASM. What islands *send* stays JSON: a room that was opened before an update may
//! send to a newer server, which reads JSON by names; what such a room can no longer read, it says.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Serialize, de::DeserializeOwned};

/// Writes a value as one word of base64. Empty if it cannot be written, which no type of ours can cause.
pub fn pack<T: Serialize>(value: &T) -> String {
    postcard::to_allocvec(value).map(|it| STANDARD.encode(it)).unwrap_or_default()
}

/// Reads what [`pack`] wrote; `None` when it is another type, also one that merely begins alike.
pub fn unpack<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes = STANDARD.decode(text).ok()?;
    postcard::take_from_bytes(&bytes).ok().and_then(|(value, rest)| rest.is_empty().then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_round() {
        let value = vec![(Some("\"</script>".to_owned()), -1_i64), (None, i64::MAX)];
        assert_eq!(unpack::<Vec<(Option<String>, i64)>>(&pack(&value)), Some(value));
    }

    #[test]
    fn another_shape_is_nothing() {
        let packed = pack(&("a", 1_u64, 2_u64));
        assert_eq!(unpack::<(String, u64)>(&packed), None);
        assert_eq!(unpack::<(String, u64, u64, u64)>(&packed), None);
        assert_eq!(unpack::<String>("no base64!"), None);
    }
}
