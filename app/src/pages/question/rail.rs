//! The rail beside a question: its plate, the questions that go with it, its references.

use super::bar::Place;
use crate::ui::{Icon, Levels, SourceLink, lang};
use content::Question;
use domain::Pool;
use leptos::prelude::*;

/// The rail.
#[component]
pub(super) fn Rail(question: Question, related: Vec<Place>) -> impl IntoView {
    let lang = lang();
    let text = question.text(lang.0).clone();
    let references = text.references.iter().filter_map(|reference| {
        let source = question.source(&reference.source)?.clone();
        Some(view! {
            <li><SourceLink source=source/><span inner_html=reference.note.as_str().to_owned()></span></li>
        })
    });
    let links = related.into_iter().map(|(id, title)| {
        view! { <li><Icon name="link" small=true/><a href=lang.path(&format!("/questions/{id}")) inner_html=title.into_string()></a></li> }
    });
    let links: Vec<_> = links.collect();
    let has_links = !links.is_empty();
    view! {
        <aside class="rail" aria-label=lang.t("question-about")>
            <dl class="plate">
                <dt>{lang.t("col-levels")}</dt><dd><Levels levels=question.levels.clone()/></dd>
                <dt>{lang.t("col-dimension")}</dt><dd>{lang.t(&format!("dimension-{}", question.dimension))}</dd>
                <dt>{lang.t("col-minutes")}</dt><dd><span class="n">{question.minutes}</span></dd>
                <dt>{lang.t("question-pool")}</dt><dd class="row">{(question.pool == Pool::Interview).then(|| view! { <Icon name="lock" small=true/> })}
                    {lang.t(&format!("pool-{}", question.pool))}</dd>
            </dl>
            {has_links.then(|| view! {
                <section aria-labelledby="related">
                    <h2 id="related">{lang.t("part-related")}</h2><ul class="links">{links}</ul>
                </section>
            })}
            <section aria-labelledby="refs">
                <h2 id="refs">{lang.t("part-references")}</h2>
                <ul class="refs">{references.collect::<Vec<_>>()}</ul>
                <p class="tiny quiet">{lang.t("question-checked")}</p>
            </section>
        </aside>
    }
}
