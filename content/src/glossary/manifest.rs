//! Reads `glossary.toml`.

use super::Term;
use crate::{
    fields::{self, Fields},
    problem::Findings,
    search::lexicon,
};
use domain::Locale;
use std::collections::BTreeSet;
use toml::de::DeTable;

const KEYS: &[&str] = &["en", "ru", "he", "also", "avoid_ru", "avoid_he", "note"];

/// Reads the file's text and checks that it does not contradict itself.
pub(super) fn read(text: &str, found: &mut Findings) -> Vec<Term> {
    let table = fields::parse(text, found);
    let mut fields = Fields::new(table.get_ref(), 0, found);
    fields.only(&["term"]);
    let tables = fields.tables("term");
    let terms: Vec<(Term, usize)> = tables.into_iter().map(|(table, at)| (read_one(table, at, found), at)).collect();

    let mut names = BTreeSet::new();
    for (term, at) in &terms {
        if !names.insert(term.renderings[0].to_lowercase()) {
            found.error(*at, format!("term `{}` is there twice", term.renderings[0]));
        }
        for locale in Locale::ALL {
            let there = |it: &str| terms.iter().any(|(other, _)| alternatives(&other.renderings[*locale as usize], it));
            for avoid in term.avoid[*locale as usize].iter().filter(|it| there(it)) {
                found.error(*at, format!("`{avoid}` is avoided here and a rendering elsewhere"));
            }
        }
    }
    terms.into_iter().map(|(term, _)| term).collect()
}

fn read_one(table: &DeTable, at: usize, found: &mut Findings) -> Term {
    let mut fields = Fields::new(table, at, found);
    fields.only(KEYS);
    let mut text = |key| fields.text(key).unwrap_or_default();
    let renderings = [text("en"), text("ru"), text("he")];
    Term {
        renderings,
        also: fields.list_if_any("also"),
        avoid: [Vec::new(), fields.list_if_any("avoid_ru"), fields.list_if_any("avoid_he")],
    }
}

/// Is `word` one of the alternatives of a rendering, in any inflection?
fn alternatives(rendering: &str, word: &str) -> bool {
    super::alternatives(rendering).any(|it| lexicon::stems(it) == lexicon::stems(word))
}
