//! A score: one to five by anchor, or the statement that nothing was assessed.

use serde::{Deserialize, Serialize};

/// One rater's score for one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Score {
    /// Asked or not, nothing can be said; counts nowhere.
    NotAssessed,
    /// Anchor 1.
    One,
    /// Anchor 2.
    Two,
    /// Anchor 3: a solid hire-level answer at the question's primary level.
    Three,
    /// Anchor 4.
    Four,
    /// Anchor 5.
    Five,
}

/// A number that is not a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a score: 1 to 5, or 0 for not assessed")]
pub struct InvalidScore(pub u8);

impl Score {
    /// The five anchored scores, lowest first.
    pub const RATED: [Self; 5] = [Self::One, Self::Two, Self::Three, Self::Four, Self::Five];

    /// The points of a rated answer, 1–5; `None` when it was not assessed.
    #[must_use]
    pub const fn points(self) -> Option<u8> {
        match self {
            Self::NotAssessed => None,
            rated => Some(rated as u8),
        }
    }
}

impl TryFrom<u8> for Score {
    type Error = InvalidScore;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        match number {
            0 => Ok(Self::NotAssessed),
            1..=5 => Ok(Self::RATED[usize::from(number) - 1]),
            _ => Err(InvalidScore(number)),
        }
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.points().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_round() {
        for n in 0..=5 {
            assert_eq!(u8::from(Score::try_from(n).unwrap()), n);
        }
        assert_eq!(Score::try_from(6), Err(InvalidScore(6)));
        assert_eq!(Score::NotAssessed.points(), None);
    }
}
