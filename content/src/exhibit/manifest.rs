//! Reads `exhibit.toml`.

use super::{Defect, Proof, Verdict};
use crate::{
    Slug, Source,
    context::Known,
    fields::{self, Fields},
    problem::Findings,
    source,
};
use domain::QuestionId;
use toml::de::DeTable;

const KEYS: &[&str] = &["id", "language", "questions", "defect", "source", "check"];

/// What `exhibit.toml` says, as far as it could be understood.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    pub(super) language: String,
    pub(super) questions: Vec<QuestionId>,
    pub(super) defects: Vec<Defect>,
    pub(super) sources: Vec<Source>,
    pub(super) proof: Proof,
}

impl Manifest {
    /// Reads the file's text; `folder` is the id it must have.
    pub(super) fn read(text: &str, folder: &str, known: &Known, found: &mut Findings) -> Self {
        let table = fields::parse(text, found);
        let mut fields = Fields::new(table.get_ref(), 0, found);
        fields.only(KEYS);
        if fields.text("id").is_some_and(|it| it != folder) {
            fields.error("id", format!("id is not the folder's name `{folder}`"));
        }
        let mut manifest = Self {
            language: fields.text("language").unwrap_or_default(),
            questions: fields.parsed_list("questions"),
            ..Self::default()
        };
        if fields.is_empty_list("questions") {
            fields.error("questions", "an exhibit belongs to at least one question");
        }
        for id in manifest.questions.iter().filter(|it| !known.questions.contains_key(it)) {
            fields.error("questions", format!("there is no question `{id}`"));
        }
        let check = fields.table("check");
        let defects = fields.tables("defect");
        let sources = fields.tables_if_any("source");
        if let Some((check, at)) = check {
            manifest.proof = read_proof(check, at, found);
        }
        for (defect, at) in defects {
            let mut fields = Fields::new(defect, at, found);
            fields.only(&["id", "lines"]);
            let lines = fields.lines("lines");
            let Some(id) = fields.parsed::<Slug>("id") else { continue };
            if manifest.defects.iter().any(|it| it.id == id) {
                fields.error("id", format!("there are two defects `{id}`"));
            }
            manifest.defects.push(Defect { id, lines });
        }
        manifest.sources = source::read(sources, found);
        manifest
    }

    /// Reports lines that the broken file does not have.
    pub(super) fn check_lines(&self, lines: usize, found: &mut Findings) {
        for defect in self.defects.iter().filter(|it| it.lines.iter().any(|line| *line > lines)) {
            found.error(0, format!("defect `{}`: the broken file has {lines} lines", defect.id));
        }
    }
}

fn read_proof(table: &DeTable, at: usize, found: &mut Findings) -> Proof {
    let mut fields = Fields::new(table, at, found);
    fields.only(&["command", "fixed", "broken"]);
    let command: Vec<String> = fields.parsed_list("command");
    if !command.iter().any(|it| it == "{file}") {
        fields.error("command", "the command must name {file}");
    }
    let (fixed, broken) = (fields.table("fixed"), fields.table("broken"));
    let proof = Proof { command, fixed: read_verdict(fixed, found), broken: read_verdict(broken, found) };
    if !proof.fixed.ok {
        found.error(at, "the mended file must pass: fixed = { ok = true, … }");
    }
    proof
}

fn read_verdict(table: Option<(&DeTable, usize)>, found: &mut Findings) -> Verdict {
    let Some((table, at)) = table else { return Verdict::default() };
    let mut fields = Fields::new(table, at, found);
    fields.only(&["ok", "says"]);
    Verdict { ok: fields.truth("ok").unwrap_or_default(), says: fields.words("says").unwrap_or_default() }
}
