//! Reference pages: commands, metrics, problems, reading, tools, monitoring.

mod manifest;

use crate::{
    Problem, Slug, Source,
    code::Highlighter,
    context::Known,
    document::{self, Document, Expected, Owner, Part, Slot},
    folders,
    problem::Findings,
    translations,
};
use domain::QuestionId;
pub(crate) use manifest::Manifest;
use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

/// What a reference page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// What each command answers, when it lies, and its output.
    Commands,
    /// What each metric says and when it lies.
    Metrics,
    /// Typical problems, their causes, what helps.
    Problems,
    /// Programs to look, measure and load with.
    Tools,
    /// Systems that watch.
    Monitoring,
    /// What to read.
    Reading,
}

impl Topic {
    /// Every page, in the order of the list.
    pub const ALL: [Self; 6] =
        [Self::Commands, Self::Metrics, Self::Problems, Self::Tools, Self::Monitoring, Self::Reading];

    /// The stable name, as in URLs and folders.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Commands => "commands",
            Self::Metrics => "metrics",
            Self::Problems => "problems",
            Self::Tools => "tools",
            Self::Monitoring => "monitoring",
            Self::Reading => "reading",
        }
    }

    /// The parts of each entry.
    const fn slots(self) -> &'static [Slot] {
        match self {
            Self::Commands => COMMANDS,
            Self::Metrics => METRICS,
            Self::Problems => PROBLEMS,
            Self::Tools | Self::Monitoring => TOOLS,
            Self::Reading => READING,
        }
    }
}

const COMMANDS: &[Slot] = &[Slot::prose(Part::Answers), Slot::prose(Part::LiesWhen), Slot::annotated(Part::Output)];
const METRICS: &[Slot] = &[Slot::prose(Part::Says), Slot::prose(Part::Measured), Slot::prose(Part::LiesWhen)];
const PROBLEMS: &[Slot] = &[
    Slot::prose(Part::Symptom),
    Slot::bullets(Part::Causes),
    Slot::bullets(Part::Fixes),
    Slot::prose(Part::NotAFix).optional(),
];
const TOOLS: &[Slot] = &[Slot::prose(Part::WhatFor), Slot::prose(Part::Mind)];
const READING: &[Slot] = &[Slot::prose(Part::WhatFor), Slot::prose(Part::Mind).optional()];

impl FromStr for Topic {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let names = Self::ALL.map(Self::name).join(", ");
        Self::ALL.into_iter().find(|it| it.name() == text).ok_or_else(|| format!("`{text}` is not one of: {names}"))
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A reference page.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What it is about.
    pub topic: Topic,
    /// Its entries; their words stand in the document, in the same order.
    pub entries: Vec<Item>,
    /// What its facts rest on.
    pub sources: Vec<Source>,
    /// Title, lead and the words of each entry.
    pub document: Document,
}

/// What the manifest says of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name within the page.
    pub id: Slug,
    /// What to type, where the entry is about a command.
    pub command: Option<String>,
    /// Questions that go with it; all of them open to everybody.
    pub questions: Vec<QuestionId>,
    /// Kinds of probes that show it.
    pub probes: Vec<Slug>,
    /// Labs that show it.
    pub labs: Vec<Slug>,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// The manifests of the pages; texts link to their entries.
pub(crate) fn manifests(dir: &Path, problems: &mut Vec<Problem>) -> BTreeMap<Topic, Manifest> {
    let mut manifests = BTreeMap::new();
    for topic in folders::of::<Topic>(dir, "reference", problems) {
        let path = folder(topic).join("page.toml");
        let Some(text) = translations::file(dir, &path, problems) else { continue };
        let mut found = Findings::new(&path, &text);
        manifests.insert(topic, Manifest::read(&text, topic, &mut found));
        problems.extend(found.into_problems());
    }
    manifests
}

/// Reads the texts of one page.
pub(crate) fn read(
    dir: &Path,
    topic: Topic,
    manifest: Manifest,
    known: &Known,
    code: &Highlighter,
    problems: &mut Vec<Problem>,
) -> Reference {
    let Manifest { entries, sources } = manifest;
    let (folder, path) = (folder(topic), folder(topic).join("page.toml"));
    for name in entries.iter().flat_map(|it| &it.questions) {
        match known.questions.get(name) {
            None => problems.push(Problem::of_file(&path, format!("there is no question `{name}`"))),
            Some(false) => {
                problems.push(Problem::of_file(&path, format!("question `{name}` is held back for interviews")));
            }
            Some(true) => {}
        }
    }
    let expected: Vec<Expected> = entries.iter().map(|it| Expected { id: &it.id, slots: topic.slots() }).collect();
    let used = entries.iter().flat_map(|it| it.sources.iter().cloned()).collect();
    let owner = Owner { folder: &folder, manifest: "page.toml", sources: &sources, used, public: true };
    let document = document::read(dir, &owner, &expected, known, code, problems);
    Reference { topic, entries, sources, document }
}

fn folder(topic: Topic) -> PathBuf {
    ["reference", topic.name()].iter().collect()
}
