//! What may be entered of a candidate; the same for the forms and for imports.

use crate::AppError;
use domain::{Locale, person};
use store::NewCandidate;

/// A name and an address as they are kept, or the field that is not as it has to be.
///
/// # Errors
/// [`AppError::Invalid`] names the field.
pub fn candidate(name: &str, email: &str, locale: Locale) -> Result<NewCandidate, AppError> {
    let name = person::name(name).ok_or_else(|| AppError::invalid("name", "name"))?;
    let email = match email.trim() {
        "" => None,
        text => Some(person::email(text).ok_or_else(|| AppError::invalid("email", "email"))?),
    };
    Ok(NewCandidate { name, email, locale })
}
