//! Typed access to a TOML table that reports what is missing or of the wrong kind, and where.

use crate::problem::Findings;
use std::{fmt::Display, ops::RangeInclusive, str::FromStr};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Reads TOML as far as it goes and reports where it does not.
pub(crate) fn parse<'t>(text: &'t str, found: &mut Findings) -> Spanned<DeTable<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        found.error(error.span().map_or(0, |it| it.start), format!("not TOML: {}", error.message()));
    }
    table
}

/// A table of a manifest with the place it begins.
pub(crate) struct Fields<'t, 'f, 'a> {
    table: &'t DeTable<'t>,
    at: usize,
    found: &'f mut Findings<'a>,
}

impl<'t, 'f, 'a> Fields<'t, 'f, 'a> {
    pub(crate) fn new(table: &'t DeTable<'t>, at: usize, found: &'f mut Findings<'a>) -> Self {
        Self { table, at, found }
    }

    /// Reports every key that is not in `known`: a misspelt one would be lost silently.
    pub(crate) fn only(&mut self, known: &[&str]) {
        for (key, _) in self.table {
            if !known.contains(&key.get_ref().as_ref()) {
                self.found.error(key.span().start, format!("unknown field `{}`", key.get_ref()));
            }
        }
    }

    /// Reports something at the field `key`.
    pub(crate) fn error(&mut self, key: &str, what: impl Into<String>) {
        let at = self.table.get(key).map_or(self.at, |it| it.span().start);
        self.found.error(at, what);
    }

    /// A text that is not empty.
    pub(crate) fn text(&mut self, key: &str) -> Option<String> {
        let value = self.required(key)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some(text.to_owned()),
            _ => self.wrong(key, "a text that is not empty"),
        }
    }

    /// A text that means a `T`.
    pub(crate) fn parsed<T: FromStr<Err: Display>>(&mut self, key: &str) -> Option<T> {
        let text = self.text(key)?;
        text.parse().map_err(|error| self.error(key, format!("{key}: {error}"))).ok()
    }

    /// A list of texts, each of which means a `T`; what does not is reported and left out.
    pub(crate) fn parsed_list<T: FromStr<Err: Display>>(&mut self, key: &str) -> Vec<T> {
        let Some(value) = self.required(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            return self.wrong(key, "a list").unwrap_or_default();
        };
        let mut items = Vec::new();
        for item in list.iter() {
            match item.get_ref().as_str().map(str::parse) {
                Some(Ok(parsed)) => items.push(parsed),
                Some(Err(error)) => self.found.error(item.span().start, format!("{key}: {error}")),
                None => self.found.error(item.span().start, format!("{key}: every item must be a text")),
            }
        }
        items
    }

    /// Is there a list, and nothing in it?
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        self.table.get(key).and_then(|it| it.get_ref().as_array()).is_some_and(|it| it.is_empty())
    }

    /// A whole number within `range`.
    pub(crate) fn number(&mut self, key: &str, range: RangeInclusive<u16>) -> Option<u16> {
        let value = self.required(key)?;
        let number = value.get_ref().as_integer().and_then(|it| u16::from_str_radix(it.as_str(), it.radix()).ok());
        match number.filter(|it| range.contains(it)) {
            Some(number) => Some(number),
            None => self.wrong(key, &format!("a whole number from {} to {}", range.start(), range.end())),
        }
    }

    /// A day, as `2026-11-20`.
    pub(crate) fn date(&mut self, key: &str) -> Option<String> {
        let value = self.required(key)?;
        match value.get_ref().as_datetime() {
            Some(day) if day.time.is_none() && day.date.is_some() => Some(day.to_string()),
            _ => self.wrong(key, "a date without quotes, such as 2026-11-20"),
        }
    }

    /// The tables of `[[key]]`, each with the place it begins.
    pub(crate) fn tables(&mut self, key: &str) -> Vec<(&'t DeTable<'t>, usize)> {
        let Some(value) = self.required(key) else { return Vec::new() };
        let items = value.get_ref().as_array().map(|it| it.iter().collect()).unwrap_or_default();
        let items: Vec<&Spanned<DeValue>> = items;
        let tables: Option<Vec<_>> =
            items.iter().map(|it| it.get_ref().as_table().map(|table| (table, it.span().start))).collect();
        match tables {
            Some(tables) if !tables.is_empty() => tables,
            _ => self.wrong(key, &format!("a list of [[{key}]] tables")).unwrap_or_default(),
        }
    }

    /// The tables of `[[key]]`, of which there may be none.
    pub(crate) fn tables_if_any(&mut self, key: &str) -> Vec<(&'t DeTable<'t>, usize)> {
        if self.has(key) { self.tables(key) } else { Vec::new() }
    }

    /// A list as [`Fields::parsed_list`] reads it, empty when it is not there.
    pub(crate) fn list_if_any<T: FromStr<Err: Display>>(&mut self, key: &str) -> Vec<T> {
        if self.has(key) { self.parsed_list(key) } else { Vec::new() }
    }

    /// A text as [`Fields::text`] reads it, or nothing when it is not there.
    pub(crate) fn text_if_any(&mut self, key: &str) -> Option<String> {
        self.has(key).then(|| self.text(key)).flatten()
    }

    /// The table of `[key]`.
    pub(crate) fn table(&mut self, key: &str) -> Option<(&'t DeTable<'t>, usize)> {
        let value = self.required(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some((table, value.span().start)),
            None => self.wrong(key, "a table"),
        }
    }

    /// A text that may be empty.
    pub(crate) fn words(&mut self, key: &str) -> Option<String> {
        let value = self.required(key)?;
        value.get_ref().as_str().map(str::to_owned).or_else(|| self.wrong(key, "a text"))
    }

    /// True or false.
    pub(crate) fn truth(&mut self, key: &str) -> Option<bool> {
        let value = self.required(key)?;
        value.get_ref().as_bool().or_else(|| self.wrong(key, "true or false"))
    }

    /// A list of line numbers.
    pub(crate) fn lines(&mut self, key: &str) -> Vec<usize> {
        let items = self.required(key).and_then(|it| it.get_ref().as_array());
        let read = |it: &Spanned<DeValue>| {
            let number = it.get_ref().as_integer()?;
            usize::from_str_radix(number.as_str(), number.radix()).ok().filter(|it| *it > 0)
        };
        let lines: Option<Vec<usize>> = items.and_then(|it| it.iter().map(read).collect());
        lines.filter(|it| !it.is_empty()).or_else(|| self.wrong(key, "a list of line numbers")).unwrap_or_default()
    }

    /// Is there such a field?
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn required(&mut self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.table.get(key);
        if value.is_none() {
            self.found.error(self.at, format!("`{key}` is missing"));
        }
        value
    }

    fn wrong<T>(&mut self, key: &str, expected: &str) -> Option<T> {
        self.error(key, format!("{key} must be {expected}"));
        None
    }
}
