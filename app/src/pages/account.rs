//! My account: name and language, password, where I am signed in.

use crate::{
    AppError, access,
    attempts::Attempt,
    clock, password, session,
    state::state,
    ui::{Field, Frame, Place, Select, lang, page, problem_text},
};
use domain::{
    Locale,
    account::{PASSWORD_MAX, PASSWORD_MIN},
    person,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use store::{Device, User};

/// Changes name and language.
#[server(endpoint = "change_profile")]
pub async fn change_profile(name: String, locale: Locale, lang: Locale) -> Result<(), AppError> {
    let viewer = access::CHANGE_PROFILE.enter()?;
    let name = person::name(&name).ok_or_else(|| AppError::invalid("name", "name"))?;
    state()?.db.set_profile(viewer.id, &name, locale).await?;
    leptos_axum::redirect(&format!("/{lang}/account"));
    Ok(())
}

/// Changes the password; the old one proves that it is the owner. Other devices are signed out.
#[server(endpoint = "change_password")]
pub async fn change_password(current: String, password: String, lang: Locale) -> Result<(), AppError> {
    let viewer = access::CHANGE_PASSWORD.enter()?;
    let state = state()?;
    let user = state.db.user(viewer.id).await?.ok_or(AppError::SignIn)?;
    let known = state.db.user_by_email(&user.email).await?.map(|it| it.password_hash);
    // Whoever sits down at an open session must not try passwords faster than at the sign-in.
    let (attempt, now) = (Attempt::at(&user.email), clock::now());
    attempt.allowed(&state, now).await?;
    if current.chars().count() > PASSWORD_MAX || !password::verify(current, known).await? {
        attempt.failed(&state, now).await?;
        return Err(AppError::invalid("current", "no-match"));
    }
    attempt.succeeded(&state).await?;
    password::check(&password, &[&user.name, &user.email])?;
    let hash = password::hash(password).await?;
    let own = session::token_hash(&state).unwrap_or_default();
    state.db.change_password(viewer.id, &hash, &own, now).await?;
    leptos_axum::redirect(&format!("/{lang}/account"));
    Ok(())
}

/// Signs one device out.
#[server(endpoint = "end_device")]
pub async fn end_device(device: String, lang: Locale) -> Result<(), AppError> {
    let viewer = access::END_DEVICE.enter()?;
    state()?.db.end_device(viewer.id, &device, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/account"));
    Ok(())
}

/// Signs out on every device, this one included.
#[server(endpoint = "sign_out_everywhere")]
pub async fn sign_out_everywhere(lang: Locale) -> Result<(), AppError> {
    let viewer = access::SIGN_OUT_EVERYWHERE.enter()?;
    let state = state()?;
    state.db.end_sessions(viewer.id, viewer.id, clock::now()).await?;
    session::close(&state).await?;
    leptos_axum::redirect(&format!("/{lang}/sign-in"));
    Ok(())
}

/// The account of whoever is signed in.
#[component]
pub fn AccountPage() -> impl IntoView {
    page(async move {
        let viewer = access::ACCOUNT_PAGE.enter()?;
        let lang = lang();
        let state = state()?;
        let user = state.db.user(viewer.id).await?.ok_or(AppError::SignIn)?;
        let devices = state.db.devices(viewer.id, clock::now()).await?;
        let own = session::token_hash(&state).unwrap_or_default();
        let roles: Vec<String> = user.roles.iter().map(|it| lang.t(&format!("role-{it}"))).collect();
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("account-title"))/>
            <Frame place=Place::Elsewhere>
                <main id="main" class="narrow stack">
                    <h1>{lang.t("account-title")}</h1>
                    <p><span class="n" dir="ltr">{user.email.clone()}</span>" · "{roles.join(", ")}</p>
                    <Profile user=user/>
                    <Password/>
                    <Devices devices=devices own=own/>
                </main>
            </Frame>
        })
    })
}

#[component]
fn Profile(user: User) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<ChangeProfile>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let languages = Locale::ALL.iter().map(|it| (it.name().to_owned(), it.endonym().to_owned())).collect();
    view! {
        <section class="sec" aria-labelledby="profile"><header><h2 id="profile">{lang.t("account-profile")}</h2></header>
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <Field name="name" label="field-name" autocomplete="name" value=user.name error=error/>
                <Select name="locale" label="field-language" options=languages chosen=user.locale.name().to_owned()/>
                <button class="btn" type="submit">{lang.t("account-save")}</button>
            </ActionForm>
        </section>
    }
}

#[component]
fn Password() -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<ChangePassword>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let summary = error.as_ref().filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    view! {
        <section class="sec" aria-labelledby="password-h"><header><h2 id="password-h">{lang.t("account-password")}</h2></header>
            {summary.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <Field name="current" label="account-current" kind="password" autocomplete="current-password" max=PASSWORD_MAX error=error.clone()/>
                <Field name="password" label="account-new" hint="field-password-hint" kind="password" autocomplete="new-password"
                    min=PASSWORD_MIN max=PASSWORD_MAX error=error/>
                <button class="btn" type="submit">{lang.t("account-change")}</button>
            </ActionForm>
        </section>
    }
}

#[component]
fn Devices(devices: Vec<Device>, own: String) -> impl IntoView {
    let lang = lang();
    let rows = devices.into_iter().map(|it| {
        let here = own.starts_with(&it.id);
        view! {
            <li class="row wide">
                <span class="device"><bdi dir="ltr">{browser(&it.user_agent)}</bdi>
                    {here.then(|| view! { <b class="state ok">{lang.t("account-here")}</b> })}
                    <span class="quiet tiny">{lang.t("account-used")}" "<span class="n">{lang.moment(it.last_used_at)}</span></span></span>
                <ActionForm action={ServerAction::<EndDevice>::new()} attr:class="end">
                    <input type="hidden" name="lang" value=lang.0.name()/>
                    <input type="hidden" name="device" value=it.id/>
                    <button class="btn small" type="submit">{lang.t("account-end")}</button>
                </ActionForm>
            </li>
        }
    });
    view! {
        <section class="sec" aria-labelledby="devices"><header><h2 id="devices">{lang.t("account-devices")}</h2></header>
            <ul class="lines">{rows.collect_view()}</ul>
            <ActionForm action={ServerAction::<SignOutEverywhere>::new()}>
                <input type="hidden" name="lang" value=lang.0.name()/>
                <button class="btn" type="submit">{lang.t("account-everywhere")}</button>
            </ActionForm>
        </section>
    }
}

/// Browser and system, as far as a user agent tells; enough to know one's own devices apart.
fn browser(agent: &str) -> String {
    let first = |names: &[&'static str]| names.iter().find(|it| agent.contains(*it)).copied();
    let browser = first(&["Firefox", "Edg", "Chrome", "Safari", "curl"]);
    let system = first(&["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"]);
    match (browser, system) {
        (None, None) => agent.chars().take(40).collect(),
        (browser, system) => [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", "),
    }
}
