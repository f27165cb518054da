//! `hopwise audit`: does the log still stand as it was written?

use super::Failure;
use crate::config::DatabaseArgs;
use std::process::ExitCode;
use store::Chain;

/// Follows the chain and says where it breaks.
pub async fn verify(database: &DatabaseArgs) -> Result<ExitCode, Failure> {
    let db = super::open(database).await?;
    match db.verify_audit().await? {
        Chain::Whole { rows, hash } => {
            println!("The audit log is whole: {rows} rows.");
            println!("Keep this elsewhere to notice a log that was written anew as a whole: {rows} {hash}");
            Ok(ExitCode::SUCCESS)
        }
        Chain::Broken { at } => {
            println!("The audit log is broken at row {at}: from there on a row was changed, removed, added or moved.");
            Ok(ExitCode::FAILURE)
        }
    }
}
