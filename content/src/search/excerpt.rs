//! The words around the first match, with what matched marked.

use super::{query::Query, words::compounds};
use crate::{Html, Section, Text, html::escape};
use std::{collections::BTreeSet, ops::Range};

/// Room for two lines of a results list.
const LENGTH: usize = 160;
/// Of these, how many may stand before the first match.
const BEFORE: usize = 50;

/// What a list of results shows of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The title; matched words are in `<mark>`.
    pub title: Html,
    /// The line that has most words of the query; the beginning of the glance when only the title has any.
    pub words: Html,
    /// The section that `words` are from.
    pub section: Section,
    /// The matched words as they are written, each once.
    pub forms: Vec<String>,
}

/// A line of a text and what in it answers to a query.
#[derive(Default)]
struct Line<'t> {
    text: &'t str,
    spans: Vec<Range<usize>>,
    /// The words of the query that are answered, by place.
    answered: BTreeSet<usize>,
}

impl Excerpt {
    /// Looks in `best` first, then in the rest of the text.
    pub(super) fn of(text: &Text, best: Section, query: &Query) -> Self {
        let title = Line::new(text.plain(Section::Title), query);
        let others = Section::ALL.into_iter().filter(|it| *it != Section::Title && *it != best);
        let sections = [best].into_iter().filter(|it| *it != Section::Title).chain(others);
        let found = sections.map(|it| (it, Line::best(text.plain(it), query))).find(|(_, line)| !line.spans.is_empty());
        let (section, line) = found.unwrap_or_else(|| {
            let glance = text.plain(Section::Glance).lines().next().unwrap_or_default();
            (Section::Glance, Line { text: glance, ..Line::default() })
        });

        let mut forms: Vec<String> = Vec::new();
        for form in title.matches().chain(line.matches()) {
            if !forms.iter().any(|it| it.to_lowercase() == form.to_lowercase()) {
                forms.push(form.to_owned());
            }
        }
        let window = window(line.text, line.spans.first().cloned().unwrap_or_default());
        Self { title: title.marked(0..title.text.len()), words: line.marked(window), section, forms }
    }
}

impl<'t> Line<'t> {
    /// The line with the most words of the query, the first of several.
    fn best(section: &'t str, query: &Query) -> Self {
        let mut best = Self::default();
        for line in section.lines().map(|it| Self::new(it, query)) {
            if line.answered.len() > best.answered.len() {
                best = line;
            }
            if best.answered.len() == query.words.len() {
                break;
            }
        }
        best
    }

    /// Marks a compound as a whole when that answers to more words than its parts do, and otherwise the parts.
    fn new(text: &'t str, query: &Query) -> Self {
        let mut line = Self { text, ..Self::default() };
        for compound in compounds(text) {
            let joined = compound.joined();
            let whole: BTreeSet<usize> = joined.iter().flat_map(|it| query.answered(it)).collect();
            let mut parts = BTreeSet::new();
            let mut spans = Vec::new();
            for part in compound.parts {
                let mut words = query.answered(&part.form).peekable();
                if words.peek().is_some() {
                    spans.push(part.span);
                }
                parts.extend(words);
            }
            if whole.len() > parts.len() {
                spans = vec![compound.span];
            }
            line.spans.extend(spans);
            line.answered.extend(whole.into_iter().chain(parts));
        }
        line
    }

    /// A part of the line with an ellipsis where something was cut.
    fn marked(&self, window: Range<usize>) -> Html {
        let mut out = String::new();
        if window.start > 0 {
            out.push('…');
        }
        let mut at = window.start;
        for span in self.spans.iter().filter(|it| it.start >= window.start && it.end <= window.end) {
            escape(&self.text[at..span.start], &mut out);
            out.push_str("<mark>");
            escape(&self.text[span.clone()], &mut out);
            out.push_str("</mark>");
            at = span.end;
        }
        escape(&self.text[at..window.end], &mut out);
        if window.end < self.text.len() {
            out.push('…');
        }
        Html::trusted(out)
    }

    fn matches(&self) -> impl Iterator<Item = &'t str> {
        self.spans.iter().map(|it| &self.text[it.clone()])
    }
}

/// The part of the line to show: from a word's beginning to a word's end, the first match included.
fn window(line: &str, first: Range<usize>) -> Range<usize> {
    if line.chars().count() <= LENGTH {
        return 0..line.len();
    }
    let start = match line[..first.start].char_indices().rev().nth(BEFORE) {
        Some((cut, _)) => line[cut..first.start].find(' ').map_or(first.start, |space| cut + space + 1),
        None => 0,
    };
    let end = match line[start..].char_indices().nth(LENGTH) {
        Some((cut, _)) => line[start..start + cut].rfind(' ').map_or(start + cut, |space| start + space),
        None => line.len(),
    };
    start..end.max(first.end)
}
