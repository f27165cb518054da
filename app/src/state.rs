//! What every request can reach: database, bank, probes, settings.

use crate::{AppError, live::Live, presence::Presence, session::CookiePolicy, throttle::Throttle};
use content::Bank;
use ipnet::IpNet;
use leptos::prelude::use_context;
use probe::Prober;
use std::sync::Arc;
use store::Db;

/// Built once at start-up and cloned into each request.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// The question bank.
    pub bank: Arc<Bank>,
    /// Runs probes.
    pub prober: Arc<Prober>,
    /// Probes under way.
    pub live: Live,
    /// Who has which room open.
    pub presence: Presence,
    /// How often the candidates' side has written of late.
    pub throttle: Throttle,
    /// How session cookies are written.
    pub cookies: CookiePolicy,
    /// The address that people know the server by, without a slash at the end: for links that are shown to copy.
    pub public_url: Arc<str>,
    /// The proxies in front whose word about addresses counts.
    pub proxies: Arc<[IpNet]>,
}

/// The state, from the context of a request.
///
/// # Errors
/// [`AppError::Internal`] outside a request.
pub fn state() -> Result<AppState, AppError> {
    use_context::<AppState>().ok_or_else(|| AppError::internal("no state in the request's context"))
}

impl From<store::Error> for AppError {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::NotFound,
            store::Error::Taken { field } => Self::invalid(&field, "taken"),
            store::Error::LastAdministrator => Self::invalid("roles", "last-administrator"),
            store::Error::NoSuchPerson => Self::invalid("email", "seat"),
            store::Error::Held => Self::invalid("confirmation", "held"),
            store::Error::Expired | store::Error::Used => Self::NotFound,
            other => Self::internal(other),
        }
    }
}
