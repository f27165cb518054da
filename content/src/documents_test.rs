//! Exhibits, reference pages, tracks, the glossary and the ledger: whole ones are read, broken rules are named.

use crate::{Part, Reader, Topic, errata, sample::Sample};
use domain::Locale;

const EXHIBIT: &str = r#"id = "proxy"
language = "nginx"
questions = ["dns-cache"]

[[defect]]
id = "no-timeout"
lines = [2]

[[source]]
id = "nginx-docs"
title = "nginx"
url = "https://nginx.org/en/docs/"
checked = 2026-11-20

[check]
command = ["nginx", "-t", "-c", "{file}"]
fixed = { ok = true, says = "successful" }
broken = { ok = false, says = "" }
"#;
const EXHIBIT_TEXT: &str = "# A proxy

Read it.

## It waits for ever {#no-timeout}

### What

No timeout: [see](source:nginx-docs).

### Symptom

It hangs.

### Fix

Set one.
";
const PAGE: &str = r#"id = "commands"

[[entry]]
id = "ss-connections"
command = "ss -tan"
questions = ["dns-cache"]
labs = ["connection-pool"]
sources = ["man-ss"]

[[source]]
id = "man-ss"
title = "ss(8)"
url = "https://man7.org/linux/man-pages/man8/ss.8.html"
checked = 2026-11-20
"#;
const PAGE_TEXT: &str = "# Commands

What each answers.

## Connections {#ss-connections}

### Answers

