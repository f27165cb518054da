//! Breaks each rule once and expects to be told where.

use crate::{Bank, Place, Severity, check, sample::Sample};
use std::fs;

/// A file, what to replace in it and by what, and the problem that must be among those found.
type Case = (&'static str, &'static str, &'static str, &'static str);

#[track_caller]
fn expect(cases: &[Case]) {
    for (file, from, to, problem) in cases {
        let problems = Sample::one().edit(file, from, to).problems();
        assert!(problems.iter().any(|it| it == problem), "{from:?} → {to:?}\nno {problem}\nin {problems:#?}");
    }
}

#[test]
fn a_flawless_bank_has_no_problems() {
    assert_eq!(Sample::one().problems(), Vec::<String>::new());
    let crlf = Sample::one();
    for file in ["question.toml", "en.md", "ru.md", "he.md"] {
        let text = fs::read_to_string(crlf.file(file)).unwrap();
        fs::write(crlf.file(file), text.replace('\n', "\r\n")).unwrap();
    }
    assert_eq!(crlf.problems(), Vec::<String>::new());
}

#[test]
fn manifests() {
    const FILE: &str = "question.toml";
    expect(&[
        (FILE, "id = \"dns-cache\"", "id = \"dns\"", "question.toml:1: id `dns` is not the folder's name `dns-cache`"),
        (
            FILE,
            "id = \"dns-cache\"",
            "id = \"DNS\"",
            "question.toml:1: id: `DNS` is not an id: 3 to 64 lower-case letters, digits and single hyphens, beginning with a letter",
        ),
        (FILE, "block = \"foundations\"\n", "", "question.toml:1: `block` is missing"),
        (
            FILE,
            "foundations",
            "basics",
            "question.toml:2: block: `basics` is not one of: foundations, http, security, performance, debugging, architecture, modern-infra",
        ),
        (FILE, "\"middle\"", "\"guru\"", "question.toml:3: levels: `guru` is not one of: junior, middle, senior, lead"),
        (FILE, "[\"junior\", \"middle\"]", "[]", "question.toml:3: levels must not be empty"),
        (FILE, "\"theory\"", "\"x\"", "question.toml:4: dimension: `x` is not one of: theory, practice, architecture"),
        (FILE, "= 6", "= 31", "question.toml:5: minutes must be a whole number from 1 to 30"),
        (FILE, "= 6", "= \"6\"", "question.toml:5: minutes must be a whole number from 1 to 30"),
        (FILE, "\"both\"", "\"all\"", "question.toml:6: pool: `all` is not one of: interview, practice, both"),
        (FILE, "labs = []", "labs = 1", "question.toml:8: labs must be a list"),
        (FILE, "labs", "lab", "question.toml:8: unknown field `lab`"),
        (FILE, "checked = 2026-11-20\n", "", "question.toml:11: `checked` is missing"),
        (
            FILE,
            "2026-11-20",
            "\"2026-11-20\"",
            "question.toml:15: checked must be a date without quotes, such as 2026-11-20",
        ),
        (
            FILE,
            "https:",
            "javascript:",
            "question.toml:14: `javascript://www.rfc-editor.org/rfc/rfc1035?a&b` is not an address that begins with https://",
        ),
        (FILE, "minutes = 6", "minutes = = 6", "question.toml:5: not TOML: extra `=`, expected nothing"),
    ]);
}

#[test]
fn sections() {
    const FILE: &str = "he.md";
    expect(&[
        (FILE, "## Practice", "## Exercise", "he.md:20: unknown section `Exercise`"),
        (FILE, "## Practice", "## Prompt", "he.md:20: section `Prompt` is there twice"),
        (FILE, "## Practice", "## Traps", "he.md:28: section `Strong answer` must come before `Traps`"),
        (FILE, "## Practice\n", "", "he.md:27: section `Practice` is missing"),
        (FILE, "# How", "How", "he.md:1: the title is missing"),
        (FILE, "# How", "How", "he.md:4: text before the title"),
        (FILE, "## Prompt", "words", "he.md:6: text before the first section"),
        (FILE, "## Prompt", "# Two\n## Prompt", "he.md:6: there is a second title"),
        (FILE, "Tell us.", "", "he.md:6: Prompt is empty"),
        (FILE, "Tell us.", "- ## Traps", "he.md:8: a title or section heading inside of something else"),
    ]);
}

