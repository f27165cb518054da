//! The copy that a candidate may ask for: everything that is kept about them, to print or as JSON.

mod parts;
mod shape;

pub use shape::{Copy, of};

use crate::{
    AppError, access, clock,
    islands::icon::mark,
    state::{AppState, state},
    ui::{Frame, Icon, Place, company_row, lang, name_of, page},
    viewer::Viewer,
};
use domain::{CandidateId, Role};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use parts::LoopPart;

/// The copy as `viewer` may hand it over now.
///
/// # Errors
/// [`AppError::NotFound`] when the candidate is not theirs to lead, [`AppError::Forgotten`] when nothing is left.
pub async fn load(state: &AppState, id: &str, viewer: &Viewer) -> Result<Copy, AppError> {
    if ![Role::Lead, Role::Administrator].iter().any(|it| viewer.roles.contains(it)) {
        return Err(AppError::Forbidden);
    }
    let id: CandidateId = id.parse().map_err(|_| AppError::NotFound)?;
    let dossier = state.db.dossier(id, viewer.id).await?;
    if dossier.candidate.name.is_none() {
        return Err(AppError::Forgotten);
    }
    Ok(of(dossier, viewer.id, clock::now()))
}

/// The copy as a page.
#[component]
pub fn CopyPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::COPY_PAGE.enter()?;
        let lang = lang();
        let state = state()?;
        let copy = load(&state, &id, &viewer).await?;
        let company = state.db.settings().await?.company;
        let name = name_of(copy.name.clone());
        let title = lang.t("copy-title");
        let back = lang.path(&format!("/candidates/{id}"));
        let json = format!("{back}/copy.json");
        Ok(view! {
            <Title text=format!("{title}: {name} · Hopwise")/>
            <Frame place=Place::Candidates class="paper">
                <main id="main" class="a4">
                    <header class="mast">
                        <div><p class="brand" translate="no">{mark()}"Hopwise"</p><h1>{title}</h1></div>
                        <dl class="plate">
                            <dt>{lang.t("field-name")}</dt><dd><bdi><b>{name}</b></bdi></dd>
                            <dt>{lang.t("field-email")}</dt>
                            <dd>{copy.email.clone().map_or_else(|| lang.t("copy-nothing").into_any(), |it| view! { <bdi dir="ltr">{it}</bdi> }.into_any())}</dd>
                            <dt>{lang.t("field-language")}</dt><dd lang=copy.language.name()>{copy.language.endonym()}</dd>
                        </dl>
                        <dl class="plate">
                            {company_row(lang, company)}
                            <dt>{lang.t("col-created")}</dt><dd><span class="n">{lang.date(copy.entered_at)}</span></dd>
                            <dt>{lang.t("scorecard-date")}</dt><dd><span class="n">{lang.moment(copy.made_at)}</span></dd>
                        </dl>
                    </header>
                    <p class="read">{lang.t("copy-text")}</p>
                    {copy.hold.clone().map(|it| view! { <p><b>{lang.t("hold-title")}</b>" "<span class="pre" dir="auto">{it}</span></p> })}
                    {copy.loops.is_empty().then(|| view! { <p class="quiet">{lang.t("copy-no-loops")}</p> })}
                    {copy.loops.into_iter().enumerate().map(|(n, it)| view! { <LoopPart state=state.clone() number=n+1 of=it/> }).collect::<Vec<_>>()}
                    <p class="row"><button class="btn small" type="button" data-print=""><Icon name="print" small=true/>{lang.t("print")}</button>
                        <a class="btn small" href=json download="">{lang.t("copy-download")}</a>
                        <a class="btn small bare" href=back>{lang.t("copy-back")}</a></p>
                </main>
            </Frame>
        })
    })
}
