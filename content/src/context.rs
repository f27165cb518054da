//! What stands around a text: its own sources, everything it may link to, the colours of code.

use crate::{Slug, Source, Topic, code::Highlighter, glossary::Glossary};
use domain::{Locale, QuestionId};
use std::collections::BTreeMap;

/// What a text may link to, by name; read before the first text.
#[derive(Default)]
pub(crate) struct Known {
    /// Every question by the name of its folder, and whether anybody may read it.
    pub(crate) questions: BTreeMap<QuestionId, bool>,
    /// Every reference page and its entries.
    pub(crate) reference: BTreeMap<Topic, Vec<Slug>>,
    /// What terms are called.
    pub(crate) glossary: Glossary,
    /// Are words compared with the glossary?
    pub(crate) words: Words,
}

/// Whether words are compared with the glossary: a bank that is served need not wait for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Words {
    #[default]
    Any,
    Checked,
}

impl Known {
    /// Does `topic` or `topic#entry` stand for something?
    pub(crate) fn has_reference(&self, address: &str) -> bool {
        let (topic, entry) = address.split_once('#').map_or((address, None), |(topic, entry)| (topic, Some(entry)));
        let entries = topic.parse().ok().and_then(|it: Topic| self.reference.get(&it));
        entries.is_some_and(|it| entry.is_none_or(|entry| it.iter().any(|slug| slug.as_str() == entry)))
    }
}

/// What stands around one text: resolves its links, colours its code.
pub(crate) struct Context<'a> {
    pub(crate) locale: Locale,
    /// The file that lists the sources, for messages.
    pub(crate) manifest: &'static str,
    pub(crate) sources: &'a [Source],
    /// May anybody read it?
    pub(crate) public: bool,
    pub(crate) known: &'a Known,
    pub(crate) code: &'a Highlighter,
}

/// Where a link leads.
pub(crate) enum Target<'a> {
    Source(&'a Source),
    Question(QuestionId),
    /// A reference page, perhaps with an entry.
    Reference(String),
    Lab(Slug),
}

impl<'a> Context<'a> {
    /// Where `destination` leads, or what is wrong with it.
    pub(crate) fn resolve(&self, destination: &str) -> Result<Target<'a>, String> {
        match destination.split_once(':') {
            Some(("source", id)) => {
                let source = self.sources.iter().find(|it| it.id == id);
                source.map(Target::Source).ok_or_else(|| format!("there is no source `{id}` in {}", self.manifest))
            }
            Some(("question", name)) => self.question(name).map(Target::Question),
            Some(("reference", address)) if self.known.has_reference(address) => {
                Ok(Target::Reference(address.to_owned()))
            }
            Some(("reference", address)) => Err(format!("there is no reference `{address}`")),
            Some(("lab", name)) => name.parse().map(Target::Lab).map_err(|it: crate::slug::NotASlug| it.to_string()),
            _ => Err(format!(
                "`{destination}`: a link is `source:<id>`, `question:<id>`, `reference:<page>#<entry>` or `lab:<id>`"
            )),
        }
    }

    /// The question of that name, if this text may lead to it.
    pub(crate) fn question(&self, name: &str) -> Result<QuestionId, String> {
        let found = name.parse::<QuestionId>().ok().and_then(|it| Some((self.known.questions.get(&it).copied()?, it)));
        match found {
            None => Err(format!("there is no question `{name}`")),
            Some((false, id)) if self.public => {
                Err(format!("a public text must not link to `{id}`, which is held back for interviews"))
            }
            Some((_, id)) => Ok(id),
        }
    }
}
