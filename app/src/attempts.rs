//! Wrong passwords are counted, by account and by address, and whoever has given too many has to wait.

use crate::{AppError, session, state::AppState, token};
use domain::{Timestamp, time::MINUTE};

/// They are counted over this many ms.
const WINDOW: i64 = 15 * MINUTE;
/// Wrong passwords for one account before it has to wait.
const PER_ACCOUNT: usize = 5;
/// Wrong passwords from one address before it has to wait; an office shares one.
const PER_ADDRESS: usize = 30;

/// The two counters that an attempt belongs to, as hashes: what was typed as an account may be a password in the wrong field.
pub struct Attempt {
    account: String,
    address: String,
}

impl Attempt {
    /// An attempt of this request at an account.
    #[must_use]
    pub fn at(account: &str) -> Self {
        let account = token::hash(&format!("account {}", account.trim().to_lowercase()));
        Self { account, address: token::hash(&format!("address {}", session::client_address())) }
    }

    /// Enough of the hash to tell accounts apart in the audit log.
    #[must_use]
    pub fn subject(&self) -> String {
        format!("account-hash:{}", &self.account[..16])
    }

    /// May it be made now?
    ///
    /// # Errors
    /// [`AppError::TooMany`] with the seconds to wait.
    pub async fn allowed(&self, state: &AppState, now: Timestamp) -> Result<(), AppError> {
        for (key, most) in [(&self.account, PER_ACCOUNT), (&self.address, PER_ADDRESS)] {
            let failed = state.db.failed_sign_ins(key, now.plus(-WINDOW)).await?;
            if failed.len() >= most {
                let oldest = failed.first().copied().unwrap_or(now);
                let wait = u64::try_from(oldest.plus(WINDOW).since(now)).unwrap_or(0).div_ceil(1_000);
                return Err(AppError::TooMany { retry_after: wait.max(1) });
            }
        }
        Ok(())
    }

    /// It failed.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it cannot be stored.
    pub async fn failed(&self, state: &AppState, now: Timestamp) -> Result<(), AppError> {
        Ok(state.db.record_failed_sign_in(&[&self.account, &self.address], now).await?)
    }

    /// It did not: the account's failures are forgotten, the address's are not.
    ///
    /// # Errors
    /// [`AppError::Internal`] when that cannot be stored.
    pub async fn succeeded(&self, state: &AppState) -> Result<(), AppError> {
        Ok(state.db.clear_failed_sign_ins(&self.account).await?)
    }
}
