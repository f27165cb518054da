//! The ledger of errors found in the documents that the bank was made from: where each of them went.

use crate::{
    Problem, Slug,
    context::Known,
    fields::{self, Fields},
    problem::Findings,
    translations,
};
use domain::QuestionId;
use std::{collections::BTreeSet, fmt, path::Path, str::FromStr};
use toml::de::DeTable;

const FILE: &str = "errata.toml";
const KEYS: &[&str] = &["id", "kind", "questions", "exhibits", "reference", "note"];

/// What became of one error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erratum {
    /// Its name: `F-07`, or `F-49b` for one that was found in between.
    pub id: String,
    /// Its number: 7 for `F-07`.
    pub number: u16,
    /// What became of it.
    pub kind: Kind,
}

/// Where an error went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The wrong claim is a trap of a question.
    Trap,
    /// The right fact stands in an answer.
    Answer,
    /// It is planted in an exhibit.
    Exhibit,
    /// A reference page says it right.
    Reference,
    /// A playbook uses it.
    Playbook,
    /// A lab shows it.
    Lab,
    /// It is of no use to anybody; the note says why.
    Dropped,
}

impl FromStr for Kind {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "trap" => Self::Trap,
            "answer" => Self::Answer,
            "exhibit" => Self::Exhibit,
            "reference" => Self::Reference,
            "playbook" => Self::Playbook,
            "lab" => Self::Lab,
            "dropped" => Self::Dropped,
            _ => return Err(Unknown(text.to_owned())),
        })
    }
}

/// A kind that is none.
#[derive(Debug)]
pub struct Unknown(String);

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not one of: trap, answer, exhibit, reference, playbook, lab, dropped", self.0)
    }
}

/// Reads `errata.toml`, which a bank may be without.
pub(crate) fn read(dir: &Path, known: &Known, exhibits: &[Slug], problems: &mut Vec<Problem>) -> Vec<Erratum> {
    let path = Path::new(FILE);
    if !dir.join(path).is_file() {
        return Vec::new();
    }
    let Some(text) = translations::file(dir, path, problems) else { return Vec::new() };
    let mut found = Findings::new(path, &text);
    let table = fields::parse(&text, &mut found);
    let mut fields = Fields::new(table.get_ref(), 0, &mut found);
    fields.only(&["entry"]);
    let entries = fields.tables("entry");
    let mut seen = BTreeSet::new();
    let mut ledger = Vec::new();
    for (entry, at) in entries {
        let Some(erratum) = read_one(entry, at, known, exhibits, &mut found) else { continue };
        if !seen.insert(erratum.id.clone()) {
            found.error(at, format!("{} is there twice", erratum.id));
        }
        ledger.push(erratum);
    }
    problems.extend(found.into_problems());
    ledger
}

fn read_one(table: &DeTable, at: usize, known: &Known, exhibits: &[Slug], found: &mut Findings) -> Option<Erratum> {
    let mut fields = Fields::new(table, at, found);
    fields.only(KEYS);
    fields.text("note");
    let questions: Vec<QuestionId> = fields.list_if_any("questions");
    for id in questions.iter().filter(|it| !known.questions.contains_key(it)) {
        fields.error("questions", format!("there is no question `{id}`"));
    }
    let shown: Vec<Slug> = fields.list_if_any("exhibits");
    for id in shown.iter().filter(|it| !exhibits.contains(it)) {
        fields.error("exhibits", format!("there is no exhibit `{id}`"));
    }
    let pages: Vec<String> = fields.list_if_any("reference");
    for address in pages.iter().filter(|it| !known.has_reference(it)) {
        fields.error("reference", format!("there is no reference `{address}`"));
    }
    let kind = fields.parsed::<Kind>("kind")?;
    if matches!(kind, Kind::Trap | Kind::Answer) && questions.is_empty() {
        fields.error("kind", "a trap or an answer belongs to a question");
    }
    let id = fields.text("id")?;
    let digits = id.strip_prefix("F-").map(|it| it.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(it));
    let number = digits.filter(|it| it.len() >= 2).and_then(|it| it.parse().ok());
    if number.is_none() {
        fields.error("id", format!("`{id}` is not a number such as F-07"));
    }
    Some(Erratum { id, number: number?, kind })
}
