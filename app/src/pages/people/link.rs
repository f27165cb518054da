//! The page that shows a new link to an account, once.
//!
//! The secret travels there in a cookie of a minute, not in the address: addresses are kept in histories and logs.

use crate::{
    AppError, access, clock,
    session::{self, SameSite, cookie},
    state::state,
    token,
    ui::{Frame, Place, lang, page},
};
use domain::{Locale, Timestamp, UserId, time::MINUTE};
use http::request::Parts;
use leptos::prelude::*;
use leptos_meta::Title;
use store::AccountLink;

/// How long an invitation or a reset works, in ms: three days.
const LASTS: i64 = 3 * 24 * 60 * MINUTE;
/// The cookie that carries the secret over to the page.
const COOKIE: &str = "made-link";

/// Makes a link and goes to the page that shows it.
pub(super) async fn make(what: AccountLink, by: UserId, lang: Locale) -> Result<(), AppError> {
    let (secret, now) = (token::secret(), clock::now());
    state()?.db.create_account_link(&token::hash(&secret), &what, by, now, now.plus(LASTS)).await?;
    set_cookie(&secret, 60)?;
    leptos_axum::redirect(&format!("/{lang}/people/link"));
    Ok(())
}

/// The cookie lasts until the page is drawn.
fn set_cookie(secret: &str, max_age: i64) -> Result<(), AppError> {
    session::send(state()?.cookies.header(COOKIE, secret, max_age, SameSite::Strict)?);
    Ok(())
}

/// The link that was just made.
#[component]
pub fn LinkPage() -> impl IntoView {
    page(async move {
        access::LINK_MADE.enter()?;
        let lang = lang();
        let parts = use_context::<Parts>();
        let secret = parts.as_ref().and_then(|it| cookie(&it.headers, COOKIE)).ok_or(AppError::NotFound)?.to_owned();
        set_cookie("", 0)?;
        let state = state()?;
        let what = state.db.account_link(&token::hash(&secret), clock::now()).await?.ok_or(AppError::NotFound)?;
        let text = match what {
            AccountLink::Invitation(_) => "people-link-invitation",
            AccountLink::Reset(_) => "people-link-reset",
        };
        let until: Timestamp = clock::now().plus(LASTS);
        let link = format!("{}{}", state.public_url, lang.path(&format!("/welcome/{secret}")));
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("people-link-title"))/>
            <Frame place=Place::People>
                <main id="main" class="narrow">
                    <h1>{lang.t("people-link-title")}</h1>
                    <p>{lang.t(text)}</p>
                    <p><code class="secret-link" dir="ltr" id="made-link">{link}</code></p>
                    <p class="quiet">{lang.t("people-link-once")}" "<span class="n">{lang.moment(until)}</span></p>
                    <p><a class="btn" href=lang.path("/people")>{lang.t("people-link-back")}</a></p>
                </main>
            </Frame>
        })
    })
}
