//! What can go wrong in the store, and the one place that reads names of constraints from either database.

use sqlx::error::DatabaseError;

/// Why a call changed or returned nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It does not exist, or the caller may not see it; which of the two is nobody's business.
    #[error("it does not exist, or not for this person")]
    NotFound,
    /// Somebody else has this value already.
    #[error("this {field} is taken")]
    Taken {
        /// The column, which is the name of the form field too.
        field: String,
    },
    /// The link was valid once.
    #[error("the link has expired")]
    Expired,
    /// The link works once and was used.
    #[error("the link was used already")]
    Used,
    /// Nobody could administrate any more.
    #[error("the last administrator cannot be taken away")]
    LastAdministrator,
    /// Nobody with this e-mail can take the seat.
    #[error("nobody with this address can take the seat")]
    NoSuchPerson,
    /// A legal hold stands: nobody may be forgotten against it.
    #[error("a legal hold stands")]
    Held,
    /// A row holds what this program does not understand.
    #[error("the column {column} holds something unknown: {reason}")]
    Corrupt {
        /// Which column.
        column: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// The call was cut short; whether it took effect is unknown, a resend will tell.
    #[error("the write was cut short")]
    Interrupted,
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error.as_database_error() {
            Some(it) if it.is_unique_violation() => Self::Taken { field: field(it) },
            // What a new row points to is not there.
            Some(it) if it.is_foreign_key_violation() => Self::NotFound,
            _ => Self::Database(error),
        }
    }
}

/// The columns of a violated unique constraint, joined by `_`.
///
/// PostgreSQL names the constraint, `user_account_email_key`; SQLite lists columns: `… failed: user_account.email`.
fn field(error: &dyn DatabaseError) -> String {
    if let (Some(table), Some(name)) = (error.table(), error.constraint()) {
        let name = name.strip_prefix(table).unwrap_or(name);
        return name.trim_start_matches('_').trim_end_matches("_key").to_owned();
    }
    let listed = error.message().rsplit(": ").next().unwrap_or_default();
    let columns: Vec<&str> = listed.split(", ").map(|it| it.rsplit('.').next().unwrap_or(it)).collect();
    columns.join("_")
}

/// Did the statement fail because a table is not there?
pub(crate) fn is_missing_table(error: &sqlx::Error) -> bool {
    // PostgreSQL has a code of its own for it; SQLite says it in words.
    error
        .as_database_error()
        .is_some_and(|it| it.code().is_some_and(|code| code == "42P01") || it.message().starts_with("no such table"))
}
