//! Ranks the texts that a query finds.

use super::{Index, LOCALES, SECTIONS};
use crate::{
    Section,
    search::query::{Query, Word},
};
use domain::Locale;

/// How fast more occurrences stop to matter: about the weight of one mention in the prompt.
const SATURATION: f32 = 6.0;
/// How much a long section's occurrences count less; the usual 0.75.
const LENGTH: f32 = 0.75;

/// A question with its place in the bank.
pub(crate) struct Ranked {
    pub(crate) question: usize,
    pub(crate) locale: Locale,
    pub(crate) section: Section,
    pub(crate) score: f32,
}

/// What is known of one text after some words of the query: how many required ones it has, and what they are worth.
#[derive(Clone, Default)]
struct Standing {
    words: u16,
    score: f32,
    sections: [f32; SECTIONS],
}

/// Room for one word's occurrences, kept from word to word: by text and section, and by text.
struct Occurrences {
    counts: Vec<u8>,
    weighted: Vec<f32>,
}

impl Index {
    /// Ranks the questions that are `visible`, given by their places in the bank.
    ///
    /// Every word must be found in the same text; if no text has them all, any word will do.
    pub(crate) fn search(&self, query: &Query, locale: Locale, visible: &[bool]) -> Vec<Ranked> {
        let texts = self.lengths.len();
        let mut standings = vec![Standing::default(); texts];
        let mut room = Occurrences { counts: vec![0; texts * SECTIONS], weighted: vec![0.0; texts] };
        for word in &query.words {
            self.score(word, visible, &mut standings, &mut room);
        }
        let required = u16::try_from(query.required()).unwrap_or(u16::MAX);
        let all_words = standings.iter().any(|it| it.score > 0.0 && it.words == required);
        let counts = |it: &Standing| it.score > 0.0 && (!all_words || it.words == required);
        let mut ranked: Vec<Ranked> = standings
            .chunks(LOCALES)
            .enumerate()
            .filter_map(|(question, texts)| best(question, texts, locale, counts))
            .collect();
        // The page's language first, then the score; the place in the bank settles the rest.
        ranked.sort_by(|a, b| {
            let own = |it: &Ranked| it.locale == locale;
            own(b).cmp(&own(a)).then(b.score.total_cmp(&a.score)).then(a.question.cmp(&b.question))
        });
        ranked
    }

    /// Adds what one word contributes to the texts that have it.
    fn score(&self, word: &Word, visible: &[bool], standings: &mut [Standing], room: &mut Occurrences) {
        // One word may be found by several stems; the one that occurs most stands for it.
        let mut places = Vec::new();
        for posting in self.numbers(word).into_iter().flat_map(|it| self.postings_of(it)) {
            if visible.get(posting.text as usize / LOCALES) == Some(&true) {
                let place = posting.text as usize * SECTIONS + usize::from(posting.section);
                let count = &mut room.counts[place];
                if *count == 0 {
                    places.push(place);
                }
                *count = posting.count.max(*count);
            }
        }
        let mut texts = Vec::new();
        for place in places {
            let (text, section) = (place / SECTIONS, place % SECTIONS);
            let length = f32::from(self.lengths[text][section]) / self.averages[section];
            let count = f32::from(std::mem::take(&mut room.counts[place]));
            let weighted = weight(Section::ALL[section]) * count / (1.0 - LENGTH + LENGTH * length);
            if room.weighted[text] == 0.0 {
                texts.push(text);
            }
            room.weighted[text] += weighted;
            standings[text].sections[section] += weighted;
        }
        let all = visible.iter().filter(|it| **it).count() * LOCALES;
        let with = texts.len() as f32;
        let rarity = (1.0 + (all as f32 - with + 0.5) / (with + 0.5)).ln();
        for text in texts {
            let occurrences = std::mem::take(&mut room.weighted[text]);
            let standing = &mut standings[text];
            standing.words += u16::from(word.required);
            standing.score += rarity * occurrences / (SATURATION + occurrences);
        }
    }
}

/// The text that stands for a question: the page's language if it counts, otherwise the one with the best score.
fn best(question: usize, texts: &[Standing], own: Locale, counts: impl Fn(&Standing) -> bool) -> Option<Ranked> {
    let found = texts.iter().zip(Locale::ALL).filter(|(standing, _)| counts(standing));
    let (standing, locale) = found.reduce(|a, b| match (*a.1 == own, *b.1 == own) {
        (true, _) => a,
        (_, true) => b,
        _ if b.0.score > a.0.score => b,
        _ => a,
    })?;
    let section = Section::ALL.into_iter().rev().max_by(|a, b| {
        let worth = |it: &Section| standing.sections[*it as usize];
        worth(a).total_cmp(&worth(b))
    });
    Some(Ranked { question, locale: *locale, section: section.unwrap_or(Section::Title), score: standing.score })
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
