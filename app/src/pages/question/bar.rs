//! The bar of a question's page: where it stands, whether it is fresh, its neighbours.

use crate::{
    lang::Lang,
    ui::{Icon, lang},
};
use content::{Html, Question};
use domain::QuestionId;
use leptos::prelude::*;

/// Where a question stands: its id and its title.
pub(super) type Place = (QuestionId, Html);

/// Where `question` stands.
pub(super) fn place(lang: Lang, question: &Question) -> Place {
    (question.id.clone(), question.text(lang.0).title.clone())
}

/// The bar.
#[component]
pub(super) fn Bar(
    question: Question,
    position: (usize, usize),
    previous: Option<Place>,
    next: Option<Place>,
) -> impl IntoView {
    let lang = lang();
    let block = question.block.name();
    let link = move |it: Option<Place>, key: &'static str, cap: &'static str| {
        it.map(|(id, title)| {
            view! {
                <a class="btn bare" href=lang.path(&format!("/questions/{id}")) data-key=key>
                    <span class="keys"><kbd>{cap}</kbd></span><span class="clip" inner_html=title.into_string()></span>
                </a>
            }
        })
    };
    view! {
        <section class="subbar" aria-label=lang.t("question-place")>
            <nav class="crumbs" aria-label=lang.t("question-crumbs")>
                <a href=lang.path("/questions")>{lang.t("nav-questions")}</a><i aria-hidden="true">"/"</i>
                <a href=lang.path(&format!("/questions?block={block}"))>{lang.t(&format!("block-{block}"))}</a>
                <i aria-hidden="true">"/"</i><code>{question.id.to_string()}</code>
            </nav>
            <Freshness stale=question.text(lang.0).stale/>
            <nav class="row end" aria-label=lang.t("question-neighbours")>
                <span class="quiet">{lang.with("question-position", &[("n", position.0.into()), ("of", position.1.into())])}</span>
                {link(previous, "KeyK", "K")}
                {link(next, "KeyJ", "J")}
                <button class="btn small" type="button" data-print=""><Icon name="print" small=true/>{lang.t("print")}</button>
            </nav>
        </section>
    }
}

#[component]
fn Freshness(stale: bool) -> impl IntoView {
    let lang = lang();
    if stale {
        view! { <span class="state warn"><Icon name="stale" small=true/>{lang.t("question-stale")}</span> }.into_any()
    } else {
        view! { <span class="state ok"><Icon name="check" small=true/>{lang.t("question-fresh")}</span> }.into_any()
    }
}
