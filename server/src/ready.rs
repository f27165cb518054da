//! Health: alive when the process answers, ready when the database does and the bank has questions.

use app::state::AppState;
use axum::{Router, extract::State, http::StatusCode, routing::get};

/// `/healthz` and `/readyz`, outside sessions and languages.
pub fn router(state: AppState) -> Router {
    Router::new().route("/healthz", get(|| async { "alive\n" })).route("/readyz", get(ready)).with_state(state)
}

async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    if state.bank.candidates().is_empty() {
        (StatusCode::SERVICE_UNAVAILABLE, "the bank is empty\n")
    } else if state.db.ping().await.is_err() {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
    } else {
        (StatusCode::OK, "ready\n")
    }
}
