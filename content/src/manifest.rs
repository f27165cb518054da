//! Reads `question.toml`.

mod fields;

use crate::{Question, Source, Text, problem::Findings};
use domain::{Block, Dimension, Level, Pool, QuestionId};
use fields::Fields;
use toml::de::DeTable;

const KEYS: &[&str] =
    &["id", "block", "levels", "dimension", "minutes", "pool", "probes", "labs", "playbooks", "source"];
const SOURCE_KEYS: &[&str] = &["id", "title", "url", "checked"];

/// What `question.toml` says, as far as it could be understood.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    id: Option<QuestionId>,
    block: Option<Block>,
    levels: Vec<Level>,
    dimension: Option<Dimension>,
    minutes: Option<u16>,
    pub(crate) pool: Option<Pool>,
    probes: Vec<String>,
    labs: Vec<String>,
    playbooks: Vec<String>,
    pub(crate) sources: Vec<Source>,
}

impl Manifest {
    /// Reads the file's text; `folder` is the id it must have.
    pub(crate) fn read(text: &str, folder: &str, found: &mut Findings) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            found.error(error.span().map_or(0, |it| it.start), format!("not TOML: {}", error.message()));
        }
        let mut fields = Fields::new(table.get_ref(), 0, found);
        fields.only(KEYS);
        let mut manifest = Self {
            id: fields.parsed("id"),
            block: fields.parsed("block"),
            levels: fields.parsed_list("levels"),
            dimension: fields.parsed("dimension"),
            minutes: fields.number("minutes", 1..=30),
            pool: fields.parsed("pool"),
            probes: fields.parsed_list("probes"),
            labs: fields.parsed_list("labs"),
            playbooks: fields.parsed_list("playbooks"),
            ..Self::default()
        };
        if let Some(id) = manifest.id.as_ref().filter(|it| it.as_str() != folder) {
            fields.error("id", format!("id `{id}` is not the folder's name `{folder}`"));
        }
        if fields.is_empty_list("levels") {
            fields.error("levels", "levels must not be empty");
        }
        for (source, at) in fields.tables("source") {
            let mut fields = Fields::new(source, at, found);
            fields.only(SOURCE_KEYS);
            let source = read_source(&mut fields);
            if manifest.sources.iter().any(|it| it.id == source.id) {
                fields.error("id", format!("there are two sources `{}`", source.id));
            }
            manifest.sources.push(source);
        }
        manifest
    }

    /// The question, when nothing is missing.
    pub(crate) fn into_question(self, texts: [Text; 3]) -> Option<Question> {
        Some(Question {
            id: self.id?,
            block: self.block?,
            levels: self.levels,
            dimension: self.dimension?,
            minutes: self.minutes?,
            pool: self.pool?,
            probes: self.probes,
            labs: self.labs,
            playbooks: self.playbooks,
            sources: self.sources,
            texts,
        })
    }
}

fn read_source(fields: &mut Fields) -> Source {
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
