//! Splits a text into its sections and checks that they are all there, once, in order.

use crate::{
    Section,
    markdown::{self, Span},
    problem::Findings,
};
use pulldown_cmark::{Event, HeadingLevel, Tag};
use std::collections::BTreeMap;

/// A section: where its heading stands and what stands below it.
pub(crate) struct Part<'a> {
    pub(crate) at: usize,
    pub(crate) events: Vec<Span<'a>>,
}

/// The sections of one file; the title's events are the words of the first heading.
pub(crate) type Outline<'a> = BTreeMap<Section, Part<'a>>;

/// Splits the events of one file; `end` is where the file ends.
pub(crate) fn split<'a>(events: &[Span<'a>], end: usize, found: &mut Findings) -> Outline<'a> {
    let blocks = markdown::blocks(events);
    report_nested_headings(&blocks, found);

    let mut outline = Outline::new();
    let mut last = None;
    for group in blocks.chunk_by(|_, next| !is_opening(next)) {
        let Some((heading, below)) = group.split_first() else { continue };
        let at = markdown::start(heading).unwrap_or(end);
        match markdown::heading_level(heading) {
            Some(HeadingLevel::H1) => {
                if outline.contains_key(&Section::Title) {
                    found.error(at, "there is a second title");
                } else if last.is_some() {
                    found.error(at, "the title must come first");
                }
                if let Some(at) = below.first().and_then(|it| markdown::start(it)) {
                    found.error(at, "text before the first section");
                }
                outline.entry(Section::Title).or_insert(Part { at, events: markdown::inside(heading).to_vec() });
            }
            Some(HeadingLevel::H2) => {
                if let Some(section) = open(&outline, last, heading, at, found) {
                    outline.insert(section, Part { at, events: below.concat() });
                    last = Some(section);
                }
            }
            _ => found.error(at, "text before the title"),
        }
    }
    report_missing(&outline, end, found);
    outline
}

/// Does this block begin the title or a section?
fn is_opening(block: &[Span]) -> bool {
    matches!(markdown::heading_level(block), Some(HeadingLevel::H1 | HeadingLevel::H2))
}

/// The section that a second-level heading opens, if it may.
fn open(
    outline: &Outline,
    last: Option<Section>,
    heading: &[Span],
    at: usize,
    found: &mut Findings,
) -> Option<Section> {
    let words = markdown::plain(heading);
    let Some(section) = Section::headed().find(|it| it.heading() == words) else {
        found.error(at, format!("unknown section `{words}`"));
        return None;
    };
    if outline.contains_key(&section) {
        found.error(at, format!("section `{words}` is there twice"));
        return None;
    }
    if let Some(last) = last.filter(|it| *it > section) {
        found.error(at, format!("section `{words}` must come before `{}`", last.heading()));
    }
    Some(section)
}

fn report_missing(outline: &Outline, end: usize, found: &mut Findings) {
    if !outline.contains_key(&Section::Title) {
        found.error(0, "the title is missing");
    }
    for section in Section::headed().filter(|it| !outline.contains_key(it)) {
        // Named where it ought to stand: at the section that follows it, or at the end.
        let at = outline.range(section..).map(|(_, part)| part.at).min().unwrap_or(end);
        found.error(at, format!("section `{}` is missing", section.heading()));
    }
}

/// A title or a section within a list or a quotation would be none.
fn report_nested_headings(blocks: &[&[Span]], found: &mut Findings) {
    for (event, at) in blocks.iter().flat_map(|it| it.iter().skip(1)) {
        if let Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) = event {
            found.error(at.start, "a title or section heading inside of something else");
        }
    }
}
