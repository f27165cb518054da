//! Sentences that an island needs, chosen by the server in the page's language and handed over as data.

use domain::map::Map;
use serde::{Deserialize, Serialize};

/// Messages by key, without arguments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts(pub Map<String, String>);

impl Texts {
    /// The message of a key; the key itself if it is missing, so that a gap is seen and not hidden.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.0.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }
}
