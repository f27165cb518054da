//! The levels that a loop can be held for.

use crate::named::named;

named! {
    /// The level a candidate is interviewed for.
    Level {
        /// Fundamentals and first diagnosis.
        Junior = "junior",
        /// Owns a service.
        Middle = "middle",
        /// Owns a system.
        Senior = "senior",
        /// Owns a direction.
        Lead = "lead",
    }
}

impl Level {
    /// The one letter of level markers, the same in every language.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Junior => 'J',
            Self::Middle => 'M',
            Self::Senior => 'S',
            Self::Lead => 'L',
        }
    }
}
