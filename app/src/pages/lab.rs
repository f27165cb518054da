//! Labs: the list, and one lab with its simulator.

use crate::{
    AppError,
    islands::{pool_lab::PoolLab, start::hand_over},
    ui::{Frame, Place, lang, page},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// Ids of the labs, in the order of the list.
const LABS: [&str; 1] = ["connection-pool"];

/// The list of labs.
#[component]
pub fn LabsPage() -> impl IntoView {
    let lang = lang();
    let items = LABS.iter().map(|id| {
        view! { <li><a href=lang.path(&format!("/labs/{id}"))>{lang.t(&format!("lab-{id}-title"))}</a>
        <p class="quiet">{lang.t(&format!("lab-{id}-what"))}</p></li> }
    });
    let items = items.collect::<Vec<_>>();
    view! {
        <Title text=format!("{} · Hopwise", lang.t("nav-labs"))/>
        <Frame place=Place::Labs>
            <main id="main" class="table-page"><h1>{lang.t("nav-labs")}</h1><ul class="list">{items}</ul></main>
        </Frame>
    }
}

/// One lab; without a script its page says what it shows and links to the question it belongs to.
#[component]
pub fn LabPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let id = LABS.into_iter().find(|it| *it == id).ok_or(AppError::NotFound)?;
        let lang = lang();
        let title = lang.t(&format!("lab-{id}-title"));
        let texts = lang.texts(&["pool-lab-"]);
        Ok(view! {
            <Title text=format!("{title} · Hopwise")/>
            <Frame place=Place::Labs>
                <main id="main" class="table-page">
                    <h1>{title}</h1>
                    <p class="read">{lang.t(&format!("lab-{id}-what"))}</p>
                    <p><a href=lang.path("/questions/connection-pooling")>{lang.t("lab-question")}</a></p>
                    <noscript><p class="state warn">{lang.t("lab-no-script")}</p></noscript>
                    {hand_over(texts)}<PoolLab/>
                </main>
            </Frame>
        })
    })
}
