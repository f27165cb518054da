//! The glossary: what each term is called in each language, what it must not be called, what readers type for it.

mod manifest;

use crate::{Problem, problem::Findings, search::lexicon, translations};
use domain::Locale;
use std::{ops::Range, path::Path};

const FILE: &str = "glossary.toml";

/// One term, called the same wherever it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// In English, Russian and Hebrew, in the order of [`Locale::ALL`].
    pub renderings: [String; 3],
    /// What readers type for it; stays out of texts.
    pub also: Vec<String>,
    /// Renderings to avoid, in the order of [`Locale::ALL`]; English has none.
    pub avoid: [Vec<String>; 3],
}

/// Every term of the bank.
#[derive(Debug, Default)]
pub(crate) struct Glossary {
    terms: Vec<Term>,
    /// What is flagged in each language.
    avoided: [Vec<Avoided>; 3],
}

/// A rendering to avoid, as the stems of its words.
#[derive(Debug)]
struct Avoided {
    stems: Vec<String>,
    instead: String,
}

/// A word that the glossary calls otherwise.
pub(crate) struct Flagged<'t> {
    pub(crate) at: usize,
    pub(crate) written: &'t str,
    pub(crate) instead: String,
}

impl Glossary {
    /// Reads `glossary.toml`, which a bank may be without.
    pub(crate) fn read(dir: &Path, problems: &mut Vec<Problem>) -> Self {
        let path = Path::new(FILE);
        if !dir.join(path).is_file() {
            return Self::default();
        }
        let Some(text) = translations::file(dir, path, problems) else { return Self::default() };
        let mut found = Findings::new(path, &text);
        let terms = manifest::read(&text, &mut found);
        problems.extend(found.into_problems());
        Self::of(terms)
    }

    fn of(terms: Vec<Term>) -> Self {
        let avoided = [0, 1, 2].map(|locale: usize| {
            let of_term = |term: &Term| {
                let instead = term.renderings[locale].clone();
                let one = move |it: &String| Avoided { stems: lexicon::stems(it), instead: instead.clone() };
                term.avoid[locale].iter().map(one).collect::<Vec<_>>()
            };
            terms.iter().flat_map(of_term).collect()
        });
        Self { terms, avoided }
    }

    /// The terms.
    pub(crate) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Words of a text that the glossary calls otherwise.
    pub(crate) fn flag<'t>(&self, locale: Locale, text: &'t str) -> Vec<Flagged<'t>> {
        let avoided = &self.avoided[locale as usize];
        if avoided.is_empty() {
            return Vec::new();
        }
        let words: Vec<(Range<usize>, Vec<String>)> = lexicon::words(text);
        let flag = |at: usize| {
            let here = words.get(at..)?;
            let fits = |it: &&Avoided| {
                !it.stems.is_empty()
                    && it.stems.len() <= here.len()
                    && it.stems.iter().zip(here).all(|(stem, (_, stems))| stems.contains(stem))
            };
            let found = avoided.iter().find(fits)?;
            let (first, last) = (&here.first()?.0, &here.get(found.stems.len() - 1)?.0);
            let written = text.get(first.start..last.end)?;
            Some(Flagged { at: first.start, written, instead: found.instead.clone() })
        };
        (0..words.len()).filter_map(flag).collect()
    }
}

/// The alternatives that a rendering lists: `круговая задержка, RTT` has two; what is in brackets explains.
pub(crate) fn alternatives(rendering: &str) -> impl Iterator<Item = &str> {
    let plain = rendering.split('(').next().unwrap_or_default();
    plain.split([',', '/']).map(str::trim).filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renderings_to_avoid_are_found_in_any_inflection() {
        let term = |ru: &str, he: &str, avoid: [Vec<String>; 3]| Term {
            renderings: ["x".to_owned(), ru.to_owned(), he.to_owned()],
            also: Vec::new(),
            avoid,
        };
        let glossary = Glossary::of(vec![
            term("задержка", "השהיה", [vec![], vec!["латентность".to_owned()], vec!["לטנטיות".to_owned()]]),
            term("потеря пакетов", "x", [vec![], vec!["пакетный лосс".to_owned()], vec![]]),
        ]);
        let flagged = |locale, text: &'static str| {
            glossary.flag(locale, text).into_iter().map(|it| (it.at, it.written, it.instead)).collect::<Vec<_>>()
        };
        assert_eq!(flagged(Locale::Ru, "о латентности"), [(3, "латентности", "задержка".to_owned())]);
        assert_eq!(flagged(Locale::He, "והלטנטיות")[0].1, "והלטנטיות");
        assert_eq!(flagged(Locale::Ru, "Пакетного лосса нет")[0].1, "Пакетного лосса");
        assert!(flagged(Locale::Ru, "задержка, лосс").is_empty() && flagged(Locale::En, "латентность").is_empty());
    }
}