#[test]
fn lists() {
    const FILE: &str = "he.md";
    expect(&[
        (FILE, "5. Says e\n", "", "he.md:32: five anchors are needed, not 4"),
        (FILE, "5. Says e", "5.", "he.md:38: an empty item"),
        (FILE, "- Guesses", "-", "he.md:40: Red flags is empty"),
        (FILE, "1. Why?", "- Why?", "he.md:16: Follow-ups must be a numbered list and nothing else"),
        (FILE, "- Guesses", "- Guesses\n\nMuch", "he.md:44: Red flags must be a list of bullets and nothing else"),
        (FILE, "- Guesses", "- Guesses\n  - often", "he.md:42: an item must be one paragraph"),
        (FILE, "It **caches**.\n", "", "he.md:10: At a glance must be a paragraph and a list of bullets"),
    ]);
    let long = Sample::one().edit(FILE, "For a while", &"word ".repeat(60));
    assert_eq!(long.problems(), ["he.md:10: At a glance has 62 words, 60 are allowed"]);
}

#[test]
fn traps_and_references() {
    const FILE: &str = "he.md";
    expect(&[
        (FILE, "[TTL](source:rfc-1035)", "TTL", "he.md:46: a trap without a source: link to one"),
        (FILE, "It does: [TTL](source:rfc-1035).", "", "he.md:46: a trap without a fact"),
        (FILE, "### It never changes", "###", "he.md:46: a trap without a claim"),
        (FILE, "### It never changes", "Words", "he.md:46: Traps must begin with a `###` heading"),
        (FILE, "- [RFC", "- See [RFC", "he.md:52: a reference is written `- [title](source:id): what it says`"),
        (
            FILE,
            ": what a `TTL` is.",
            ".\n- [It](source:rfc-1035): twice",
            "he.md:53: source `rfc-1035` is listed twice",
        ),
        (FILE, "(source:rfc-1035): what", ": what", "he.md:50: source `rfc-1035` is not among the references"),
    ]);
}

#[test]
fn markdown_and_links() {
    const FILE: &str = "he.md";
    expect(&[
        (FILE, "Tell us.", "[x](source:rfc-1)", "he.md:8: there is no source `rfc-1` in question.toml"),
        (FILE, "Tell us.", "[x](question:dns)", "he.md:8: there is no question `dns`"),
        (
            FILE,
            "Tell us.",
            "[x](https://a.b)",
            "he.md:8: `https://a.b`: a link is `source:<id>`, `question:<id>`, `reference:<page>#<entry>` or `lab:<id>`",
        ),
        (FILE, "Tell us.", "<https://a.b>", "he.md:8: `https://a.b`: a link is written `[text](source:id)`"),
        (FILE, "Tell us.", "a\n[x][y]", "he.md:9: unresolved reference link `[y]`"),
        (FILE, "Tell us.", "[](source:rfc-1035)", "he.md:8: a link without words"),
        (FILE, "Tell us.", "[x](source:rfc 1035)", "he.md:8: `](` stands alone: a link is not closed"),
        (FILE, "Tell us.", "an **open end", "he.md:8: `**` stands alone: bold is not closed"),
        (FILE, "Tell us.", "an `open end", "he.md:8: ``` stands alone: inline code is not closed"),
        (FILE, "Tell us.", "![x](source:rfc-1035)", "he.md:8: an image: the bank has none"),
        (FILE, "Tell us.", "a <b>c", "he.md:8: raw HTML `<b>`"),
        (FILE, "Tell us.", "<div>c</div>", "he.md:8: raw HTML `<div>c</div>`"),
        (FILE, "```console", "```", "he.md:24: a block of code must be fenced and name its language"),
        (FILE, "example.org\n```", "example.org\n", "he.md:24: the code fence is never closed"),
        (FILE, "Tell us.", "сoединение", "he.md:8: `сoединение` mixes Latin and Cyrillic letters"),
        ("ru.md", "Read `this`", "Read `сokет`", "ru.md:22: `сokет` mixes Latin and Cyrillic letters"),
    ]);
}

