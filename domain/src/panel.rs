//! The hiring panel: independent first, then one meeting, and a decision that says why.
//!
//! In the order of a loop: scorecards stay hidden until their [`Release`]; then the panel sees the formula's number
//! ([`combined`]), what it must talk through ([`spreads`]) and who speaks when ([`speaking_order`]); it settles a [`Consensus`]
//! for each dimension, which stands beside the independent numbers for ever ([`Settled`]) and shows who moved towards whom
//! ([`Settled::movement`]); and it ends with a [`Decision`].

mod combine;
mod consensus;
mod decision;
mod movement;
mod release;
mod speaking;
mod spread;

pub use combine::{Combined, combined};
pub use consensus::{Consensus, NotConsensus, Settled};
pub use decision::{Decision, REASON_MAX, Unreasoned, Verdict};
pub use movement::{Moved, Movement};
pub use release::{How, NotTheLead, Opened, Owed, Release, release};
pub use speaking::{Speaker, speaking_order};
pub use spread::{MUST_TALK, Spread, WITHIN_ONE_TARGET, spreads, within_one};
