//! Reads the `[[source]]` tables of a manifest.

use crate::{Source, fields::Fields, problem::Findings};
use toml::de::DeTable;

const KEYS: &[&str] = &["id", "title", "url", "checked"];

/// Reads the tables, each with the place it begins.
pub(crate) fn read(tables: Vec<(&DeTable, usize)>, found: &mut Findings) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for (table, at) in tables {
        let mut fields = Fields::new(table, at, found);
        fields.only(KEYS);
        let source = read_one(&mut fields);
        if sources.iter().any(|it| it.id == source.id) {
            fields.error("id", format!("there are two sources `{}`", source.id));
        }
        sources.push(source);
    }
    sources
}

fn read_one(fields: &mut Fields) -> Source {
    let id = fields.text("id").unwrap_or_default();
    if !id.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-') {
        fields.error("id", format!("source id `{id}`: lower-case letters, digits and hyphens only"));
    }
    let url = fields.text("url").unwrap_or_default();
    // Links are put into pages, where `javascript:` would run.
    if !url.is_empty() && !url.starts_with("https://") && !url.starts_with("http://") {
        fields.error("url", format!("`{url}` is not an address that begins with https://"));
    }
    Source {
        id,
        title: fields.text("title").unwrap_or_default(),
        url,
        checked: fields.date("checked").unwrap_or_default(),
    }
}
