//! The program `hopwise` as people start it: the command line, its errors, its end, and what it never says.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a panic is how a test fails")]

#[path = "../support/client.rs"]
mod client;
#[path = "../support/database.rs"]
mod database;
#[path = "../support/scene.rs"]
mod scene;
#[path = "../support/stream.rs"]
mod stream;

mod accounts;
mod backups;
mod hopwise;
mod kill;
mod privacy;
mod probe;
mod secrets;
mod settings;
mod start;
mod start_database;
mod stop;
