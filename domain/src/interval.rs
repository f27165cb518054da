//! An interval: how much a number can be trusted is said beside it.

/// The standard normal distribution's 97.5 % point: half of what 95 % of cases lie within.
pub(crate) const Z95: f64 = 1.959_963_984_540_054;

/// From a lower to an upper bound, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The upper bound, never below the lower one.
    pub high: f64,
}

impl Interval {
    /// Does `value` lie within?
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// Have the two at least one point in common?
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}
