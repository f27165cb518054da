//! How much a panel's number can be trusted: reliability, the standard error that follows from it, the band, and who shares one.

mod band;
mod group;
mod measure;

pub use band::Band;
pub use group::{Apart, RANKED_FROM, Standing, Why, standing};
pub use measure::{Measure, Sources, spearman_brown};
