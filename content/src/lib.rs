//! The question bank: Markdown and TOML on disk, read, checked, rendered and indexed once, then served from memory.
//!
//! A question is a folder `questions/<id>/` of `question.toml` and one Markdown file per language. English is the text
//! that the others are made from and stamped against. [`Bank::load`] refuses a bank that breaks a rule; [`check`] names
//! every broken rule by file and line. Pages reach questions through a [`Shelf`], which knows who is reading.

mod bank;
mod code;
mod context;
mod facets;
mod folder;
mod html;
mod lint;
mod manifest;
mod markdown;
mod outline;
mod parity;
mod problem;
mod question;
mod render;
mod script;
mod search;
mod section;
mod shelf;
mod text;

pub mod stamp;

pub use bank::{Bank, check};
pub use facets::{Facets, Filter};
pub use html::Html;
pub use problem::{Problem, Severity};
pub use question::{Question, Reference, Source, Text, Trap};
pub use search::{Excerpt, Hit, Query};
pub use section::Section;
pub use shelf::{Reader, Shelf};

#[cfg(test)]
mod robust_test;
#[cfg(test)]
mod rules_test;
#[cfg(test)]
mod sample;
