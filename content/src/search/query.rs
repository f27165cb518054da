//! What somebody typed into the search field, bounded and understood.

use super::{
    terms::{forms, is_hebrew, stem},
    words::compounds,
};

/// Longer queries are cut: nobody types them, and each word costs a look at the whole vocabulary.
const MOST_CHARS: usize = 200;
const MOST_WORDS: usize = 12;
/// A single letter would begin a tenth of all words; two would in Hebrew, where they are whole words (יד, דף) as often.
const fn shortest_prefix(hebrew: bool) -> usize {
    if hebrew { 3 } else { 2 }
}

/// A search query: at most 200 characters and 12 words of it count.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub(super) words: Vec<Word>,
}

/// One word to find, in any of the ways it may be written.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// The ways it may be meant: with and without Hebrew prefixes, as a part and joined.
    pub(super) forms: Vec<String>,
    pub(super) stems: Vec<String>,
    /// Beginnings that count as well: the last word may not be typed to its end yet.
    pub(super) prefixes: Vec<String>,
    /// Must a text have it? `HTTP/2` looks for both parts, and prefers texts that have them joined.
    pub(super) required: bool,
}

impl Query {
    /// Understands `text`, whatever its language.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text: String = text.chars().take(MOST_CHARS).collect();
        let mut words = Vec::new();
        for compound in compounds(&text) {
            let joined = compound.joined();
            for part in compound.parts {
                words.push(Word::new(forms(&part.form).into_iter().chain(joined.clone()), true));
            }
            words.extend(joined.map(|it| Word::new([it], false)));
        }
        words.truncate(MOST_WORDS);
        // The joined form of a compound comes after its last part; both may be half-typed.
        let last = words.iter().rposition(|it| it.required).unwrap_or_default();
        for word in words.iter_mut().take(last) {
            word.prefixes.clear();
        }
        Self { words }
    }

    /// Is there nothing to search for?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many words a text must have.
    pub(super) fn required(&self) -> usize {
        self.words.iter().filter(|it| it.required).count()
    }

    /// The words of the query, by place, that a folded word of a text answers to.
    pub(super) fn answered(&self, word: &str) -> impl Iterator<Item = usize> {
        let may = self.may_answer(word);
        let forms = if may { forms(word) } else { Vec::new() };
        let stems: Vec<String> = forms.iter().map(|it| stem(it)).collect();
        let answers = move |it: &Word| {
            it.stems.iter().any(|stem| stems.contains(stem))
                || it.prefixes.iter().any(|prefix| forms.iter().any(|form| form.starts_with(prefix)))
        };
        let words = if may { self.words.as_slice() } else { &[] };
        words.iter().enumerate().filter(move |(_, it)| answers(it)).map(|(place, _)| place)
    }

    /// Does a word begin like one of the query's? Stemming every word of a text would take too long.
    fn may_answer(&self, word: &str) -> bool {
        // Up to three prefix letters may stand before a Hebrew word.
        let begins = if word.starts_with(is_hebrew) { 4 } else { 1 };
        let wanted = |c: char| {
            let all = self.words.iter().flat_map(|it| it.stems.iter().chain(&it.prefixes));
            all.filter_map(|it| it.chars().next()).any(|it| it == c)
        };
        word.chars().take(begins).any(wanted)
    }
}

impl Word {
    fn new(forms: impl IntoIterator<Item = String>, required: bool) -> Self {
        let forms: Vec<String> = forms.into_iter().collect();
        let stems = forms.iter().map(|it| stem(it)).collect();
        let is_prefix = |it: &String| it.chars().count() >= shortest_prefix(it.starts_with(is_hebrew));
        let prefixes = forms.iter().filter(|it| is_prefix(it)).cloned().collect();
        Self { forms, stems, prefixes, required }
    }
}
