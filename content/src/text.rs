//! Reads the sections of one file into a [`Text`], reporting what does not have its section's shape.

use crate::{
    Citation, Html, Section, Text, Trap,
    context::Context,
    markdown::{self, Span},
    outline::{Outline, Part},
    problem::Findings,
    render,
    shape::{self, Item, List},
};
use domain::QuestionId;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

const GLANCE_WORDS: usize = 60;

/// Reads one file's sections. What is wrong is reported and left out of the text.
pub(crate) fn read(outline: &Outline, context: &Context, found: &mut Findings) -> Text {
    let mut text = Text::default();
    for (section, part) in outline {
        let plain = markdown::plain(&part.events);
        if plain.is_empty() {
            let name = if *section == Section::Title { "the title" } else { section.heading() };
            found.error(part.at, format!("{name} is empty"));
            continue;
        }
        text.plain[*section as usize] = plain;
        let html = || render::html(&part.events, context);
        let items =
            |list, found: &mut Findings| shape::only_list(part.at, &part.events, list, section.heading(), found);
        let rendered = |items: &[Item]| items.iter().map(|it| render::html(it.events, context)).collect::<Vec<_>>();
        match section {
            Section::Title => text.title = html(),
            Section::Prompt => text.prompt = html(),
            Section::Glance => read_glance(part, context, found, &mut text),
            Section::FollowUps => text.follow_ups = rendered(&items(List::Numbered, found)),
            Section::Practice => text.practice = html(),
            Section::Answer => text.answer = html(),
            Section::Anchors => match <[Html; 5]>::try_from(rendered(&items(List::Numbered, found))) {
                Ok(anchors) => text.anchors = anchors,
                Err(other) => found.error(part.at, format!("five anchors are needed, not {}", other.len())),
            },
            Section::RedFlags => {
                let flags = items(List::Bulleted, found);
                text.red_flags = rendered(&flags);
                text.red_flags_plain = flags.iter().map(|it| markdown::plain(it.events)).collect();
            }
            Section::Traps => text.traps = read_traps(part, context, found),
            Section::References => text.references = read_references(part, context, found),
        }
    }
    text.links = links(outline);
    text
}

/// The questions that a text links to, in order, each once.
fn links(outline: &Outline) -> Vec<QuestionId> {
    let mut links = Vec::new();
    for (event, _) in outline.values().flat_map(|it| &it.events) {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
        let id = dest_url.strip_prefix("question:").and_then(|it| it.parse().ok());
        links.extend(id.filter(|it| !links.contains(it)));
    }
    links
}

/// One paragraph, then one list of bullets, short enough to be taken in while somebody talks.
fn read_glance(part: &Part, context: &Context, found: &mut Findings, text: &mut Text) {
    let words = text.plain(Section::Glance).split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count();
    if words > GLANCE_WORDS {
        found.error(part.at, format!("At a glance has {words} words, {GLANCE_WORDS} are allowed"));
    }
    match markdown::blocks(&part.events).as_slice() {
        [lead @ [(Event::Start(Tag::Paragraph), _), ..], list @ [(Event::Start(Tag::List(None)), at), ..]] => {
            text.glance = render::html(markdown::inside(lead), context);
            let points = shape::only_list(at.start, list, List::Bulleted, "At a glance", found);
            text.points = points.iter().map(|it| render::html(it.events, context)).collect();
        }
        _ => found.error(part.at, "At a glance must be a paragraph and a list of bullets"),
    }
}

/// Third-level headings with the facts below them.
fn read_traps(part: &Part, context: &Context, found: &mut Findings) -> Vec<Trap> {
    let is_claim = |block: &[Span]| markdown::heading_level(block) == Some(HeadingLevel::H3);
    let mut traps = Vec::new();
    for group in markdown::blocks(&part.events).chunk_by(|_, next| !is_claim(next)) {
        let Some((claim, fact)) = group.split_first() else { continue };
        let at = markdown::start(claim).unwrap_or(part.at);
        if !is_claim(claim) {
            found.error(at, "Traps must begin with a `###` heading");
            continue;
        }
        let fact = fact.concat();
        if markdown::plain(claim).is_empty() {
            found.error(at, "a trap without a claim");
        }
        if markdown::plain(&fact).is_empty() {
            found.error(at, "a trap without a fact");
        } else if !fact.iter().any(|(event, _)| source_of(event).is_some()) {
            found.error(at, "a trap without a source: link to one");
        }
        let mut sources: Vec<String> = Vec::new();
        for id in fact.iter().filter_map(|(event, _)| source_of(event)) {
            if !sources.iter().any(|it| it == id) {
                sources.push(id.to_owned());
            }
        }
        traps.push(Trap {
            claim: render::html(markdown::inside(claim), context),
            fact: render::html(&fact, context),
            sources,
        });
    }
    traps
}

/// Bullets that begin with a link to a source, each source once.
fn read_references(part: &Part, context: &Context, found: &mut Findings) -> Vec<Citation> {
    let mut references: Vec<Citation> = Vec::new();
    for item in shape::only_list(part.at, &part.events, List::Bulleted, "Citations", found) {
        let Some((source, note)) = read_reference(&item, context) else {
            found.error(item.at, "a reference is written `- [title](source:id): what it says`");
            continue;
        };
        if references.iter().any(|it| it.source == source) {
            found.error(item.at, format!("source `{source}` is listed twice"));
        }
        references.push(Citation { source, note });
    }
    for source in context.sources {
        if !references.iter().any(|it| it.source == source.id) {
            found.error(part.at, format!("source `{}` is not among the references", source.id));
        }
    }
    references
}

fn read_reference(item: &Item, context: &Context) -> Option<(String, Html)> {
    let (first, _) = item.events.first()?;
    let source = source_of(first)?.to_owned();
    let end = item.events.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Link)))?;
    let mut note = item.events[end + 1..].to_vec();
    if let Some((Event::Text(text), _)) = note.first_mut() {
        *text = text.trim_start_matches([':', ' ']).to_owned().into();
    }
    (!markdown::plain(&note).is_empty()).then(|| (source, render::html(&note, context)))
}

/// The source that an event links to; whether there is one is checked for all links at once.
fn source_of<'e>(event: &'e Event) -> Option<&'e str> {
    match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix("source:"),
        _ => None,
    }
}
