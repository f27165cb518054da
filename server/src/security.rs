//! Security headers on every answer, and the check that a write comes from our own pages.

use app::AppError;
use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// No inline script runs but the two constants that Leptos writes at the end of a page; their hashes keep public pages
/// cacheable, which a nonce would not. WASM needs `wasm-unsafe-eval`; there is no inline style anywhere.
const POLICY: &str = "default-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval' 'sha256-2e+rGxtst+bbxdLf6Dp32aL0uyPdikvr0awq53hVU58=' \
    'sha256-PEoA+SZ6ZbFCusLsUEMftpXvTp6Abhw9kvgQnCC8l3U='; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'";

/// Adds the headers that make a browser careful.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not `no-referrer`: a form that fails without a script goes back to where it came from.
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Unless a handler said otherwise, nothing is kept: pages show what one person may see.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses a write that another site made a browser send; `SameSite=Lax` alone does not stop a sibling domain.
pub async fn same_origin(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_same_origin(request.headers()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, Json(AppError::Forbidden)).into_response()
    }
}

/// `Sec-Fetch-Site` where the browser sends it, else `Origin` against `Host`; a client that sends neither is no browser
/// and carries nobody's cookies (the rule of Go 1.25's `http.CrossOriginProtection`).
fn is_same_origin(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|it| it.to_str().ok());
    match (text("sec-fetch-site"), headers.get(header::ORIGIN)) {
        (Some("same-origin" | "none"), _) | (None, None) => true,
        (Some(_), _) => false,
        (None, Some(origin)) => {
            let origin = origin.to_str().ok().and_then(|it| it.split_once("://")).map(|(_, host)| host);
            origin.is_some() && origin == text("host")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(pairs: &[(&'static str, &'static str)]) -> bool {
        is_same_origin(&pairs.iter().map(|(n, v)| (n.parse().unwrap(), HeaderValue::from_static(v))).collect())
    }

    #[test]
    fn only_our_own_pages_write() {
        assert!(same(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(same(&[("sec-fetch-site", "none")]));
        assert!(same(&[("origin", "http://hopwise.lan:3000"), ("host", "hopwise.lan:3000")]));
        assert!(same(&[]));
        for foreign in [
            &[("sec-fetch-site", "cross-site"), ("origin", "http://a"), ("host", "a")][..],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://evil.example"), ("host", "hopwise.lan")],
            &[("origin", "http://hopwise.lan:3001"), ("host", "hopwise.lan:3000")],
            &[("origin", "null"), ("host", "hopwise.lan")],
        ] {
            assert!(!same(foreign), "{foreign:?}");
        }
    }
}
