//! `hopwise probe`: the same measurement as in the room. Exit 0: measured, 1: the probe failed, 2: usage, 3: refused.

use super::Failure;
use clap::{Args, Subcommand};
use domain::{RunId, run::Who};
use probe::{Ask, DEFAULT_DEADLINE, Lab, Outcome, Prober};
use std::process::ExitCode;
use uuid::Uuid;

#[derive(Debug, Subcommand)]
pub enum ProbeCommand {
    /// One HTTPS request, with its phases
    Http(HttpArgs),
}

#[derive(Debug, Args)]
pub struct HttpArgs {
    /// A lab target: `lab:healthy` or `lab:slow-upstream`
    target: String,
    /// Print the whole result as JSON
    #[arg(long)]
    json: bool,
}

/// Starts a lab of its own, measures, prints.
pub async fn run(ProbeCommand::Http(args): ProbeCommand) -> Result<ExitCode, Failure> {
    let prober = Prober::new(Lab::start().await?);
    let ask = Ask { id: RunId(Uuid::now_v7()), typed: args.target, who: Who::default(), deadline: DEFAULT_DEADLINE };
    let result = prober.http(ask, |_| ()).await;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&result)?);
    } else {
        print!("{}", probe::report::text(&result));
    }
    Ok(match probe::outcome(&result) {
        Outcome::Measured => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::from(1),
        Outcome::Refused => ExitCode::from(3),
    })
}
