//! What letters are: shortcuts for the three alphabets of the bank, because a bank has a million of them to look at when
//! it is loaded and the tables of all of Unicode are slow.

/// Is it part of a word?
pub(super) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'א'..='ת' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Lower case, ё as е; a few letters become two.
pub(super) fn fold(c: char, into: &mut String) {
    match c {
        '\0'..='\x7f' => into.push(c.to_ascii_lowercase()),
        'а'..='я' | 'א'..='ת' => into.push(c),
        'ё' | 'Ё' => into.push('е'),
        _ => into.extend(c.to_lowercase().filter(|it| !is_mark(*it))),
    }
}

/// Hebrew points and cantillation, without the punctuation among them; accents that combine.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortcuts_say_what_unicode_says() {
        for c in ('\0'..='\u{2fff}').filter(|it| !matches!(it, 'ё' | 'Ё')) {
            let (mut folded, mut whole) = (String::new(), String::new());
            fold(c, &mut folded);
            whole.extend(c.to_lowercase().filter(|it| !is_mark(*it)));
            assert_eq!((is_word(c), folded), (c.is_alphanumeric(), whole), "{c:?}");
        }
    }
}
