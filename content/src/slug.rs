//! The stable name of a document or of an entry in one.

use domain::QuestionId;
use std::{fmt, str::FromStr};

/// Lower-case words joined by hyphens, as in a question's id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(QuestionId);

/// A text that is no [`Slug`].
pub(crate) type NotASlug = <QuestionId as FromStr>::Err;

impl Slug {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
