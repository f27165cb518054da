//! How much each dimension counts: percentages that sum to 100, by level, in versions that never change.

use crate::Dimension;
use serde::{Deserialize, Serialize};

/// Percentages of the composite, one for each dimension; they sum to 100 and none is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u8; 3]", into = "[u8; 3]")]
pub struct Weights([u8; 3]);

/// Percentages that do not sum to 100, or a dimension that would not count at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("weights are three percentages above 0 that sum to 100")]
pub struct NotWeights;

impl Weights {
    /// Theory 30, practice 40, architecture 30: what every level begins with.
    pub const FIRST: Self = Self([30, 40, 30]);

    /// The percentage of a dimension.
    #[must_use]
    pub const fn of(self, dimension: Dimension) -> u8 {
        let [theory, practice, architecture] = self.0;
        match dimension {
            Dimension::Theory => theory,
            Dimension::Practice => practice,
            Dimension::Architecture => architecture,
        }
    }
}

/// In the order theory, practice, architecture.
impl TryFrom<[u8; 3]> for Weights {
    type Error = NotWeights;

    fn try_from(of: [u8; 3]) -> Result<Self, NotWeights> {
        let sum: u16 = of.iter().copied().map(u16::from).sum();
        if sum == 100 && !of.contains(&0) { Ok(Self(of)) } else { Err(NotWeights) }
    }
}

impl From<Weights> for [u8; 3] {
    fn from(of: Weights) -> Self {
        of.0
    }
}

/// The weights of a level as they stood from one day on. An interview keeps the version it was planned with, so its
/// composite never changes behind anybody's back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// 0 for [`Weights::FIRST`]; each change of a level's weights adds one.
    pub number: u32,
    /// The percentages.
    pub weights: Weights,
}

impl Default for Version {
    fn default() -> Self {
        Self { number: 0, weights: Weights::FIRST }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_sum_to_a_hundred_and_each_dimension_counts() {
        assert!(Weights::try_from([20, 50, 30]).is_ok());
        for wrong in [[30, 40, 31], [0, 50, 50], [255, 255, 255], [100, 0, 0]] {
            assert_eq!(Weights::try_from(wrong), Err(NotWeights), "{wrong:?}");
        }
        assert_eq!(Weights::try_from(<[u8; 3]>::from(Weights::FIRST)), Ok(Weights::FIRST));
        assert_eq!(Dimension::ALL.iter().map(|it| Weights::FIRST.of(*it)).collect::<Vec<_>>(), [30, 40, 30]);
    }

    #[test]
    fn what_is_read_is_checked() {
        let read = |text: &str| serde_json::from_str::<Version>(text);
        assert_eq!(read(r#"{"number":2,"weights":[20,50,30]}"#).unwrap().weights.of(Dimension::Practice), 50);
        assert!(read(r#"{"number":2,"weights":[20,50,31]}"#).is_err());
    }
}
