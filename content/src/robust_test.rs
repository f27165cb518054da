//! Whatever stands in the files and whatever is typed, nothing panics.

use crate::{Bank, Query, Reader, check, sample::Sample};
use domain::Locale;
use proptest::prelude::*;
use std::fs;

/// Pieces of the format, so that random texts get past the first rule.
const PIECES: &str = r"(# |## |### |Prompt\n|Traps\n|- |1\. |```|~~~|`|\*\*|\||---|\n|\n\n|    |\[x\]\(source:rfc-1035\)|\[a\]\[b\]|<b>|!\[|> |\+\+\+\n|\[\[source\]\]\n|id = |\x00|ё|שׁ|[a-z ]{1,5}|\PC){0,60}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_any_file_are_checked(file in 0..4_usize, bytes in any::<Vec<u8>>()) {
        let sample = Sample::one();
        fs::write(sample.file(["question.toml", "en.md", "ru.md", "he.md"][file]), bytes).unwrap();
        prop_assert!(!check(sample.path()).is_empty());
    }

    #[test]
    fn any_mixture_of_the_format_is_checked(file in 0..4_usize, text in PIECES, at in 0..300_usize) {
        let sample = Sample::one();
        let path = sample.file(["question.toml", "en.md", "ru.md", "he.md"][file]);
        let mut old = fs::read_to_string(&path).unwrap();
        old.insert_str(at.min(old.len()), &text);
        fs::write(path, old).unwrap();
        let _ = check(sample.path());
        let _ = Bank::load(sample.path());
    }

    #[test]
    fn any_words_are_searched(words in "\\PC{0,80}", other in ".{0,40}") {
        let sample = Sample::empty().with("dns-cache", "both", [["Title", "Prompt", "Answer."]; 3]);
        let bank = sample.bank();
        for text in [words.as_str(), other.as_str(), "t", "title prompt"] {
            let query = Query::new(text);
            for hit in bank.shelf(Reader::Anyone).search(&query, Locale::He) {
                let _ = hit.excerpt(&query);
            }
        }
    }
}
