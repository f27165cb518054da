//! Reference pages: commands, metrics, problems, tools, monitoring, reading; and the list of them.

use crate::{
    AppError,
    lang::Lang,
    state::state,
    ui::{EntryParts, Frame, Place, SourceLink, lang, page, question_links},
    viewer,
};
use content::{Entry, Item, Reference, Shelf, Topic, Version};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_params_map;

/// The list of the pages that the bank has.
#[component]
pub fn ReferenceIndexPage() -> impl IntoView {
    page(async move {
        let lang = lang();
        let state = state()?;
        let pages = Topic::ALL.into_iter().filter_map(|it| state.bank.reference(it));
        let items: Vec<_> = pages.map(|it| listed(lang, it)).collect();
        let tracks = state.bank.tracks().map(|it| it.document.version(lang.0).clone()).map(|it| {
            view! { <li><a href=lang.path("/tracks") inner_html=it.title.into_string()></a><div class="quiet" inner_html=it.lead.into_string()></div></li> }
        });
        let empty = items.is_empty() && tracks.is_none();
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("nav-reference"))/>
            <Frame place=Place::Reference>
                <main id="main" class="table-page">
                    <h1>{lang.t("nav-reference")}</h1>
                    {if empty {
                        view! { <p class="empty">{lang.t("reference-none")}</p> }.into_any()
                    } else {
                        view! { <ul class="list shelf">{items}{tracks}</ul> }.into_any()
                    }}
                </main>
            </Frame>
        })
    })
}

fn listed(lang: Lang, page: &Reference) -> impl IntoView + use<> {
    let version = page.document.version(lang.0).clone();
    let href = lang.path(&format!("/reference/{}", page.topic));
    view! {
        <li><a href=href inner_html=version.title.into_string()></a>" "<span class="n quiet">{page.entries.len()}</span>
            <div class="quiet" inner_html=version.lead.into_string()></div></li>
    }
}

/// One page.
#[component]
pub fn ReferencePage() -> impl IntoView {
    let topic = use_params_map().read_untracked().get("topic").unwrap_or_default();
    page(async move {
        let topic: Topic = topic.parse().map_err(|_| AppError::NotFound)?;
        let lang = lang();
        let state = state()?;
        let shelf = state.bank.shelf(viewer::reader());
        let reference = state.bank.reference(topic).ok_or(AppError::NotFound)?;
        let Version { title, title_plain, lead, entries, stale } = reference.document.version(lang.0).clone();
        let jumps: Vec<_> = reference.entries.iter().zip(&entries).map(|(item, entry)| jump(item, entry)).collect();
        let sections: Vec<_> =
            reference.entries.iter().zip(entries).map(|(item, entry)| section(shelf, reference, item, entry)).collect();
        Ok(view! {
            <Title text=format!("{title_plain} · Hopwise")/>
            <Meta name="description" content=title_plain/>
            <Frame place=Place::Reference class="manual">
                <main id="main" class="page">
                    <nav class="rail" aria-label=lang.t("reference-entries")>
                        <p><a href=lang.path("/reference")>{lang.t("nav-reference")}</a></p>
                        <ol>{jumps}</ol>
                    </nav>
                    <article class="sheet" data-copy-label=lang.t("copy") data-copied-label=lang.t("copied")>
                        <header class="head"><h1 inner_html=title.into_string()></h1>
                            <div class="read" inner_html=lead.into_string()></div>
                            {stale.then(|| view! { <p class="state warn">{lang.t("question-stale")}</p> })}</header>
                        {sections}
                    </article>
                </main>
            </Frame>
        })
    })
}

fn jump(item: &Item, entry: &Entry) -> impl IntoView + use<> {
    view! { <li><a href=format!("#{}", item.id) inner_html=entry.heading.as_str().to_owned()></a></li> }
}

fn section(shelf: Shelf<'_>, page: &Reference, item: &Item, entry: Entry) -> impl IntoView + use<> {
    let lang = lang();
    let questions = question_links(shelf, &item.questions);
    let labs = item.labs.iter().map(|it| {
        view! { <li><a href=lang.path(&format!("/labs/{it}"))>{lang.t(&format!("lab-{it}-title"))}</a></li> }
    });
    let labs: Vec<_> = labs.collect();
    let probes: Vec<_> =
        item.probes.iter().map(|it| view! { <li>{lang.t(&format!("reference-probe-{it}"))}</li> }).collect();
    let sources = item.sources.iter().filter_map(|id| page.sources.iter().find(|it| it.id == *id)).cloned();
    let sources = sources.map(|it| view! { <li><SourceLink source=it/></li> }).collect::<Vec<_>>();
    let goes_with = questions.len() + labs.len() + probes.len() > 0;
    view! {
        <section class="entry" id=item.id.to_string() aria-labelledby=format!("h-{}", item.id)>
            <h2 id=format!("h-{}", item.id) inner_html=entry.heading.as_str().to_owned()></h2>
            {item.command.clone().map(|it| view! { <p class="command"><code dir="ltr">{it}</code></p> })}
            <EntryParts entry=entry level=3/>
            <footer>
                {goes_with.then(|| view! { <div><h3>{lang.t("reference-goes-with")}</h3><ul class="links">{questions}{labs}{probes}</ul></div> })}
                <div><h3>{lang.t("part-references")}</h3><ul class="refs">{sources}</ul></div>
            </footer>
        </section>
    }
}
