//! Icons, level markers and text that the bank rendered.

use crate::ui::lang;
use domain::Level;
use leptos::prelude::*;

/// An icon of the sprite; says nothing to a screen reader, so a word always stands beside it.
#[component]
pub fn Icon(
    /// Name in the sprite, without `i-`.
    name: &'static str,
    /// A little smaller, for captions.
    #[prop(optional)]
    small: bool,
    /// Mirrored in right-to-left pages.
    #[prop(optional)]
    directed: bool,
) -> impl IntoView {
    view! {
        <svg class="i" class:sm=small class:dir=directed viewBox="0 0 16 16" aria-hidden="true">
            <use href=format!("/icons.svg#i-{name}")></use>
        </svg>
    }
}

/// Four letters on a line; those that apply are bold.
#[component]
pub fn Levels(
    /// The levels that apply.
    levels: Vec<Level>,
) -> impl IntoView {
    let lang = lang();
    let words: Vec<String> = levels.iter().map(|it| lang.t(&format!("level-{it}"))).collect();
    let letters = Level::ALL.iter().map(|level| {
        let letter = level.letter().to_string();
        if levels.contains(level) {
            view! { <b>{letter}</b> }.into_any()
        } else {
            view! { <span>{letter}</span> }.into_any()
        }
    });
    view! { <span class="levels" role="img" aria-label=words.join(", ")>{letters.collect_view()}</span> }
}

/// HTML that the content room rendered and escaped; nothing that a person typed ever goes through here.
#[component]
pub fn Rendered(
    /// The rendered text.
    html: content::Html,
    /// Classes of the element around it.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! { <div class=class inner_html=html.as_str().to_owned()></div> }
}
