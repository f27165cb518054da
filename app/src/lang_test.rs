//! The three Fluent files say the same things, and pages and islands ask for nothing that is not in them.

use super::*;
use fluent_syntax::{ast, parser};
use std::collections::BTreeSet;

fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut all = BTreeMap::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            let mut arguments = BTreeSet::new();
            walk(&message.value.expect("a message without a value"), &mut arguments);
            assert!(all.insert(message.id.name.to_owned(), arguments).is_none(), "{} twice", message.id.name);
        }
    }
    all
}

fn walk(pattern: &ast::Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            match expression {
                ast::Expression::Select { selector, variants } => {
                    inline(selector, arguments);
                    variants.iter().for_each(|it| walk(&it.value, arguments));
                }
                ast::Expression::Inline(it) => inline(it, arguments),
            }
        }
    }
}

fn inline(it: &ast::InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    if let ast::InlineExpression::VariableReference { id } = it {
        arguments.insert(id.name.to_owned());
    }
}

#[test]
fn the_three_files_have_the_same_keys_and_arguments() {
    let english = messages(SOURCES[0].1);
    for (locale, source) in &SOURCES[1..] {
        let other = messages(source);
        let keys = |it: &BTreeMap<String, BTreeSet<String>>| it.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(
            keys(&english).symmetric_difference(&keys(&other)).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{locale}"
        );
        for (key, arguments) in &english {
            assert_eq!(arguments, &other[key], "{locale}: {key}");
        }
    }
}

/// Every literal in the sources that looks like a key (two words or more, and its first word is the first word of some
/// key) exists, and every key is used, either literally or through a prefix that is filled in at run time.
#[test]
fn every_key_that_is_used_exists_and_every_key_is_used() {
    let keys: BTreeSet<String> = messages(SOURCES[0].1).into_keys().collect();
    let heads: BTreeSet<&str> = keys.iter().filter_map(|it| it.split('-').next()).collect();
    let mut text = String::new();
    read_all(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut text);
    let literals: BTreeSet<&str> = text.split('"').skip(1).step_by(2).collect();
    let key_like = |it: &&str| {
        it.contains('-')
            && heads.contains(it.split('-').next().unwrap_or_default())
            && it.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            && !it.ends_with('-')
    };
    let not_messages = ["field-error", "join-link", "note-h", "probe-h", "room-shell", "flag-0", "sign-in"];
    let missing: Vec<_> = literals
        .iter()
        .copied()
        .filter(key_like)
        .filter(|it| !keys.contains(*it) && !not_messages.contains(it))
        .collect();
    assert!(missing.is_empty(), "used but not there: {missing:?}");
    let filled = [
        "lab-",
        "level-",
        "expected-",
        "dimension-",
        "block-",
        "pool-",
        "overall-",
        "invalid-",
        "problem-",
        "refused-",
        "phase-",
        "role-",
        "doc-",
        "has-",
        "minutes-",
        "outcome-",
        "import-problem-",
        "import-row-",
        "reference-probe-",
        "weekend-",
        "seat-",
        "extra-",
        "plan-dropped-",
    ];
    let unused: Vec<_> = keys
        .iter()
        .filter(|key| !literals.contains(key.as_str()) && !filled.iter().any(|it| key.starts_with(it)))
        .collect();
    assert!(unused.is_empty(), "there but not used: {unused:?}");
}

fn read_all(folder: &std::path::Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read_all(&path, text);
        } else if !path.ends_with("lang_test.rs") {
            // Apostrophes in doc comments do not matter; quotes in them would.
            for line in std::fs::read_to_string(&path).unwrap().lines().filter(|it| !it.trim_start().starts_with("//"))
            {
                text.push_str(&line.replace("\\\"", "").replace("'\"'", ""));
                text.push('\n');
            }
        }
    }
}

#[test]
fn plurals_follow_each_language() {
    let ru = Lang(Locale::Ru);
    let counted: BTreeSet<String> =
        [1, 2, 5].iter().map(|n| ru.n("bank-count", *n).replace(char::is_numeric, "")).collect();
    assert_eq!(counted.len(), 3, "{counted:?}");
}
