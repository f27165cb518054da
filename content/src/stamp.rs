//! Ties a translation to the English text it was made from.
//!
//! A translated file begins with front matter that holds the English text's stamp. When the English text changes, the
//! stamps differ and the translation is called stale until somebody has been through it and stamps it anew.

use domain::{Locale, QuestionId};
use sha2::{Digest, Sha256};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

const FENCE: &str = "+++\n";

/// Why stamps could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", file.display())]
pub struct StampError {
    /// The file or folder.
    pub file: PathBuf,
    /// What the system said.
    #[source]
    pub cause: io::Error,
}

/// The stamp of an English text: sixteen hexadecimal digits of its SHA-256.
///
/// Line ends and trailing space do not count, so an editor's habits do not make translations stale.
#[must_use]
pub fn of(english: &str) -> String {
    let mut hash = Sha256::new();
    for line in english.trim_end().lines() {
        hash.update(line.trim_end());
        hash.update("\n");
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the current stamp into the translations of one item, or of all; returns the files that changed.
///
/// `dir` is the folder that holds `questions` and, where the bank has them, `exhibits`, `reference` and `tracks`. An item
/// is named by its folder. A translation that does not exist yet is left alone.
///
/// # Errors
/// [`StampError`] with the first file that cannot be read or written.
pub fn write(dir: &Path, only: Option<&QuestionId>) -> Result<Vec<PathBuf>, StampError> {
    let mut folders = folders(dir)?;
    if let Some(id) = only {
        folders.retain(|it| it.file_name().is_some_and(|name| name == id.as_str()));
        if folders.is_empty() {
            folders.push(dir.join("questions").join(id.as_str()));
        }
    }
    let mut changed = Vec::new();
    for folder in folders {
        let stamp = of(&read(&folder.join("en.md"))?);
        for locale in Locale::ALL.iter().filter(|it| **it != Locale::En) {
            let file = folder.join(format!("{locale}.md"));
            if !file.exists() {
                continue;
            }
            let old = read(&file)?;
            let body = split(&old).map_or(old.as_str(), |(_, body)| body);
            let new = format!("{FENCE}stamp = \"{stamp}\"\n{FENCE}{body}");
            if new != old {
                fs::write(&file, new).map_err(|cause| StampError { file: file.clone(), cause })?;
                changed.push(file);
            }
        }
    }
    Ok(changed)
}

/// Parts front matter (without its fences) and body, when the text begins with front matter.
pub(crate) fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix(FENCE)?;
    let end = if rest.starts_with(FENCE) { 0 } else { rest.find("\n+++\n")? + 1 };
    Some((&rest[..end], &rest[end + FENCE.len()..]))
}

/// The folders of the items that have an English text, in the order of their names.
fn folders(dir: &Path) -> Result<Vec<PathBuf>, StampError> {
    let mut folders = vec![dir.join("tracks")];
    for shelf in ["questions", "exhibits", "reference"].map(|it| dir.join(it)) {
        match fs::read_dir(&shelf).and_then(|it| it.map(|it| it.map(|it| it.path())).collect::<io::Result<Vec<_>>>()) {
            Ok(items) => folders.extend(items),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound && !shelf.ends_with("questions") => {}
            Err(cause) => return Err(StampError { file: shelf, cause }),
        }
    }
    folders.retain(|it| it.join("en.md").is_file());
    folders.sort();
    Ok(folders)
}

fn read(file: &Path) -> Result<String, StampError> {
    let text = fs::read_to_string(file).map_err(|cause| StampError { file: file.to_owned(), cause })?;
    Ok(text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_trailing_space_do_not_count() {
        let plain = of("# Title\n\ntext\n");
        assert_eq!(plain.len(), 16);
        assert_eq!(plain, of("# Title  \r\n\r\ntext\r\n\r\n"));
        assert_ne!(plain, of("# Title\n\nother text\n"));
        assert_ne!(plain, of("# Title\ntext\n"));
    }

    #[test]
    fn front_matter_is_split_off() {
        assert_eq!(split("+++\nstamp = \"\"\n+++\n# T\n"), Some(("stamp = \"\"\n", "# T\n")));
        assert_eq!(split("+++\n+++\nbody"), Some(("", "body")));
        for without in ["# T\n", "+++\nstamp = \"\"\n", ""] {
            assert_eq!(split(without), None);
        }
    }

    #[test]
    fn writing_stamps_every_translation_once() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("questions/dns-basics");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("en.md"), "# DNS\n").unwrap();
        fs::write(folder.join("ru.md"), "+++\nstamp = \"old\"\n+++\n# Имена\n").unwrap();
        fs::write(folder.join("he.md"), "# שמות\n").unwrap();

        assert_eq!(write(dir.path(), None).unwrap(), [folder.join("ru.md"), folder.join("he.md")]);
        let stamped = |body: &str| format!("+++\nstamp = \"{}\"\n+++\n{body}", of("# DNS\n"));
        assert_eq!(fs::read_to_string(folder.join("ru.md")).unwrap(), stamped("# Имена\n"));
        assert_eq!(fs::read_to_string(folder.join("he.md")).unwrap(), stamped("# שמות\n"));

        let page = dir.path().join("reference/commands");
        fs::create_dir_all(&page).unwrap();
        fs::write(page.join("en.md"), "# Commands\n").unwrap();
        fs::write(page.join("he.md"), "# פקודות\n").unwrap();
        assert_eq!(write(dir.path(), Some(&"commands".parse().unwrap())).unwrap(), [page.join("he.md")]);

        let id = "dns-basics".parse().unwrap();
        assert!(write(dir.path(), Some(&id)).unwrap().is_empty());
        let missing = "no-such-question".parse().unwrap();
        assert!(write(dir.path(), Some(&missing)).unwrap_err().to_string().contains("no-such-question"));
    }
}
