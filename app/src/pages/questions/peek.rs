//! The pane beside the list: the chosen question in short; and the keys that choose another.

use crate::{
    pages::question::{Anchors, flags, lines},
    ui::{Icon, lang},
};
use content::{Question, Section};
use domain::{Pool, QuestionId};
use leptos::prelude::*;

/// The chosen question: answer in a sentence, follow-ups, anchors, red flags.
#[component]
pub fn Peek(question: Question) -> impl IntoView {
    let lang = lang();
    let text = question.text(lang.0).clone();
    let (follow_ups, red) = (lines(&text.follow_ups), flags(&text.red_flags));
    let href = lang.path(&format!("/questions/{}", question.id));
    view! {
        <aside class="peek" aria-labelledby="peek-title">
            <p class="row tiny quiet"><code>{question.id.to_string()}</code>
                <span class="end state">{(question.pool == Pool::Interview).then(|| view! { <Icon name="lock" small=true/> })}
                    {lang.t(&format!("pool-{}", question.pool))}</span></p>
            <h2 id="peek-title" class="peek-title">{text.plain(Section::Title).to_owned()}</h2>
            <p class="read" inner_html=text.glance.as_str().to_owned()></p>
            <section class="sec" aria-labelledby="peek-more">
                <header><h3 id="peek-more">{lang.t("part-follow-ups")}</h3></header><ol class="list num dense">{follow_ups}</ol></section>
            <section class="sec" aria-labelledby="peek-anchors">
                <header><h3 id="peek-anchors">{lang.t("part-anchors")}</h3></header><Anchors question=question/></section>
            <section class="sec" aria-labelledby="peek-flags">
                <header><h3 id="peek-flags">{lang.t("part-red-flags")}</h3></header><ul class="list icon dense">{red}</ul></section>
            <p class="row"><a class="btn main" href=href data-key="Enter">{lang.t("bank-open")}<span class="keys"><kbd>"\u{21b5}"</kbd></span></a></p>
        </aside>
    }
}

/// This page with another question in the pane.
fn with_peek(id: &QuestionId) -> String {
    let query =
        use_context::<http::request::Parts>().and_then(|it| it.uri.query().map(str::to_owned)).unwrap_or_default();
    let rest = query.split('&').filter(|it| !it.is_empty() && !it.starts_with("peek="));
    let all: Vec<String> = rest.map(str::to_owned).chain([format!("peek={id}")]).collect();
    format!("?{}#q-{id}", all.join("&"))
}

/// Keys at the foot of the bank: links to the same page with another question in the pane.
#[component]
pub fn Keys(previous: Option<QuestionId>, next: Option<QuestionId>) -> impl IntoView {
    let lang = lang();
    let step = move |id: Option<QuestionId>, code: &'static str, cap: &'static str, word: &'static str| {
        id.map(|it| view! { <a href=with_peek(&it) data-key=code><span class="keys"><kbd>{cap}</kbd></span>{lang.t(word)}</a> })
    };
    view! {
        <footer class="hints" aria-label=lang.t("bank-keys")>
            {step(next, "KeyJ", "J", "bank-next")}
            {step(previous, "KeyK", "K", "bank-previous")}
            <span><span class="keys"><kbd>"\u{21b5}"</kbd></span>{lang.t("bank-open")}</span>
            <span><span class="keys"><kbd>"/"</kbd></span>{lang.t("bank-search")}</span>
        </footer>
    }
}
