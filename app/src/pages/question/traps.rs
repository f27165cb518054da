//! Wrong claims that sound right: the claim, what is true, and in a column of their own the sources that say so.

use super::Part;
use crate::ui::{Icon, lang};
use content::{Question, Source, Trap};
use leptos::prelude::*;

/// The traps of a question.
#[component]
pub(super) fn Traps(question: Question) -> impl IntoView {
    let rows: Vec<_> = question.text(lang().0).traps.iter().map(|it| row(&question, it)).collect();
    view! { <Part id="traps" key="part-traps"><ul class="trap">{rows}</ul></Part> }
}

fn row(question: &Question, trap: &Trap) -> impl IntoView + use<> {
    let lang = lang();
    let sources: Vec<Source> = trap.sources.iter().filter_map(|it| question.source(it)).cloned().collect();
    let sources = sources.into_iter().map(|it| view! { <a href=it.url rel="noreferrer" dir="ltr">{it.title}</a> });
    view! {
        <li>
            <p class="claim"><Icon name="cross" small=true/><span><span class="vh">{lang.t("trap-wrong")}" "</span>
                <span inner_html=trap.claim.as_str().to_owned()></span></span></p>
            <p class="src"><span class="vh">{lang.t("part-references")}": "</span>{sources.collect::<Vec<_>>()}</p>
            <div class="fact"><Icon name="check" small=true/><div><span class="vh">{lang.t("trap-right")}" "</span>
                <div inner_html=trap.fact.as_str().to_owned()></div></div></div>
        </li>
    }
}
