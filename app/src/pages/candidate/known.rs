//! What may be entered of a candidate; the same for the forms and for imports.

use crate::AppError;
use domain::Locale;
use store::NewCandidate;

/// A name and an address as they are kept, or the field that is not as it has to be.
///
/// # Errors
/// [`AppError::Invalid`] names the field.
pub fn candidate(name: &str, email: &str, locale: Locale) -> Result<NewCandidate, AppError> {
    let (name, email) = (name.trim(), email.trim());
    // Marks that turn the direction of what follows have no place in a name; each name is isolated anyway.
    let turns = |it: char| matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(|it| it.is_control() || turns(it)) {
        return Err(AppError::invalid("name", "name"));
    }
    let (local, host) = email.split_once('@').unwrap_or_default();
    let plain = |it: &str| {
        !it.is_empty() && !it.contains(|c: char| c.is_whitespace() || c.is_control() || turns(c) || c == '@')
    };
    if !email.is_empty() && (!plain(local) || !plain(host) || email.len() > 320) {
        return Err(AppError::invalid("email", "email"));
    }
    let email = (!email.is_empty()).then(|| email.to_owned());
    Ok(NewCandidate { name: name.to_owned(), email, locale })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_are_text_and_nothing_that_acts() {
        let field = |name: &str, email: &str| match candidate(name, email, Locale::En) {
            Ok(_) => String::new(),
            Err(AppError::Invalid { field, .. }) => field,
            Err(other) => panic!("{other}"),
        };
        for name in ["נועה בן־עמי", "O'Brien <b>", "=cmd|' /C calc'!A0", "陳", &"x".repeat(200)] {
            assert_eq!(field(name, ""), "", "{name}");
        }
        for name in ["", "  ", "a\0b", "a\nb", "a\u{202e}b", "\u{2067}x", &"x".repeat(201)] {
            assert_eq!(field(name, ""), "name", "{name:?}");
        }
        assert_eq!(field("x", " Noa@x.org "), "");
        for email in ["x", "@x", "x@", "a b@c", "a@b@c", "a@b\r\nBcc: c@d", &format!("{}@x", "x".repeat(320))] {
            assert_eq!(field("x", email), "email", "{email:?}");
        }
    }
}
