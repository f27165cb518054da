//! How a draft fills its track.

use crate::Dimension;

/// The minutes of one dimension against the track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Which dimension.
    pub dimension: Dimension,
    /// What its questions take.
    pub planned: u16,
    /// What the track gives it.
    pub core: u16,
}

impl Balance {
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
