//! Who is asking. Every server function and every page that is not public begins with one of these.

use crate::AppError;
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

/// Somebody with the role, or the problem to show.
///
/// # Errors
/// [`AppError::SignIn`] when nobody is signed in, [`AppError::Forbidden`] when they may not.
pub fn require(role: Role) -> Result<Viewer, AppError> {
    let viewer = viewer().ok_or(AppError::SignIn)?;
    if viewer.roles.contains(&role) { Ok(viewer) } else { Err(AppError::Forbidden) }
}

/// Somebody with at least one of the roles, or the problem to show.
///
/// # Errors
/// As [`require`].
pub fn require_one_of(roles: &[Role]) -> Result<Viewer, AppError> {
    let viewer = viewer().ok_or(AppError::SignIn)?;
    if roles.iter().any(|it| viewer.roles.contains(it)) { Ok(viewer) } else { Err(AppError::Forbidden) }
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
