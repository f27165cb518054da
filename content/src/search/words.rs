//! Cuts text into words and folds away differences of spelling that no reader means.

use super::chars::{fold, is_mark, is_word};
use std::ops::Range;

/// Words that hyphens, slashes or points join, such as `keep-alive`, `HTTP/2`, `ב־TCP`; most have one part.
pub(super) struct Compound {
    pub(super) span: Range<usize>,
    pub(super) parts: Vec<Part>,
}

/// One word.
pub(super) struct Part {
    /// The word folded.
    pub(super) form: String,
    pub(super) span: Range<usize>,
}

impl Compound {
    /// The parts written as one word, so that `keep-alive` and `keepalive` find each other.
    pub(super) fn joined(&self) -> Option<String> {
        (self.parts.len() > 1).then(|| self.parts.iter().map(|it| it.form.as_str()).collect())
    }
}

/// The words of a text, in order.
pub(super) fn compounds(text: &str) -> Vec<Compound> {
    let mut compounds = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut word: Option<Part> = None;
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let in_word = word.is_some() && chars.peek().is_some_and(|(_, next)| is_word(*next));
        if is_word(c) || is_mark(c) && word.is_some() {
            let word = word.get_or_insert_with(|| Part { form: String::new(), span: at..at });
            fold(c, &mut word.form);
            word.span.end = at + c.len_utf8();
        } else if in_word && is_apostrophe(c, before) {
            // Dropped, so that ת״א, ת"א and תא are one word.
        } else {
            parts.extend(word.take().filter(|it| !it.form.is_empty()));
            if !(in_word && is_joiner(c)) {
                compounds.extend(close(std::mem::take(&mut parts)));
            }
        }
        before = c;
    }
    parts.extend(word.filter(|it| !it.form.is_empty()));
    compounds.extend(close(parts));
    compounds
}

fn close(mut parts: Vec<Part>) -> Option<Compound> {
    // ב־TCP: the prefix is grammar, and would otherwise have to be found as a word.
    if parts.len() > 1 && super::terms::is_hebrew_prefix(&parts[0].form) {
        parts.remove(0);
    }
    let span = parts.first()?.span.start..parts.last()?.span.end;
    Some(Compound { span, parts })
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '־' | '_' | '/' | '.')
}

/// Geresh and gershayim, also as people type them, and the apostrophe.
fn is_apostrophe(c: char, before: char) -> bool {
    let in_hebrew = ('\u{591}'..='\u{5f4}').contains(&before);
    matches!(c, '\'' | '’' | '׳') || in_hebrew && matches!(c, '"' | '”' | '״')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_and_folded() {
        for (text, folded) in [
            ("TCP, UDP!", "tcp udp"),
            ("Счётчик ё", "счетчик е"),
            ("keep-alive HTTP/2 TLS 1.3", "keep+alive http+2 tls 1+3"),
            ("TCP-соединение", "tcp+соединение"),
            ("ב־TCP וב־HTTP/2", "tcp http+2"),
            ("שָׁלוֹם", "שלום"),
            ("ת״א ת\"א צ׳אט צ'אט", "תא תא צאט צאט"),
            ("don’t \"quoted\" end.", "dont quoted end"),
            ("- / ' \" _", ""),
        ] {
            let words: Vec<String> = compounds(text)
                .iter()
                .map(|it| it.parts.iter().map(|part| part.form.as_str()).collect::<Vec<_>>().join("+"))
                .collect();
            assert_eq!(words.join(" "), folded, "{text}");
        }
    }

    #[test]
    fn spans_cover_the_words_as_written() {
        let text = "об HTTP/2.";
        let spans: Vec<&str> = compounds(text).iter().map(|it| &text[it.span.clone()]).collect();
        assert_eq!(spans, ["об", "HTTP/2"]);
    }
}
