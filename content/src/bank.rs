//! The bank: every question, read once and kept in memory.

use crate::{Problem, Question, Reader, Severity, Shelf, code::Highlighter, context::Manifests, folder, search::Index};
use domain::{QuestionId, plan::Candidate};
use std::{fs, path::Path};

/// Every question, ready to serve.
#[derive(Debug)]
pub struct Bank {
    /// By block, then id.
    questions: Vec<Question>,
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
        let (mut questions, problems) = read(dir);
        if problems.iter().any(|it| it.severity == Severity::Error) {
            return Err(problems);
        }
        questions.sort_by(|a, b| (a.block, &a.id).cmp(&(b.block, &b.id)));
        let index = Index::new(&questions);
        Ok(Self { questions, index })
    }

    /// What `reader` may see: the only way to questions.
    #[must_use]
    pub fn shelf(&self, reader: Reader) -> Shelf<'_> {
        Shelf::new(&self.questions, &self.index, reader)
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
    read(dir).1
}

/// Reads what can be read. Manifests come first: texts link to other questions.
fn read(dir: &Path) -> (Vec<Question>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut manifests = Manifests::new();
    for id in ids(dir, &mut problems) {
        let manifest = folder::read_manifest(dir, &id, &mut problems);
        manifests.insert(id, manifest);
    }
    let code = Highlighter::new();
    let texts: Vec<_> =
        manifests.keys().map(|id| folder::read_texts(dir, id, &manifests, &code, &mut problems)).collect();
    let questions = manifests.into_values().zip(texts).filter_map(|(it, texts)| it.into_question(texts)).collect();
    problems.sort();
    (questions, problems)
}

/// The ids of the folders below `questions`.
fn ids(dir: &Path, problems: &mut Vec<Problem>) -> Vec<QuestionId> {
    let entries = match fs::read_dir(dir.join("questions")) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem::of_file("questions", format!("cannot be read: {error}")));
            return Vec::new();
        }
    };
    let mut ids = Vec::new();
    for folder in entries.flatten().filter(|it| it.path().is_dir()) {
        let name = folder.file_name().to_string_lossy().into_owned();
        match name.parse() {
            Ok(id) => ids.push(id),
            Err(error) => problems.push(Problem::of_file(Path::new("questions").join(&name), format!("{error}"))),
        }
    }
    ids
}
