//! What stands around a text: its own sources, the other questions, the colours of code.

use crate::{Source, code::Highlighter, manifest::Manifest};
use domain::{Locale, Pool, QuestionId};
use std::collections::BTreeMap;

/// Every question of the bank, by the name of its folder.
pub(crate) type Manifests = BTreeMap<QuestionId, Manifest>;

/// What stands around one text: resolves its links, colours its code.
pub(crate) struct Context<'a> {
    pub(crate) locale: Locale,
    pub(crate) own: &'a Manifest,
    pub(crate) bank: &'a Manifests,
    pub(crate) code: &'a Highlighter,
}

/// Where a link leads.
pub(crate) enum Target<'a> {
    Source(&'a Source),
    Question(QuestionId),
}

impl<'a> Context<'a> {
    /// Where `destination` leads, or what is wrong with it.
    pub(crate) fn resolve(&self, destination: &str) -> Result<Target<'a>, String> {
        if let Some(id) = destination.strip_prefix("source:") {
            let source = self.own.sources.iter().find(|it| it.id == id);
            return source.map(Target::Source).ok_or_else(|| format!("there is no source `{id}` in question.toml"));
        }
        let Some(name) = destination.strip_prefix("question:") else {
            return Err(format!("`{destination}`: a link is `source:<id>` or `question:<id>`"));
        };
        let id = name.parse::<QuestionId>().ok().filter(|it| self.bank.contains_key(it));
        let id = id.ok_or_else(|| format!("there is no question `{name}`"))?;
        if self.is_public(self.own) && self.bank.get(&id).is_some_and(|it| !self.is_public(it)) {
            return Err(format!("a public question must not link to `{id}`, which is held back for interviews"));
        }
        Ok(Target::Question(id))
    }

    /// A pool that could not be read was reported already, and must not make links look wrong.
    fn is_public(&self, manifest: &Manifest) -> bool {
        manifest.pool.is_none_or(Pool::is_public)
    }
}
