//! Who is asking. What they may open is in `access.rs`.

use domain::{Locale, Role, UserId};
use leptos::prelude::use_context;

/// The person who is signed in; the session layer puts it into the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// Their id.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
}

impl Viewer {
    /// One or two letters for the corner of the page.
    #[must_use]
    pub fn initials(&self) -> String {
        self.name
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .take(2)
            .flat_map(char::to_uppercase)
            .collect()
    }
}

/// The person who is signed in, if somebody is.
#[must_use]
pub fn viewer() -> Option<Viewer> {
    use_context::<http::request::Parts>()?.extensions.get::<Viewer>().cloned()
}

/// The language of the page, from the first part of its path; `None` when that is no language.
#[must_use]
pub fn locale_of(path: &str) -> Option<Locale> {
    path.split('/').nth(1)?.parse().ok()
}

/// What the reader of this request may see of the bank.
#[must_use]
pub fn reader() -> content::Reader {
    if viewer().is_some() { content::Reader::Staff } else { content::Reader::Anyone }
}
