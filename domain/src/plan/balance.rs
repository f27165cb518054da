//! How a draft fills its track.

use crate::{Dimension, composite::ENOUGH};

/// The minutes of one dimension against the track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Which dimension.
    pub dimension: Dimension,
    /// How many questions it has.
    pub questions: usize,
    /// What its questions take.
    pub planned: u16,
    /// What the track gives it.
    pub core: u16,
}

impl Balance {
    /// Can its mean say anything? With fewer questions the composite stays a range, however well they are answered.
    #[must_use]
    pub const fn is_enough(self) -> bool {
        self.questions >= ENOUGH
    }

    /// Minutes over the core; 0 when there are none.
    #[must_use]
    pub const fn over(self) -> u16 {
        self.planned.saturating_sub(self.core)
    }

    /// Minutes of the core that nothing fills; 0 when there are none.
    #[must_use]
    pub const fn short(self) -> u16 {
        self.core.saturating_sub(self.planned)
    }
}
