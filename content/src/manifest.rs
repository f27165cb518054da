//! Reads `question.toml`.

use crate::{
    Question, Source, Text,
    fields::{self, Fields},
    problem::Findings,
    source,
};
use domain::{Block, Dimension, Level, Pool, QuestionId};

const KEYS: &[&str] =
    &["id", "block", "levels", "dimension", "minutes", "pool", "probes", "labs", "playbooks", "source"];

/// Pages that stand where questions stand.
const RESERVED: [&str; 1] = ["coverage"];

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
        let table = fields::parse(text, found);
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
        if let Some(id) = manifest.id.as_ref().filter(|it| RESERVED.contains(&it.as_str())) {
            fields.error("id", format!("`{id}` is the address of a page of its own"));
        }
        let sources = fields.tables("source");
        manifest.sources = source::read(sources, found);
        manifest
    }

    /// May anybody read it? A pool that could not be read was reported already, and must not make links look wrong.
    pub(crate) fn is_public(&self) -> bool {
        self.pool.is_none_or(Pool::is_public)
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
            related: Vec::new(),
            texts,
        })
    }
}
