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
    /// Loads the bank from the folder that holds `questions`.
    ///
    /// All rendering and indexing happens here, once.
    ///
    /// # Errors
    /// Every problem there is, unless all of them are stale stamps.
    pub fn load(dir: &Path) -> Result<Self, Vec<Problem>> {
        let (contents, problems) = read(dir, Words::Any);
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

/// Every broken rule in the folder that holds `questions`, by file and line.
#[must_use]
pub fn check(dir: &Path) -> Vec<Problem> {
    read(dir, Words::Checked).1
}

/// The ledger of errors in the documents that the bank was made from; empty for a bank that has none.
#[must_use]
pub fn errata(dir: &Path) -> Vec<Erratum> {
    read(dir, Words::Any).0.errata
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

/// Reads what can be read. Manifests come first: texts link to other items.
fn read(dir: &Path, words: Words) -> (Contents, Vec<Problem>) {
    let mut problems = Vec::new();
    let found = &mut problems;
    let ids: Vec<QuestionId> = folders::of(dir, "questions", found);
    let manifests: Vec<(QuestionId, Manifest)> =
        ids.into_iter().map(|id| (id.clone(), folder::read_manifest(dir, &id, found))).collect();
    let pages = reference::manifests(dir, found);
    let known = Known {
        questions: manifests.iter().map(|(id, it)| (id.clone(), it.is_public())).collect(),
        reference: pages.iter().map(|(topic, it)| (*topic, it.slugs())).collect(),
        glossary: Glossary::read(dir, found),
        words,
    };

    let code = Highlighter::new();
    let question = |(id, manifest): (QuestionId, Manifest)| {
        let texts = folder::read_texts(dir, &id, &manifest, &known, &code, found);
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
