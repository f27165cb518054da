//! Who may read a question: interviewers only, candidates too, or both.

use crate::named::named;

named! {
    /// The readers a question is meant for.
    Pool {
        /// Held back for interviews: never shown without an account.
        Interview = "interview",
        /// For self-study only: never planned into an interview.
        Practice = "practice",
        /// For both.
        Both = "both",
    }
}

impl Pool {
    /// May somebody without an account read it?
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Practice | Self::Both)
    }

    /// May it be planned into an interview?
    #[must_use]
    pub const fn is_asked(self) -> bool {
        matches!(self, Self::Interview | Self::Both)
    }
}
