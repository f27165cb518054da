//! Behind a link to an account: an invitation becomes an account, a reset becomes a new password.

use crate::{
    AppError, clock,
    pages::setup::{AccountFields, check},
    password, session,
    state::state,
    token,
    ui::{Field, Frame, Place, lang, page, problem_text},
};
use domain::{
    Locale,
    account::{PASSWORD_MAX, PASSWORD_MIN},
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use store::{AccountLink, NewUser};

/// Makes the account of an invitation and signs it in.
#[server(endpoint = "accept_invitation")]
pub async fn accept_invitation(
    token: String,
    name: String,
    email: String,
    password: String,
    lang: Locale,
) -> Result<(), AppError> {
    // public: the token is the right to do this, once
    let (state, hash) = (state()?, token::hash(&token));
    if !matches!(state.db.account_link(&hash, clock::now()).await?, Some(AccountLink::Invitation(_))) {
        return Err(AppError::NotFound);
    }
    let (name, email) = check(&name, &email, &password)?;
    let password_hash = password::hash(password).await?;
    let new = NewUser { email, name, password_hash, locale: lang };
    let user = state.db.accept_invitation(&hash, &new, clock::now()).await?;
    session::open(&state, user).await?;
    leptos_axum::redirect(&format!("/{lang}/"));
    Ok(())
}

/// Sets the new password of a reset, ends every session of the account and opens a new one.
#[server(endpoint = "reset_password")]
pub async fn reset_password(token: String, password: String, lang: Locale) -> Result<(), AppError> {
    // public: the token is the right to do this, once
    let (state, hash) = (state()?, token::hash(&token));
    let Some(AccountLink::Reset(user)) = state.db.account_link(&hash, clock::now()).await? else {
        return Err(AppError::NotFound);
    };
    let of = state.db.user(user).await?.ok_or(AppError::NotFound)?;
    password::check(&password, &[&of.name, &of.email])?;
    let password_hash = password::hash(password).await?;
    let user = state.db.reset_password(&hash, &password_hash, clock::now()).await?;
    if of.disabled_at.is_none() {
        session::open(&state, user).await?;
    }
    leptos_axum::redirect(&format!("/{lang}/"));
    Ok(())
}

/// The form behind the link, or a page that says why the link no longer works.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let token = use_params_map().read_untracked().get("token").unwrap_or_default();
    page(async move {
        let lang = lang();
        let link = state()?.db.account_link(&token::hash(&token), clock::now()).await?;
        let title = match link {
            Some(AccountLink::Invitation(_)) => "welcome-title",
            Some(AccountLink::Reset(_)) => "welcome-reset-title",
            None => "welcome-closed-title",
        };
        let body = match link {
            Some(AccountLink::Invitation(_)) => invitation(token).into_any(),
            Some(AccountLink::Reset(_)) => reset(token).into_any(),
            None => view! { <p>{lang.t("welcome-closed")}</p> }.into_any(),
        };
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t(title))/>
            <Frame place=Place::Elsewhere><main id="main" class="narrow"><h1>{lang.t(title)}</h1>{body}</main></Frame>
        })
    })
}

/// The sentence above a form for what no field is to blame for.
fn summary(error: Option<&AppError>) -> impl IntoView + use<> {
    let text = error.filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    text.map(|text| view! { <p class="errors" role="alert">{text}</p> })
}

fn invitation(token: String) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<AcceptInvitation>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    view! {
        <p>{lang.t("welcome-text")}</p>
        {summary(error.as_ref())}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <input type="hidden" name="token" value=token/>
            <AccountFields error=error/>
            <button class="btn main" type="submit">{lang.t("welcome-submit")}</button>
        </ActionForm>
    }
}

fn reset(token: String) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<ResetPassword>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    view! {
        <p>{lang.t("welcome-reset-text")}</p>
        {summary(error.as_ref())}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <input type="hidden" name="token" value=token/>
            <Field name="password" label="field-password" hint="field-password-hint" kind="password" autocomplete="new-password"
                min=PASSWORD_MIN max=PASSWORD_MAX error=error/>
            <button class="btn main" type="submit">{lang.t("welcome-reset-submit")}</button>
        </ActionForm>
    }
}
