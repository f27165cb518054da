//! The built site: scripts, style, fonts, icons. Names in `/pkg` carry a hash, so they may be kept for ever.

use axum::{
    Router,
    http::{HeaderValue, Response, StatusCode, header},
};
use std::path::Path;
use tower::Layer;
use tower_http::{
    services::{ServeDir, ServeFile, fs::ServeFileSystemResponseBody},
    set_header::SetResponseHeaderLayer,
};

/// Kept for ever: another content has another name.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// Kept for a month: fonts change with their package, at most.
const MONTH: &str = "public, max-age=2592000";
/// Kept, but asked about each time; the answer is mostly 304.
const ASK: &str = "no-cache";

/// Folders, and each file that lies beside them; a route of its own, so that `/{lang}` does not catch `/page.js`.
pub fn router(site: &Path) -> Router {
    let folder = |name: &str, cache: &'static str| keep(cache).layer(ServeDir::new(site.join(name)));
    let mut router = Router::new()
        .nest_service("/pkg", folder("pkg", IMMUTABLE))
        .nest_service("/fonts", folder("fonts", MONTH))
        .nest_service("/vendor", folder("vendor", ASK));
    for entry in std::fs::read_dir(site).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && !name.starts_with('.') {
            router = router.route_service(&format!("/{name}"), keep(ASK).layer(ServeFile::new(entry.path())));
        }
    }
    router
}

/// How long what is there may be kept. What is missing may be there tomorrow, so nobody keeps a 404.
fn keep(
    cache: &'static str,
) -> SetResponseHeaderLayer<impl Fn(&Response<ServeFileSystemResponseBody>) -> Option<HeaderValue> + Clone> {
    SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, move |answer: &Response<_>| {
        let there = answer.status().is_success() || answer.status() == StatusCode::NOT_MODIFIED;
        there.then(|| HeaderValue::from_static(cache))
    })
}
