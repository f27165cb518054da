//! The binary `hopwise`.

use clap::Parser;
use server::{cli::Cli, report};
use std::process::ExitCode;

// Gives memory back: glibc kept the 19 MiB of each password hash in every arena, and what the highlighter leaves when the bank
// is loaded. How soon is set in .cargo/config.toml.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match server::cli::run(Cli::parse()).await {
        Ok(code) => code,
        Err(error) => report(error.as_ref()),
    }
}
