//! How a problem looks in the body of an answer: JSON for those who read it, and as little as possible of it in the browser.

use super::AppError;
use leptos::server_fn::{ContentType, Decodes, Encodes, Format, FormatType};
use server_fn::Bytes;

/// The encoding of [`AppError`] in answers.
pub struct Body;

impl ContentType for Body {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for Body {
    const FORMAT_TYPE: Format = Format::Text;
}

#[cfg(feature = "ssr")]
impl Encodes<AppError> for Body {
    type Error = serde_json::Error;

    fn encode(error: &AppError) -> Result<Bytes, Self::Error> {
        serde_json::to_vec(error).map(Bytes::from)
    }
}

#[cfg(feature = "ssr")]
impl Decodes<AppError> for Body {
    type Error = serde_json::Error;

    fn decode(bytes: Bytes) -> Result<AppError, Self::Error> {
        serde_json::from_slice(&bytes)
    }
}

/// A browser never writes one.
#[cfg(not(feature = "ssr"))]
impl Encodes<AppError> for Body {
    type Error = std::convert::Infallible;

    fn encode(_: &AppError) -> Result<Bytes, Self::Error> {
        Ok(Bytes::new())
    }
}

/// An island only acts on "sign in first" and "not allowed"; of every other problem it says that it did not work.
#[cfg(not(feature = "ssr"))]
impl Decodes<AppError> for Body {
    type Error = std::convert::Infallible;

    fn decode(bytes: Bytes) -> Result<AppError, Self::Error> {
        Ok(match bytes.as_ref() {
            br#""SignIn""# => AppError::SignIn,
            br#""Forbidden""# => AppError::Forbidden,
            _ => AppError::Internal { reference: String::new() },
        })
    }
}
