//! An inverted index over all texts, ranked by BM25F.
//!
//! BM25F is BM25 over a document with fields: the occurrences of a word are weighted by field and evened out by the
//! field's length before they are saturated, so ten mentions in passing do not beat one in the title. See Robertson and
//! Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6.

use super::{
    query::{Query, Word},
    terms::{forms, stem},
    words::compounds,
};
use crate::{Question, Section};
use domain::Locale;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How fast more occurrences stop to matter: about the weight of one mention in the prompt.
const SATURATION: f32 = 6.0;
/// How much a long section's occurrences count less; the usual 0.75.
const LENGTH: f32 = 0.75;
const SECTIONS: usize = Section::ALL.len();
const LOCALES: usize = Locale::ALL.len();

/// Where every stem of the bank occurs.
#[derive(Debug)]
pub(crate) struct Index {
    postings: HashMap<String, Vec<Posting>>,
    /// Every form with its stem, for words that are typed halfway.
    vocabulary: BTreeMap<String, String>,
    /// Words per section: of each text, and on average.
    lengths: Vec<[f32; SECTIONS]>,
    averages: [f32; SECTIONS],
}

/// A stem occurs in a section of a text.
#[derive(Debug)]
struct Posting {
    /// The question's place in the bank times three, plus the language's.
    text: usize,
    section: Section,
    count: f32,
}

/// A question with its place in the bank.
pub(crate) struct Ranked {
    pub(crate) question: usize,
    pub(crate) locale: Locale,
    pub(crate) section: Section,
    pub(crate) score: f32,
}

/// What is known of one text after some words of the query: how many required ones it has, and what they are worth.
#[derive(Default)]
struct Standing {
    words: usize,
    score: f32,
    sections: [f32; SECTIONS],
}

impl Index {
    /// Indexes every text of every question.
    pub(crate) fn new(questions: &[Question]) -> Self {
        let mut index = Self {
            postings: HashMap::new(),
            vocabulary: BTreeMap::new(),
            lengths: Vec::new(),
            averages: [0.0; SECTIONS],
        };
        for text in questions.iter().flat_map(|it| Locale::ALL.iter().map(|locale| it.text(*locale))) {
            let mut lengths = [0.0; SECTIONS];
            for section in Section::ALL {
                lengths[section as usize] = index.add(index.lengths.len(), section, text.plain(section));
            }
            index.lengths.push(lengths);
        }
        for (section, average) in index.averages.iter_mut().enumerate() {
            let sum: f32 = index.lengths.iter().map(|it| it[section]).sum();
            *average = (sum / index.lengths.len().max(1) as f32).max(1.0);
        }
        index
    }

    /// Adds a section and returns its length in words.
    fn add(&mut self, text: usize, section: Section, words: &str) -> f32 {
        let mut counts = BTreeMap::<String, f32>::new();
        let mut length = 0.0;
        for compound in compounds(words) {
            length += compound.parts.len() as f32;
            let joined = compound.joined();
            for word in compound.parts.into_iter().map(|it| it.form).chain(joined) {
                for form in forms(&word) {
                    let stem = stem(&form);
                    *counts.entry(stem.clone()).or_default() += 1.0;
                    self.vocabulary.insert(form, stem);
                }
            }
        }
        for (stem, count) in counts {
            self.postings.entry(stem).or_default().push(Posting { text, section, count });
        }
        length
    }

    /// Ranks the questions that are `visible`, given by their places in the bank.
    ///
    /// Every word must be found in the same text; if no text has them all, any word will do.
    pub(crate) fn search(&self, query: &Query, locale: Locale, visible: &[bool]) -> Vec<Ranked> {
        let mut standings = BTreeMap::<usize, Standing>::new();
        for word in &query.words {
            self.score(word, visible, &mut standings);
        }
        let required = query.required();
        if standings.values().any(|it| it.words == required) {
            standings.retain(|_, it| it.words == required);
        }
        let mut ranked: Vec<Ranked> = standings.iter().map(|(text, standing)| rank(*text, standing)).collect();
        // The page's language first, then the score; the place in the bank settles the rest.
        ranked.sort_by(|a, b| {
            let own = |it: &Ranked| it.locale == locale;
            own(b).cmp(&own(a)).then(b.score.total_cmp(&a.score)).then(a.question.cmp(&b.question))
        });
        let mut seen = BTreeSet::new();
        ranked.retain(|it| seen.insert(it.question));
        ranked
    }

    /// Adds what one word contributes to the texts that have it.
    fn score(&self, word: &Word, visible: &[bool], standings: &mut BTreeMap<usize, Standing>) {
        // One word may be found by several stems; the one that occurs most stands for it.
        let mut counts = BTreeMap::<(usize, Section), f32>::new();
        for posting in self.stems(word).into_iter().filter_map(|it| self.postings.get(it)).flatten() {
            if visible.get(posting.text / LOCALES) == Some(&true) {
                let count = counts.entry((posting.text, posting.section)).or_default();
                *count = count.max(posting.count);
            }
        }
        let mut texts = BTreeMap::<usize, f32>::new();
        for ((text, section), count) in &counts {
            let length = self.lengths[*text][*section as usize] / self.averages[*section as usize];
            let weighted = weight(*section) * count / (1.0 - LENGTH + LENGTH * length);
            *texts.entry(*text).or_default() += weighted;
            standings.entry(*text).or_default().sections[*section as usize] += weighted;
        }
        let all = visible.iter().filter(|it| **it).count() * LOCALES;
        let with = texts.len() as f32;
        let rarity = (1.0 + (all as f32 - with + 0.5) / (with + 0.5)).ln();
        for (text, occurrences) in texts {
            let standing = standings.entry(text).or_default();
            standing.words += usize::from(word.required);
            standing.score += rarity * occurrences / (SATURATION + occurrences);
        }
    }

    /// Every stem that answers to a word of a query.
    fn stems<'i>(&'i self, word: &'i Word) -> BTreeSet<&'i str> {
        let begun = word.prefixes.iter().flat_map(|prefix| {
            let from = self.vocabulary.range(prefix.clone()..);
            from.take_while(move |(form, _)| form.starts_with(prefix)).map(|(_, stem)| stem.as_str())
        });
        word.stems.iter().map(String::as_str).chain(begun).collect()
    }
}

/// What an occurrence is worth: the title says what a question is about, the prompt and the glance sum it up.
fn weight(section: Section) -> f32 {
    match section {
        Section::Title => 16.0,
        Section::Prompt | Section::Glance => 6.0,
        Section::Answer => 2.0,
        _ => 1.0,
    }
}

fn rank(text: usize, standing: &Standing) -> Ranked {
    let best = Section::ALL.into_iter().rev().max_by(|a, b| {
        let worth = |it: &Section| standing.sections[*it as usize];
        worth(a).total_cmp(&worth(b))
    });
    Ranked {
        question: text / LOCALES,
        locale: Locale::ALL[text % LOCALES],
        section: best.unwrap_or(Section::Title),
        score: standing.score,
    }
}
