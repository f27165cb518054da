//! Colours code with a few classes, so that the page's style sheet decides and no style attribute is needed.
//!
//! A lexer of our own knows comments, strings and words in a dozen languages: enough to read by. Grammars that know more
//! took two thirds of the time in which a bank is loaded, and most of its memory.

mod language;
mod lexer;

use crate::html::escape;
use language::Language;
use lexer::{Kind, Lexer};
use std::{cell::RefCell, collections::HashMap};

/// Remembers what was coloured already: a text in three languages has the same code three times.
#[derive(Default)]
pub(crate) struct Highlighter {
    done: RefCell<HashMap<String, String>>,
}

impl Highlighter {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// `lines` as HTML: a session at a terminal, coloured code, or plain text when the language is not known.
    pub(crate) fn html(&self, language: &str, lines: &str) -> String {
        let key = format!("{language}\n{lines}");
        let known = self.done.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let html = made(language, lines.trim_end());
            self.done.borrow_mut().insert(key, html.clone());
            html
        })
    }
}

fn made(name: &str, lines: &str) -> String {
    let mut out = String::new();
    match (name, Language::of(name)) {
        ("console", _) => console(lines, &mut out),
        ("diff", _) => diff(lines, &mut out),
        (_, Some(language)) => {
            for (kind, words) in Lexer::new(lines, language) {
                span(class(kind), words, &mut out);
            }
        }
        _ => escape(lines, &mut out),
    }
    out
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Plain => "",
        Kind::Comment => "comment",
        Kind::Text => "string",
        Kind::Word => "strong",
    }
}

fn span(class: &str, words: &str, out: &mut String) {
    if class.is_empty() {
        escape(words, out);
        return;
    }
    out.push_str("<span class=\"hl-");
    out.push_str(class);
    out.push_str("\">");
    escape(words, out);
    out.push_str("</span>");
}

/// Lines that came and lines that went.
fn diff(lines: &str, out: &mut String) {
    for line in lines.split_inclusive('\n') {
        let class = match line.as_bytes().first() {
            Some(b'+') => "inserted",
            Some(b'-') => "deleted",
            Some(b'@') => "comment",
            _ => "",
        };
        span(class, line, out);
    }
}

/// Marks prompts, so that they can be set apart from what is typed.
fn console(lines: &str, out: &mut String) {
    for line in lines.split_inclusive('\n') {
        let typed = line.strip_prefix("$ ");
        if typed.is_some() {
            out.push_str("<span class=\"p\">$</span> ");
        }
        escape(typed.unwrap_or(line), out);
    }
}
