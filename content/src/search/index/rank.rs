//! Ranks the texts that a query finds.

use super::{Index, LOCALES, Posting, SECTIONS};
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

impl Index {
    /// Ranks the questions that are `visible`, given by their places in the bank.
    ///
    /// Every word must be found in the same text; if no text has them all, any word will do.
    pub(crate) fn search(&self, query: &Query, locale: Locale, visible: &[bool]) -> Vec<Ranked> {
        let mut standings = vec![Standing::default(); self.lengths.len()];
        for word in &query.words {
            self.score(word, visible, &mut standings);
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
    fn score(&self, word: &Word, visible: &[bool], standings: &mut [Standing]) {
        let numbers: Vec<u32> = self.numbers(word).into_iter().collect();
        let found = match numbers.as_slice() {
            // The usual case, and the one where there may be very many of them.
            [number] => self.weighed(self.postings_of(*number), visible, standings),
            _ => self.weighed(&self.merged(&numbers), visible, standings),
        };
        let all = visible.iter().filter(|it| **it).count() * LOCALES;
        let with = found.len() as f32;
        let rarity = (1.0 + (all as f32 - with + 0.5) / (with + 0.5)).ln();
        for (text, occurrences) in found {
            let standing = &mut standings[text];
            standing.words += u16::from(word.required);
            standing.score += rarity * occurrences / (SATURATION + occurrences);
        }
    }

    /// One word may be found by several stems; in each section the one that occurs most stands for it.
    fn merged(&self, numbers: &[u32]) -> Vec<Posting> {
        // A cell for each section of each text: faster than sorting, and they come out in order.
        let mut counts = vec![0_u8; self.lengths.len() * SECTIONS];
        for posting in numbers.iter().flat_map(|it| self.postings_of(*it)) {
            let count = &mut counts[posting.text as usize * SECTIONS + usize::from(posting.section)];
            *count = posting.count.max(*count);
        }
        let found = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let posting = |(place, count): (usize, &u8)| Posting {
            text: u32::try_from(place / SECTIONS).unwrap_or(u32::MAX),
            section: u8::try_from(place % SECTIONS).unwrap_or(u8::MAX),
            count: *count,
        };
        found.map(posting).collect()
    }

    /// What the occurrences in each visible text are worth; `postings` are in the order of texts.
    fn weighed(&self, postings: &[Posting], visible: &[bool], standings: &mut [Standing]) -> Vec<(usize, f32)> {
        let of_text = |same: &[Posting]| {
            let text = same.first()?.text as usize;
            if visible.get(text / LOCALES) != Some(&true) {
                return None;
            }
            let (lengths, standing) = (self.lengths.get(text)?, standings.get_mut(text)?);
            let mut sum = 0.0;
            for posting in same {
                let section = usize::from(posting.section);
                let length = f32::from(lengths[section]) / self.averages[section];
                let weighted = weight(section) * f32::from(posting.count) / (1.0 - LENGTH + LENGTH * length);
                standing.sections[section] += weighted;
                sum += weighted;
            }
            Some((text, sum))
        };
        postings.chunk_by(|a, b| a.text == b.text).filter_map(of_text).collect()
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
fn weight(section: usize) -> f32 {
    match Section::ALL.get(section) {
        Some(Section::Title) => 16.0,
        Some(Section::Prompt | Section::Glance) => 6.0,
        Some(Section::Answer) => 2.0,
        _ => 1.0,
    }
}
