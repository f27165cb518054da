//! How a probe ended, in one word: what a command line turns into its exit code.

use domain::run;

/// The phase of a [`run::Failure`] that means nothing was sent.
pub(crate) const GUARD: &str = "guard";

/// How a probe ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// An answer was measured to its end, whatever its status code.
    Measured,
    /// Packets were sent, but no whole answer came.
    Failed,
    /// The guard refused; nothing was sent.
    Refused,
}

/// How `result`'s probe ended.
#[must_use]
pub fn outcome(result: &run::Result) -> Outcome {
    match &result.failed {
        None => Outcome::Measured,
        Some(failure) if failure.phase == GUARD => Outcome::Refused,
        Some(_) => Outcome::Failed,
    }
}
