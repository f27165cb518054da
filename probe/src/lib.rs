//! Measurements, the guard in front of them, and the fault lab.
//!
//! A probe's way: [`Target`] reads what was typed and refuses everything that is not a lab target, [`Prober`] waits
//! for a free slot and measures, and the result says where the time went, in the schema of [`domain::run`].
//!
//! Nothing here resolves names by the system, reads proxies, keeps cookies, follows redirects or starts a process.

mod certificate;
mod clock;
mod failure;
mod guard;
#[cfg(test)]
mod hostile;
mod http;
mod lab;
mod outcome;
mod prober;
pub mod report;
mod sheet;
mod skew;
mod target;
mod vantage;
mod visible;

pub use lab::{Lab, StartError};
pub use outcome::{Outcome, outcome};
pub use prober::{AT_ONCE, Ask, DEFAULT_DEADLINE, MAX_DEADLINE, Prober};
pub use target::{Refused, Target};
pub use visible::visible;
