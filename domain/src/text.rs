//! Text that people enter in one line: as long as it may be, with nothing in it that nobody sees.

/// Characters that nobody sees and that turn, join or hide what stands beside them (Unicode TR 36 §2): they have no place in
/// a name, and neither has what stands for bytes that were no text. Joiners stay: Persian and Indic names need them.
pub(crate) fn hidden(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
        || matches!(it, '\u{e0000}'..='\u{e007f}')
}

/// A line as it is kept, without the space around it: at most `max` characters, none hidden. It may be empty.
#[must_use]
pub fn one_line(text: &str, max: usize) -> Option<String> {
    let text = text.trim();
    (text.chars().count() <= max && !text.contains(hidden)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_long_as_it_may_be_and_hides_nothing() {
        for it in ["", "Acme", "Core v2: сеть", "TСP", "שלום"] {
            assert_eq!(one_line(&format!(" {it} "), 13).as_deref(), Some(it));
        }
        assert_eq!((one_line("xxx", 3).is_some(), one_line("xxxx", 3)), (true, None));
        for it in ["a\nb", "a\u{202e}b", "\u{2067}x", "a\u{200b}b", "a\0", "x\u{e0041}"] {
            assert_eq!(one_line(it, 80), None, "{it:?}");
        }
    }
}
