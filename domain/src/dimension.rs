//! The three dimensions of an assessment and their weights.

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

impl Dimension {
    /// Share of the composite in percent: theory 30, practice 40, architecture 30; they sum to 100.
    #[must_use]
    pub const fn weight(self) -> u8 {
        match self {
            Self::Theory | Self::Architecture => 30,
            Self::Practice => 40,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_sum_to_a_hundred() {
        assert_eq!(Dimension::ALL.iter().map(|it| u32::from(it.weight())).sum::<u32>(), 100);
    }
}
