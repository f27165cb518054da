//! What forms and pages cannot do alone: the preview of an uploaded file, and the candidate's copy as a file.

use app::{
    AppError, access, clock,
    document::document,
    pages::{
        copy,
        import::{Upload, sheet},
    },
    routes::App,
    state::AppState,
    viewer::Viewer,
};
use axum::{
    Extension, Json, Router,
    body::Body,
    extract::{FromRequest, Multipart, Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::audit::{Entry, Kind};
use leptos::prelude::provide_context;

/// `POST /{lang}/candidates/import` and `GET /{lang}/candidates/{id}/copy.json`.
pub fn router(state: AppState) -> Router {
    Router::new()
        .route("/{lang}/candidates/import", post(preview))
        .route("/{lang}/candidates/{id}/copy.json", get(download))
        .with_state(state)
}

/// Draws the import page with the file of the request in its context. The file is not kept anywhere: the preview
/// carries its rows to the confirmation.
async fn preview(State(state): State<AppState>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    // A stranger's file is not even read; the page says the rest.
    let upload = match parts.extensions.get::<Viewer>() {
        Some(_) => Some(Upload(file(Request::from_parts(parts.clone(), body)).await)),
        None => None,
    };
    let context = move || {
        provide_context(state.clone());
        if let Some(upload) = upload.clone() {
            provide_context(upload);
        }
    };
    let draw = leptos_axum::render_app_async_with_context(context, || document(App));
    draw(Request::from_parts(parts, Body::empty())).await
}

/// The first file of a form, as far as it can be right; what cannot be read is an empty file, and is said to be one.
async fn file(request: Request) -> Vec<u8> {
    let Ok(mut form) = Multipart::from_request(request, &()).await else { return Vec::new() };
    while let Ok(Some(mut field)) = form.next_field().await {
        if field.name() != Some("file") {
            continue;
        }
        let mut bytes = Vec::new();
        while let Ok(Some(chunk)) = field.chunk().await {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > sheet::BYTES_MAX {
                break; // one byte more than may be is all that has to be known
            }
        }
        return bytes;
    }
    Vec::new()
}

/// The copy, for whoever may have it; that it left is written down.
async fn told(state: &AppState, id: &str, viewer: Option<Viewer>) -> Result<copy::Copy, AppError> {
    let viewer = viewer.ok_or(AppError::SignIn)?;
    if !access::COPY_FILE.opens_to(&viewer.roles) {
        return Err(AppError::Forbidden);
    }
    let copy = copy::load(state, id, &viewer).await?;
    let entry = Entry::new(Some(viewer.id), Kind::Export, format!("candidate:{id}"));
    state.db.audit(entry, clock::now()).await?;
    Ok(copy)
}

/// The copy as JSON, to save. Its name holds no name.
async fn download(
    State(state): State<AppState>,
    viewer: Option<Extension<Viewer>>,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    match told(&state, &id, viewer.map(|it| it.0)).await {
        Ok(copy) => {
            let mut response = Json(copy).into_response();
            let disposition = HeaderValue::from_static("attachment; filename=\"candidate.json\"");
            response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
            response
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status().as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, Json(error)).into_response()
        }
    }
}
