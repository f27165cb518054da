//! The bank: search in three languages, filters in the URL, the list by block.

mod narrow;
mod peek;

use crate::{
    access,
    state::state,
    ui::{Frame, Icon, Levels, Place, lang, page},
    viewer,
};
use content::{Excerpt, Hit, Question};
use domain::{Block, Locale};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use narrow::{Narrow, asked};
use peek::{Keys, Peek};
use std::collections::BTreeMap;

/// How many hits of a search are shown: nobody reads on, and each costs a look at its text.
const SHOWN: usize = 30;

/// One line of the list: a question and, in a search, where it matched and in which language.
struct Line {
    question: Question,
    found: Option<(Excerpt, Locale)>,
}

/// The bank's page.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let (text, filter) = asked(&use_query_map().read_untracked());
    let chosen = use_query_map().read_untracked().get("peek");
    page(async move {
        let lang = lang();
        let state = state()?;
        let shelf = state.bank.shelf(viewer::reader());
        let query = shelf.query(&text);
        let hits: Vec<Hit> = shelf.search(&query, lang.0);
        let all: Vec<&Question> =
            if query.is_empty() { shelf.questions().collect() } else { hits.iter().map(|it| it.question).collect() };
        let active = filter.chosen();
        let narrowed = !query.is_empty() || active > 0;
        let (left, facets) = content::narrow(shelf, all, &filter);
        let count = left.len();
        let most = if query.is_empty() { count } else { SHOWN };
        let found: BTreeMap<_, _> = hits.iter().map(|it| (&it.question.id, it)).collect();
        let lines = left.into_iter().take(most).map(|it| Line {
            question: it.clone(),
            found: found.get(&it.id).map(|hit| (hit.excerpt(&query), hit.locale)),
        });
        let lines: Vec<Line> = lines.collect();
        let cut = count > lines.len();
        let may_see_coverage = access::COVERAGE.enter().is_ok();
        let at = lines.iter().position(|it| Some(it.question.id.as_str()) == chosen.as_deref()).unwrap_or_default();
        let id = |it: usize| lines.get(it).map(|it| it.question.id.clone());
        let (shown, previous, next) =
            (lines.get(at).map(|it| it.question.clone()), at.checked_sub(1).and_then(id), id(at + 1));
        let title = if text.is_empty() { lang.t("bank-title") } else { format!("{}: {text}", lang.t("bank-title")) };
        Ok(view! {
            <Title text=format!("{title} · Hopwise")/>
            <Frame place=Place::Questions class="bank">
                <main id="main" class="page">
                    <Narrow facets=facets filter=filter narrowed=narrowed/>
                    <section class="results" aria-label=lang.t("bank-results")>
                        <h1 class="vh">{lang.t("bank-title")}</h1>
                        <Seek text=text active=active/>
                        <p class="tally" role="status"><b>{lang.n("bank-count", count)}</b>
                            {cut.then(|| view! { <span class="quiet">{lang.n("bank-cut", SHOWN)}</span> })}
                            {may_see_coverage.then(|| view! { <a class="end" href=lang.path("/questions/coverage")>{lang.t("coverage-title")}</a> })}</p>
                        {if lines.is_empty() {
                            view! { <div class="empty"><p>{lang.t("bank-none")}</p>
                                <a class="btn main" href=lang.path("/questions")>{lang.t("bank-clear")}</a></div> }.into_any()
                        } else {
                            view! { <List lines=lines at=at/> }.into_any()
                        }}
                    </section>
                    {shown.clone().map(|it| view! { <Peek question=it/> })}
                </main>
                {shown.is_some().then(|| view! { <Keys previous=previous next=next/> })}
            </Frame>
        })
    })
}

/// The search field; it belongs to the same form as the filters, so one address holds both.
#[component]
fn Seek(text: String, active: usize) -> impl IntoView {
    let lang = lang();
    view! {
        <div class="seek" role="search">
            <label class="field"><Icon name="search"/><span class="vh">{lang.t("bank-search")}</span>
                <input type="search" name="q" form="facets" value=text maxlength="200" dir="auto" data-key="Slash"
                    placeholder=lang.t("bank-search-hint")/>
                <span class="keys" aria-hidden="true"><kbd>"/"</kbd></span></label>
            <button class="btn main" type="submit" form="facets">{lang.t("bank-go")}</button>
            <details class="fold"><summary class="btn"><Icon name="filter" small=true/>{lang.t("bank-filters")}
                {(active > 0).then(|| view! { <span class="n">{active}</span> })}</summary></details>
        </div>
    }
}

/// The questions: by block, or in a search the best first.
#[component]
fn List(lines: Vec<Line>, at: usize) -> impl IntoView {
    let lang = lang();
    let mut counts = BTreeMap::<Block, usize>::new();
    lines.iter().for_each(|it| *counts.entry(it.question.block).or_default() += 1);
    let searched = lines.iter().any(|it| it.found.is_some());
    let mut block: Option<Block> = None;
    let rows = lines.into_iter().enumerate().map(|(index, line)| {
        let begins = !searched && block.replace(line.question.block) != Some(line.question.block);
        let group = begins.then(|| {
            let count = counts.get(&line.question.block).copied().unwrap_or_default();
            view! { <tr class="group"><th colspan="4" scope="colgroup">{lang.t(&format!("block-{}", line.question.block))}
                " "<span class="n">{count}</span></th></tr> }
        });
        view! { {group}<Row line=line current=index == at/> }
    });
    view! {
        <table class="shelf-list" data-hits="">
            <caption class="vh">{lang.t("bank-results")}</caption>
            <thead><tr>
                <th scope="col">{lang.t("col-question")}</th><th scope="col">{lang.t("col-levels")}</th>
                <th scope="col">{lang.t("col-dimension")}</th><th scope="col" class="num">{lang.t("col-minutes")}</th>
            </tr></thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
}

#[component]
fn Row(line: Line, current: bool) -> impl IntoView {
    let lang = lang();
    let Line { question, found } = line;
    let text = question.text(lang.0).clone();
    let (title, words, of) = match found {
        Some((excerpt, locale)) => (excerpt.title, excerpt.words, locale),
        None => (text.title, text.glance, lang.0),
    };
    view! {
        <tr id=format!("q-{}", question.id) data-peek=question.id.to_string() aria-current=current.then_some("true")>
            <th scope="row">
                <a href=lang.path(&format!("/questions/{}", question.id)) lang=of.name() dir=of.dir() inner_html=title.into_string()></a>
                <p lang=of.name() dir=of.dir() inner_html=words.into_string()></p>
            </th>
            <td><Levels levels=question.levels.clone()/></td>
            <td>{lang.t(&format!("dimension-{}", question.dimension))}</td>
            <td class="num" data-unit=lang.t("bank-unit")>{question.minutes}</td>
        </tr>
    }
}
