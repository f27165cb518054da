//! Passwords: argon2id with the crate's defaults (19 MiB, 2 passes, 1 lane: OWASP's minimum), off the async threads.

use crate::AppError;
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// Two at once: each takes a core and 19 MiB, and a flood of sign-ins must not take more.
static SLOTS: Semaphore = Semaphore::const_new(2);

/// A hash that no password opens: the same work is done for an unknown address, so time does not tell who has an account.
static NOBODY: LazyLock<String> = LazyLock::new(|| {
    Argon2::default().hash_password(crate::token::secret().as_bytes()).map(|it| it.to_string()).unwrap_or_default()
});

/// Hashes a password for storage, as a PHC string.
///
/// # Errors
/// [`AppError::Internal`] when hashing fails.
pub async fn hash(password: String) -> Result<String, AppError> {
    blocking(move || Argon2::default().hash_password(password.as_bytes()).map(|it| it.to_string()))
        .await?
        .map_err(AppError::internal)
}

/// Does the password open this hash? `None` stands for an account that does not exist.
///
/// # Errors
/// [`AppError::Internal`] when the work could not be done.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, AppError> {
    blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let opened = PasswordHash::new(&hash)
            .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
        known && opened
    })
    .await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    let _slot = SLOTS.acquire().await.map_err(AppError::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(AppError::internal)
}
