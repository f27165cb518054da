//! Lists of one-paragraph items, the shape of most sections.

use crate::{
    markdown::{self, Span},
    problem::Findings,
};
use pulldown_cmark::{Event, Tag};

/// The kind of list a section wants.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    Numbered,
    Bulleted,
}

/// One item: where it stands, and the words in it without the paragraph around them.
pub(crate) struct Item<'e, 'a> {
    pub(crate) at: usize,
    pub(crate) events: &'e [Span<'a>],
}

/// The items of the one list that `events`, which stand below `at`, must be.
pub(crate) fn only_list<'e, 'a>(
    at: usize,
    events: &'e [Span<'a>],
    wanted: List,
    name: &str,
    found: &mut Findings,
) -> Vec<Item<'e, 'a>> {
    let blocks = markdown::blocks(events);
    let kind = match events.first() {
        Some((Event::Start(Tag::List(Some(_))), _)) => Some(List::Numbered),
        Some((Event::Start(Tag::List(None)), _)) => Some(List::Bulleted),
        _ => None,
    };
    if blocks.len() != 1 || kind != Some(wanted) {
        let list = if wanted == List::Numbered { "a numbered list" } else { "a list of bullets" };
        let second = blocks.get(1).and_then(|it| markdown::start(it)).filter(|_| kind == Some(wanted));
        found.error(second.unwrap_or(at), format!("{name} must be {list} and nothing else"));
        return Vec::new();
    }
    markdown::blocks(markdown::inside(events)).into_iter().filter_map(|item| read_item(item, found)).collect()
}

fn read_item<'e, 'a>(item: &'e [Span<'a>], found: &mut Findings) -> Option<Item<'e, 'a>> {
    let at = markdown::start(item).unwrap_or_default();
    let mut events = markdown::inside(item);
    if markdown::plain(events).is_empty() {
        found.error(at, "an empty item");
        return Some(Item { at, events: &[] });
    }
    // Items that are set apart by blank lines come as paragraphs.
    if let (Some((Event::Start(Tag::Paragraph), _)), 1) = (events.first(), markdown::blocks(events).len()) {
        events = markdown::inside(events);
    }
    if events.iter().any(|(event, _)| is_block(event)) {
        found.error(at, "an item must be one paragraph");
        return None;
    }
    Some(Item { at, events })
}

fn is_block(event: &Event) -> bool {
    match event {
        Event::Start(tag) => !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }),
        other => matches!(other, Event::Rule),
    }
}
