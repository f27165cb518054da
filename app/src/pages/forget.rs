//! Forgetting a candidate with a typed confirmation, and the legal hold that stands against it.

use crate::{
    AppError, access, clock,
    state::state,
    ui::{Field, Frame, NoteField, Place, lang, name_of, page, problem_text},
};
use domain::{CandidateId, Locale};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use store::Candidate;

/// Longest reason of a legal hold, in characters.
const REASON_MAX: usize = 2_000;

/// Forgets a candidate whose name was typed as it is written, and goes to the list.
#[server(endpoint = "forget_candidate")]
pub async fn forget_candidate(candidate: CandidateId, confirmation: String, lang: Locale) -> Result<(), AppError> {
    let viewer = access::FORGET_CANDIDATE.enter()?;
    let db = state()?.db;
    let name = db.candidate_led_by(candidate, viewer.id).await?.name.ok_or(AppError::Forgotten)?;
    if confirmation.split_whitespace().ne(name.split_whitespace()) {
        return Err(AppError::invalid("confirmation", "confirmation"));
    }
    db.forget_for(candidate, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/candidates"));
    Ok(())
}

/// Puts a candidate under a legal hold with its reason; without a reason the hold is lifted.
#[server(endpoint = "hold_candidate")]
pub async fn hold_candidate(
    candidate: CandidateId,
    #[server(default)] reason: String,
    lift: bool,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::HOLD_CANDIDATE.enter()?;
    let reason = reason.trim();
    if !lift && (reason.is_empty() || reason.chars().count() > REASON_MAX) {
        return Err(AppError::invalid("reason", "reason"));
    }
    let reason = (!lift).then_some(reason);
    state()?.db.hold_candidate(candidate, viewer.id, reason, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/candidates/{candidate}/forget"));
    Ok(())
}

/// What goes, what stays, and the forms.
#[component]
pub fn ForgetPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::FORGET_PAGE.enter()?;
        let lang = lang();
        let id: CandidateId = id.parse().map_err(|_| AppError::NotFound)?;
        let candidate = state()?.db.candidate_led_by(id, viewer.id).await?;
        if candidate.name.is_none() {
            return Err(AppError::Forgotten);
        }
        let name = name_of(candidate.name.clone());
        let held = candidate.hold.is_some();
        Ok(view! {
            <Title text=format!("{}: {name} · Hopwise", lang.t("candidate-forget"))/>
            <Frame place=Place::Candidates>
                <main id="main" class="form-page">
                    <h1>{lang.t("candidate-forget")}": "<a class="plain" href=lang.path(&format!("/candidates/{id}"))><bdi>{name.clone()}</bdi></a></h1>
                    {(!held).then(|| view! { <Forget id=id name=name/> })}
                    <Hold candidate=candidate/>
                </main>
            </Frame>
        })
    })
}

#[component]
fn Forget(id: CandidateId, name: String) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<ForgetCandidate>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let summary = error.as_ref().filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    view! {
        <section class="sec" aria-labelledby="forget">
            <header><h2 id="forget">{lang.t("forget-title")}</h2></header>
            <ul class="stack read">
                <li>{lang.t("forget-goes")}</li><li>{lang.t("forget-stays")}</li><li>{lang.t("forget-links")}</li>
                <li>{lang.t("forget-backups")}</li>
            </ul>
            {summary.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <input type="hidden" name="candidate" value=id.to_string()/>
                <p id="name">{lang.t("forget-type")}" "<b><bdi>{name}</bdi></b></p>
                <Field name="confirmation" label="forget-confirmation" error=error/>
                <button class="btn main" type="submit">{lang.t("forget-submit")}</button>
            </ActionForm>
        </section>
    }
}

#[component]
fn Hold(candidate: Candidate) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<HoldCandidate>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let held = candidate.hold.is_some();
    view! {
        <section class="sec" aria-labelledby="hold">
            <header><h2 id="hold">{lang.t("hold-title")}</h2></header>
            <p>{lang.t("hold-text")}</p>
            {candidate.hold.map(|(at, reason)| view! {
                <p><span class="n">{lang.date(at)}</span>" "<span class="pre" dir="auto">{reason}</span></p>
            })}
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <input type="hidden" name="candidate" value=candidate.id.to_string()/>
                <input type="hidden" name="lift" value=held.to_string()/>
                {if held {
                    view! { <button class="btn" type="submit">{lang.t("hold-lift")}</button> }.into_any()
                } else {
                    view! {
                        <NoteField name="reason" label="hold-reason" hint="hold-reason-hint" max=REASON_MAX error=error/>
                        <button class="btn" type="submit">{lang.t("hold-submit")}</button>
                    }.into_any()
                }}
            </ActionForm>
        </section>
    }
}
