//! `hopwise content`: checks the bank and stamps translations.

use super::Failure;
use content::Severity;
use domain::QuestionId;
use std::{path::Path, process::ExitCode};

/// Prints each problem; fails if there is one, a stale translation included.
pub fn check(folder: &Path) -> ExitCode {
    let problems = content::check(folder);
    for problem in &problems {
        println!("{problem}");
    }
    let stale = problems.iter().filter(|it| it.severity == Severity::Stale).count();
    println!("{} errors, {stale} stale translations in {}", problems.len() - stale, folder.display());
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Stamps the translations of one question or of all.
pub fn stamp(folder: &Path, question: Option<&QuestionId>) -> Result<ExitCode, Failure> {
    let written = content::stamp::write(folder, question)?;
    println!("{} translations stamped.", written.len());
    Ok(ExitCode::SUCCESS)
}
