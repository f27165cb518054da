//! `hopwise user`: accounts without the web.

use super::Failure;
use crate::config::DatabaseArgs;
use app::{clock, pages::setup, password, token};
use clap::Args;
use domain::{Locale, Role};
use std::{
    io::{IsTerminal, Read},
    process::ExitCode,
};
use store::NewUser;

#[derive(Debug, Args)]
pub struct AddArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Address to sign in with
    #[arg(long)]
    email: String,
    /// The person's name
    #[arg(long)]
    name: String,
    /// A role: administrator, lead, interviewer or observer; repeat for several
    #[arg(long = "role", required = true)]
    roles: Vec<Role>,
    /// Language of the interface: en, ru or he
    #[arg(long, default_value = "en")]
    locale: Locale,
}

/// Creates the account.
pub async fn add(args: AddArgs) -> Result<ExitCode, Failure> {
    let (password, random) = password_from_input()?;
    let (name, email) =
        setup::check(&args.name, &args.email, &password).map_err(|it| format!("{it}; see hopwise user add --help"))?;
    let db = super::open(&args.database).await?;
    let password_hash = password::hash(password.clone()).await?;
    let new = NewUser { email: email.clone(), name, password_hash, locale: args.locale };
    let created = db.create_user(&new, &args.roles, clock::now()).await;
    created.map_err(|it| match it {
        store::Error::Taken { .. } => format!("{email} has an account already"),
        other => other.to_string(),
    })?;
    println!("Created {email}.");
    if random {
        println!("Password: {password}");
    }
    Ok(ExitCode::SUCCESS)
}

/// The first line of standard input; at a terminal, where nobody pipes one in, a random password.
fn password_from_input() -> Result<(String, bool), Failure> {
    let mut text = String::new();
    if !std::io::stdin().is_terminal() {
        std::io::stdin().take(4_096).read_to_string(&mut text)?;
    }
    match text.lines().next().map(str::trim_end).filter(|it| !it.is_empty()) {
        Some(given) => Ok((given.to_owned(), false)),
        None => Ok((token::secret().chars().take(24).collect(), true)),
    }
}
