//! The question bank: Markdown and TOML on disk, read, checked, rendered and indexed once, then served from memory.
//!
//! A question is a folder `questions/<id>/` of `question.toml` and one Markdown file per language. English is the text
//! that the others are made from and stamped against. Beside `questions` a bank may have `exhibits`, `reference`,
//! `tracks`, a glossary and a ledger of errata; documents among them have one shape (`document.rs`). A company's own questions
//! may lie in a folder of their own ([`Place`]). [`Bank::load`] refuses a bank that breaks a rule; [`check`] names every broken
//! rule by file and line. Pages reach questions through a [`Shelf`], which knows who is reading.

mod bank;
mod code;
mod context;
mod coverage;
mod document;
mod errata;
mod exhibit;
mod facets;
mod fields;
mod folder;
mod folders;
mod glossary;
mod html;
mod length;
mod lint;
mod manifest;
mod markdown;
mod outline;
mod parity;
mod problem;
mod question;
mod reference;
mod related;
mod render;
mod script;
mod search;
mod section;
mod shape;
mod shelf;
mod slug;
mod source;
mod text;
mod tracks;
mod translations;

pub mod stamp;

pub use bank::{Bank, Place, check, errata};
pub use coverage::{Coverage, Stale};
pub use document::{Document, Entry, Part, Version};
pub use errata::{Erratum, Kind};
pub use exhibit::{Defect, Exhibit, Listing, Proof, Verdict};
pub use facets::{Facets, Feature, Filter, narrow};
pub use html::Html;
pub use length::Length;
pub use problem::{Problem, Severity};
pub use question::{Citation, Question, Source, Text, Trap};
pub use reference::{Item, Reference, Topic};
pub use search::{Excerpt, Hit, Query};
pub use section::Section;
pub use shelf::{Reader, Shelf};
pub use slug::Slug;
pub use tracks::Tracks;

#[cfg(test)]
mod documents_test;
#[cfg(test)]
mod robust_test;
#[cfg(test)]
mod rules_test;
#[cfg(test)]
mod sample;
