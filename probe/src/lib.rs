//! Measurements, the guard in front of them, and the fault lab.
//!
//! A probe's way: what was typed is read as the id of a lab target, or as a name that an administrator [`Allowed`], and
//! refused otherwise; [`Prober`] waits for a free slot, asks the name server itself, has every address looked at by the
//! guard, connects to those very addresses and measures. The result says where the time went, in the schema of
//! [`domain::run`].
//!
//! Nothing here resolves names by the system, reads proxies, keeps cookies or starts a process.

mod certificate;
mod clock;
mod connect;
mod dial;
mod dns;
mod failure;
mod goal;
mod guard;
#[cfg(test)]
mod hostile;
mod http;
mod lab;
mod order;
mod outcome;
mod outside;
mod ping;
mod prober;
pub mod report;
mod repro;
mod sheet;
mod skew;
mod target;
mod tcp_info;
mod tls;
mod typed;
mod vantage;
mod visible;

pub use lab::{Lab, StartError};
pub use order::{MAX_PINGS, MAX_REDIRECTS, Order};
pub use outcome::{Outcome, outcome};
pub use outside::{Allowed, NotAllowable, Outside};
pub use prober::{AT_ONCE, Ask, DEFAULT_DEADLINE, MAX_DEADLINE, Prober};
pub use target::{Refused, Target};
pub use visible::visible;
