//! Tiny banks for tests, in folders that vanish with them.

use crate::{Bank, check, stamp};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

const MANIFEST: &str = r#"id = "ID"
block = "foundations"
levels = ["junior", "middle"]
dimension = "theory"
minutes = 6
pool = "POOL"
probes = ["http"]
labs = []
playbooks = []

[[source]]
id = "rfc-1035"
title = "RFC 1035"
url = "https://www.rfc-editor.org/rfc/rfc1035?a&b"
checked = 2026-11-20
"#;

const TEXT: &str = "# TITLE

## Prompt

PROMPT

## At a glance

It **caches**.

- For a while

## Follow-ups

1. Why?

## Practice

Read `this`.

```console
$ dig example.org
```

## Strong answer

ANSWER See [the rule](source:rfc-1035).

## Anchors

1. Says a
2. Says b
3. Says c
4. Says d
5. Says e

## Red flags

- Guesses

## Traps

### It never changes

It does: [TTL](source:rfc-1035).

## References

- [RFC 1035](source:rfc-1035): what a `TTL` is.
";

/// Title, prompt and answer in one language.
pub(crate) type Words<'w> = [&'w str; 3];

/// A bank in a temporary folder.
pub(crate) struct Sample {
    dir: TempDir,
}

impl Sample {
    pub(crate) fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("questions")).unwrap();
        Self { dir }
    }

    /// One flawless question, `dns-cache`.
    pub(crate) fn one() -> Self {
        let words = ["How long does DNS remember?", "Tell us.", "Until the TTL runs out."];
        Self::empty().with("dns-cache", "both", [words; 3])
    }

    /// Adds a flawless question with these words in English, Russian and Hebrew.
    pub(crate) fn with(self, id: &str, pool: &str, [en, ru, he]: [Words; 3]) -> Self {
        let folder = self.path().join("questions").join(id);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("question.toml"), MANIFEST.replace("ID", id).replace("POOL", pool)).unwrap();
        let text = |[title, prompt, answer]: Words| {
            TEXT.replace("TITLE", title).replace("PROMPT", prompt).replace("ANSWER", answer)
        };
        let english = text(en);
        let stamp = stamp::of(&english);
        fs::write(folder.join("en.md"), english).unwrap();
        for (file, words) in [("ru.md", ru), ("he.md", he)] {
            fs::write(folder.join(file), format!("+++\nstamp = \"{stamp}\"\n+++\n{}", text(words))).unwrap();
        }
        self
    }

    /// Replaces the first `from` in a file of `dns-cache`.
    pub(crate) fn edit(self, file: &str, from: &str, to: &str) -> Self {
        let path = self.file(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from:?}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
        self
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn with_file(self, path: &str, text: &str) -> Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Writes the same text in three languages, stamped.
    pub(crate) fn with_document(self, folder: &str, text: &str) -> Self {
        let stamped = format!("+++\nstamp = \"{}\"\n+++\n{text}", stamp::of(text));
        let file = |it: &str| format!("{folder}/{it}.md");
        self.with_file(&file("en"), text).with_file(&file("ru"), &stamped).with_file(&file("he"), &stamped)
    }

    /// A file of `dns-cache`.
    pub(crate) fn file(&self, file: &str) -> PathBuf {
        self.path().join("questions/dns-cache").join(file)
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Every problem as it is displayed, without the folder that all of them are in.
    pub(crate) fn problems(&self) -> Vec<String> {
        let problems = check(self.path());
        problems.iter().map(|it| it.to_string().replacen("questions/", "", 1).replacen("dns-cache/", "", 1)).collect()
    }

    pub(crate) fn bank(&self) -> Bank {
        Bank::load(self.path()).unwrap()
    }
}
