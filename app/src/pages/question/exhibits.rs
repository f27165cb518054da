//! Exhibits of a question: a file to find the bugs in; its defects and the mended file are folded below.

use super::Part;
use crate::ui::{EntryParts, Rendered, SourceLink, lang};
use content::{Exhibit, Listing};
use leptos::prelude::*;

/// The exhibits, or nothing where there are none.
#[component]
pub(super) fn Exhibits(exhibits: Vec<Exhibit>) -> impl IntoView {
    let some = !exhibits.is_empty();
    let all: Vec<_> = exhibits.into_iter().map(|it| view! { <OneExhibit exhibit=it/> }).collect();
    some.then(|| view! { <Part id="exhibits" key="part-exhibits"><div class="stack">{all}</div></Part> })
}

#[component]
fn OneExhibit(exhibit: Exhibit) -> impl IntoView {
    let lang = lang();
    let version = exhibit.document.version(lang.0).clone();
    let defects = exhibit.defects.into_iter().zip(version.entries).map(|(defect, entry)| {
        let lines = defect.lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        view! {
            <li class="entry">
                <h4><span inner_html=entry.heading.as_str().to_owned()></span>" "
                    <span class="quiet tiny">{lang.with("exhibit-lines", &[("lines", lines.into())])}</span></h4>
                <EntryParts entry=entry level=5/>
            </li>
        }
    });
    let sources = exhibit.sources.into_iter().map(|it| view! { <li><SourceLink source=it/></li> });
    let (id, labelled) = (format!("exhibit-{}", exhibit.id), format!("exhibit-{}", exhibit.id));
    view! {
        <article class="exhibit stack" aria-labelledby=labelled>
            <h3 id=id inner_html=version.title.into_string()></h3>
            <Rendered class="read" html=version.lead/>
            <Numbered listing=exhibit.broken/>
            <details class="fold-sec">
                <summary>{lang.t("exhibit-defects")}</summary>
                <div class="stack">
                    <ol class="entries">{defects.collect::<Vec<_>>()}</ol>
                    <Numbered listing=exhibit.fixed/>
                    <ul class="refs">{sources.collect::<Vec<_>>()}</ul>
                </div>
            </details>
        </article>
    }
}

/// A file with its line numbers, which are no part of what is copied or read out.
#[component]
fn Numbered(listing: Listing) -> impl IntoView {
    let numbers = (1..=listing.lines).map(|it| it.to_string()).collect::<Vec<_>>().join("\n");
    view! {
        <figure class="code">
            <figcaption>{listing.file}</figcaption>
            <div class="listing">
                <div class="lines" aria-hidden="true">{numbers}</div>
                <pre tabindex="0" dir="ltr" lang="en"><code inner_html=listing.html.into_string()></code></pre>
            </div>
        </figure>
    }
}
