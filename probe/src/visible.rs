//! Makes text from strangers safe to show: the one way from the far side to a page, a log or a terminal.

use std::fmt::Write;

/// The text of `raw`, cut at `limit` bytes of output (a note then says so).
///
/// Invalid UTF-8 becomes U+FFFD. What a reader would not see, or what would reorder or drive what he sees (controls,
/// escape codes, bidi controls, line separators, invisible characters), is written out as `\u{1b}`. A backslash stays
/// as it is, so text that passed once passes again unchanged.
#[must_use]
pub fn visible(raw: &[u8], limit: usize) -> String {
    let mut text = String::with_capacity(raw.len().min(limit));
    let mut escape = String::new();
    for chunk in raw.utf8_chunks() {
        let replacement = (!chunk.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER);
        for c in chunk.valid().chars().chain(replacement) {
            escape.clear();
            // Writing to a `String` cannot fail.
            let _ = if is_hidden(c) { write!(escape, "{}", c.escape_unicode()) } else { write!(escape, "{c}") };
            if text.len() + escape.len() > limit {
                let _ = write!(text, "… cut at {limit} bytes");
                return text;
            }
            text.push_str(&escape);
        }
    }
    text
}

/// Is `c` a control, a bidi control, a separator of lines or a character without a shape?
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' // soft hyphen, Arabic letter mark, Mongolian vowel separator
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn harmless_text_stays() {
        for text in ["", "nginx/1.25", "שלום", "Привет, мир", "a\\b <i> \"q\" 🦀"] {
            assert_eq!(visible(text.as_bytes(), 100), text);
        }
    }

    #[test]
    fn what_hides_becomes_visible() {
        assert_eq!(visible(b"a\x1b[2Jb\0", 100), "a\\u{1b}[2Jb\\u{0}");
        assert_eq!(visible("gnp.\u{202e}exe".as_bytes(), 100), "gnp.\\u{202e}exe");
        assert_eq!(visible("x\u{2028}y\u{200b}".as_bytes(), 100), "x\\u{2028}y\\u{200b}");
        assert_eq!(visible(b"a\xff\xfeb", 100), "a\u{fffd}\u{fffd}b");
    }

    #[test]
    fn a_cut_is_told_and_splits_nothing() {
        assert_eq!(visible(b"abcdef", 6), "abcdef");
        assert_eq!(visible(b"abcdefg", 6), "abcdef… cut at 6 bytes");
        assert_eq!(visible("abcdeж".as_bytes(), 6), "abcde… cut at 6 bytes");
        assert_eq!(visible(b"ab\x1bcd", 6), "ab… cut at 6 bytes");
    }

    proptest! {
        #[test]
        fn nothing_hidden_comes_out(raw in any::<Vec<u8>>(), limit in 0usize..300) {
            prop_assert!(!visible(&raw, limit).chars().any(is_hidden));
        }

        #[test]
        fn hostile_characters_do_not_come_out(text in "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{206f}a-c]{0,80}") {
            let shown = visible(text.as_bytes(), 1_000);
            let reorders = |c| ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
            prop_assert!(!shown.chars().any(|c| c.is_control() || reorders(c)));
            prop_assert_eq!(visible(shown.as_bytes(), 1_000), shown);
        }

        #[test]
        fn the_limit_holds(raw in any::<Vec<u8>>(), limit in 0usize..300) {
            let note = format!("… cut at {limit} bytes");
            let shown = visible(&raw, limit);
            prop_assert!(shown.strip_suffix(&note).unwrap_or(&shown).len() <= limit);
        }
    }
}
