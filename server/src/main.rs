//! The binary `hopwise`.

use clap::Parser;
use server::{cli::Cli, report};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    match server::cli::run(Cli::parse()).await {
        Ok(code) => code,
        Err(error) => report(error.as_ref()),
    }
}
