//! Reads files of the bank: one text in three languages, each translation with its stamp.

use crate::{Problem, problem::Findings, stamp};
use domain::Locale;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The text of one language as it stands in its file.
pub(crate) struct Translation {
    pub(crate) locale: Locale,
    /// The file, relative to the bank's folder.
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    /// Where the Markdown begins.
    pub(crate) start: usize,
    /// Is the text older than the English one?
    pub(crate) stale: bool,
}

/// Reads `en.md`, `ru.md` and `he.md` of a folder; what is missing is reported.
pub(crate) fn read(dir: &Path, folder: &Path, problems: &mut Vec<Problem>) -> Vec<Translation> {
    let mut stamp = None;
    let mut read = |locale: Locale| {
        let path = folder.join(format!("{locale}.md"));
        let text = file(dir, &path, problems)?;
        if locale == Locale::En {
            stamp = Some(stamp::of(&text));
        }
        let mut found = Findings::new(&path, &text);
        let (start, stale) = front_matter(locale, &text, stamp.as_deref(), &mut found);
        problems.extend(found.into_problems());
        Some(Translation { locale, path, text, start, stale })
    };
    Locale::ALL.iter().filter_map(|it| read(*it)).collect()
}

/// Where the Markdown begins, and whether the text is older than the English one.
fn front_matter(locale: Locale, text: &str, current: Option<&str>, found: &mut Findings) -> (usize, bool) {
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

/// A file's text with plain line ends; without it, that is reported.
pub(crate) fn file(dir: &Path, path: &Path, problems: &mut Vec<Problem>) -> Option<String> {
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
