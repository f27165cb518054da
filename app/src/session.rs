//! Sessions: a random token in a cookie, its hash in the database.

use crate::{AppError, clock, state::AppState, token};
use domain::{Timestamp, UserId, time::MINUTE};
use http::{HeaderMap, HeaderValue, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use std::net::IpAddr;

/// How long a session lasts without being renewed, in ms: 14 days.
const LASTS: i64 = 14 * 24 * 60 * MINUTE;

/// How session cookies are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CookiePolicy {
    /// Over HTTPS or on loopback, which browsers trust alike: `__Host-` prefix and `Secure`.
    Secure,
    /// Over plain HTTP in a private network, as the operator chose: neither.
    Plain,
}

/// Which requests from other sites carry a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameSite {
    /// Following a link does.
    Lax,
    /// None.
    Strict,
}

impl CookiePolicy {
    /// The cookie's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Secure => "__Host-session",
            Self::Plain => "session",
        }
    }

    /// A cookie out of the reach of scripts and of other sites' forms; with [`SameSite::Strict`] of their links, too.
    ///
    /// # Errors
    /// [`AppError::Internal`] for a value that cannot stand in a header.
    pub fn header(self, name: &str, value: &str, max_age: i64, from: SameSite) -> Result<HeaderValue, AppError> {
        let secure = if self == Self::Secure { "; Secure" } else { "" };
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite={from:?}; Max-Age={max_age}{secure}");
        HeaderValue::from_str(&text).map_err(AppError::internal)
    }
}

/// Where a request comes from; the server puts it into the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// The hash of the token under which whoever asks is signed in; the server puts it into the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionHash(pub String);

/// The address of this request; without one, all share a name.
#[must_use]
pub fn client_address() -> String {
    let parts = use_context::<http::request::Parts>();
    let address = parts.and_then(|it| it.extensions.get::<ClientAddress>().copied());
    address.map(|it| it.0.to_string()).unwrap_or_default()
}

/// The value of a cookie.
#[must_use]
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Opens a session for the person in the place of the one of this request, and sends its cookie. Each sign-in gets a
/// new token, so none can be fixed beforehand.
///
/// # Errors
/// [`AppError::Internal`] when it cannot be stored.
pub async fn open(state: &AppState, user: UserId) -> Result<(), AppError> {
    end(state).await?;
    let secret = token::secret();
    let now = clock::now();
    let agent = use_context::<http::request::Parts>()
        .and_then(|it| it.headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).map(str::to_owned))
        .unwrap_or_default();
    let agent: String = agent.chars().take(200).collect();
    state.db.create_session(&token::hash(&secret), user, &agent, now, Timestamp(now.0 + LASTS)).await?;
    send(state.cookies.header(state.cookies.name(), &secret, LASTS / 1_000, SameSite::Lax)?);
    Ok(())
}

/// Ends the session of this request, if there is one, and takes the cookie back.
///
/// # Errors
/// [`AppError::Internal`] when it cannot be deleted.
pub async fn close(state: &AppState) -> Result<(), AppError> {
    end(state).await?;
    send(state.cookies.header(state.cookies.name(), "", 0, SameSite::Lax)?);
    Ok(())
}

/// The hash of this request's session token, if it carries one.
#[must_use]
pub fn token_hash(state: &AppState) -> Option<String> {
    let parts = use_context::<http::request::Parts>()?;
    cookie(&parts.headers, state.cookies.name()).map(token::hash)
}

/// Ends the session of this request; the cookie is another matter, because one answer must not set it twice.
async fn end(state: &AppState) -> Result<(), AppError> {
    if let Some(hash) = token_hash(state) {
        state.db.delete_session(&hash).await?;
    }
    Ok(())
}

/// Sends a cookie with the answer to this request.
pub fn send(cookie: HeaderValue) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.append_header(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_own_cookie_only() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("theme=dark; x__Host-session=1; __Host-session=abc"));
        assert_eq!(cookie(&headers, "__Host-session"), Some("abc"));
        assert_eq!(cookie(&headers, "session"), None);
        assert_eq!(cookie(&headers, "theme"), Some("dark"));
    }

    #[test]
    fn cookies_carry_their_flags() {
        let secure = CookiePolicy::Secure.header(CookiePolicy::Secure.name(), "x", 9, SameSite::Lax).unwrap();
        assert_eq!(secure, "__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=9; Secure");
        let plain = CookiePolicy::Plain.header("session", "x", 9, SameSite::Strict).unwrap();
        assert_eq!(plain, "session=x; Path=/; HttpOnly; SameSite=Strict; Max-Age=9");
    }
}
