//! Reads `page.toml`.

use super::{Item, Topic};
use crate::{
    Slug, Source,
    fields::{self, Fields},
    problem::Findings,
    source,
};
use toml::de::DeTable;

/// What `page.toml` says, as far as it could be understood.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    pub(crate) entries: Vec<Item>,
    pub(crate) sources: Vec<Source>,
}

impl Manifest {
    /// Reads the file's text.
    pub(super) fn read(text: &str, topic: Topic, found: &mut Findings) -> Self {
        let table = fields::parse(text, found);
        let mut fields = Fields::new(table.get_ref(), 0, found);
        fields.only(&["id", "entry", "source"]);
        if fields.text("id").is_some_and(|it| it != topic.name()) {
            fields.error("id", format!("id is not the folder's name `{topic}`"));
        }
        let (entries, sources) = (fields.tables("entry"), fields.tables("source"));
        let mut manifest = Self { entries: Vec::new(), sources: source::read(sources, found) };
        for (entry, at) in entries {
            if let Some(item) = read_entry(entry, at, topic, &manifest, found) {
                manifest.entries.push(item);
            }
        }
        manifest
    }

    /// The names of the entries.
    pub(crate) fn slugs(&self) -> Vec<Slug> {
        self.entries.iter().map(|it| it.id.clone()).collect()
    }
}

fn read_entry(table: &DeTable, at: usize, topic: Topic, page: &Manifest, found: &mut Findings) -> Option<Item> {
    let mut fields = Fields::new(table, at, found);
    fields.only(&["id", "command", "questions", "probes", "labs", "sources"]);
    let command = match topic {
        Topic::Commands => fields.text("command"),
        _ => fields.text_if_any("command"),
    };
    let sources: Vec<String> = fields.parsed_list("sources");
    if fields.is_empty_list("sources") {
        fields.error("sources", "an entry rests on at least one source");
    }
    for id in sources.iter().filter(|id| !page.sources.iter().any(|it| it.id == **id)) {
        fields.error("sources", format!("there is no source `{id}` in page.toml"));
    }
    let (questions, probes) = (fields.list_if_any("questions"), fields.list_if_any("probes"));
    let labs = fields.list_if_any("labs");
    let id = fields.parsed::<Slug>("id")?;
    if page.entries.iter().any(|it| it.id == id) {
        fields.error("id", format!("there are two entries `{id}`"));
    }
    Some(Item { id, command, questions, probes, labs, sources })
}
