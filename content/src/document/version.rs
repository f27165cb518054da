//! Reads one file of a document: title, lead, then the entries that the manifest names, in its order.

use super::{Entry, Expected, Part, Shape, Slot, Version};
use crate::{
    context::Context,
    markdown::{self, Span},
    problem::Findings,
    render,
    shape::{self, List},
};
use pulldown_cmark::{Event, HeadingLevel, Tag};

const LEAD_WORDS: usize = 80;
const PART_WORDS: usize = 120;

/// Reads one file. What is wrong is reported and left out.
pub(super) fn read(
    events: &[Span],
    end: usize,
    expected: &[Expected],
    context: &Context,
    found: &mut Findings,
) -> Version {
    let mut version = Version::default();
    let mut entries: Vec<Option<Entry>> = expected.iter().map(|_| None).collect();
    let mut last = None;
    let blocks = markdown::blocks(events);
    for group in blocks.chunk_by(|_, next| !opens(next, &[HeadingLevel::H1, HeadingLevel::H2])) {
        let Some((heading, below)) = group.split_first() else { continue };
        let at = markdown::start(heading).unwrap_or(end);
        match markdown::heading_level(heading) {
            Some(HeadingLevel::H1) if version.title_plain.is_empty() && last.is_none() => {
                version.title = render::html(markdown::inside(heading), context);
                version.title_plain = markdown::plain(heading);
                let lead = below.concat();
                budget(&lead, LEAD_WORDS, at, "the lead", found);
                version.lead = render::html(&lead, context);
            }
            Some(HeadingLevel::H1) => found.error(at, "the title must come first, and once"),
            Some(HeadingLevel::H2) => {
                if let Some(place) = place(heading, expected, at, found) {
                    if last.is_some_and(|it| it >= place) {
                        found.error(at, "entries stand once each, in the order of the manifest");
                    }
                    last = Some(place);
                    entries[place] = Some(entry(heading, below, &expected[place], context, found));
                }
            }
            _ => found.error(at, "text before the title"),
        }
    }
    if version.title_plain.is_empty() {
        found.error(0, "the title is missing");
    }
    for (entry, expected) in entries.iter().zip(expected) {
        if entry.is_none() {
            found.error(end, format!("entry `{}` of the manifest is missing", expected.id));
        }
    }
    version.entries = entries.into_iter().map(Option::unwrap_or_default).collect();
    version
}

/// Which entry of the manifest a heading opens.
fn place(heading: &[Span], expected: &[Expected], at: usize, found: &mut Findings) -> Option<usize> {
    let id = match heading.first() {
        Some((Event::Start(Tag::Heading { id: Some(id), .. }), _)) => id.to_string(),
        _ => {
            found.error(at, "an entry's heading ends with its id: ## Words {#id}");
            return None;
        }
    };
    let place = expected.iter().position(|it| it.id.as_str() == id);
    if place.is_none() {
        found.error(at, format!("there is no entry `{id}` in the manifest"));
    }
    place
}

/// Reads what stands below an entry's heading.
fn entry(heading: &[Span], below: &[&[Span]], expected: &Expected, context: &Context, found: &mut Findings) -> Entry {
    let at = markdown::start(heading).unwrap_or_default();
    if markdown::plain(heading).is_empty() {
        found.error(at, "a heading without words");
    }
    let mut entry = Entry { heading: render::html(markdown::inside(heading), context), parts: Vec::new() };
    if expected.slots.is_empty() {
        let body = below.concat();
        check_shape(&body, Shape::Prose, at, expected.id.as_str(), found);
        entry.parts.push((Part::Body, render::html(&body, context)));
        return entry;
    }
    let mut slots = expected.slots.iter();
    for group in below.chunk_by(|_, next| !opens(next, &[HeadingLevel::H3])) {
        let Some((heading, below)) = group.split_first() else { continue };
        let at = markdown::start(heading).unwrap_or(at);
        if !opens(heading, &[HeadingLevel::H3]) {
            found.error(at, "text before the first part");
            continue;
        }
        let words = markdown::plain(heading);
        let Some(slot) = next(&mut slots, &words, at, found) else { continue };
        let below = below.concat();
        check_shape(&below, slot.shape, at, &words, found);
        entry.parts.push((slot.part, render::html(&below, context)));
    }
    for slot in slots.filter(|it| !it.optional) {
        found.error(at, format!("`{}` has no part `{}`", expected.id, slot.part.heading()));
    }
    entry
}

/// The slot that a heading fills; required ones that it passes over are reported.
fn next<'s>(slots: &mut std::slice::Iter<'s, Slot>, words: &str, at: usize, found: &mut Findings) -> Option<&'s Slot> {
    let Some(ahead) = slots.clone().position(|it| it.part.heading() == words) else {
        let names: Vec<&str> = slots.clone().map(|it| it.part.heading()).collect();
        found.error(at, format!("unknown part `{words}`, or not in its place: here may follow {}", names.join(", ")));
        return None;
    };
    for slot in slots.by_ref().take(ahead).filter(|it| !it.optional) {
        found.error(at, format!("part `{}` must come before `{words}`", slot.part.heading()));
    }
    slots.next()
}

fn check_shape(events: &[Span], shape: Shape, at: usize, name: &str, found: &mut Findings) {
    if markdown::plain(events).is_empty() {
        found.error(at, format!("{name} is empty"));
        return;
    }
    budget(events, PART_WORDS, at, name, found);
    match shape {
        Shape::Prose => {}
        Shape::Bullets => drop(shape::only_list(at, events, List::Bulleted, name, found)),
        Shape::Annotated => match markdown::blocks(events).as_slice() {
            [[(Event::Start(Tag::CodeBlock(_)), _), ..], list @ [(Event::Start(Tag::List(None)), at), ..]] => {
                drop(shape::only_list(at.start, list, List::Bulleted, name, found));
            }
            _ => found.error(at, format!("{name} must be a block of code and a list of bullets")),
        },
    }
}

fn budget(events: &[Span], most: usize, at: usize, name: &str, found: &mut Findings) {
    let words = markdown::words(events);
    if words > most {
        found.error(at, format!("{name} has {words} words, {most} are allowed"));
    }
}

fn opens(block: &[Span], levels: &[HeadingLevel]) -> bool {
    markdown::heading_level(block).is_some_and(|it| levels.contains(&it))
}
