//! Tracks: what each level's interview is for, what is expected at it, and how conflicts between sources were settled.

use crate::{
    Problem, Slug, Source,
    code::Highlighter,
    context::Known,
    document::{self, Document, Entry, Expected, Owner, Part, Slot},
    fields::{self, Fields},
    problem::Findings,
    source, translations,
};
use domain::{Block, Level, Locale, QuestionId};
use std::{collections::BTreeSet, path::Path};

const MANIFEST: &str = "tracks.toml";
const LEVEL: &[Slot] = &[
    Slot::prose(Part::Aim),
    Slot::bullets(Part::Expected),
    Slot::bullets(Part::NotRequired),
    Slot::bullets(Part::RedFlags),
];
const CONFLICT: &[Slot] = &[Slot::prose(Part::Settled), Slot::prose(Part::Why)];

/// The levels' page. Minutes and their split are [`domain::track::Track`]'s.
#[derive(Debug, Clone)]
pub struct Tracks {
    /// The levels, in order, each with the blocks its questions come from.
    pub levels: Vec<(Level, Vec<Block>)>,
    /// Advice to interviewers.
    pub advice: Vec<Slug>,
    /// Conflicts between sources, each with the questions it is about.
    pub conflicts: Vec<(Slug, Vec<QuestionId>)>,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// The words of all of these.
    pub document: Document,
}

impl Tracks {
    /// The words about each level, in order.
    #[must_use]
    pub fn level_entries(&self, locale: Locale) -> &[Entry] {
        self.entries(locale, 0, self.levels.len())
    }

    /// The words of each piece of advice, in order.
    #[must_use]
    pub fn advice_entries(&self, locale: Locale) -> &[Entry] {
        self.entries(locale, self.levels.len(), self.advice.len())
    }

    /// The words about each conflict, in order.
    #[must_use]
    pub fn conflict_entries(&self, locale: Locale) -> &[Entry] {
        self.entries(locale, self.levels.len() + self.advice.len(), self.conflicts.len())
    }

    fn entries(&self, locale: Locale, from: usize, count: usize) -> &[Entry] {
        self.document.version(locale).entries.get(from..from + count).unwrap_or_default()
    }
}

/// Reads the folder `tracks`, which a bank may be without.
pub(crate) fn read(dir: &Path, known: &Known, code: &Highlighter, problems: &mut Vec<Problem>) -> Option<Tracks> {
    let folder = Path::new("tracks");
    if !dir.join(folder).is_dir() {
        return None;
    }
    let path = folder.join(MANIFEST);
    let text = translations::file(dir, &path, problems)?;
    let mut found = Findings::new(&path, &text);
    let mut tracks = manifest(&text, known, &mut found);
    problems.extend(found.into_problems());

    let names: Vec<Slug> = tracks.levels.iter().filter_map(|(level, _)| level.name().parse().ok()).collect();
    let levels = names.iter().map(|id| Expected { id, slots: LEVEL });
    let advice = tracks.advice.iter().map(|id| Expected { id, slots: &[] });
    let conflicts = tracks.conflicts.iter().map(|(id, _)| Expected { id, slots: CONFLICT });
    let expected: Vec<Expected> = levels.chain(advice).chain(conflicts).collect();
    let owner = Owner { folder, manifest: MANIFEST, sources: &tracks.sources, used: BTreeSet::new(), public: true };
    tracks.document = document::read(dir, &owner, &expected, known, code, problems);
    Some(tracks)
}

fn manifest(text: &str, known: &Known, found: &mut Findings) -> Tracks {
    let table = fields::parse(text, found);
    let mut fields = Fields::new(table.get_ref(), 0, found);
    fields.only(&["level", "advice", "conflict", "source"]);
    let tables = [
        fields.tables("level"),
        fields.tables_if_any("advice"),
        fields.tables_if_any("conflict"),
        fields.tables_if_any("source"),
    ];
    let [levels, advice, conflicts, sources] = tables;
    let mut tracks = Tracks {
        levels: Vec::new(),
        advice: Vec::new(),
        conflicts: Vec::new(),
        sources: source::read(sources, found),
        document: Document::default(),
    };
    for (table, at) in levels {
        let mut fields = Fields::new(table, at, found);
        fields.only(&["id", "blocks"]);
        let blocks = fields.parsed_list("blocks");
        tracks.levels.extend(fields.parsed("id").map(|it| (it, blocks)));
    }
    if !tracks.levels.iter().map(|(level, _)| level).eq(Level::ALL) {
        found.error(0, "the levels must be junior, middle, senior, lead, in this order");
    }
    for (table, at) in advice {
        let mut fields = Fields::new(table, at, found);
        fields.only(&["id"]);
        tracks.advice.extend(fields.parsed::<Slug>("id"));
    }
    for (table, at) in conflicts {
        let mut fields = Fields::new(table, at, found);
        fields.only(&["id", "questions"]);
        let questions: Vec<QuestionId> = fields.list_if_any("questions");
        for id in questions.iter().filter(|it| known.questions.get(it) != Some(&true)) {
            fields.error("questions", format!("there is no question `{id}` that is open to everybody"));
        }
        tracks.conflicts.extend(fields.parsed("id").map(|it| (it, questions)));
    }
    tracks
}
