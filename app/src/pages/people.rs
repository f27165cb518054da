//! People: who has an account, what they may do, invitations.

mod link;

pub use link::LinkPage;

use crate::{
    AppError, access, clock,
    state::state,
    ui::{Frame, Icon, Place, form_text, lang, page},
};
use domain::{Locale, Role, UserId};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use store::{AccountLink, User};

/// The roles of a form, in which each is a box of its own: unticked boxes are not sent.
fn ticked(boxes: [Option<String>; 4]) -> Vec<Role> {
    Role::ALL.iter().zip(boxes).filter_map(|(role, it)| it.map(|_| *role)).collect()
}

/// Makes an invitation; the page that follows shows its link, once.
#[server(endpoint = "invite")]
pub async fn invite(
    administrator: Option<String>,
    lead: Option<String>,
    interviewer: Option<String>,
    observer: Option<String>,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::INVITE.enter()?;
    let roles = ticked([administrator, lead, interviewer, observer]);
    if roles.is_empty() {
        return Err(AppError::invalid("roles", "roles"));
    }
    link::make(AccountLink::Invitation(roles), viewer.id, lang).await
}

/// Makes a link with which somebody chooses a new password; the page that follows shows it, once.
#[server(endpoint = "make_reset")]
pub async fn make_reset(user: UserId, lang: Locale) -> Result<(), AppError> {
    let viewer = access::MAKE_RESET.enter()?;
    link::make(AccountLink::Reset(user), viewer.id, lang).await
}

/// Replaces somebody's roles.
#[server(endpoint = "set_roles")]
pub async fn set_roles(
    user: UserId,
    administrator: Option<String>,
    lead: Option<String>,
    interviewer: Option<String>,
    observer: Option<String>,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::SET_ROLES.enter()?;
    let roles = ticked([administrator, lead, interviewer, observer]);
    state()?.db.set_roles(user, &roles, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/people"));
    Ok(())
}

/// Switches an account off, which ends its sessions at once, or on again.
#[server(endpoint = "set_disabled")]
pub async fn set_disabled(user: UserId, disabled: bool, lang: Locale) -> Result<(), AppError> {
    let viewer = access::SET_DISABLED.enter()?;
    state()?.db.set_disabled(user, disabled, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/people"));
    Ok(())
}

/// Most people on the page; a search finds the others.
const LISTED: u32 = 50;

/// Everybody with an account.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let wanted = use_query_map().read_untracked().get("q").unwrap_or_default();
    let wanted: String = wanted.trim().chars().take(200).collect();
    page(async move {
        let viewer = access::PEOPLE.enter()?;
        let lang = lang();
        let (users, total) = state()?.db.users(&wanted, LISTED).await?;
        let more = total.saturating_sub(users.len());
        let people = users.into_iter().map(|it| view! { <Person own=it.id == viewer.id user=it/> }).collect::<Vec<_>>();
        let failed = [
            ServerAction::<SetRoles>::new().value().get_untracked().and_then(Result::err),
            ServerAction::<SetDisabled>::new().value().get_untracked().and_then(Result::err),
            ServerAction::<Invite>::new().value().get_untracked().and_then(Result::err),
            ServerAction::<MakeReset>::new().value().get_untracked().and_then(Result::err),
        ];
        let failed = failed.into_iter().flatten().next().map(|it| form_text(&it));
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("people-title"))/>
            <Frame place=Place::People>
                <main id="main" class="table-page">
                    <header class="page-head"><h1>{lang.t("people-title")}</h1>
                        <span class="row"><a href=lang.path("/settings")>{lang.t("settings-title")}</a><a href=lang.path("/audit")>{lang.t("people-audit")}</a></span></header>
                    {failed.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
                    <section class="sec" aria-labelledby="invite">
                        <header><h2 id="invite">{lang.t("people-invite")}</h2></header>
                        <p class="quiet read">{lang.t("people-invite-text")}</p>
                        <ActionForm action={ServerAction::<Invite>::new()} attr:class="form">
                            <input type="hidden" name="lang" value=lang.0.name()/>
                            <Roles of=vec![Role::Interviewer]/>
                            <button class="btn main" type="submit">{lang.t("people-invite-submit")}</button>
                        </ActionForm>
                    </section>
                    <section class="sec" aria-labelledby="everybody">
                        <header><h2 id="everybody">{lang.t("people-everybody")}</h2></header>
                        <form class="seek" method="get" role="search">
                            <label class="field"><Icon name="search"/><span class="vh">{lang.t("people-search")}</span>
                                <input type="search" name="q" value=wanted maxlength="200" dir="auto" autocomplete="off" data-key="Slash"
                                    placeholder=lang.t("candidates-search-hint")/></label>
                            <button class="btn" type="submit">{lang.t("bank-go")}</button>
                        </form>
                        <p class="tally" role="status"><b>{lang.n("people-count", total)}</b>
                            {(more > 0).then(|| view! { " "<span class="quiet">{lang.n("people-more", more)}</span> })}</p>
                        <ul class="lines">{people}</ul>
                    </section>
                </main>
            </Frame>
        })
    })
}

/// One person: who they are, and folded what can be done.
#[component]
fn Person(user: User, own: bool) -> impl IntoView {
    let lang = lang();
    // A form's children are a closure of their own.
    let [to_roles, to_reset, to_switch] = std::array::from_fn(|_| user.id.to_string());
    let roles: Vec<String> = user.roles.iter().map(|it| lang.t(&format!("role-{it}"))).collect();
    let off = user.disabled_at.is_some();
    view! {
        <li class:quiet=off>
            <details class="fold-sec">
                <summary><b><bdi>{user.name.clone()}</bdi></b><span class="n" dir="ltr">{user.email.clone()}</span>
                    <span>{roles.join(", ")}</span>
                    {off.then(|| view! { <span class="state warn">{lang.t("people-off")}</span> })}</summary>
                <ActionForm action={ServerAction::<SetRoles>::new()} attr:class="form">
                    <input type="hidden" name="lang" value=lang.0.name()/>
                    <input type="hidden" name="user" value=to_roles/>
                    <Roles of=user.roles.clone()/>
                    <button class="btn" type="submit">{lang.t("people-roles-submit")}</button>
                </ActionForm>
                <div class="row">
                    <ActionForm action={ServerAction::<MakeReset>::new()}>
                        <input type="hidden" name="lang" value=lang.0.name()/>
                        <input type="hidden" name="user" value=to_reset/>
                        <button class="btn small" type="submit">{lang.t("people-reset")}</button>
                    </ActionForm>
                    {(!own).then(|| view! {
                        <ActionForm action={ServerAction::<SetDisabled>::new()}>
                            <input type="hidden" name="lang" value=lang.0.name()/>
                            <input type="hidden" name="user" value=to_switch/>
                            <input type="hidden" name="disabled" value=(!off).to_string()/>
                            <button class="btn small" type="submit">{lang.t(if off { "people-switch-on" } else { "people-switch-off" })}</button>
                        </ActionForm>
                    })}
                </div>
            </details>
        </li>
    }
}

/// A box for each role, with what it means.
#[component]
fn Roles(of: Vec<Role>) -> impl IntoView {
    let lang = lang();
    let boxes = Role::ALL.iter().map(|role| {
        view! { <label class="check"><input type="checkbox" name=role.name() value="on" checked=of.contains(role)/>
            <span>{lang.t(&format!("role-{role}"))}<span class="hint">{lang.t(&format!("role-{role}-what"))}</span></span></label> }
    });
    view! { <fieldset class="form-field"><legend>{lang.t("people-roles")}</legend>{boxes.collect_view()}</fieldset> }
}
