//! The folders of the bank's items, by their names.

use crate::Problem;
use std::{fmt::Display, fs, io, path::Path, str::FromStr};

/// The names of the folders below `shelf`, in order; a bank may be without that folder.
pub(crate) fn of<T: FromStr<Err: Display> + Ord>(dir: &Path, shelf: &str, problems: &mut Vec<Problem>) -> Vec<T> {
    let entries = match fs::read_dir(dir.join(shelf)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound && shelf != "questions" => return Vec::new(),
        Err(error) => {
            problems.push(Problem::of_file(shelf, format!("cannot be read: {error}")));
            return Vec::new();
        }
    };
    let mut names = Vec::new();
    for folder in entries.flatten().filter(|it| it.path().is_dir()) {
        let name = folder.file_name().to_string_lossy().into_owned();
        match name.parse() {
            Ok(id) => names.push(id),
            Err(error) => problems.push(Problem::of_file(Path::new(shelf).join(&name), format!("{error}"))),
        }
    }
    names.sort();
    names
}
