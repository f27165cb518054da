//! What may be entered as somebody's name and address; the same for accounts, candidates and imports.

use crate::text::{hidden, one_line};
use unicode_security::MixedScript;

/// Longest name, in characters.
pub const NAME_MAX: usize = 200;
/// Longest address, in bytes (RFC 5321 §4.5.3.1: 64 + `@` + 255).
pub const EMAIL_MAX: usize = 320;

/// Is each word written in one script? A Cyrillic `а` in a Latin name passes for somebody else (Unicode TS 39 §5.1).
fn plain_words(text: &str) -> bool {
    text.split(|it: char| !it.is_alphanumeric()).all(MixedScript::is_single_script)
}

/// A name as it is kept, if it can be one: 1 to [`NAME_MAX`] characters, none hidden, and no word that mixes scripts.
#[must_use]
pub fn name(text: &str) -> Option<String> {
    one_line(text, NAME_MAX).filter(|it| !it.is_empty() && plain_words(it))
}

/// An address as it is kept, if it can be one: something, one `@`, something; nothing hidden, no spaces, no mixed scripts.
#[must_use]
pub fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, host) = text.split_once('@')?;
    let plain = |it: &str| !it.is_empty() && !it.contains(|c: char| c.is_whitespace() || hidden(c) || c == '@');
    let fits = plain(local) && plain(host) && text.len() <= EMAIL_MAX;
    (fits && plain_words(text)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_text_in_any_script() {
        for it in [
            "נועה בן־עמי",
            "O'Brien <b>",
            "=cmd|' /C calc'!A0",
            "陳",
            "Łukasz Żak",
            "田中さくら",
            "Анна-Мария",
            "Noa נועה",
            "<b>נועה</b>",
            "C-3PO",
        ] {
            assert_eq!(name(it).as_deref(), Some(it), "{it}");
        }
        assert_eq!(name("  Dana Levi ").as_deref(), Some("Dana Levi"));
        assert!(name(&"x".repeat(NAME_MAX)).is_some());
    }

    #[test]
    fn names_hide_nothing() {
        for it in ["", "  ", "a\0b", "a\nb", "a\u{202e}b", "\u{2067}x", "a\u{200b}b", "x\u{e0041}", &"x".repeat(201)] {
            assert_eq!(name(it), None, "{it:?}");
        }
    }

    #[test]
    fn nobody_passes_for_somebody_else_by_a_letter_of_another_script() {
        for it in ["Аnna", "Dаna Levi", "Ροman"] {
            assert_eq!(name(it), None, "{it}");
        }
        assert_eq!(email("аnna@example.org"), None);
        assert_eq!(email("anna@exаmple.org"), None);
    }

    #[test]
    fn addresses_have_two_sides() {
        assert_eq!(email(" Noa@x.org ").as_deref(), Some("Noa@x.org"));
        assert!(email("почта@пример.рф").is_some());
        for it in ["", "x", "@x", "x@", "a b@c", "a@b@c", "a@b\r\nBcc: c@d", &format!("{}@x", "x".repeat(320))] {
            assert_eq!(email(it), None, "{it:?}");
        }
    }
}
