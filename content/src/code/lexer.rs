//! Cuts code into comments, texts, words of the language and the rest.

use super::language::Language;

/// What a piece of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Comment,
    Text,
    Word,
}

/// Yields the pieces of some code, in order, all of them together being the code.
pub(super) struct Lexer<'c> {
    rest: &'c str,
    /// The character before the rest.
    before: char,
    language: &'static Language,
}

impl<'c> Lexer<'c> {
    pub(super) fn new(code: &'c str, language: &'static Language) -> Self {
        Self { rest: code, before: '\n', language }
    }

    /// How long the comment or text is that begins here.
    fn begins(&self) -> Option<(Kind, usize)> {
        let Language { line_comments, block_comment, quotes, comment_after_space, .. } = self.language;
        let is_apart = !comment_after_space || self.before.is_whitespace() || self.before == ';';
        if is_apart && line_comments.iter().any(|it| self.rest.starts_with(it)) {
            return Some((Kind::Comment, self.rest.find('\n').unwrap_or(self.rest.len())));
        }
        if let Some((open, close)) = block_comment.filter(|(open, _)| self.rest.starts_with(open)) {
            let inside = &self.rest[open.len()..];
            let length = inside.find(close).map_or(self.rest.len(), |at| open.len() + at + close.len());
            return Some((Kind::Comment, length));
        }
        // In a config, the apostrophe of a word is no quote.
        let quote = quotes.iter().find(|it| self.rest.starts_with(**it))?;
        if *comment_after_space && self.before.is_alphanumeric() {
            return None;
        }
        Some((Kind::Text, text(self.rest, quote)?))
    }

    /// The word that begins here.
    fn word(&self) -> Option<&'c str> {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let end = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
        (end > 0).then(|| &self.rest[..end])
    }

    fn take(&mut self, length: usize) -> &'c str {
        let (taken, rest) = self.rest.split_at(length);
        self.before = taken.chars().next_back().unwrap_or(self.before);
        self.rest = rest;
        taken
    }
}

/// How long a text is, with its quotes; none when it is never closed, or not on its line unless its quotes allow that.
fn text(code: &str, quote: &str) -> Option<usize> {
    let over_lines = quote.len() > 1 || quote == "`";
    let mut at = quote.len();
    while at < code.len() {
        let rest = &code[at..];
        if rest.starts_with(quote) {
            return Some(at + quote.len());
        }
        let mut chars = rest.chars();
        match chars.next()? {
            '\\' => at += 1 + chars.next().map_or(0, char::len_utf8),
            '\n' if !over_lines => return None,
            other => at += other.len_utf8(),
        }
    }
    None
}

impl<'c> Iterator for Lexer<'c> {
    type Item = (Kind, &'c str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.rest;
        let mut plain = 0;
        while !self.rest.is_empty() {
            let found = self.begins().or_else(|| {
                let word = self.word().filter(|it| self.language.keywords.contains(it))?;
                Some((Kind::Word, word.len()))
            });
            if let Some((kind, length)) = found {
                if plain > 0 {
                    return Some((Kind::Plain, &start[..plain]));
                }
                return Some((kind, self.take(length)));
            }
            let length = self.word().map(str::len).or_else(|| self.rest.chars().next().map(char::len_utf8))?;
            plain += self.take(length).len();
        }
        (plain > 0).then(|| (Kind::Plain, &start[..plain]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(language: &str, code: &str) -> Vec<(Kind, String)> {
        let pieces: Vec<_> = Lexer::new(code, Language::of(language).unwrap()).collect();
        assert_eq!(pieces.iter().map(|it| it.1).collect::<String>(), code);
        let marked = pieces.into_iter().filter(|it| it.0 != Kind::Plain);
        marked.map(|(kind, words)| (kind, words.to_owned())).collect()
    }

    #[test]
    fn comments_texts_and_words_are_told_apart() {
        use Kind::{Comment, Text, Word};
        for (language, code, expected) in [
            ("python", "if x == \"#1\":  # why", vec![(Word, "if"), (Text, "\"#1\""), (Comment, "# why")]),
            ("python", "\"\"\"a\n'b\"\"\" iffy", vec![(Text, "\"\"\"a\n'b\"\"\"")]),
            ("bash", "echo $# a#b 'it' # c", vec![(Text, "'it'"), (Comment, "# c")]),
            (
                "js",
                "const a = `x\n${1}` /* b\nc */",
                vec![(Word, "const"), (Text, "`x\n${1}`"), (Comment, "/* b\nc */")],
            ),
            ("nginx", "listen 80; # it's", vec![(Comment, "# it's")]),
            ("yaml", "a: it's, isn't\nb: \"\\\"\" ", vec![(Text, "\"\\\"\"")]),
            ("sql", "SELECT 1 -- one", vec![(Word, "SELECT"), (Comment, "-- one")]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(kind, words)| (kind, words.to_owned())).collect();
            assert_eq!(kinds(language, code), expected, "{code}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn nothing_is_lost_and_nothing_panics(code in "([\"'`#\\\\\n/*-]|if|é|[a-z ]{1,3}|\\PC){0,40}") {
            for language in ["python", "js", "bash", "rust", "lua", "json"] {
                kinds(language, &code);
            }
        }
    }
}
