//! Colours code with classes, so that the page's style sheet decides and no style attribute is needed.

use crate::html::escape;
use std::sync::LazyLock;
use syntect::{
    html::{ClassStyle, ClassedHTMLGenerator},
    parsing::{SyntaxReference, SyntaxSet},
    util::LinesWithEndings,
};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Classes are `hl-` and the scope's name, as in `hl-comment`.
const CLASSES: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// Languages that syntect's own set lacks, and one close enough to colour them.
const STAND_INS: [(&str, &str); 3] = [("typescript", "javascript"), ("ts", "javascript"), ("jsonc", "json")];

/// `lines` as HTML: a session at a terminal, coloured code, or plain text when the language is not known.
pub(crate) fn highlighted(language: &str, lines: &str) -> String {
    if language == "console" {
        return console(lines);
    }
    let name = STAND_INS.iter().find(|(name, _)| *name == language).map_or(language, |(_, other)| other);
    let coloured = SYNTAXES.find_syntax_by_token(name).and_then(|syntax| colour(syntax, lines));
    coloured.unwrap_or_else(|| {
        let mut out = String::new();
        escape(lines.trim_end(), &mut out);
        out
    })
}

fn colour(syntax: &SyntaxReference, lines: &str) -> Option<String> {
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, CLASSES);
    for line in LinesWithEndings::from(lines.trim_end()) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

/// Marks prompts, so that they can be set apart from what is typed.
fn console(lines: &str) -> String {
    let mut out = String::new();
    for line in LinesWithEndings::from(lines.trim_end()) {
        let typed = line.strip_prefix("$ ");
        if typed.is_some() {
            out.push_str("<span class=\"p\">$</span> ");
        }
        escape(typed.unwrap_or(line), &mut out);
    }
    out
}
