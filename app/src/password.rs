//! Passwords: argon2id with the crate's defaults (19 MiB, 2 passes, 1 lane: OWASP's minimum), off the async threads.

use crate::AppError;
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::account::{PASSWORD_MAX, PASSWORD_MIN};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// Two at once: each takes a core and 19 MiB, and a flood of sign-ins must not take more.
static SLOTS: Semaphore = Semaphore::const_new(2);

/// A hash that no password opens: the same work is done for an unknown address, so time does not tell who has an account.
static NOBODY: LazyLock<String> = LazyLock::new(|| {
    Argon2::default().hash_password(crate::token::secret().as_bytes()).map(|it| it.to_string()).unwrap_or_default()
});

/// Guesses that a password must withstand, as a power of ten: 10^10 is out of reach for a slow hash (zxcvbn's score 4).
const STRENGTH: f64 = 10.0;

/// The rules for a new password: long enough, and not one that a guesser tries early. `known` are words that whoever guesses
/// would know, such as the owner's name.
///
/// # Errors
/// [`AppError::Invalid`] for the field `password`.
pub fn check(password: &str, known: &[&str]) -> Result<(), AppError> {
    if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&password.chars().count()) {
        return Err(AppError::invalid("password", "password"));
    }
    let known: Vec<&str> = known.iter().copied().chain(["hopwise"]).collect();
    if zxcvbn::zxcvbn(password, &known).guesses_log10() < STRENGTH {
        return Err(AppError::invalid("password", "password-weak"));
    }
    Ok(())
}

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

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn long_is_not_enough() {
        for good in ["correct-horse-battery-staple", "סיסמה ארוכה מספיק", "the otter reads RFC 9293 at noon"]
        {
            assert_eq!(check(good, &[]), Ok(()), "{good}");
        }
        for weak in [
            "passwordpassword",
            "aaaaaaaaaaaaaaaaaaaa",
            "123456789012345678",
            "hopwisehopwisehopwise",
            "qwertyuiopasdfgh",
        ] {
            assert!(check(weak, &[]).is_err(), "{weak}");
        }
        assert!(check("Dana Levi Dana Levi", &["Dana Levi"]).is_err());
        assert!(check("short", &[]).is_err() && check(&"x1Y!".repeat(80), &[]).is_err());
    }
}
