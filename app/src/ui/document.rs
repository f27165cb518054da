//! What documents of the bank are made of: parts under their headings, sources with the day they were read, links.

use crate::ui::lang;
use content::{Entry, Part, Shelf, Source};
use domain::QuestionId;
use leptos::prelude::*;

/// The parts of an entry, each under its heading; an entry without parts is its text alone.
#[component]
pub fn EntryParts(
    /// The entry.
    entry: Entry,
    /// Which level its headings have.
    level: u8,
) -> impl IntoView {
    let lang = lang();
    let parts = entry.parts.into_iter().map(|(part, html)| {
        let words = lang.t(&format!("doc-{}", part.name()));
        let heading = match (part, level) {
            (Part::Body, _) => ().into_any(),
            (_, 3) => view! { <h3>{words}</h3> }.into_any(),
            (_, 4) => view! { <h4>{words}</h4> }.into_any(),
            _ => view! { <h5>{words}</h5> }.into_any(),
        };
        let class = if part == Part::Output { "part wide" } else { "part" };
        view! { <div class=class>{heading}<div class="prose" inner_html=html.into_string()></div></div> }
    });
    view! { <div class="parts">{parts.collect::<Vec<_>>()}</div> }
}

/// A source and the day when it was last read.
#[component]
pub fn SourceLink(
    /// The source.
    source: Source,
) -> impl IntoView {
    let day = lang().day(&source.checked);
    view! {
        <a href=source.url rel="noreferrer" dir="ltr">{source.title}</a>
        <time class="n" datetime=source.checked>{day}</time>
    }
}

/// Links to the questions among `ids` that the reader may see.
pub fn question_links(shelf: Shelf<'_>, ids: &[QuestionId]) -> Vec<impl IntoView + use<>> {
    let lang = lang();
    let found = ids.iter().filter_map(|it| shelf.get(it));
    let link = |it: &content::Question| {
        let title = it.text(lang.0).title.clone().into_string();
        view! { <li><a href=lang.path(&format!("/questions/{}", it.id)) inner_html=title></a></li> }
    };
    found.map(link).collect()
}
