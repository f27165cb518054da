//! Icons of the sprite and the mark, for islands and for pages.

use leptos::prelude::*;

/// A small icon; says nothing to a screen reader, so a word always stands beside it.
pub fn icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="i sm" viewBox="0 0 16 16" aria-hidden="true"><use href=format!("/icons.svg#i-{name}")></use></svg>
    }
}

/// The mark of the product: four hops, the last one filled.
pub fn mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 28 16" aria-hidden="true" class="hopmark">
            <path d="M2.5 8h23"></path><circle cx="2.5" cy="8" r="2"></circle><circle cx="9.7" cy="8" r="2"></circle>
            <circle cx="16.9" cy="8" r="2"></circle><circle cx="24.3" cy="8" r="3.2" class="end"></circle>
        </svg>
    }
}
