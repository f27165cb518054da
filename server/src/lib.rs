//! The server: settings, routes, sessions, security layers, live streams, jobs, command line.

pub mod cli;
pub mod config;
pub mod demo;
pub mod routes;
pub mod serve;

mod address;
mod candidates;
mod export;
mod files;
mod live;
mod pads;
mod page_cache;
mod ready;
mod security;
mod sessions;

use std::{error::Error, process::ExitCode};

/// Says in one sentence what went wrong at start-up or on the command line.
#[must_use]
pub fn report(error: &(dyn Error + Send + Sync)) -> ExitCode {
    eprintln!("hopwise: {error}");
    ExitCode::FAILURE
}
