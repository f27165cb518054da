//! Markdown as a list of events that know where they stand in the file.

use crate::problem::Findings;
use pulldown_cmark::{
    BrokenLink, CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset,
};
use std::ops::Range;

/// One event and the bytes of the file it stands for.
pub(crate) type Span<'a> = (Event<'a>, Range<usize>);

/// A fenced block of code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) language: String,
    pub(crate) code: String,
    pub(crate) at: usize,
}

/// Which Markdown a file is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Headings are the names of sections.
    Question,
    /// Headings carry the ids of entries in braces.
    Document,
}

/// Parses what stands in `text` from `start` on, and reports links whose definition is missing.
pub(crate) fn parse<'a>(text: &'a str, start: usize, dialect: Dialect, found: &mut Findings) -> Vec<Span<'a>> {
    let mut broken = Vec::new();
    let mut note = |link: BrokenLink<'_>| {
        // A lone `[word]` is ordinary text; two pairs of brackets are meant as a link.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken.push((link.span.start, link.reference.to_string()));
        }
        None
    };
    let mut options = Options::ENABLE_TABLES;
    options.set(Options::ENABLE_HEADING_ATTRIBUTES, dialect == Dialect::Document);
    let parser = Parser::new_with_broken_link_callback(&text[start..], options, Some(&mut note));
    let events = TextMergeWithOffset::new(parser.into_offset_iter())
        .map(|(event, at)| (event, at.start + start..at.end + start))
        .collect();
    for (at, reference) in broken {
        found.error(start + at, format!("unresolved reference link `[{reference}]`"));
    }
    events
}

/// Cuts events into the blocks that stand side by side.
pub(crate) fn blocks<'e, 'a>(events: &'e [Span<'a>]) -> Vec<&'e [Span<'a>]> {
    let mut blocks = Vec::new();
    let (mut depth, mut first) = (0_usize, 0);
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            blocks.push(&events[first..=index]);
            first = index + 1;
        }
    }
    blocks
}

/// What stands between a block's first and last event.
pub(crate) fn inside<'e, 'a>(block: &'e [Span<'a>]) -> &'e [Span<'a>] {
    block.get(1..block.len().saturating_sub(1)).unwrap_or_default()
}

/// Where a block begins in the file.
pub(crate) fn start(block: &[Span]) -> Option<usize> {
    block.first().map(|(_, at)| at.start)
}

/// The level of a heading block.
pub(crate) fn heading_level(block: &[Span]) -> Option<HeadingLevel> {
    match block.first() {
        Some((Event::Start(Tag::Heading { level, .. }), _)) => Some(*level),
        _ => None,
    }
}

/// How many words of prose there are: code and tables do not count.
pub(crate) fn words(events: &[Span]) -> usize {
    let blocks = blocks(events);
    let is_prose = |it: &&&[Span]| !matches!(it.first(), Some((Event::Start(Tag::CodeBlock(_) | Tag::Table(_)), _)));
    let words = |it: &[Span]| plain(it).split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count();
    blocks.iter().filter(is_prose).map(|it| words(it)).sum()
}

/// The words without markup: a line per paragraph, item, row or line of code.
pub(crate) fn plain(events: &[Span]) -> String {
    let mut out = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(text),
            Event::SoftBreak => out.push(' '),
            Event::End(TagEnd::TableCell) => out.push_str(" · "),
            Event::HardBreak
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::Heading(_)
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::CodeBlock,
            ) => {
                out.truncate(out.trim_end_matches([' ', '·', '\n']).len());
                out.push('\n');
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The fenced blocks of code, in order.
pub(crate) fn code_blocks(events: &[Span]) -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    let mut open = false;
    for (event, at) in events {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                open = true;
                codes.push(Code { language: language(kind).to_owned(), code: String::new(), at: at.start });
            }
            Event::End(TagEnd::CodeBlock) => open = false,
            Event::Text(text) if open => codes.iter_mut().last().into_iter().for_each(|it| it.code.push_str(text)),
            _ => {}
        }
    }
    codes
}

/// The language a block of code names, or nothing.
pub(crate) fn language<'k>(kind: &'k CodeBlockKind) -> &'k str {
    match kind {
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    }
}
