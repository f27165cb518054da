//! What an answer says.

use crate::client::Answer;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::de::DeserializeOwned;

impl Answer {
    /// Everything that this page tells: its text, and the words in what its island starts with.
    pub fn told(&self) -> String {
        let text = self.text();
        let start = text.split_once("<data id=\"start\" value=\"").and_then(|(_, it)| it.split_once('"'));
        let start = start.map(|(packed, _)| STANDARD.decode(packed).expect("no base64"));
        format!("{text}{}", String::from_utf8_lossy(&start.unwrap_or_default()))
    }

    /// The body as JSON.
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}
