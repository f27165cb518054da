//! What the panel agreed on, beside what each had said before.

use crate::{Dimension, UserId};
use serde::{Deserialize, Serialize};

/// The panel's number for one dimension: 1.0 to 5.0 in tenths, so that it is the same number in every database and language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Consensus(u8);

/// A number that is not on the scale, or a dimension that nobody has a number for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotConsensus {
    /// Not on the scale.
    #[error("a consensus is between 1.0 and 5.0")]
    OffScale,
    /// There is nothing to agree about: no rater has a mean.
    #[error("no rater has a number for this dimension")]
    NobodyRated,
}

impl Consensus {
    /// In points, 1.0–5.0.
    #[must_use]
    pub fn points(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// From tenths of a point.
impl TryFrom<u8> for Consensus {
    type Error = NotConsensus;

    fn try_from(tenths: u8) -> Result<Self, NotConsensus> {
        if (10..=50).contains(&tenths) { Ok(Self(tenths)) } else { Err(NotConsensus::OffScale) }
    }
}

impl From<Consensus> for u8 {
    fn from(of: Consensus) -> Self {
        of.0
    }
}

/// One dimension as the panel left it: both numbers, for ever. It is made once and has no way to change; a later opinion is
/// another one, written down after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Settled {
    dimension: Dimension,
    independent: Vec<(UserId, f64)>,
    consensus: Consensus,
}

impl Settled {
    /// The panel agrees on a number for a dimension. `independent` holds the mean of each rater who had enough items, as it was
    /// frozen with the scorecard.
    ///
    /// # Errors
    /// [`NotConsensus::NobodyRated`] when that is nobody, [`NotConsensus::OffScale`] when a mean is not within 1–5.
    pub fn new(
        dimension: Dimension,
        mut independent: Vec<(UserId, f64)>,
        consensus: Consensus,
    ) -> Result<Self, NotConsensus> {
        if independent.is_empty() {
            return Err(NotConsensus::NobodyRated);
        }
        if independent.iter().any(|(_, it)| !(1.0..=5.0).contains(it)) {
            return Err(NotConsensus::OffScale);
        }
        independent.sort_by_key(|(rater, _)| *rater);
        Ok(Self { dimension, independent, consensus })
    }

    /// Which dimension.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// Each rater's own mean, 1–5.
    #[must_use]
    pub fn independent(&self) -> &[(UserId, f64)] {
        &self.independent
    }

    /// The number by formula: the mean of the raters' means.
    #[must_use]
    pub fn formula(&self) -> f64 {
        self.independent.iter().map(|(_, it)| it).sum::<f64>() / self.independent.len() as f64
    }

    /// The number that the panel agreed on.
    #[must_use]
    pub const fn consensus(&self) -> Consensus {
        self.consensus
    }
}

/// What was settled as it is written down, before anybody has looked whether it can be.
#[derive(Serialize, Deserialize)]
struct Written {
    dimension: Dimension,
    independent: Vec<(UserId, f64)>,
    consensus: Consensus,
}

impl TryFrom<Written> for Settled {
    type Error = NotConsensus;

    fn try_from(it: Written) -> Result<Self, NotConsensus> {
        Self::new(it.dimension, it.independent, it.consensus)
    }
}

impl From<Settled> for Written {
    fn from(it: Settled) -> Self {
        Self { dimension: it.dimension, independent: it.independent, consensus: it.consensus }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn tenths_from_one_to_five() {
        assert_eq!(Consensus::try_from(35).map(Consensus::points), Ok(3.5));
        for wrong in [0, 9, 51, 255] {
            assert_eq!(Consensus::try_from(wrong), Err(NotConsensus::OffScale), "{wrong}");
        }
        assert!(serde_json::from_str::<Consensus>("51").is_err());
    }

    #[test]
    fn both_numbers_stay() {
        let [a, b] = [1, 2].map(|it| UserId(Uuid::from_u128(it)));
        let agreed = Consensus::try_from(40).unwrap();
        let settled = Settled::new(Dimension::Practice, vec![(b, 4.5), (a, 2.5)], agreed).unwrap();
        assert_eq!((settled.formula(), settled.consensus().points()), (3.5, 4.0));
        assert_eq!(settled.independent(), [(a, 2.5), (b, 4.5)]);
        let text = serde_json::to_string(&settled).unwrap();
        assert_eq!(serde_json::from_str::<Settled>(&text).unwrap(), settled);
        assert!(serde_json::from_str::<Settled>(&text.replace("4.5", "5.5")).is_err(), "what is read is checked");
    }

    #[test]
    fn nobody_is_no_panel() {
        let agreed = Consensus::try_from(40).unwrap();
        assert_eq!(Settled::new(Dimension::Theory, vec![], agreed), Err(NotConsensus::NobodyRated));
        let off = vec![(UserId(Uuid::from_u128(1)), f64::NAN)];
        assert_eq!(Settled::new(Dimension::Theory, off, agreed), Err(NotConsensus::OffScale));
    }
}
