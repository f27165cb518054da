//! The command line: one subcommand a job.

mod audit;
mod backup;
mod content;
mod probe;
mod retention;
mod user;

use crate::config::{ContentArgs, DatabaseArgs, ServeArgs};
use clap::{Parser, Subcommand};
use std::{error::Error, path::PathBuf, process::ExitCode};
use store::Db;

/// What a command may fail with: one sentence with the way out.
pub type Failure = Box<dyn Error + Send + Sync>;

/// An interviewer's dashboard for network and backend engineering interviews.
#[derive(Debug, Parser)]
#[command(name = "hopwise", version, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the dashboard
    Serve(Box<ServeArgs>),
    /// Bring the database up to date
    Migrate(DatabaseArgs),
    /// Look after the question bank
    #[command(subcommand)]
    Content(ContentCommand),
    /// Measure a target and print the result
    #[command(subcommand)]
    Probe(probe::ProbeCommand),
    /// Look after accounts
    #[command(subcommand)]
    User(UserCommand),
    /// Look after the audit log
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Forget candidates by the rules
    #[command(subcommand)]
    Retention(retention::RetentionCommand),
    /// Write a consistent copy of the database, also while it is being served
    Backup {
        #[command(flatten)]
        database: DatabaseArgs,
        /// File to write; it must not exist
        to: PathBuf,
    },
    /// Put a copy in the place of the database; the old one is kept beside it, and whom it had forgotten stays forgotten
    Restore {
        #[command(flatten)]
        database: DatabaseArgs,
        /// File that `hopwise backup` wrote
        from: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum ContentCommand {
    /// Name every broken rule of the bank by file and line
    Check(ContentArgs),
    /// Say that the translations of an item (or of all) match its English text again
    Stamp {
        #[command(flatten)]
        content: ContentArgs,
        /// The folder's name of a question, exhibit or reference page, or `tracks`; without it, all of them
        item: Option<domain::QuestionId>,
    },
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Create an account; the password is read from standard input, or a random one is printed
    Add(Box<user::AddArgs>),
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Follow the chain of hashes; find a changed, removed or reordered row
    Verify(DatabaseArgs),
}

/// Runs a command to its end.
///
/// # Errors
/// One sentence that says what went wrong and what to do about it.
pub async fn run(cli: Cli) -> Result<ExitCode, Failure> {
    match cli.command {
        Command::Serve(args) => crate::serve::serve(*args).await.map(|()| ExitCode::SUCCESS),
        Command::Migrate(database) => {
            open(&database).await?;
            println!("The database is up to date (migration {}).", store::known_version());
            Ok(ExitCode::SUCCESS)
        }
        Command::Content(ContentCommand::Check(args)) => Ok(content::check(args.place())),
        Command::Content(ContentCommand::Stamp { content, item }) => content::stamp(content.place(), item.as_ref()),
        Command::Probe(command) => probe::run(command).await,
        Command::User(UserCommand::Add(args)) => user::add(*args).await,
        Command::Audit(AuditCommand::Verify(database)) => audit::verify(&database).await,
        Command::Retention(command) => retention::run(command).await,
        Command::Backup { database, to } => backup::backup(&database, &to).await,
        Command::Restore { database, from } => backup::restore(&database, &from).await,
    }
}

/// Opens the database and brings it up to date.
///
/// # Errors
/// The store's sentence about what is wrong with it.
pub async fn open(database: &DatabaseArgs) -> Result<Db, Failure> {
    let db = Db::open(&database.url).await?;
    db.check_version().await?;
    db.migrate().await?;
    Ok(db)
}
