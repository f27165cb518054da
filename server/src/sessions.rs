//! Who a request comes from, and the rule that server functions answer nobody unless they are public.

use app::{
    AppError, access, clock,
    session::{SessionHash, cookie},
    state::AppState,
    token,
    viewer::Viewer,
};
use axum::{
    Json,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Locale,
    audit::{Entry, Kind},
};

/// Looks the session up once and puts its person into the request.
pub async fn identify(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if let Some(secret) = cookie(request.headers(), state.cookies.name()) {
        let hash = token::hash(secret);
        match state.db.session(&hash, clock::now()).await {
            Ok(Some(user)) => {
                request.extensions_mut().insert(SessionHash(hash));
                request.extensions_mut().insert(Viewer { id: user.id, name: user.name, roles: user.roles });
            }
            Ok(None) => {}
            Err(error) => {
                let error = AppError::internal(error);
                return (StatusCode::SERVICE_UNAVAILABLE, Json(error)).into_response();
            }
        }
    }
    next.run(request).await
}

/// Server functions parse their arguments before their bodies authorise; this refuses strangers before that.
pub async fn guard_api(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let stranger = request.extensions().get::<Viewer>().is_none();
    let public = access::DOORS.iter().any(|it| it.path == path && it.is_public());
    if !path.starts_with("/api/") || public || !stranger {
        return next.run(request).await;
    }
    let form = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|it| it.to_str().ok())
        .is_some_and(|it| it.contains("text/html"));
    if form {
        Redirect::to(&format!("/{}/sign-in", came_from(&request))).into_response()
    } else {
        (StatusCode::UNAUTHORIZED, Json(AppError::SignIn)).into_response()
    }
}

/// Writes down what somebody who is signed in tried and may not. Strangers are only counted by the limits of sign-in: they
/// could fill the log at will.
pub async fn note_refusals(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let viewer = request.extensions().get::<Viewer>().map(|it| it.id);
    let path: Vec<&str> = request.uri().path().split('/').take(3).collect();
    let what = format!("{} {}", request.method(), path.join("/"));
    let response = next.run(request).await;
    if let Some(id) = viewer.filter(|_| response.status() == StatusCode::FORBIDDEN) {
        let entry = Entry::new(Some(id), Kind::Refused, "door").with(what.chars().take(200).collect::<String>());
        if let Err(error) = state.db.audit(entry, clock::now()).await {
            tracing::error!(%error, "a refusal could not be written down");
        }
    }
    response
}

/// The language of the page that the form stood on.
fn came_from(request: &Request) -> Locale {
    let referer = request.headers().get(header::REFERER).and_then(|it| it.to_str().ok());
    referer.and_then(|it| it.split('/').nth(3)?.parse().ok()).unwrap_or(Locale::En)
}
