//! Reading a CSV file of candidates: every cell is text, whatever it looks like, and every line is judged.

use crate::{AppError, pages::candidate::known};
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use domain::Locale;
use std::collections::HashSet;
use store::NewCandidate;

/// Largest file, in bytes: in a form each of them can become three, and a request has its own limit.
pub const BYTES_MAX: usize = 128 * 1024;
/// Most candidates in one file.
pub const ROWS_MAX: usize = 1_000;
/// Longest cell that is shown back, in characters.
const SHOWN: usize = 200;

/// A file as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What is wrong with the whole file: the key of its message, without `import-problem-`.
    pub problem: Option<&'static str>,
    /// Its lines but the first.
    pub rows: Vec<Row>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1.
    pub line: u64,
    /// The name as it stands there, cut to what can be shown.
    pub name: String,
    /// The e-mail.
    pub email: String,
    /// The language, or what stands in its place.
    pub language: String,
    /// What is wrong with it: the key of its message, without `import-row-`.
    pub problem: Option<&'static str>,
    candidate: Option<NewCandidate>,
}

/// Where the columns are.
struct Columns {
    name: usize,
    email: Option<usize>,
    language: Option<usize>,
    count: usize,
}

impl Columns {
    fn of(header: &StringRecord) -> Option<Self> {
        let place = |words: &[&str]| header.iter().position(|it| words.contains(&it.trim().to_lowercase().as_str()));
        Some(Self {
            name: place(&["name", "имя", "שם"])?,
            email: place(&["email", "e-mail", "почта", "эл. почта", "דוא״ל", "דוא\"ל", "מייל"]),
            language: place(&["language", "язык", "שפה"]),
            count: header.len(),
        })
    }
}

/// Reads a file; `language` is for lines that name none, `known` are e-mails of candidates who are entered already.
#[must_use]
pub fn read(bytes: &[u8], language: Locale, known: &HashSet<String>) -> Sheet {
    let wrong = |problem| Sheet { problem: Some(problem), rows: Vec::new() };
    if bytes.len() > BYTES_MAX {
        return wrong("size");
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return wrong("encoding") };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(Ok(header)) = records.next() else { return wrong("empty") };
    let Some(columns) = Columns::of(&header) else { return wrong("header") };
    let mut seen = HashSet::new();
    let mut rows = Vec::new();
    for record in records {
        let Ok(record) = record else { return wrong("encoding") };
        if rows.len() == ROWS_MAX {
            return wrong("rows");
        }
        rows.push(row(&columns, &record, language, known, &mut seen));
    }
    if rows.is_empty() { wrong("empty") } else { Sheet { problem: None, rows } }
}

fn row(
    columns: &Columns,
    record: &StringRecord,
    language: Locale,
    known: &HashSet<String>,
    seen: &mut HashSet<String>,
) -> Row {
    let cell = |at: Option<usize>| at.and_then(|it| record.get(it)).unwrap_or_default().trim();
    let (name, email, named) = (cell(Some(columns.name)), cell(columns.email), cell(columns.language));
    let locale = if named.is_empty() { Some(language) } else { spoken(named) };
    let judged = match (record.len() > columns.count, locale) {
        (true, _) => Err("columns"),
        (false, None) => Err("language"),
        (false, Some(locale)) => known::candidate(name, email, locale).map_err(|it| match it {
            AppError::Invalid { field, .. } if field == "email" => "email",
            _ => "name",
        }),
    };
    let judged = judged.and_then(|it| {
        let Some(email) = it.email.as_ref().map(|it| it.to_lowercase()) else { return Ok(it) };
        if known.contains(&email) {
            return Err("known");
        }
        if seen.insert(email) { Ok(it) } else { Err("twice") }
    });
    let shown = |it: &str| it.chars().take(SHOWN).collect();
    Row {
        line: record.position().map_or(0, csv::Position::line),
        name: shown(name),
        email: shown(email),
        language: locale.map_or_else(|| shown(named), |it| it.endonym().to_owned()),
        problem: judged.as_ref().err().copied(),
        candidate: judged.ok(),
    }
}

/// A language by its code or by its own name.
fn spoken(text: &str) -> Option<Locale> {
    let text = text.to_lowercase();
    Locale::ALL.iter().copied().find(|it| it.name() == text || it.endonym().to_lowercase() == text)
}

impl Sheet {
    /// Everybody in it, if every line is right.
    #[must_use]
    pub fn candidates(&self) -> Option<Vec<NewCandidate>> {
        let all: Option<Vec<NewCandidate>> = self.rows.iter().map(|it| it.candidate.clone()).collect();
        all.filter(|it| self.problem.is_none() && !it.is_empty())
    }

    /// The same candidates as a file; empty if a line is wrong.
    #[must_use]
    pub fn text(&self) -> String {
        let mut writer = WriterBuilder::new().from_writer(Vec::new());
        let rows = self.candidates().unwrap_or_default();
        let head = ["name".to_owned(), "email".to_owned(), "language".to_owned()];
        let lines = rows.into_iter().map(|it| [it.name, it.email.unwrap_or_default(), it.locale.name().to_owned()]);
        for line in std::iter::once(head).chain(lines) {
            // Writing into memory does not fail.
            let _ = writer.write_record(&line);
        }
        writer.into_inner().ok().and_then(|it| String::from_utf8(it).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
#[path = "sheet_test.rs"]
mod tests;
