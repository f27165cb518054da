//! `hopwise content`: checks the bank and stamps translations.

use super::Failure;
use content::Severity;
use domain::QuestionId;
use std::{path::Path, process::ExitCode};

/// Prints each problem; fails if there is one, a stale translation or a word that the glossary calls otherwise included.
pub fn check(folder: &Path) -> ExitCode {
    let problems = content::check(folder);
    for problem in &problems {
        println!("{problem}");
    }
    let of = |severity| problems.iter().filter(|it| it.severity == severity).count();
    let (errors, stale, style) = (of(Severity::Error), of(Severity::Stale), of(Severity::Style));
    println!("{errors} errors, {stale} stale translations, {style} words to change in {}", folder.display());
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Stamps the translations of one item or of all.
pub fn stamp(folder: &Path, item: Option<&QuestionId>) -> Result<ExitCode, Failure> {
    let written = content::stamp::write(folder, item)?;
    println!("{} translations stamped.", written.len());
    Ok(ExitCode::SUCCESS)
}
