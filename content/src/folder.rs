//! Reads the folder of one question: its manifest, then its three texts.

use crate::{
    Problem, Text,
    code::Highlighter,
    context::{Context, Known},
    lint,
    manifest::Manifest,
    markdown::{self, Dialect},
    outline,
    parity::{self, Version},
    problem::Findings,
    text, translations,
};
use domain::{Locale, QuestionId};
use std::path::{Path, PathBuf};

/// The names that questions' manifests go by in messages.
const MANIFEST: &str = "question.toml";

/// Reads `question.toml`; without the file the manifest is empty.
pub(crate) fn read_manifest(dir: &Path, id: &QuestionId, problems: &mut Vec<Problem>) -> Manifest {
    let path = folder(id).join(MANIFEST);
    let Some(text) = translations::file(dir, &path, problems) else { return Manifest::default() };
    let mut found = Findings::new(&path, &text);
    let manifest = Manifest::read(&text, id.as_str(), &mut found);
    problems.extend(found.into_problems());
    manifest
}

/// Reads the three texts, in the order of [`Locale::ALL`]. What is missing or wrong is reported.
pub(crate) fn read_texts(
    dir: &Path,
    id: &QuestionId,
    own: &Manifest,
    known: &Known,
    code: &Highlighter,
    problems: &mut Vec<Problem>,
) -> [Text; 3] {
    let mut texts = <[Text; 3]>::default();
    let mut english = None;
    for file in translations::read(dir, &folder(id), problems) {
        let mut found = Findings::new(&file.path, &file.text);
        let events = markdown::parse(&file.text, file.start, Dialect::Question, &mut found);
        let context = Context {
            locale: file.locale,
            manifest: MANIFEST,
            sources: &own.sources,
            public: own.is_public(),
            known,
            code,
        };
        lint::check(&events, &file.text, &context, &mut found);
        let outline = outline::split(&events, file.text.len(), &mut found);
        let mut text = text::read(&outline, &context, &mut found);
        text.stale = file.stale;

        let version = Version::of(&outline, &text, &events);
        texts[file.locale as usize] = text;
        match &english {
            Some(english) => parity::compare(english, &version, &mut found),
            None if file.locale == Locale::En => english = Some(version),
            None => {}
        }
        problems.extend(found.into_problems());
    }
    texts
}

/// A question's folder within the bank.
fn folder(id: &QuestionId) -> PathBuf {
    ["questions", id.as_str()].iter().collect()
}