Who is [connected](question:dns-cache); see [it](reference:commands#ss-connections) and [play](lab:connection-pool).

### Lies when

With `-l`.

### Output

```console
$ ss -tan
```

- One line each.
";
const TRACKS: &str = r#"
level = [
    { id = "junior", blocks = ["foundations"] },
    { id = "middle", blocks = ["http"] },
    { id = "senior", blocks = ["security"] },
    { id = "lead", blocks = ["architecture"] },
]

[[advice]]
id = "start-broad"

[[conflict]]
id = "pooling"
questions = ["dns-cache"]
"#;

fn tracks_text() -> String {
    let level = |id: &str| {
        format!(
            "## {id} {{#{id}}}\n\n### Aim\n\nx\n\n### Expected\n\n- a\n\n### Not required\n\n- b\n\n### Red flags\n\n- c\n\n"
        )
    };
    let levels: String = ["junior", "middle", "senior", "lead"].map(level).concat();
    format!(
        "# Tracks\n\nLead.\n\n{levels}## Broad {{#start-broad}}\n\nAdvice.\n\n## Pools {{#pooling}}\n\n### Settled\n\ns\n\n### Why\n\nw\n"
    )
}

fn whole() -> Sample {
    Sample::one()
        .with_file("exhibits/proxy/exhibit.toml", EXHIBIT)
        .with_file("exhibits/proxy/broken.conf", "server {\n  listen 80;\n}\n")
        .with_file("exhibits/proxy/fixed.conf", "server {\n  listen 81;\n}\n")
        .with_document("exhibits/proxy", EXHIBIT_TEXT)
        .with_file("reference/commands/page.toml", PAGE)
        .with_document("reference/commands", PAGE_TEXT)
        .with_file("tracks/tracks.toml", TRACKS)
        .with_document("tracks", &tracks_text())
        .with_file("glossary.toml", "[[term]]\nen = \"cache\"\nru = \"кэш\"\nhe = \"מטמון\"\navoid_ru = [\"кеш\"]\n")
        .with_file(
            "errata.toml",
            "[[entry]]\nid = \"F-07\"\nkind = \"trap\"\nquestions = [\"dns-cache\"]\nexhibits = [\"proxy\"]\n\
             reference = [\"commands#ss-connections\"]\nnote = \"There.\"\n",
        )
}

#[test]
fn whole_documents_are_read() {
    let sample = whole();
    assert_eq!(sample.problems(), Vec::<String>::new());
    let bank = sample.bank();
    let exhibit = bank.shelf(Reader::Anyone).exhibits_of(&"dns-cache".parse().unwrap()).next().unwrap();
    assert_eq!((exhibit.broken.file.as_str(), exhibit.broken.lines, exhibit.public), ("broken.conf", 3, true));
    let entry = &exhibit.document.version(Locale::He).entries[0];
    assert_eq!(entry.parts.iter().map(|(part, _)| *part).collect::<Vec<_>>(), [Part::What, Part::Symptom, Part::Fix]);

    let page = bank.reference(Topic::Commands).unwrap();
    let words = page.document.version(Locale::Ru).entries[0].parts[0].1.as_str();
    assert!(words.contains("/ru/questions/dns-cache") && words.contains("/ru/labs/connection-pool"), "{words}");
    assert!(words.contains("/ru/reference/commands#ss-connections") && bank.reference(Topic::Tools).is_none());

    let tracks = bank.tracks().unwrap();
    let counts =
        [tracks.level_entries(Locale::En), tracks.advice_entries(Locale::En), tracks.conflict_entries(Locale::En)];
    assert_eq!(counts.map(<[_]>::len), [4, 1, 1]);
    assert_eq!(errata(sample.path())[0].number, 7);
}

#[test]
fn an_exhibit_of_a_question_that_is_held_back_is_held_back() {
    let words = [["Title", "Prompt", "Answer."]; 3];
    let sample = whole().with("held-back", "interview", words).with_file(
        "exhibits/proxy/exhibit.toml",
        &EXHIBIT.replace("[\"dns-cache\"]", "[\"dns-cache\", \"held-back\"]"),
    );
    let bank = sample.bank();
    let id = "dns-cache".parse().unwrap();
    assert_eq!(bank.shelf(Reader::Anyone).exhibits_of(&id).count(), 0);
    assert_eq!(bank.shelf(Reader::Staff).exhibits_of(&id).count(), 1);
}

#[test]
fn broken_rules_of_documents_are_named() {
    const TEXT: &str = "reference/commands/he.md";
    const MANIFEST: &str = "reference/commands/page.toml";
    const PROXY: &str = "exhibits/proxy/exhibit.toml";
    for (file, from, to, problem) in [
        (TEXT, " {#ss-connections}", "", "an entry's heading ends with its id: ## Words {#id}"),
        (TEXT, "{#ss-connections}", "{#other}", "there is no entry `other` in the manifest"),
        (TEXT, "{#ss-connections}", "{#other}", "entry `ss-connections` of the manifest is missing"),
        (
            TEXT,
            "### Lies when",
            "### Lies",
            "unknown part `Lies`, or not in its place: here may follow Lies when, Output",
        ),
        (TEXT, "### Lies when\n\nWith `-l`.\n", "", "part `Lies when` must come before `Output`"),
        (TEXT, "- One line each.", "One line each.", "Output must be a block of code and a list of bullets"),
        (TEXT, "$ ss", "$ netstat", "this block of code differs from the one in en.md"),
        (TEXT, "With `-l`.", "", "Lies when is empty"),
        (TEXT, "reference:commands", "reference:tools", "there is no reference `tools#ss-connections`"),
        (MANIFEST, "command = \"ss -tan\"\n", "", "`command` is missing"),
        (MANIFEST, "\"dns-cache\"", "\"dns-none\"", "there is no question `dns-none`"),
        (MANIFEST, "sources = [\"man-ss\"]", "sources = []", "an entry rests on at least one source"),
        (PROXY, "lines = [2]", "lines = [4]", "defect `no-timeout`: the broken file has 3 lines"),
        (PROXY, "\"{file}\"", "\"file\"", "the command must name {file}"),
        (PROXY, "ok = true", "ok = false", "the mended file must pass: fixed = { ok = true, … }"),
        (PROXY, "\"dns-cache\"", "", "an exhibit belongs to at least one question"),
        (
            "tracks/tracks.toml",
            "\"middle\"",
            "\"lead\"",
            "the levels must be junior, middle, senior, lead, in this order",
        ),
        ("errata.toml", "\"F-07\"", "\"7\"", "`7` is not a number such as F-07"),
        ("errata.toml", "\"proxy\"", "\"none\"", "there is no exhibit `none`"),
        ("errata.toml", "[\"dns-cache\"]", "[]", "a trap or an answer belongs to a question"),
        ("glossary.toml", "\"кеш\"", "\"кэша\"", "`кэша` is avoided here and a rendering elsewhere"),
        ("questions/dns-cache/ru.md", "Tell us.", "Два кеша.", "`кеша`: the glossary says `кэш`"),
    ] {
        let sample = whole();
        let old = std::fs::read_to_string(sample.path().join(file)).unwrap();
        assert!(old.contains(from), "{file} has no {from:?}");
        let problems = sample.with_file(file, &old.replacen(from, to, 1)).problems();
        assert!(problems.iter().any(|it| it.ends_with(problem)), "{from:?} → {to:?}\nno {problem}\nin {problems:#?}");
    }
}

#[test]
fn what_the_glossary_calls_otherwise_is_served_all_the_same() {
    let old = std::fs::read_to_string(whole().file("ru.md")).unwrap();
    let sample = whole().with_file("questions/dns-cache/ru.md", &old.replace("Tell us.", "Два кеша."));
    assert_eq!((sample.problems().len(), sample.bank().shelf(Reader::Anyone).questions().count()), (1, 1));
}
