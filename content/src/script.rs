//! Finds Latin letters among Cyrillic ones: they look alike, but search and screen readers see different words.

/// Words that have both Latin and Cyrillic letters. A hyphen parts words, so `TCP-соединение` is two.
pub(crate) fn mixed_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().any(is_latin) && word.chars().any(is_cyrillic))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c) && c.is_alphabetic()
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_of_one_word_count() {
        let words = |text| mixed_words(text).collect::<Vec<_>>();
        assert!(words("TCP-соединение, HTTP/2 и DNS: ё, µs, ב־TCP").is_empty());
        assert_eq!(words("cоединение и сокеt"), ["cоединение", "сокеt"]);
    }
}