#[test]
fn differences_between_languages() {
    expect(&[
        ("ru.md", "1. Why?", "1. Why?\n2. When?", "ru.md:16: Follow-ups: 2 items here, 1 in en.md"),
        ("ru.md", "- Guesses", "- Guesses\n- Shouts", "ru.md:40: Red flags: 2 items here, 1 in en.md"),
        ("ru.md", "It does:", "It\n### does\n", "ru.md:44: Traps: 2 items here, 1 in en.md"),
        ("he.md", "$ dig", "$ nslookup", "he.md:24: this block of code differs from the one in en.md"),
        ("he.md", "Tell us.", "```sh\nls\n```", "he.md:26: 2 blocks of code here, 1 in en.md"),
        ("he.md", "+++\n", "", "he.md:1: a translation begins with front matter: +++, stamp = \"…\", +++"),
        ("he.md", "stamp", "date", "he.md:1: the front matter must be one line, stamp = \"…\""),
        ("en.md", "# How", "+++\n+++\n# How", "en.md:1: en.md has no front matter: the others are stamped against it"),
        ("en.md", "Until", "Before", "ru.md:2: the English text has changed since this stamp"),
    ]);
}

#[test]
fn folders_and_files() {
    let sample = Sample::one();
    fs::create_dir(sample.path().join("questions/Bad Name")).unwrap();
    fs::remove_file(sample.file("ru.md")).unwrap();
    fs::write(sample.file("he.md"), [0xff, 0xfe]).unwrap();
    let problems = sample.problems();
    assert!(problems[0].starts_with("Bad Name:1: `Bad Name` is not an id"), "{problems:?}");
    assert_eq!(problems[1..], ["he.md:1: is not UTF-8", "ru.md:1: the file is missing"]);

    let nothing = tempfile::tempdir().unwrap();
    let problems = check(nothing.path());
    assert!(problems[0].to_string().starts_with("questions:1: cannot be read"), "{problems:?}");
}

#[test]
fn a_public_question_does_not_link_to_one_that_is_held_back() {
    let words = [["Title", "Prompt", "Answer."]; 3];
    let sample =
        Sample::one().with("held-back", "interview", words).edit("he.md", "Tell us.", "[x](question:held-back)");
    let what = "a public text must not link to `held-back`, which is held back for interviews";
    assert_eq!(sample.problems(), [format!("he.md:8: {what}")]);
}

#[test]
fn all_problems_are_found_in_the_order_of_reading() {
    let sample = Sample::one().edit("he.md", "- Guesses", "-").edit("he.md", "Tell us.", "").edit("ru.md", "Why?", "");
    let problems = sample.problems();
    assert_eq!(problems[0], "he.md:6: Prompt is empty");
    assert!(problems[1].starts_with("he.md:40:") && problems.last().unwrap().starts_with("ru.md:1"), "{problems:?}");
    assert!(Bank::load(sample.path()).is_err());
}

#[test]
fn a_stale_translation_is_served_and_marked() {
    let sample = Sample::one().edit("he.md", "stamp = \"", "stamp = \"0");
    assert!(check(sample.path()).iter().all(|it| it.severity == Severity::Stale));
    let bank = sample.bank();
    let question = bank.shelf(crate::Reader::Anyone).questions().next().unwrap();
    assert!(question.text(domain::Locale::He).stale && !question.text(domain::Locale::Ru).stale);
}

#[test]
fn a_company_has_questions_of_its_own_beside_the_bank() {
    let (bank, own) = (Sample::one(), Sample::one());
    let folder = own.path().join("questions");
    fs::rename(folder.join("dns-cache"), folder.join("our-cache")).unwrap();
    let manifest = folder.join("our-cache/question.toml");
    let text = fs::read_to_string(&manifest).unwrap().replace("\"dns-cache\"", "\"our-cache\"");
    fs::write(&manifest, text).unwrap();
    let place = Place { bank: bank.path(), own: Some(own.path()) };
    let both = Bank::load(place).unwrap();
    let ids: Vec<_> = both.candidates().iter().map(|it| it.question.to_string()).collect();
    assert_eq!(ids, ["dns-cache", "our-cache"]);

    // What is wrong with them is named with their folder, and an id is given once.
    fs::write(folder.join("our-cache/en.md"), "nothing").unwrap();
    let twice = Sample::one();
    let wrong = |own| check(Place { bank: bank.path(), own: Some(own) });
    let problems = wrong(own.path());
    assert!(!problems.is_empty() && problems.iter().all(|it| it.file.starts_with(own.path())), "{problems:?}");
    let problems = wrong(twice.path());
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].to_string().contains("already"), "{problems:?}");
}
