//! `hopwise content`: checks the bank and stamps translations.

use super::Failure;
use content::{Place, Severity};
use domain::QuestionId;
use std::process::ExitCode;

/// Prints each problem; fails if there is one, a stale translation or a word that the glossary calls otherwise included.
pub fn check(place: Place) -> ExitCode {
    let problems = content::check(place);
    for problem in &problems {
        println!("{problem}");
    }
    let of = |severity| problems.iter().filter(|it| it.severity == severity).count();
    let (errors, stale, style) = (of(Severity::Error), of(Severity::Stale), of(Severity::Style));
    println!("{errors} errors, {stale} stale translations, {style} words to change in {}", place.bank.display());
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Stamps the translations of one item or of all; of a company's own questions, where those are given.
pub fn stamp(place: Place, item: Option<&QuestionId>) -> Result<ExitCode, Failure> {
    let written = content::stamp::write(place.own.unwrap_or(place.bank), item)?;
    println!("{} translations stamped.", written.len());
    Ok(ExitCode::SUCCESS)
}
