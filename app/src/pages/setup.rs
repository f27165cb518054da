//! The one-time set-up link: makes the first administrator.

use crate::{
    AppError, clock, password, session,
    state::state,
    token,
    ui::{Field, Frame, Place, lang, page, problem_text},
};
use domain::{
    Locale,
    account::{PASSWORD_MAX, PASSWORD_MIN},
    person::{self, EMAIL_MAX},
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// Makes the first administrator, who may also lead and interview, and signs them in.
#[server(endpoint = "set_up")]
pub async fn set_up(
    token: String,
    name: String,
    email: String,
    password: String,
    lang: Locale,
) -> Result<(), AppError> {
    // public: the token is the right to do this, once
    let state = state()?;
    let (name, email) = check(&name, &email, &password)?;
    if !state.db.setup_is_open(&token::hash(&token), clock::now()).await? {
        return Err(AppError::NotFound);
    }
    let password_hash = password::hash(password).await?;
    let new = store::NewUser { email, name, password_hash, locale: lang };
    let user = state.db.complete_setup(&token::hash(&token), &new, clock::now()).await?;
    session::open(&state, user).await?;
    leptos_axum::redirect(&format!("/{lang}/"));
    Ok(())
}

/// The rules for a new account; the same for the forms and the command line. Answers name and address as they are kept.
///
/// # Errors
/// [`AppError::Invalid`] names the field.
pub fn check(name: &str, email: &str, password: &str) -> Result<(String, String), AppError> {
    let name = person::name(name).ok_or_else(|| AppError::invalid("name", "name"))?;
    let email = person::email(email).ok_or_else(|| AppError::invalid("email", "email"))?.to_lowercase();
    password::check(password, &[&name, &email])?;
    Ok((name, email))
}

/// The form behind the link, or a page that says why the link no longer works.
#[component]
pub fn SetupPage() -> impl IntoView {
    let token = use_params_map().read_untracked().get("token").unwrap_or_default();
    page(async move {
        let open = state()?.db.setup_is_open(&token::hash(&token), clock::now()).await?;
        Ok(view! { <Title text=format!("{} · Hopwise", lang().t("setup-title"))/> <Frame place=Place::Elsewhere>
            <main id="main" class="narrow">
                <h1>{lang().t("setup-title")}</h1>
                {if open { form(token).into_any() } else { closed().into_any() }}
            </main>
        </Frame> })
    })
}

fn closed() -> impl IntoView {
    view! { <p>{lang().t("setup-closed")}</p> <p class="console"><code>"hopwise user add --help"</code></p> }
}

fn form(token: String) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<SetUp>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let summary = error.as_ref().filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    view! {
        <p>{lang.t("setup-text")}</p>
        {summary.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <input type="hidden" name="token" value=token/>
            <AccountFields error=error/>
            <button class="btn main" type="submit">{lang.t("setup-submit")}</button>
        </ActionForm>
    }
}

/// What a new account needs: name, address, password.
#[component]
pub fn AccountFields(
    /// The form's error, if it has one.
    error: Option<AppError>,
) -> impl IntoView {
    view! {
        <Field name="name" label="field-name" autocomplete="name" error=error.clone()/>
        <Field name="email" label="field-email" kind="email" autocomplete="username" max=EMAIL_MAX error=error.clone()/>
        <Field name="password" label="field-password" hint="field-password-hint" kind="password" autocomplete="new-password"
            min=PASSWORD_MIN max=PASSWORD_MAX error=error/>
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn accounts_need_a_name_an_address_and_a_long_password() {
        let long = "seven otters read the manual";
        assert!(check("Dana Levi", "dana@example.org", long).is_ok());
        assert!(check("דנה", "dana@example.org", "סיסמה ארוכה מספיק").is_ok());
        for (name, email, password) in [
            ("", "dana@example.org", long),
            ("a\u{0}b", "dana@example.org", long),
            ("Dana", "dana", long),
            ("Dana", "dana@", long),
            ("Dana", "da na@example.org", long),
            ("Dana", "a@b@c", long),
            ("Dana", "dana@example.org", "short"),
            ("Dana", "dana@example.org", &"x".repeat(257)),
        ] {
            assert!(check(name, email, password).is_err(), "{name} {email} {password}");
        }
    }
}
