//! The plan template of each level: how many minutes an interview has and how they are split.

use crate::{Dimension, Level, weights::Weights};

/// Minutes of an interview at one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Track {
    /// Welcome, the candidate's background, how the hour will go.
    pub opening: u16,
    /// Minutes for theory questions.
    pub theory: u16,
    /// Minutes for practice questions.
    pub practice: u16,
    /// Minutes for architecture questions.
    pub architecture: u16,
    /// The candidate's questions, next steps.
    pub close: u16,
}

impl Track {
    /// The track of a level: 45 = 4+36+5, 60 = 5+48+7, 90 = 5+75+10 minutes (opening + core + close).
    #[must_use]
    pub const fn of(level: Level) -> Self {
        match level {
            Level::Junior | Level::Middle => Self { opening: 4, theory: 11, practice: 14, architecture: 11, close: 5 },
            Level::Senior => Self { opening: 5, theory: 14, practice: 20, architecture: 14, close: 7 },
            Level::Lead => Self { opening: 5, theory: 22, practice: 30, architecture: 23, close: 10 },
        }
    }

    /// The same minutes with the core split by other weights. For the first weights the split stays as it is written above:
    /// the source documents round it their own way.
    #[must_use]
    pub fn weighed(self, weights: Weights) -> Self {
        if weights == Weights::FIRST {
            return self;
        }
        let core = self.theory + self.practice + self.architecture;
        let share = |it: Dimension| (core * u16::from(weights.of(it)) + 50) / 100;
        let (theory, architecture) = (share(Dimension::Theory), share(Dimension::Architecture));
        // What rounding leaves goes to practice: no minute is lost and none invented.
        Self { theory, architecture, practice: core.saturating_sub(theory + architecture), ..self }
    }

    /// Core minutes of one dimension.
    #[must_use]
    pub const fn of_dimension(self, dimension: Dimension) -> u16 {
        match dimension {
            Dimension::Theory => self.theory,
            Dimension::Practice => self.practice,
            Dimension::Architecture => self.architecture,
        }
    }

    /// All minutes together.
    #[must_use]
    pub const fn total(self) -> u16 {
        self.opening + self.theory + self.practice + self.architecture + self.close
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_the_promised_minutes() {
        let totals: Vec<u16> = Level::ALL.iter().map(|it| Track::of(*it).total()).collect();
        assert_eq!(totals, [45, 45, 60, 90]);
        assert_eq!(
            Track::of(Level::Lead).theory + Track::of(Level::Lead).practice + Track::of(Level::Lead).architecture,
            75
        );
    }

    #[test]
    fn the_core_follows_the_weights() {
        for level in Level::ALL {
            let track = Track::of(*level);
            let core = f64::from(track.theory + track.practice + track.architecture);
            for dimension in Dimension::ALL {
                let share = f64::from(track.of_dimension(*dimension)) / core * 100.0;
                assert!(
                    (share - f64::from(Weights::FIRST.of(*dimension))).abs() <= 2.0,
                    "{level} {dimension}: {share}"
                );
            }
        }
    }

    #[test]
    fn other_weights_split_the_same_core() {
        let weights = Weights::try_from([20, 50, 30]).unwrap();
        let track = Track::of(Level::Senior).weighed(weights);
        assert_eq!((track.theory, track.practice, track.architecture), (10, 24, 14));
        for level in Level::ALL {
            assert_eq!(Track::of(*level).weighed(weights).total(), Track::of(*level).total());
        }
        assert_eq!(Track::of(Level::Lead).weighed(Weights::FIRST), Track::of(Level::Lead));
    }
}
