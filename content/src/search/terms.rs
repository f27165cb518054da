//! From a word to what it is searched by: without Hebrew prefixes, reduced to its stem.

use rust_stemmers::{Algorithm, Stemmer};

/// Letters that Hebrew writes together with the next word: and, the, in, as, to, from, that.
const PREFIXES: [char; 7] = ['ו', 'ה', 'ב', 'כ', 'ל', 'מ', 'ש'];
/// As many as stand together, as in ושה־.
const MOST_PREFIXES: usize = 3;
/// A shorter rest is rather a word that happens to begin with such a letter; after the article there are words of two (היד).
const fn shortest_rest(article: bool) -> usize {
    if article { 2 } else { 3 }
}

/// The forms a folded word is known by: itself and, in Hebrew, what is left without its prefixes.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let mut rest = word;
    for _ in 0..MOST_PREFIXES {
        let shortest = shortest_rest(rest.starts_with('ה'));
        let Some(shorter) = rest.strip_prefix(PREFIXES).filter(|it| it.chars().count() >= shortest) else { break };
        forms.push(shorter.to_owned());
        rest = shorter;
    }
    forms
}

/// Endings that Hebrew puts on nouns: plurals, the feminine and its form before another noun (לחיצה, לחיצת, לחיצות).
const ENDINGS: [&str; 5] = ["יים", "ים", "ות", "ה", "ת"];
/// What must be left of a Hebrew word without its ending.
const SHORTEST_STEM: usize = 3;

/// Snowball's stem of a Russian or English word, a Hebrew word without its ending; words of mixed scripts are their own.
pub(super) fn stem(form: &str) -> String {
    let all = |is: fn(char) -> bool| form.chars().all(is);
    let algorithm = if all(|it| it.is_ascii_lowercase()) {
        Algorithm::English
    } else if all(|it| matches!(it, 'а'..='я')) {
        Algorithm::Russian
    } else if all(is_hebrew) {
        return hebrew_stem(form);
    } else {
        return form.to_owned();
    };
    Stemmer::create(algorithm).stem(form).into_owned()
}

/// The word without its ending; letters that look otherwise at a word's end are written as within a word.
fn hebrew_stem(form: &str) -> String {
    let bare = ENDINGS.iter().find_map(|ending| form.strip_suffix(ending));
    let bare = bare.filter(|rest| rest.chars().count() >= SHORTEST_STEM);
    let within = |c| match c {
        'ם' => 'מ',
        'ן' => 'נ',
        'ץ' => 'צ',
        'ף' => 'פ',
        'ך' => 'כ',
        other => other,
    };
    bare.unwrap_or(form).chars().map(within).collect()
}

pub(super) fn is_hebrew(c: char) -> bool {
    ('א'..='ת').contains(&c)
}

/// Is this nothing but prefix letters, as before a maqaf?
pub(super) fn is_hebrew_prefix(form: &str) -> bool {
    form.chars().count() <= MOST_PREFIXES && form.chars().all(|it| PREFIXES.contains(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_share_a_stem() {
        for (a, b) in [
            ("соединения", "соединение"),
            ("соединением", "соединений"),
            ("таймаутом", "таймауты"),
            ("connections", "connection"),
            ("retries", "retry"),
        ] {
            assert_eq!(stem(a), stem(b));
        }
        assert_eq!(stem("dns"), "dns");
        assert_eq!(stem("http2"), "http2");
    }

    #[test]
    fn hebrew_endings_come_off_while_a_word_is_left() {
        for (a, b) in
            [("לחיצה", "לחיצת"), ("לחיצות", "לחיצה"), ("חיבורים", "חיבור"), ("זרמים", "זרם"), ("שרתים", "שרת")]
        {
            assert_eq!(stem(a), stem(b));
        }
        for own in ["מנה", "מנות", "בית", "ים"] {
            assert_eq!(stem(own), own.replace('ם', "מ"));
        }
    }

    #[test]
    fn hebrew_prefixes_come_off_while_a_word_is_left() {
        assert_eq!(forms("בחיבור"), ["בחיבור", "חיבור"]);
        assert_eq!(forms("ושהחיבור"), ["ושהחיבור", "שהחיבור", "החיבור", "חיבור"]);
        assert_eq!(forms("של"), ["של"]);
        assert_eq!(forms("בית"), ["בית"]);
        assert_eq!(forms("tcp"), ["tcp"]);
    }
}
