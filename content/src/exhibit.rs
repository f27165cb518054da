//! Exhibits: a config or a program with planted defects, its mended version, and what a test proves about both.

mod manifest;

use crate::{
    Html, Problem, Slug, Source,
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
    collections::BTreeSet,
    path::{Path, PathBuf},
};

const SLOTS: &[Slot] = &[Slot::prose(Part::What), Slot::prose(Part::Symptom), Slot::prose(Part::Fix)];
const MOST_LINES: usize = 60;

/// A file to find the bugs in.
#[derive(Debug, Clone)]
pub struct Exhibit {
    /// Its stable name, which is also its folder's.
    pub id: Slug,
    /// The questions on whose pages it is shown.
    pub questions: Vec<QuestionId>,
    /// May anybody read it? Only when that holds for all of its questions.
    pub public: bool,
    /// The file with the defects.
    pub broken: Listing,
    /// The file without them.
    pub fixed: Listing,
    /// The planted defects.
    pub defects: Vec<Defect>,
    /// What its facts rest on.
    pub sources: Vec<Source>,
    /// How a test shows that it is as described.
    pub proof: Proof,
    /// Title, what to say to the candidate, and an entry for each defect.
    pub document: Document,
}

/// A file as a page shows it.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Its name in the folder.
    pub file: String,
    /// How many lines it has.
    pub lines: usize,
    /// Its lines, coloured.
    pub html: Html,
}

/// One planted defect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// Its name within the exhibit.
    pub id: Slug,
    /// Where it is in the broken file.
    pub lines: Vec<usize>,
}

/// A command, and what it says of each file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// The command's words; `{file}` stands for the file's name.
    pub command: Vec<String>,
    /// What it says of the mended file.
    pub fixed: Verdict,
    /// What it says of the broken file.
    pub broken: Verdict,
}

/// How a command ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Does it succeed?
    pub ok: bool,
    /// Words that it prints.
    pub says: String,
}

/// Reads every exhibit of the bank, by id; there may be none.
pub(crate) fn read(dir: &Path, known: &Known, code: &Highlighter, problems: &mut Vec<Problem>) -> Vec<Exhibit> {
    let folders = folders::of(dir, "exhibits", problems);
    folders.into_iter().filter_map(|id: Slug| read_one(dir, id, known, code, problems)).collect()
}

fn read_one(dir: &Path, id: Slug, known: &Known, code: &Highlighter, problems: &mut Vec<Problem>) -> Option<Exhibit> {
    let folder: PathBuf = ["exhibits", id.as_str()].iter().collect();
    let path = folder.join("exhibit.toml");
    let text = translations::file(dir, &path, problems)?;
    let mut found = Findings::new(&path, &text);
    let manifest = Manifest::read(&text, id.as_str(), known, &mut found);
    let broken = listing(dir, &folder, "broken", &manifest, code, &mut found);
    let fixed = listing(dir, &folder, "fixed", &manifest, code, &mut found);
    manifest.check_lines(broken.lines, &mut found);
    problems.extend(found.into_problems());

    let public = manifest.questions.iter().all(|it| known.questions.get(it) == Some(&true));
    let expected: Vec<Expected> = manifest.defects.iter().map(|it| Expected { id: &it.id, slots: SLOTS }).collect();
    let owner =
        Owner { folder: &folder, manifest: "exhibit.toml", sources: &manifest.sources, used: BTreeSet::new(), public };
    let document = document::read(dir, &owner, &expected, known, code, problems);
    let Manifest { questions, defects, sources, proof, .. } = manifest;
    Some(Exhibit { id, questions, public, broken, fixed, defects, sources, proof, document })
}

/// Reads the one file of the folder with this name and any ending.
fn listing(
    dir: &Path,
    folder: &Path,
    stem: &str,
    manifest: &Manifest,
    code: &Highlighter,
    found: &mut Findings,
) -> Listing {
    let files: Vec<PathBuf> = std::fs::read_dir(dir.join(folder))
        .map(|it| it.flatten().map(|it| it.path()).filter(|it| it.file_stem().is_some_and(|it| it == stem)).collect())
        .unwrap_or_default();
    let [file] = files.as_slice() else {
        found.error(0, format!("there must be one file {stem}.*, not {}", files.len()));
        return Listing::default();
    };
    let Ok(text) = std::fs::read_to_string(file) else {
        found.error(0, format!("{stem}.* cannot be read as UTF-8"));
        return Listing::default();
    };
    let lines = text.lines().count();
    if lines > MOST_LINES {
        found.error(0, format!("{stem}.* has {lines} lines, {MOST_LINES} are allowed"));
    }
    let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    Listing { file: name, lines, html: Html::trusted(code.html(&manifest.language, &text)) }
}
