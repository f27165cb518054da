//! The stories: what the store promises, told once and run on SQLite and, with `TEST_DATABASE_URL`, on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a story that fails has to end there")]

#[macro_use]
mod home;

mod accounts;
mod appends;
mod audit;
mod backups;
mod candidates;
mod concurrency;
mod figures;
mod forgetting;
mod interviews;
mod links;
mod members;
mod opening;
mod pads;
mod replays;
mod retention;
mod runs;
mod sealing;
mod sessions;
mod settings;
mod setup;
mod templates;
mod users;
mod wakes;
