//! What the server answers over HTTP: a module for each thing that has an address.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a panic is how a test fails")]

#[path = "../support/client.rs"]
mod client;
#[path = "../support/database.rs"]
mod database;
#[path = "../support/scene.rs"]
mod scene;

mod access;
mod accounts;
mod answer;
mod attacks;
mod beside;
mod candidates;
mod documents;
mod events;
mod figures;
mod headers;
mod html;
mod import;
mod interviews;
mod join;
mod live;
mod origin;
mod pads;
mod page_cache;
mod pages;
mod plans;
mod privacy;
mod probes;
mod questions;
mod reminders;
mod replay;
mod scorecard;
mod seats;
mod server_functions;
mod settings;
mod setup;
mod sign_in;
mod sign_in_limit;
#[path = "../support/stream.rs"]
mod stream;
mod test_app;
