//! Signing in and out.

use crate::{
    AppError, clock, password, session,
    state::state,
    token,
    ui::{Field, Frame, Place, lang, problem_text},
    viewer,
};
use domain::{
    Locale,
    account::PASSWORD_MAX,
    audit::{Entry, Kind},
    time::MINUTE,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;

/// Failed attempts are counted over this many ms.
const WINDOW: i64 = 15 * MINUTE;
/// Failed attempts for one account before it has to wait.
const PER_ACCOUNT: usize = 5;
/// Failed attempts from one address before it has to wait; an office shares one.
const PER_ADDRESS: usize = 30;

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
    if email.len() > 320 || password.chars().count() > PASSWORD_MAX {
        return Err(AppError::invalid("email", "no-match"));
    }
    let account = token::hash(&format!("account {}", email.trim().to_lowercase()));
    let address = token::hash(&format!("address {}", client_address()));
    for (key, most) in [(&account, PER_ACCOUNT), (&address, PER_ADDRESS)] {
        let failed = state.db.failed_sign_ins(key, now.plus(-WINDOW)).await?;
        if failed.len() >= most {
            let oldest = failed.first().copied().unwrap_or(now);
            let wait = u64::try_from(oldest.plus(WINDOW).since(now)).unwrap_or(0).div_ceil(1_000);
            return Err(AppError::TooMany { retry_after: wait.max(1) });
        }
    }
    let found = state.db.user_by_email(&email).await?;
    let matches = password::verify(password, found.as_ref().map(|it| it.password_hash.clone())).await?;
    let Some(user) = found.filter(|it| matches && it.user.disabled_at.is_none()).map(|it| it.user) else {
        state.db.record_failed_sign_in(&[&account, &address], now).await?;
        // The account as a hash: what was typed may be a password in the wrong field.
        let subject = format!("account-hash:{}", &account[..16]);
        state.db.audit(Entry::new(None, Kind::SignInRefused, subject), now).await?;
        return Err(AppError::invalid("email", "no-match"));
    };
    state.db.clear_failed_sign_ins(&account).await?;
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

fn client_address() -> String {
    use_context::<http::request::Parts>()
        .and_then(|it| {
            it.extensions.get::<axum::extract::ConnectInfo<std::net::SocketAddr>>().map(|it| it.0.ip().to_string())
        })
        .unwrap_or_default()
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
                    <Field name="email" label="field-email" kind="email" autocomplete="username" max=320 error=error/>
                    <Field name="password" label="field-password" kind="password" autocomplete="current-password" max=PASSWORD_MAX/>
                    <button class="btn main" type="submit">{lang.t("nav-sign-in")}</button>
                </ActionForm>
                <p class="tiny quiet">{lang.t("sign-in-help")}</p>
            </main>
        </Frame>
    }
}
