//! Reads the folder of one question: its manifest, then its three texts.

use crate::{
    Problem, Text,
    code::Highlighter,
    context::{Context, Manifests},
    lint,
    manifest::Manifest,
    markdown, outline,
    parity::{self, Version},
    problem::Findings,
    stamp, text,
};
use domain::{Locale, QuestionId};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Reads `question.toml`; without the file the manifest is empty.
pub(crate) fn read_manifest(dir: &Path, id: &QuestionId, problems: &mut Vec<Problem>) -> Manifest {
    let path = path(id, "question.toml");
    let Some(text) = read_file(dir, &path, problems) else { return Manifest::default() };
    let mut found = Findings::new(&path, &text);
    let manifest = Manifest::read(&text, id.as_str(), &mut found);
    problems.extend(found.into_problems());
    manifest
}

/// Reads the three texts, in the order of [`Locale::ALL`]. What is missing or wrong is reported.
pub(crate) fn read_texts(
    dir: &Path,
    id: &QuestionId,
    bank: &Manifests,
    code: &Highlighter,
    problems: &mut Vec<Problem>,
) -> [Text; 3] {
    let Some(own) = bank.get(id) else { return Default::default() };
    let mut read = |locale| read_file(dir, &path(id, &format!("{locale}.md")), problems);
    let files = [read(Locale::En), read(Locale::Ru), read(Locale::He)];
    let [english_file, ..] = &files;
    let stamp = english_file.as_deref().map(stamp::of);

    let mut texts = <[Text; 3]>::default();
    let mut english = None;
    for ((locale, file), into) in Locale::ALL.iter().zip(&files).zip(&mut texts) {
        let Some(file) = file else { continue };
        let path = path(id, &format!("{locale}.md"));
        let mut found = Findings::new(&path, file);
        let (start, stale) = read_front_matter(*locale, file, stamp.as_deref(), &mut found);

        let events = markdown::parse(file, start, &mut found);
        let context = Context { locale: *locale, own, bank, code };
        lint::check(&events, file, &context, &mut found);
        let outline = outline::split(&events, file.len(), &mut found);
        let mut text = text::read(&outline, &context, &mut found);
        text.stale = stale;

        let version = Version::of(&outline, &text, &events);
        *into = text;
        match &english {
            Some(english) => parity::compare(english, &version, &mut found),
            None if *locale == Locale::En => english = Some(version),
            None => {}
        }
        problems.extend(found.into_problems());
    }
    texts
}

/// Where the Markdown begins, and whether the text is older than the English one.
fn read_front_matter(locale: Locale, text: &str, current: Option<&str>, found: &mut Findings) -> (usize, bool) {
    let parts = stamp::split(text);
    let start = parts.map_or(0, |(_, body)| text.len() - body.len());
    match (locale, parts) {
        (Locale::En, None) => (start, false),
        (Locale::En, Some(_)) => {
            found.error(0, "en.md has no front matter: the others are stamped against it");
            (start, false)
        }
        (_, None) => {
            found.error(0, "a translation begins with front matter: +++, stamp = \"…\", +++");
            (start, true)
        }
        (_, Some((front, _))) => {
            let table = front.parse::<toml::Table>().unwrap_or_default();
            let Some(stamp) = table.get("stamp").and_then(toml::Value::as_str).filter(|_| table.len() == 1) else {
                found.error(0, "the front matter must be one line, stamp = \"…\"");
                return (start, true);
            };
            let stale = current.is_some_and(|it| it != stamp);
            if stale {
                found.stale(text.find("stamp").unwrap_or_default(), "the English text has changed since this stamp");
            }
            (start, stale)
        }
    }
}

/// A file's path within the bank.
fn path(id: &QuestionId, file: &str) -> PathBuf {
    ["questions", id.as_str(), file].iter().collect()
}

/// The file's text with plain line ends.
fn read_file(dir: &Path, path: &Path, problems: &mut Vec<Problem>) -> Option<String> {
    let bytes = match fs::read(dir.join(path)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            problems.push(Problem::of_file(path, "the file is missing"));
            return None;
        }
        Err(error) => {
            problems.push(Problem::of_file(path, format!("cannot be read: {error}")));
            return None;
        }
    };
    let text = String::from_utf8(bytes).map_err(|_| problems.push(Problem::of_file(path, "is not UTF-8")));
    text.ok().map(|it| it.replace("\r\n", "\n"))
}
