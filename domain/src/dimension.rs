//! The three dimensions of an assessment.

use crate::named::named;

named! {
    /// What a question gives evidence about.
    Dimension {
        /// Knows how it works.
        Theory = "theory",
        /// Finds, measures, mends.
        Practice = "practice",
        /// Weighs and designs.
        Architecture = "architecture",
    }
}
