//! Who may act: roles of people with an account.

use crate::named::named;

named! {
    /// What a person with an account may do; a person can hold several.
    Role {
        /// Sets up people, targets, retention.
        Administrator = "administrator",
        /// Creates loops and takes decisions.
        Lead = "lead",
        /// Holds interviews and scores.
        Interviewer = "interviewer",
        /// Watches in silence.
        Observer = "observer",
    }
}

/// Shortest password that is accepted, in characters (NIST SP 800-63B-4 §3.1.1.2: 15 where it is the only factor).
pub const PASSWORD_MIN: usize = 15;
/// Longest password that is hashed, in characters; longer ones are refused, never cut.
pub const PASSWORD_MAX: usize = 256;
