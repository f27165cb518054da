//! Documents beside questions: a title, a lead and entries that a manifest names, each with parts under fixed headings.

mod folder;
mod part;
mod version;

use crate::{Html, Slug};
use domain::Locale;
pub(crate) use folder::{Owner, read};
pub use part::Part;
pub(crate) use part::{Shape, Slot};

/// A document in three languages.
#[derive(Debug, Clone, Default)]
pub struct Document {
    pub(crate) versions: [Version; 3],
}

impl Document {
    /// The document in one language.
    #[must_use]
    pub fn version(&self, locale: Locale) -> &Version {
        let [en, ru, he] = &self.versions;
        match locale {
            Locale::En => en,
            Locale::Ru => ru,
            Locale::He => he,
        }
    }
}

/// A document in one language.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// What it is called.
    pub title: Html,
    /// The title without markup.
    pub title_plain: String,
    /// What stands before the first entry.
    pub lead: Html,
    /// The entries in the manifest's order.
    pub entries: Vec<Entry>,
    /// Was the English text changed after this translation was made?
    pub stale: bool,
}

/// An entry in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its heading.
    pub heading: Html,
    /// What stands under it, by part.
    pub parts: Vec<(Part, Html)>,
}

/// An entry that the manifest names, and what must stand under it.
pub(crate) struct Expected<'m> {
    pub(crate) id: &'m Slug,
    pub(crate) slots: &'static [Slot],
}
