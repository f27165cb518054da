//! Which layer and which handler a request goes through. Layers are listed from the inside out.

use crate::{address, candidates, export, files, live, page_cache, page_cache::PageCache, ready, security, sessions};
use app::{AppError, document::document, routes::App, state::AppState};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{from_fn, from_fn_with_state, map_response},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::Locale;
use leptos::{config::LeptosOptions, prelude::*, server_fn::error::SERVER_FN_ERROR_HEADER};
use leptos_axum::{LeptosRoutes, file_and_error_handler_with_context, generate_route_list};
use std::path::Path;
use tokio_util::sync::CancellationToken;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer, trace::TraceLayer,
};

/// Largest request body, in bytes: 200 notes of ordinary length fit, a flood does not.
const BODY_MAX: usize = 512 * 1024;

/// The whole application.
pub fn router(state: AppState, site: &Path, stop: CancellationToken) -> Router {
    let options =
        LeptosOptions::builder().output_name("hopwise").site_root(site.to_string_lossy().into_owned()).build();
    let context = {
        let state = state.clone();
        move || provide_context(state.clone())
    };
    let streams = live::router(state.clone(), stop);
    let extra = candidates::router(state.clone());
    let pages = Router::new()
        .route("/", get(first_page).with_state(state.clone()))
        .leptos_routes_with_context(&options, generate_route_list(App), context.clone(), || document(App))
        .fallback(file_and_error_handler_with_context::<LeptosOptions, _>(context, shell))
        .with_state(options)
        .merge(streams)
        .merge(export::router(state.clone()))
        .merge(extra)
        .layer(map_response(with_status))
        .layer(from_fn(sessions::guard_api))
        .layer(from_fn_with_state(state.clone(), sessions::note_refusals))
        .layer(from_fn_with_state(state.clone(), sessions::identify))
        .layer(from_fn_with_state(state.clone(), address::note))
        .layer(from_fn(security::same_origin))
        .layer(RequestBodyLimitLayer::new(BODY_MAX));
    Router::new()
        .merge(files::router(site))
        .merge(pages)
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state((PageCache::default(), state.cookies), page_cache::serve))
        .merge(ready::router(state))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(security::headers))
        .layer(TraceLayer::new_for_http().make_span_with(span))
}

/// Only method and the path's first parts: a link's token never reaches the log.
fn span(request: &Request) -> tracing::Span {
    let path: Vec<&str> = request.uri().path().split('/').take(3).collect();
    tracing::info_span!("request", method = %request.method(), path = path.join("/"))
}

fn shell(_options: LeptosOptions) -> impl IntoView {
    document(App)
}

/// `/` goes to the language of the cookie, else of the browser, else of the company.
async fn first_page(State(state): State<AppState>, request: Request) -> Redirect {
    let headers = request.headers();
    let remembered = app::session::cookie(headers, "lang").and_then(|it| it.parse().ok());
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let spoken = wanted.split(',').find_map(|it| it.trim().get(..2)?.to_ascii_lowercase().parse::<Locale>().ok());
    let locale = match remembered.or(spoken) {
        Some(locale) => locale,
        // A database that does not answer is said on the page itself.
        None => state.db.settings().await.map_or(Locale::En, |it| it.locale),
    };
    Redirect::to(&format!("/{locale}/"))
}

/// Leptos answers every error of a server function with 500; who watches the server has to tell a refusal from a failure.
async fn with_status(response: Response) -> Response {
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) || response.status().is_redirection() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, BODY_MAX).await.unwrap_or_default();
    if let Ok(error) = serde_json::from_slice::<AppError>(&body) {
        parts.status = StatusCode::from_u16(error.status().as_u16()).unwrap_or(parts.status);
        if let AppError::TooMany { retry_after } = error {
            parts.headers.insert(header::RETRY_AFTER, retry_after.into());
        }
    }
    Response::from_parts(parts, Body::from(body))
}

fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let text =
        cause.downcast_ref::<String>().cloned().or_else(|| cause.downcast_ref::<&str>().map(|it| (*it).to_owned()));
    let error = AppError::internal(text.unwrap_or_else(|| "a panic without words".to_owned()));
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
}
