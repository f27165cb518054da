//! The bank: every question, read once and kept in memory.

use crate::{
    Erratum, Exhibit, Problem, Question, Reader, Reference, Severity, Shelf, Slug, Topic,
    code::Highlighter,
    context::{Known, Words},
    exhibit, folder, folders,
    glossary::Glossary,
    manifest::Manifest,
    reference, related,
    search::Index,
    tracks::{self, Tracks},
};
use domain::{QuestionId, plan::Candidate};
use std::path::Path;

/// Where a bank is read from.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The folder that holds `questions`, and whatever else there is.
    pub bank: &'a Path,
    /// A folder with more `questions`, such as a company's own, which an update of the bank leaves alone.
    pub own: Option<&'a Path>,
}

impl<'a> From<&'a Path> for Place<'a> {
    fn from(bank: &'a Path) -> Self {
        Self { bank, own: None }
    }
}

/// Every question, ready to serve.
#[derive(Debug)]
pub struct Bank {
    /// By block, then id.
    questions: Vec<Question>,
    /// By id.
    exhibits: Vec<Exhibit>,
    reference: Vec<Reference>,
    tracks: Option<Tracks>,
    index: Index,
}

impl Bank {
    /// Loads the bank.
    ///
    /// All rendering and indexing happens here, once.
    ///
    /// # Errors
    /// Every problem there is, unless all of them are stale stamps.
    pub fn load<'a>(place: impl Into<Place<'a>>) -> Result<Self, Vec<Problem>> {
        let (contents, problems) = read(place.into(), Words::Any);
        if problems.iter().any(|it| it.severity == Severity::Error) {
            return Err(problems);
        }
        let Contents { mut questions, exhibits, reference, tracks, glossary, .. } = contents;
        questions.sort_by(|a, b| (a.block, &a.id).cmp(&(b.block, &b.id)));
        related::link(&mut questions);
        let index = Index::new(&questions, &glossary);
        Ok(Self { questions, exhibits, reference, tracks, index })
    }

    /// What `reader` may see: the only way to questions.
    #[must_use]
    pub fn shelf(&self, reader: Reader) -> Shelf<'_> {
        Shelf::new(&self.questions, &self.exhibits, &self.index, reader)
    }

    /// A reference page, if the bank has it; all of them are open to everybody.
    #[must_use]
    pub fn reference(&self, topic: Topic) -> Option<&Reference> {
        self.reference.iter().find(|it| it.topic == topic)
    }

    /// The levels' page, if the bank has one.
    #[must_use]
    pub fn tracks(&self) -> Option<&Tracks> {
        self.tracks.as_ref()
    }

    /// What the planner may put into an interview.
    #[must_use]
    pub fn candidates(&self) -> Vec<Candidate> {
        let asked = self.questions.iter().filter(|it| it.pool.is_asked());
        asked
            .map(|it| Candidate {
                question: it.id.clone(),
                block: it.block,
                dimension: it.dimension,
                levels: it.levels.clone(),
                minutes: it.minutes,
            })
            .collect()
    }
}

/// Every broken rule of a bank, by file and line.
#[must_use]
pub fn check<'a>(place: impl Into<Place<'a>>) -> Vec<Problem> {
    read(place.into(), Words::Checked).1
}

/// The ledger of errors in the documents that the bank was made from; empty for a bank that has none.
#[must_use]
pub fn errata(dir: &Path) -> Vec<Erratum> {
    read(dir.into(), Words::Any).0.errata
}

/// What was read from a folder, as far as it could be understood.
struct Contents {
    questions: Vec<Question>,
    exhibits: Vec<Exhibit>,
    reference: Vec<Reference>,
    tracks: Option<Tracks>,
    errata: Vec<Erratum>,
    glossary: Glossary,
}

/// The questions of one folder, by id, with their manifests.
fn manifests<'a>(dir: &'a Path, found: &mut Vec<Problem>) -> Vec<(&'a Path, QuestionId, Manifest)> {
    let ids: Vec<QuestionId> = folders::of(dir, "questions", found);
    let read = |id: QuestionId| {
        let manifest = folder::read_manifest(dir, &id, found);
        (dir, id, manifest)
    };
    ids.into_iter().map(read).collect()
}

/// The same of a company's own folder, whose problems are named with it.
fn own_manifests<'a>(
    dir: &'a Path,
    known: &[(&Path, QuestionId, Manifest)],
    found: &mut Vec<Problem>,
) -> Vec<(&'a Path, QuestionId, Manifest)> {
    let mut own = Vec::new();
    let mut all = manifests(dir, &mut own);
    all.retain(|(_, id, _)| {
        let taken = known.iter().any(|it| it.1 == *id);
        if taken {
            let folder = Path::new("questions").join(id.as_str());
            own.push(Problem::of_file(folder, "the bank has a question with this id already"));
        }
        !taken
    });
    found.extend(own.into_iter().map(|it| it.within(dir)));
    all
}

/// Reads what can be read. Manifests come first: texts link to other items.
fn read(place: Place, words: Words) -> (Contents, Vec<Problem>) {
    let dir = place.bank;
    let mut problems = Vec::new();
    let found = &mut problems;
    let mut manifests = manifests(dir, found);
    if let Some(own) = place.own {
        let more = own_manifests(own, &manifests, found);
        manifests.extend(more);
    }
    let pages = reference::manifests(dir, found);
    let known = Known {
        questions: manifests.iter().map(|(_, id, it)| (id.clone(), it.is_public())).collect(),
        reference: pages.iter().map(|(topic, it)| (*topic, it.slugs())).collect(),
        glossary: Glossary::read(dir, found),
        words,
    };

    let code = Highlighter::new();
    let question = |(from, id, manifest): (&Path, QuestionId, Manifest)| {
        let mut own = Vec::new();
        let texts = folder::read_texts(from, &id, &manifest, &known, &code, &mut own);
        found.extend(own.into_iter().map(|it| if from == dir { it } else { it.within(from) }));
        manifest.into_question(texts)
    };
    let questions = manifests.into_iter().filter_map(question).collect();
    let exhibits = exhibit::read(dir, &known, &code, found);
    let page = |(topic, manifest)| reference::read(dir, topic, manifest, &known, &code, found);
    let reference = pages.into_iter().map(page).collect();
    let tracks = tracks::read(dir, &known, &code, found);
    let names: Vec<Slug> = exhibits.iter().map(|it| it.id.clone()).collect();
    let errata = crate::errata::read(dir, &known, &names, found);
    problems.sort();
    (Contents { questions, exhibits, reference, tracks, errata, glossary: known.glossary }, problems)
}

#[cfg(test)]
#[path = "bank_test.rs"]
mod tests;
