//! Downloads that are no pages.

use app::{AppError, access, clock, pages::audit, state::AppState, viewer::Viewer};
use axum::{
    Extension, Router,
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::audit::{Entry, Kind};
use serde::Deserialize;

use crate::live::Refusal;

/// Most rows in one file.
const ROWS: u32 = 200_000;

/// The downloads.
pub fn router(app: AppState) -> Router {
    Router::new().route("/export/audit.csv", get(audit_csv)).with_state(app)
}

#[derive(Deserialize)]
struct Wanted {
    kind: Option<String>,
    actor: Option<String>,
}

/// The audit log, or the part that a filter lets through. That it left is written down, too.
async fn audit_csv(
    State(app): State<AppState>,
    viewer: Option<Extension<Viewer>>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refusal> {
    let Extension(viewer) = viewer.ok_or(AppError::SignIn)?;
    if !access::AUDIT_EXPORT.opens_to(&viewer.roles) {
        return Err(AppError::Forbidden.into());
    }
    let of = |it: Option<String>| it.unwrap_or_default();
    let filter = audit::filter(&app.db, &of(wanted.kind), &of(wanted.actor), "").await?;
    let rows = app.db.audit_rows(filter, ROWS).await.map_err(AppError::from)?;
    let entry = Entry::new(Some(viewer.id), Kind::Export, "audit").with(format!("{} rows", rows.len()));
    app.db.audit(entry, clock::now()).await.map_err(AppError::from)?;
    let kind = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"hopwise-audit.csv\""),
    ];
    Ok((kind, audit::csv(&rows)?).into_response())
}
