//! Public bank pages, drawn once and kept as they go over the wire: the bank does not change while the server runs.

use app::session::{CookiePolicy, cookie};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use moka::sync::Cache;
use std::sync::Arc;

/// Most bytes of kept pages.
const CAPACITY: u64 = 16 * 1024 * 1024;
/// A page larger than this is not kept.
const PAGE_MAX: usize = 1024 * 1024;

/// What makes two answers differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    path: String,
    /// The cookie that names it.
    theme: Option<&'static str>,
    brotli: bool,
}

impl Key {
    /// Leaves in a request only what the key tells apart. Whoever writes `BR` or sends a header twice must not decide
    /// what others get under the same key.
    fn restrict(&self, headers: &mut HeaderMap) {
        let encoding = if self.brotli { "br" } else { "identity" };
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(encoding));
        headers.remove(header::COOKIE);
        if let Some(theme) = self.theme {
            headers.insert(header::COOKIE, HeaderValue::from_static(theme));
        }
    }
}

#[derive(Debug)]
struct Kept {
    headers: HeaderMap,
    body: Bytes,
}

/// The kept pages.
#[derive(Debug, Clone)]
pub struct PageCache(Cache<Key, Arc<Kept>>);

impl Default for PageCache {
    fn default() -> Self {
        let size = |_: &Key, kept: &Arc<Kept>| u32::try_from(kept.body.len()).unwrap_or(u32::MAX);
        Self(Cache::builder().max_capacity(CAPACITY).weigher(size).build())
    }
}

/// The key of a request whose answer is the same for everybody: a bank page without a session and without a query.
fn key(request: &Request, cookies: CookiePolicy) -> Option<Key> {
    let (uri, headers) = (request.uri(), request.headers());
    let place = uri.path().split('/').nth(2).unwrap_or_default();
    let public = matches!(place, "questions" | "reference" | "tracks") && uri.query().is_none();
    if request.method() != Method::GET || !public || cookie(headers, cookies.name()).is_some() {
        return None;
    }
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let chosen = cookie(headers, "theme");
    let theme = [("light", "theme=light"), ("dark", "theme=dark")].into_iter().find(|it| Some(it.0) == chosen);
    Some(Key { path: uri.path().to_owned(), theme: theme.map(|it| it.1), brotli: takes_brotli(accepted) })
}

/// `br` stands among the codings, and not with `q=0`.
fn takes_brotli(accepted: &str) -> bool {
    accepted.split(',').any(|it| {
        let (coding, weight) = it.split_once(';').unwrap_or((it, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|it| it.trim_matches(['0', '.', ' ']).is_empty());
        coding.trim().eq_ignore_ascii_case("br") && !refused
    })
}

/// Answers from what is kept, or draws and keeps.
pub async fn serve(
    State((cache, cookies)): State<(PageCache, CookiePolicy)>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(key) = key(&request, cookies) else { return next.run(request).await };
    key.restrict(request.headers_mut());
    if let Some(kept) = cache.0.get(&key) {
        return answer(&kept);
    }
    let (parts, body) = next.run(request).await.into_parts();
    if parts.status != StatusCode::OK || parts.headers.contains_key(header::SET_COOKIE) {
        return Response::from_parts(parts, body);
    }
    let Ok(body) = to_bytes(body, PAGE_MAX).await else {
        return answer_too_large();
    };
    let mut headers = parts.headers;
    // Readers share it, but ask again: a new version of the bank must be seen at once.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    headers.remove(header::TRANSFER_ENCODING);
    let kept = Arc::new(Kept { headers, body });
    cache.0.insert(key, Arc::clone(&kept));
    answer(&kept)
}

fn answer(kept: &Kept) -> Response {
    let mut response = Response::new(Body::from(kept.body.clone()));
    response.headers_mut().clone_from(&kept.headers);
    response
}

fn answer_too_large() -> Response {
    tracing::error!("a bank page is larger than {PAGE_MAX} bytes");
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
