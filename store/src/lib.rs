//! The only room that knows SQL: SQLite and PostgreSQL behind one [`Db`].
//!
//! One SQL text serves both databases. What differs is in `open` and `db` (pools), `error` (names of constraints),
//! `listen` (waking other instances) and `backup`. One file per aggregate; every file adds its functions to [`Db`].
//!
//! Functions that take a `user` beside an id show only what that user may see and answer [`Error::NotFound`]
//! alike for what is hidden and for what does not exist. The others trust the caller to have asked first.

mod account;
mod attempt;
mod audit;
mod backup;
mod candidate;
mod db;
mod dossier;
mod error;
mod event;
mod forget;
mod interview;
mod link;
mod listen;
mod loops;
mod member;
mod migrate;
mod open;
mod pad;
mod retention;
mod row;
mod run;
mod seal;
mod session;
mod settings;
mod setup;
mod template;
mod user;

pub use account::AccountLink;
pub use audit::{AuditFilter, AuditRow, Chain};
pub use backup::{BackupError, Restored, restore};
pub use candidate::{Candidate, Listing, NewCandidate, Shown};
pub use db::Db;
pub use dossier::{Dossier, InterviewFile, LoopFile};
pub use error::Error;
pub use event::{Appended, Logged, Outcome};
pub use interview::{Interview, InterviewSummary};
pub use link::{Link, Opened};
pub use loops::Loop;
pub use member::Member;
pub use migrate::known_version;
pub use open::OpenError;
pub use pad::Pen;
pub use retention::Step;
pub use run::Listed;
pub use session::Device;
pub use settings::Weighted;
pub use template::Template;
pub use user::{Credentials, NewUser, User};
