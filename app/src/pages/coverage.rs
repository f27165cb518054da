//! Coverage, for leads and administrators: what the bank holds by block, dimension, level and language, and what is stale.

use crate::{
    access,
    lang::Lang,
    state::state,
    ui::{Frame, Icon, Place, lang, page},
};
use content::{Coverage, Reader};
use domain::{Block, Dimension, Level, Locale};
use leptos::prelude::*;
use leptos_meta::Title;

/// The page.
#[component]
pub fn CoveragePage() -> impl IntoView {
    page(async move {
        access::COVERAGE.enter()?;
        let lang = lang();
        let state = state()?;
        let coverage = Coverage::of(state.bank.shelf(Reader::Staff));
        let stale: Vec<_> = coverage.stale().into_iter().map(|it| {
            let href = format!("/{}/questions/{}", it.locale, it.question);
            view! { <li><a href=href hreflang=it.locale.name()><code>{it.question.to_string()}</code></a>" "{it.locale.short()}</li> }
        }).collect();
        let fresh = stale.is_empty();
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("coverage-title"))/>
            <Frame place=Place::Questions>
                <main id="main" class="table-page">
                    <header class="page-head"><h1>{lang.t("coverage-title")}</h1>
                        <p>{lang.n("bank-count", coverage.total())}</p></header>
                    <p class="read">{lang.t("coverage-lead")}</p>
                    <Matrix coverage=coverage/>
                    <section class="sec" aria-labelledby="stale"><header><h2 id="stale">{lang.t("coverage-stale")}</h2></header>
                        {if fresh {
                            view! { <p class="state ok"><Icon name="check" small=true/>{lang.t("coverage-fresh")}</p> }.into_any()
                        } else {
                            view! { <ul class="list">{stale}</ul> }.into_any()
                        }}
                    </section>
                </main>
            </Frame>
        })
    })
}

#[component]
fn Matrix(coverage: Coverage) -> impl IntoView {
    let lang = lang();
    let columns = (Level::ALL.len() + Locale::ALL.len() + 2).to_string();
    let groups = Block::ALL.iter().map(|block| {
        let rows: Vec<_> = Dimension::ALL.iter().map(|it| row(lang, &coverage, *block, *it)).collect();
        let name = lang.t(&format!("block-{block}"));
        view! { <tbody><tr class="group"><th colspan=columns.clone() scope="rowgroup">{name}</th></tr>{rows}</tbody> }
    });
    let levels =
        Level::ALL.iter().map(|it| view! { <th scope="col" class="num">{lang.t(&format!("level-{it}"))}</th> });
    let locales = Locale::ALL.iter().map(|it| view! { <th scope="col" class="num" lang=it.name()>{it.short()}</th> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=lang.t("coverage-title")>
            <table class="t coverage">
                <caption class="vh">{lang.t("coverage-title")}</caption>
                <thead><tr><th scope="col">{lang.t("col-dimension")}</th><th scope="col" class="num">{lang.t("coverage-all")}</th>
                    {levels.collect::<Vec<_>>()}{locales.collect::<Vec<_>>()}</tr></thead>
                {groups.collect::<Vec<_>>()}
            </table>
        </div>
    }
}

fn row(lang: Lang, coverage: &Coverage, block: Block, dimension: Dimension) -> impl IntoView + use<> {
    let cell = |n: usize, href: String| {
        if n == 0 {
            view! { <td class="num gap"><span>"0"</span></td> }.into_any()
        } else {
            view! { <td class="num"><a href=href>{n}</a></td> }.into_any()
        }
    };
    let list = lang.path(&format!("/questions?block={block}&dimension={dimension}"));
    let levels: Vec<_> =
        Level::ALL.iter().map(|it| cell(coverage.at(block, dimension, *it), format!("{list}&level={it}"))).collect();
    let locales = Locale::ALL.iter().map(|it| {
        let (fresh, stale) = coverage.language(block, dimension, *it);
        let mark = (stale > 0).then(|| {
            view! { " "<span class="state warn"><Icon name="stale" small=true/>{lang.n("coverage-stale-count", stale)}</span> }
        });
        view! { <td class="num">{fresh}{mark}</td> }
    });
    view! {
        <tr><th scope="row">{lang.t(&format!("dimension-{dimension}"))}</th>
            {cell(coverage.all(block, dimension), list.clone())}{levels}{locales.collect::<Vec<_>>()}</tr>
    }
}
