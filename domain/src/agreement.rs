//! Do raters agree? Krippendorff's α over units, ICC over candidates, and the rules for when either may be shown.
//!
//! A **unit** is one thing that several raters scored: a question in an interview. Which units belong together (by dimension,
//! level, language) is the caller's choice; only scores that were given independently, before the release, may come in.

mod bootstrap;
mod coincidence;
mod crossing;
mod icc;
mod report;

pub use coincidence::{Coincidences, Metric};
pub use crossing::largest;
pub use icc::{Coefficient, Crossed, Icc, NotCrossed};
pub use report::{Agreement, Estimate, INTERVIEWS_STEADY, UNITS_MIN, UNITS_STEADY, agreement, smallest};

#[cfg(test)]
#[path = "agreement/simulation_test.rs"]
mod simulation;
