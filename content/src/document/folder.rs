//! Reads the three texts of a document and compares them.

use super::{Document, Entry, Expected, Part, Version, version};
use crate::{
    Problem, Source,
    code::Highlighter,
    context::{Context, Known},
    lint,
    markdown::{self, Dialect},
    parity,
    problem::Findings,
    translations,
};
use pulldown_cmark::{Event, Tag};
use std::{collections::BTreeSet, path::Path};

/// The manifest that a document belongs to.
pub(crate) struct Owner<'a> {
    /// The document's folder within the bank.
    pub(crate) folder: &'a Path,
    /// The manifest's file.
    pub(crate) manifest: &'static str,
    pub(crate) sources: &'a [Source],
    /// Sources that an entry names; the others must be linked to.
    pub(crate) used: BTreeSet<String>,
    /// May anybody read it?
    pub(crate) public: bool,
}

/// Reads the texts. What is missing or wrong is reported.
pub(crate) fn read(
    dir: &Path,
    owner: &Owner,
    expected: &[Expected],
    known: &Known,
    code: &Highlighter,
    problems: &mut Vec<Problem>,
) -> Document {
    let mut document = Document::default();
    let mut english: Option<(Vec<markdown::Code>, Vec<Vec<Part>>)> = None;
    for file in translations::read(dir, owner.folder, problems) {
        let mut found = Findings::new(&file.path, &file.text);
        let events = markdown::parse(&file.text, file.start, Dialect::Document, &mut found);
        let Owner { manifest, sources, public, .. } = *owner;
        let context = Context { locale: file.locale, manifest, sources, public, known, code };
        lint::check(&events, &file.text, &context, &mut found);
        let mut version = version::read(&events, file.text.len(), expected, &context, &mut found);
        version.stale = file.stale;

        let codes = markdown::code_blocks(&events);
        match &english {
            Some((codes_there, parts_there)) => {
                parity::compare_code(codes_there, &codes, &mut found);
                report_other_parts(parts_there, &version, expected, &mut found);
            }
            None => {
                report_unused(owner, &events, &mut found);
                english = Some((codes, version.entries.iter().map(parts).collect::<Vec<_>>()));
            }
        }
        document.versions[file.locale as usize] = version;
        problems.extend(found.into_problems());
    }
    document
}

fn parts(entry: &Entry) -> Vec<Part> {
    entry.parts.iter().map(|(part, _)| *part).collect()
}

/// Optional parts are there in every language or in none.
fn report_other_parts(english: &[Vec<Part>], version: &Version, expected: &[Expected], found: &mut Findings) {
    for ((there, entry), expected) in english.iter().zip(&version.entries).zip(expected) {
        if *there != parts(entry) {
            found.error(0, format!("entry `{}` has other parts than in en.md", expected.id));
        }
    }
}

/// A source that nothing rests on is one that was forgotten, here or there.
fn report_unused(owner: &Owner, events: &[markdown::Span], found: &mut Findings) {
    let linked = |id: &str| {
        events.iter().any(|(event, _)| match event {
            Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix("source:") == Some(id),
            _ => false,
        })
    };
    for source in owner.sources.iter().filter(|it| !owner.used.contains(&it.id) && !linked(&it.id)) {
        found.error(0, format!("nothing rests on source `{}`", source.id));
    }
}
