//! Tracks: minutes and blocks of each level, what is expected at it, advice to interviewers, settled conflicts.

use crate::{
    AppError,
    lang::Lang,
    state::state,
    ui::{EntryParts, Frame, Place, SourceLink, lang, page, question_links},
    viewer,
};
use content::{Entry, Slug, Tracks};
use domain::{Block, Dimension, Level, track::Track};
use leptos::prelude::*;
use leptos_meta::Title;

/// The levels' page.
#[component]
pub fn TracksPage() -> impl IntoView {
    page(async move {
        let lang = lang();
        let state = state()?;
        let shelf = state.bank.shelf(viewer::reader());
        let tracks = state.bank.tracks().ok_or(AppError::NotFound)?;
        let version = tracks.document.version(lang.0).clone();
        let levels = tracks.levels.iter().zip(tracks.level_entries(lang.0));
        let levels: Vec<_> = levels.map(|((level, blocks), entry)| one_level(lang, *level, blocks, entry)).collect();
        let advice = tracks.advice.iter().zip(tracks.advice_entries(lang.0));
        let advice: Vec<_> = advice.map(|(id, entry)| plain(id, entry, ().into_any())).collect();
        let conflicts = tracks.conflicts.iter().zip(tracks.conflict_entries(lang.0)).map(|((id, questions), entry)| {
            let links = question_links(shelf, questions);
            plain(id, entry, view! { <ul class="links">{links}</ul> }.into_any())
        });
        let conflicts: Vec<_> = conflicts.collect();
        let sources: Vec<_> =
            tracks.sources.iter().cloned().map(|it| view! { <li><SourceLink source=it/></li> }).collect();
        let matrix = matrix(lang, tracks);
        let (some_advice, some_conflicts, some_sources) =
            (!advice.is_empty(), !conflicts.is_empty(), !sources.is_empty());
        Ok(view! {
            <Title text=format!("{} · Hopwise", version.title_plain)/>
            <Frame place=Place::Reference class="manual">
                <main id="main" class="page single"><article class="sheet">
                    <header class="head"><h1 inner_html=version.title.into_string()></h1>
                        <div class="read" inner_html=version.lead.into_string()></div></header>
                    {matrix}
                    {levels}
                    {some_advice.then(|| view! { <h2 id="advice">{lang.t("tracks-advice")}</h2>{advice} })}
                    {some_conflicts.then(|| view! { <h2 id="conflicts">{lang.t("tracks-conflicts")}</h2>{conflicts} })}
                    {some_sources.then(|| view! { <h2 id="refs">{lang.t("part-references")}</h2><ul class="refs">{sources}</ul> })}
                </article></main>
            </Frame>
        })
    })
}

/// Minutes by level: as the planner splits them.
fn matrix(lang: Lang, tracks: &Tracks) -> impl IntoView + use<> {
    let rows = tracks.levels.iter().map(|(level, _)| {
        let track = Track::of(*level);
        let dimensions = Dimension::ALL.iter().map(|it| view! { <td class="num">{track.of_dimension(*it)}</td> });
        view! {
            <tr><th scope="row"><a href=format!("#{level}")>{lang.t(&format!("level-{level}"))}</a></th>
                <td class="num">{track.total()}</td><td class="num">{track.opening}</td>
                {dimensions.collect::<Vec<_>>()}<td class="num">{track.close}</td></tr>
        }
    });
    let heads =
        Dimension::ALL.iter().map(|it| view! { <th scope="col" class="num">{lang.t(&format!("dimension-{it}"))}</th> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=lang.t("tracks-minutes")><table class="t">
            <caption>{lang.t("tracks-minutes")}</caption>
            <thead><tr><th scope="col">{lang.t("col-level")}</th><th scope="col" class="num">{lang.t("col-minutes")}</th>
                <th scope="col" class="num">{lang.t("tracks-opening")}</th>{heads.collect::<Vec<_>>()}
                <th scope="col" class="num">{lang.t("tracks-close")}</th></tr></thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table></div>
    }
}

fn one_level(lang: Lang, level: Level, blocks: &[Block], entry: &Entry) -> impl IntoView + use<> {
    let blocks = blocks.iter().map(|it| {
        let href = lang.path(&format!("/questions?level={level}&block={it}"));
        view! { <li><a href=href>{lang.t(&format!("block-{it}"))}</a></li> }
    });
    let id = level.to_string();
    view! {
        <section class="entry" id=id.clone() aria-labelledby=format!("h-{id}")>
            <h2 id=format!("h-{id}") inner_html=entry.heading.as_str().to_owned()></h2>
            <ul class="links row">{blocks.collect::<Vec<_>>()}</ul>
            <EntryParts entry=entry.clone() level=3/>
        </section>
    }
}

/// Advice, or a conflict with the questions it is about.
fn plain(id: &Slug, entry: &Entry, links: AnyView) -> impl IntoView + use<> {
    view! {
        <section class="entry small" id=id.to_string() aria-labelledby=format!("h-{id}")>
            <h3 id=format!("h-{id}") inner_html=entry.heading.as_str().to_owned()></h3>
            <EntryParts entry=entry.clone() level=4/>
            {links}
        </section>
    }
}
