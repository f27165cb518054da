//! Colours code with a few classes, so that the page's style sheet decides and no style attribute is needed.

use crate::html::escape;
use std::{cell::RefCell, collections::HashMap};
use syntect::{
    easy::ScopeRegionIterator,
    parsing::{ParseState, ScopeStack, SyntaxReference, SyntaxSet},
    util::LinesWithEndings,
};

/// Languages that syntect's own set lacks, and one close enough to colour them.
const STAND_INS: [(&str, &str); 3] = [("typescript", "javascript"), ("ts", "javascript"), ("jsonc", "json")];

/// Scopes that are set apart, each with its class; the first that fits a scope counts.
const CLASSES: [(&str, &str); 16] = [
    ("comment", "comment"),
    ("constant.character", "escape"),
    ("constant.other.placeholder", "escape"),
    ("constant.language", "strong"),
    ("keyword.operator", ""),
    ("keyword.other.unit", ""),
    ("keyword", "strong"),
    ("storage", "strong"),
    ("string", "string"),
    ("meta.interpolation", ""),
    ("source", ""),
    ("meta.diff.range", "comment"),
    ("markup.heading", "strong"),
    ("markup.bold", "strong"),
    ("markup.inserted", "inserted"),
    ("markup.deleted", "deleted"),
];

/// Knows the languages. What it compiles while it works is tens of megabytes, so it goes when the bank is loaded.
pub(crate) struct Highlighter {
    syntaxes: SyntaxSet,
    /// What was coloured already: a text in three languages has the same code three times.
    done: RefCell<HashMap<String, String>>,
}

impl Highlighter {
    pub(crate) fn new() -> Self {
        Self { syntaxes: SyntaxSet::load_defaults_newlines(), done: RefCell::default() }
    }

    /// `lines` as HTML: a session at a terminal, coloured code, or plain text when the language is not known.
    pub(crate) fn html(&self, language: &str, lines: &str) -> String {
        let key = format!("{language}\n{lines}");
        let known = self.done.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let html = self.made(language, lines.trim_end());
            self.done.borrow_mut().insert(key, html.clone());
            html
        })
    }

    fn made(&self, language: &str, lines: &str) -> String {
        if language == "console" {
            return console(lines);
        }
        let name = STAND_INS.iter().find(|(name, _)| *name == language).map_or(language, |(_, other)| other);
        let coloured = self.syntaxes.find_syntax_by_token(name).and_then(|syntax| self.colour(syntax, lines));
        coloured.unwrap_or_else(|| {
            let mut out = String::new();
            escape(lines, &mut out);
            out
        })
    }

    fn colour(&self, syntax: &SyntaxReference, lines: &str) -> Option<String> {
        let (mut state, mut stack) = (ParseState::new(syntax), ScopeStack::new());
        let (mut out, mut open) = (String::new(), "");
        for line in LinesWithEndings::from(lines) {
            let changes = state.parse_line(line, &self.syntaxes).ok()?;
            for (part, change) in ScopeRegionIterator::new(&changes, line) {
                stack.apply(change).ok()?;
                // Space looks the same in every class: it goes on with what is open.
                if !part.trim().is_empty() {
                    let class = class(&stack);
                    turn(&mut out, &mut open, class);
                }
                escape(part, &mut out);
            }
        }
        turn(&mut out, &mut open, "");
        Some(out)
    }
}

/// Ends one span and begins another, where the class changes.
fn turn(out: &mut String, open: &mut &'static str, class: &'static str) {
    if *open == class {
        return;
    }
    if !open.is_empty() {
        out.push_str("</span>");
    }
    if !class.is_empty() {
        out.push_str("<span class=\"hl-");
        out.push_str(class);
        out.push_str("\">");
    }
    *open = class;
}

/// How what stands in these scopes is set: the innermost that says something decides, but a comment is one throughout.
fn class(stack: &ScopeStack) -> &'static str {
    let mut found = None;
    for scope in stack.scopes.iter().rev().map(|it| it.build_string()) {
        let fits = |it: &str| scope == it || scope.strip_prefix(it).is_some_and(|rest| rest.starts_with('.'));
        match CLASSES.iter().find(|(it, _)| fits(it)) {
            Some((_, "comment")) => return "comment",
            Some((_, class)) => found = found.or(Some(*class)),
            None => {}
        }
    }
    found.unwrap_or_default()
}

/// Marks prompts, so that they can be set apart from what is typed.
fn console(lines: &str) -> String {
    let mut out = String::new();
    for line in LinesWithEndings::from(lines) {
        let typed = line.strip_prefix("$ ");
        if typed.is_some() {
            out.push_str("<span class=\"p\">$</span> ");
        }
        escape(typed.unwrap_or(line), &mut out);
    }
    out
}
