//! Changing what is known of a candidate, and putting them out of the way.

use super::{ArchiveCandidate, known};
use crate::{
    AppError, access,
    state::state,
    ui::{Field, Frame, Place, Select, lang, name_of, page, problem_text},
};
use domain::{CandidateId, Locale};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use store::Candidate;

/// Changes a candidate and goes back to their page.
#[server(endpoint = "edit_candidate")]
pub async fn edit_candidate(
    candidate: CandidateId,
    name: String,
    #[server(default)] email: String,
    locale: Locale,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::EDIT_CANDIDATE.enter()?;
    let new = known::candidate(&name, &email, locale)?;
    state()?.db.edit_candidate(candidate, viewer.id, &new).await?;
    leptos_axum::redirect(&format!("/{lang}/candidates/{candidate}"));
    Ok(())
}

/// The forms.
#[component]
pub fn EditCandidatePage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::EDIT_PAGE.enter()?;
        let lang = lang();
        let id: CandidateId = id.parse().map_err(|_| AppError::NotFound)?;
        let candidate = state()?.db.candidate_led_by(id, viewer.id).await?;
        if candidate.name.is_none() {
            return Err(AppError::Forgotten);
        }
        let archived = candidate.archived_at.is_some();
        let name = name_of(candidate.name.clone());
        Ok(view! {
            <Title text=format!("{}: {name} · Hopwise", lang.t("candidate-edit"))/>
            <Frame place=Place::Candidates>
                <main id="main" class="form-page">
                    <h1><a class="plain" href=lang.path(&format!("/candidates/{id}"))><bdi>{name}</bdi></a></h1>
                    <Known candidate=candidate/>
                    <Archive id=id archived=archived/>
                </main>
            </Frame>
        })
    })
}

#[component]
fn Known(candidate: Candidate) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<EditCandidate>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let summary = error.as_ref().filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    let languages = Locale::ALL.iter().map(|it| (it.name().to_owned(), it.endonym().to_owned())).collect();
    view! {
        {summary.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <input type="hidden" name="candidate" value=candidate.id.to_string()/>
            <Field name="name" label="field-name" hint="field-name-hint" value=candidate.name.unwrap_or_default() error=error.clone()/>
            <Field name="email" label="field-email" hint="candidate-email-hint" kind="email" required=false max=320
                value=candidate.email.unwrap_or_default() error=error/>
            <Select name="locale" label="field-language" options=languages chosen=candidate.locale.name().to_owned()/>
            <button class="btn main" type="submit">{lang.t("candidate-save")}</button>
        </ActionForm>
    }
}

#[component]
fn Archive(id: CandidateId, archived: bool) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<ArchiveCandidate>::new();
    let (text, word) = if archived {
        ("candidate-archived-text", "candidate-unarchive")
    } else {
        ("candidate-archive-text", "candidate-archive")
    };
    view! {
        <section class="sec" aria-labelledby="archive">
            <header><h2 id="archive">{lang.t("candidate-archive-title")}</h2></header>
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <input type="hidden" name="candidate" value=id.to_string()/>
                <input type="hidden" name="archive" value=(!archived).to_string()/>
                <p>{lang.t(text)}</p>
                <button class="btn" type="submit">{lang.t(word)}</button>
            </ActionForm>
        </section>
    }
}
