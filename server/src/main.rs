//! The binary `hopwise`.

use clap::Parser;
use server::{cli::Cli, report};
use std::process::ExitCode;

// glibc keeps the 19 MiB of each password hash in every arena: 30 sign-ins left 209 MB behind.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match server::cli::run(Cli::parse()).await {
        Ok(code) => code,
        Err(error) => report(error.as_ref()),
    }
}
