//! How a loop ended, as its lead says; how long the candidate is kept depends on it.

use crate::{
    AppError, access, clock,
    state::state,
    ui::{Select, lang},
};
use domain::{Locale, LoopId, Timestamp, retention::Outcome};
use leptos::{form::ActionForm, prelude::*};

/// Sets the outcome of a loop; an empty one says that it goes on.
#[server(endpoint = "set_outcome")]
pub async fn set_outcome(r#loop: LoopId, #[server(default)] outcome: String, lang: Locale) -> Result<(), AppError> {
    let viewer = access::SET_OUTCOME.enter()?;
    let outcome: Option<Outcome> = match outcome.as_str() {
        "" => None,
        name => Some(name.parse().map_err(|_| AppError::invalid("outcome", "malformed"))?),
    };
    state()?.db.set_outcome(r#loop, viewer.id, outcome, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{}", r#loop));
    Ok(())
}

/// The form for it.
#[component]
pub fn OutcomeForm(id: LoopId, outcome: Option<(Outcome, Timestamp)>) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<SetOutcome>::new();
    let words = Outcome::ALL.iter().map(|it| (it.name().to_owned(), lang.t(&format!("outcome-{it}"))));
    let options = std::iter::once((String::new(), lang.t("outcome-none"))).chain(words).collect();
    let chosen = outcome.map(|it| it.0.name().to_owned()).unwrap_or_default();
    view! {
        <section class="sec" aria-labelledby="ended">
            <header><h2 id="ended">{lang.t("outcome-title")}</h2>
                {outcome.map(|it| view! { <span class="quiet tiny n">{lang.date(it.1)}</span> })}</header>
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <input type="hidden" name="loop" value=id.to_string()/>
                <Select name="outcome" label="outcome-label" options=options chosen=chosen/>
                <p class="hint">{lang.t("outcome-hint")}</p>
                <button class="btn" type="submit">{lang.t("outcome-save")}</button>
            </ActionForm>
        </section>
    }
}
