//! Rules for Markdown wherever it stands: no raw HTML, whole fences, known links, one script per word.

use crate::{
    context::{Context, Words},
    glossary::Flagged,
    markdown,
    markdown::Span,
    problem::Findings,
    script,
};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// What pulldown-cmark leaves in the text when somebody forgot the other half of a pair.
const LEFTOVERS: [(&str, &str); 3] = [("**", "bold"), ("`", "inline code"), ("](", "a link")];

/// Checks the events of one file.
pub(crate) fn check(events: &[Span], text: &str, context: &Context, found: &mut Findings) {
    let mut in_code = false;
    for (index, (event, at)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                in_code = true;
                if markdown::language(kind).is_empty() {
                    found.error(at.start, "a block of code must be fenced and name its language");
                } else if !is_closed(&text[at.clone()]) {
                    found.error(at.start, "the code fence is never closed");
                }
            }
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Html(html) | Event::InlineHtml(html) => {
                found.error(at.start, format!("raw HTML `{}`", html.trim()));
            }
            Event::Start(Tag::Image { .. }) => found.error(at.start, "an image: the bank has none"),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                if *link_type != LinkType::Inline {
                    found.error(at.start, format!("`{dest_url}`: a link is written `[text](source:id)`"));
                } else if let Err(what) = context.resolve(dest_url) {
                    found.error(at.start, what);
                } else if matches!(events.get(index + 1), Some((Event::End(_), _))) {
                    found.error(at.start, "a link without words");
                }
            }
            Event::Text(words) if !in_code => {
                for (mark, of) in LEFTOVERS {
                    if let Some(offset) = words.find(mark) {
                        found.error(at.start + offset, format!("`{mark}` stands alone: {of} is not closed"));
                    }
                }
                check_script(words, at.start, found);
                check_terms(words, at.start, context, found);
            }
            Event::Code(words) => check_script(words, at.start, found),
            _ => {}
        }
    }
}

fn check_terms(words: &str, at: usize, context: &Context, found: &mut Findings) {
    if context.known.words == Words::Any {
        return;
    }
    for Flagged { at: offset, written, instead } in context.known.glossary.flag(context.locale, words) {
        found.style(at + offset, format!("`{written}`: the glossary says `{instead}`"));
    }
}

fn check_script(words: &str, at: usize, found: &mut Findings) {
    for word in script::mixed_words(words) {
        found.error(at, format!("`{word}` mixes Latin and Cyrillic letters"));
    }
}

/// Does a fenced block end with a fence at least as long as the one that opens it?
fn is_closed(block: &str) -> bool {
    let fence = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        let mark = line.chars().next().unwrap_or_default();
        (mark, line.chars().take_while(|it| *it == mark).count(), line.trim_end().chars().all(|it| it == mark))
    };
    let mut lines = block.trim_end().lines();
    let Some((mark, length, _)) = lines.next().map(fence) else { return false };
    lines.last().map(fence).is_some_and(|(other, count, only)| other == mark && count >= length && only)
}
