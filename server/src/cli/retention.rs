//! `hopwise retention`: forgets by the rules, and keeps ledgers of who was forgotten. Says ids only, for cron keeps what
//! it hears.

use super::Failure;
use crate::config::DatabaseArgs;
use app::clock;
use clap::Subcommand;
use domain::{CandidateId, Timestamp, retention::Verdict};
use std::{fmt, path::PathBuf, process::ExitCode};
use store::Step;

#[derive(Debug, Subcommand)]
pub enum RetentionCommand {
    /// Give notice to who is due, and forget whose notice is over
    Run {
        #[command(flatten)]
        database: DatabaseArgs,
        /// Only say what would be done
        #[arg(long)]
        dry_run: bool,
    },
    /// Print who was forgotten, by id: to keep beside backups
    Ledger(DatabaseArgs),
    /// Forget again everybody in a ledger, after a backup was put back
    Apply {
        #[command(flatten)]
        database: DatabaseArgs,
        /// What `hopwise retention ledger` printed
        ledger: PathBuf,
    },
}

/// Runs one of them.
pub async fn run(command: RetentionCommand) -> Result<ExitCode, Failure> {
    match command {
        RetentionCommand::Run { database, dry_run } => {
            let db = super::open(&database).await?;
            let now = clock::now();
            let steps = if dry_run { db.retention(now).await? } else { db.retain(now).await? };
            for step in &steps {
                println!("{}", Line(step));
            }
            println!("{} candidates are due.{}", steps.len(), if dry_run { " Nothing was changed." } else { "" });
            db.close().await;
        }
        RetentionCommand::Ledger(database) => {
            let db = super::open(&database).await?;
            for (id, at) in db.ledger().await? {
                println!("{id} {}", at.0);
            }
        }
        RetentionCommand::Apply { database, ledger } => {
            let text = tokio::fs::read_to_string(&ledger).await;
            let text = text.map_err(|error| format!("{}: {error}; check the path", ledger.display()))?;
            let entries: Option<Vec<(CandidateId, Timestamp)>> = text.lines().map(entry).collect();
            let entries = entries.ok_or(
                "this is no ledger; write the output of `hopwise retention ledger` to a file and give its name",
            )?;
            let db = super::open(&database).await?;
            println!("{} candidates were forgotten again.", db.forget_again(&entries).await?);
            db.close().await;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A line of a ledger: an id and the time.
fn entry(line: &str) -> Option<(CandidateId, Timestamp)> {
    let (id, at) = line.split_once(' ')?;
    Some((id.parse().ok()?, Timestamp(at.trim().parse().ok()?)))
}

struct Line<'a>(&'a Step);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |at| {
            let (year, month, day) = clock::date(at);
            format!("{year}-{month:02}-{day:02}")
        };
        let Step { candidate, due, verdict } = self.0;
        write!(f, "{candidate} due since {}: ", day(*due))?;
        match verdict {
            Verdict::Keep => f.write_str("kept"),
            Verdict::Held => f.write_str("kept by a legal hold"),
            Verdict::Notice => f.write_str("notice"),
            Verdict::Waiting(until) => write!(f, "notice until {}", day(*until)),
            Verdict::Forget => f.write_str("forgotten"),
        }
    }
}
