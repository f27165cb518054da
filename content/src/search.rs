//! Full-text search over the three languages of the bank.

mod chars;
mod excerpt;
mod index;
pub(crate) mod lexicon;
mod query;
mod slips;
mod terms;
mod words;

use crate::{Question, Section};
use domain::Locale;
pub use excerpt::Excerpt;
pub(crate) use index::Index;
pub use query::Query;

/// A question that a query finds.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'a> {
    /// The question.
    pub question: &'a Question,
    /// The language of the text it was found in: the page's where possible.
    pub locale: Locale,
    /// The part of the text that counts most.
    pub section: Section,
    /// How well it fits; comparable only within one search.
    pub score: f32,
}

impl Hit<'_> {
    /// What to show of the question: the words around the first match.
    #[must_use]
    pub fn excerpt(&self, query: &Query) -> Excerpt {
        Excerpt::of(self.question.text(self.locale), self.section, query)
    }
}

#[cfg(test)]
#[path = "search_test.rs"]
mod tests;
