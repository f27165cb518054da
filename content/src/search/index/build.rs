//! Builds the index, once, when the bank is loaded.

use super::{Index, LOCALES, Posting, SECTIONS};
use crate::{
    Question, Section,
    glossary::{self, Glossary},
    search::{
        lexicon,
        terms::{forms, stem},
        words::compounds,
    },
};
use domain::Locale;
use std::collections::{BTreeMap, HashMap};

/// What grows while texts are read.
#[derive(Default)]
struct Builder {
    postings: Vec<Vec<Posting>>,
    stems: HashMap<Box<str>, u32>,
    /// Words as they are folded, with the numbers of the stems of their forms: most words come again and again.
    known: HashMap<Box<str>, Vec<u32>>,
    vocabulary: BTreeMap<Box<str>, u32>,
}

impl Index {
    /// Indexes every text of every question.
    pub(crate) fn new(questions: &[Question], glossary: &Glossary) -> Self {
        let mut builder = Builder::default();
        let mut lengths: Vec<[u16; SECTIONS]> = Vec::with_capacity(questions.len() * LOCALES);
        for text in questions.iter().flat_map(|it| Locale::ALL.iter().map(|locale| it.text(*locale))) {
            let number = u32::try_from(lengths.len()).unwrap_or(u32::MAX);
            let mut words = [0; SECTIONS];
            for section in Section::ALL {
                words[section as usize] = builder.add(number, section, text.plain(section));
            }
            lengths.push(words);
        }
        let average = |section: usize| {
            let sum: f32 = lengths.iter().map(|it| f32::from(it[section])).sum();
            (sum / lengths.len().max(1) as f32).max(1.0)
        };
        let averages = std::array::from_fn(average);
        let mut postings = builder.postings;
        postings.iter_mut().for_each(Vec::shrink_to_fit);
        Self {
            postings,
            stems: builder.stems,
            vocabulary: builder.vocabulary.into_iter().collect(),
            aliases: aliases(glossary),
            lengths,
            averages,
        }
    }

    /// The same bank `times` over, to measure what a large one costs.
    #[cfg(test)]
    pub(crate) fn repeated(mut self, times: u32) -> Self {
        let texts = u32::try_from(self.lengths.len()).unwrap();
        for postings in &mut self.postings {
            let again = |round: u32| {
                let moved = move |it: &Posting| Posting { text: it.text + round * texts, ..*it };
                postings.iter().map(moved).collect::<Vec<_>>()
            };
            *postings = (0..times).flat_map(again).collect();
        }
        self.lengths = self.lengths.repeat(times as usize);
        self
    }
}

impl Builder {
    /// Adds a section and returns its length in words.
    fn add(&mut self, text: u32, section: Section, words: &str) -> u16 {
        let mut found = Vec::new();
        let mut length = 0_usize;
        for compound in compounds(words) {
            length += compound.parts.len();
            let joined = compound.joined();
            for part in &compound.parts {
                found.extend_from_slice(self.numbers(&part.form));
            }
            found.extend_from_slice(joined.map_or(&[], |it| self.numbers(&it)));
        }
        found.sort_unstable();
        for same in found.chunk_by(|a, b| a == b) {
            let count = u8::try_from(same.len()).unwrap_or(u8::MAX);
            if let Some(postings) = same.first().and_then(|it| self.postings.get_mut(*it as usize)) {
                postings.push(Posting { text, section: section as u8, count });
            }
        }
        u16::try_from(length).unwrap_or(u16::MAX)
    }

    /// The numbers of the stems of a word's forms.
    fn numbers(&mut self, word: &str) -> &[u32] {
        if !self.known.contains_key(word) {
            let numbers = forms(word).into_iter().map(|form| self.number(form)).collect();
            self.known.insert(word.into(), numbers);
        }
        self.known.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    fn number(&mut self, form: String) -> u32 {
        let next = u32::try_from(self.postings.len()).unwrap_or(u32::MAX);
        let number = *self.stems.entry(stem(&form).into()).or_insert(next);
        if number == next {
            self.postings.push(Vec::new());
        }
        self.vocabulary.insert(form.into(), number);
        number
    }
}

/// For each word that readers type, the stem of what texts say instead: a phrase is found by its first word.
fn aliases(glossary: &Glossary) -> HashMap<String, Vec<String>> {
    let mut aliases = HashMap::<String, Vec<String>>::new();
    for term in glossary.terms() {
        for also in &term.also {
            // An alias of several words would have to be found as a phrase.
            let Ok([word]) = <[String; 1]>::try_from(lexicon::folded(also)) else { continue };
            let all = term.renderings.iter().flat_map(|it| glossary::alternatives(it));
            let same_script = all.filter(|it| script(it) == script(&word));
            let stems: Vec<String> = same_script.filter_map(|it| lexicon::stems(it).into_iter().next()).collect();
            aliases.entry(word).or_default().extend(stems);
        }
    }
    aliases
}

/// Which alphabet a word is written in, by its first letter.
fn script(word: &str) -> u32 {
    word.chars().find(|it| it.is_alphabetic()).map_or(0, |it| u32::from(it) >> 8)
}
