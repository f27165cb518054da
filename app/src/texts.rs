//! Sentences that an island needs, chosen by the server in the page's language and handed over as data.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Messages by key, without arguments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts(pub BTreeMap<String, String>);

impl Texts {
    /// The message of a key; the key itself if it is missing, so that a gap is seen and not hidden.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.0.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }
}
