//! Signing in and out.

use crate::{
    AppError,
    attempts::Attempt,
    clock, password, session,
    state::state,
    ui::{Field, Frame, Place, lang, problem_text},
    viewer,
};
use domain::{
    Locale,
    account::PASSWORD_MAX,
    audit::{Entry, Kind},
    person::EMAIL_MAX,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;

/// Where the sign-out form posts to.
#[must_use]
pub fn sign_out_url() -> &'static str {
    <SignOut as leptos::server_fn::ServerFn>::url()
}

/// Signs in and goes to the first page.
#[server(endpoint = "sign_in")]
pub async fn sign_in(email: String, password: String, lang: Locale) -> Result<(), AppError> {
    // public: this is where a session begins
    let state = state()?;
    let now = clock::now();
    if email.len() > EMAIL_MAX || password.chars().count() > PASSWORD_MAX {
        return Err(AppError::invalid("email", "no-match"));
    }
    let attempt = Attempt::at(&email);
    attempt.allowed(&state, now).await?;
    let found = state.db.user_by_email(&email).await?;
    let matches = password::verify(password, found.as_ref().map(|it| it.password_hash.clone())).await?;
    let Some(user) = found.filter(|it| matches && it.user.disabled_at.is_none()).map(|it| it.user) else {
        attempt.failed(&state, now).await?;
        state.db.audit(Entry::new(None, Kind::SignInRefused, attempt.subject()), now).await?;
        return Err(AppError::invalid("email", "no-match"));
    };
    attempt.succeeded(&state).await?;
    session::open(&state, user.id).await?;
    state.db.audit(Entry::new(Some(user.id), Kind::SignIn, format!("user:{}", user.id)), now).await?;
    leptos_axum::redirect(&format!("/{lang}/"));
    Ok(())
}

/// Signs out of this device.
#[server(endpoint = "sign_out")]
pub async fn sign_out(lang: Locale) -> Result<(), AppError> {
    // public: without a session there is nothing to end
    let state = state()?;
    session::close(&state).await?;
    if let Some(viewer) = viewer::viewer() {
        let entry = Entry::new(Some(viewer.id), Kind::SignOut, format!("user:{}", viewer.id));
        state.db.audit(entry, clock::now()).await?;
    }
    leptos_axum::redirect(&format!("/{lang}/sign-in"));
    Ok(())
}

/// The sign-in form.
#[component]
pub fn SignInPage() -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<SignIn>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    if viewer::viewer().is_some() && error.is_none() {
        leptos_axum::redirect(&lang.path("/"));
    }
    let summary = error.as_ref().filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    view! {
        <Title text=format!("{} · Hopwise", lang.t("sign-in-title"))/>
        <Frame place=Place::Elsewhere>
            <main id="main" class="narrow">
                <h1>{lang.t("sign-in-title")}</h1>
                {summary.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
                <ActionForm action=action attr:class="form">
                    <input type="hidden" name="lang" value=lang.0.name()/>
                    <Field name="email" label="field-email" kind="email" autocomplete="username" max=EMAIL_MAX error=error/>
                    <Field name="password" label="field-password" kind="password" autocomplete="current-password" max=PASSWORD_MAX/>
                    <button class="btn main" type="submit">{lang.t("nav-sign-in")}</button>
                </ActionForm>
                <p class="tiny quiet">{lang.t("sign-in-help")}</p>
            </main>
        </Frame>
    }
}
