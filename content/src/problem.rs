//! What is wrong with the bank, and where.

use std::{
    fmt,
    path::{Path, PathBuf},
};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The bank cannot be served.
    Error,
    /// A translation is older than its English text: served, with a note.
    Stale,
    /// A word that the glossary calls otherwise: served.
    Style,
}

/// One broken rule.
///
/// The order is that of reading: by file, then line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the bank's folder; one of a company's own begins with its folder.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
    /// Whether the bank can be served all the same.
    pub severity: Severity,
}

impl Problem {
    /// A problem of a whole file or folder.
    pub(crate) fn of_file(file: impl Into<PathBuf>, what: impl Into<String>) -> Self {
        Self { file: file.into(), line: 1, what: what.into(), severity: Severity::Error }
    }

    /// The same problem, of a file in another folder than the bank's.
    pub(crate) fn within(self, folder: &Path) -> Self {
        Self { file: folder.join(self.file), ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.what)
    }
}

/// Collects the problems of one file, turning byte offsets into lines.
#[derive(Debug)]
pub(crate) struct Findings<'a> {
    file: &'a Path,
    text: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(file: &'a Path, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// Adds an error at a byte of the file.
    pub(crate) fn error(&mut self, at: usize, what: impl Into<String>) {
        self.add(at, what.into(), Severity::Error);
    }

    /// Adds a stale stamp at a byte of the file.
    pub(crate) fn stale(&mut self, at: usize, what: impl Into<String>) {
        self.add(at, what.into(), Severity::Stale);
    }

    /// Adds a matter of style at a byte of the file.
    pub(crate) fn style(&mut self, at: usize, what: impl Into<String>) {
        self.add(at, what.into(), Severity::Style);
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    fn add(&mut self, at: usize, what: String, severity: Severity) {
        let before = self.text.as_bytes().iter().take(at);
        let line = 1 + before.filter(|byte| **byte == b'\n').count();
        self.problems.push(Problem { file: self.file.to_owned(), line, what, severity });
    }
}
