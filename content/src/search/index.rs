//! An inverted index over all texts, ranked by BM25F.
//!
//! BM25F is BM25 over a document with fields: the occurrences of a word are weighted by field and evened out by the
//! field's length before they are saturated, so ten mentions in passing do not beat one in the title. See Robertson and
//! Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6.

mod build;
mod rank;

use super::{
    query::{Query, Word},
    slips,
    terms::stem,
};
use crate::Section;
use domain::Locale;
use std::collections::{BTreeSet, HashMap};

const SECTIONS: usize = Section::ALL.len();
const LOCALES: usize = Locale::ALL.len();

/// Where every stem of the bank occurs.
#[derive(Debug)]
pub(crate) struct Index {
    /// By the stem's number.
    postings: Vec<Vec<Posting>>,
    stems: HashMap<Box<str>, u32>,
    /// Every form with its stem, in order, for words that are typed halfway.
    vocabulary: Vec<(Box<str>, u32)>,
    /// Stems of what the glossary calls a word that readers type and texts do not have.
    aliases: HashMap<String, Vec<String>>,
    /// Words per section: of each text, and on average.
    lengths: Vec<[u16; SECTIONS]>,
    averages: [f32; SECTIONS],
}

/// A stem occurs in a section of a text; eight bytes, because there are hundreds of thousands of them.
#[derive(Debug, Clone, Copy)]
struct Posting {
    /// The question's place in the bank times three, plus the language's.
    text: u32,
    section: u8,
    count: u8,
}

impl Index {
    /// A query with the glossary's words beside the typed ones; a word that is found nowhere stands for those that one
    /// slip would turn into it.
    pub(crate) fn understand(&self, mut query: Query, visible: &[bool]) -> Query {
        for word in &mut query.words {
            for form in &word.forms {
                word.stems.extend(self.aliases.get(form).into_iter().flatten().cloned());
            }
            if word.required && !self.occurs(word, visible) {
                word.stems.extend(self.mended(word));
            }
        }
        query
    }

    fn occurs(&self, word: &Word, visible: &[bool]) -> bool {
        let seen = |it: &Posting| visible.get(it.text as usize / LOCALES) == Some(&true);
        self.numbers(word).into_iter().any(|it| self.postings_of(it).iter().any(seen))
    }

    /// Stems that one slip of the finger would turn into the word.
    fn mended(&self, word: &Word) -> BTreeSet<String> {
        let mut numbers = BTreeSet::new();
        for form in &word.forms {
            numbers.extend(slips::of(form).iter().filter_map(|it| self.number_of_form(it)));
            // The form may be one that no text has: its stem is compared as well.
            numbers.extend(slips::of(&stem(form)).iter().filter_map(|it| self.stems.get(it.as_str()).copied()));
        }
        let all = self.stems.iter().filter(|(_, number)| numbers.contains(number));
        all.map(|(stem, _)| stem.to_string()).collect()
    }

    fn number_of_form(&self, form: &str) -> Option<u32> {
        let at = self.vocabulary.binary_search_by(|(it, _)| (**it).cmp(form)).ok()?;
        self.vocabulary.get(at).map(|(_, number)| *number)
    }

    fn postings_of(&self, number: u32) -> &[Posting] {
        self.postings.get(number as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// The numbers of every stem that answers to a word of a query.
    fn numbers(&self, word: &Word) -> BTreeSet<u32> {
        let begun = word.prefixes.iter().flat_map(|prefix| {
            let from = self.vocabulary.partition_point(|(form, _)| **form < **prefix);
            let rest = self.vocabulary.get(from..).unwrap_or_default();
            rest.iter().take_while(|(form, _)| form.starts_with(prefix.as_str())).map(|(_, number)| *number)
        });
        word.stems.iter().filter_map(|it| self.stems.get(it.as_str()).copied()).chain(begun).collect()
    }
}
