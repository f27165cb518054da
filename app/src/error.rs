//! What can go wrong for the person in front of the page; every situation has a sentence in three languages and a way on.

mod body;

use domain::interview::Refused;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};

/// A situation that a person can do something about, except for [`AppError::Internal`], which we have to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize, serde::Deserialize))]
pub enum AppError {
    /// Nothing is there, or nothing that this person may know of.
    #[error("not found")]
    NotFound,
    /// Somebody has to sign in first.
    #[error("sign in first")]
    SignIn,
    /// Signed in, but not allowed.
    #[error("not allowed")]
    Forbidden,
    /// One field is not as it has to be.
    #[error("{field}: {reason}")]
    Invalid {
        /// The field's name in the form.
        field: String,
        /// The key of the reason's message, without the prefix `invalid-`.
        reason: String,
    },
    /// The interview's rules refuse it.
    #[error("{0}")]
    Refused(Refused),
    /// The candidate whom this was about was forgotten; nothing of it comes back.
    #[error("forgotten")]
    Forgotten,
    /// Too many attempts.
    #[error("try again in {retry_after} s")]
    TooMany {
        /// Seconds until the next attempt can succeed.
        retry_after: u64,
    },
    /// Something of ours is broken; the cause is in the log under the reference.
    #[error("internal error {reference}")]
    Internal {
        /// What the person can tell us.
        reference: String,
    },
}

impl AppError {
    /// A field that is not as it has to be.
    #[must_use]
    pub fn invalid(field: &str, reason: &str) -> Self {
        Self::Invalid { field: field.to_owned(), reason: reason.to_owned() }
    }

    /// The key of its message: `problem-<key>-title` and `problem-<key>-text`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignIn => "sign-in",
            Self::Forbidden => "forbidden",
            Self::Invalid { .. } => "invalid",
            Self::Refused(_) => "refused",
            Self::Forgotten => "forgotten",
            Self::TooMany { .. } => "too-many",
            Self::Internal { .. } => "internal",
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = body::Body;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::invalid("form", "malformed")
            }
            other => Self::Internal { reference: other.to_string() },
        }
    }
}

#[cfg(feature = "ssr")]
impl AppError {
    /// Logs the cause and gives the person a reference to it.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        let reference = crate::token::reference();
        tracing::error!(%reference, %cause, "request failed");
        Self::Internal { reference }
    }

    /// The HTTP status of a page or an answer with this problem.
    #[must_use]
    pub const fn status(&self) -> http::StatusCode {
        match self {
            Self::NotFound => http::StatusCode::NOT_FOUND,
            Self::SignIn => http::StatusCode::UNAUTHORIZED,
            Self::Forbidden => http::StatusCode::FORBIDDEN,
            Self::Invalid { .. } => http::StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused(_) => http::StatusCode::CONFLICT,
            Self::Forgotten => http::StatusCode::GONE,
            Self::TooMany { .. } => http::StatusCode::TOO_MANY_REQUESTS,
            Self::Internal { .. } => http::StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
