//! What Markdown looks like as HTML.

use crate::{Html, Question, Reader, Section, sample::Sample};
use domain::Locale;

/// The sample's question with this answer in every language.
fn question(answer: &str) -> Question {
    let sample = Sample::empty().with("dns-cache", "both", [["A `<b>` & \"c\"", "Prompt.", answer]; 3]);
    let bank = sample.bank();
    bank.shelf(Reader::Anyone).questions().next().unwrap().clone()
}

fn answer(markdown: &str) -> String {
    question(markdown).text(Locale::He).answer.clone().into_string()
}

#[test]
fn words_are_escaped_and_inline_code_reads_left_to_right() {
    let question = question("x < y && `a<b>`");
    let text = question.text(Locale::En);
    assert_eq!(text.title.as_str(), "A <code dir=\"ltr\">&lt;b&gt;</code> &amp; &quot;c&quot;".replace("&quot;", "\""));
    assert_eq!(text.plain(Section::Title), "A <b> & \"c\"");
    assert!(text.answer.as_str().starts_with("<p>x &lt; y &amp;&amp; <code dir=\"ltr\">a&lt;b&gt;</code>"));
}

#[test]
fn links_lead_to_sources_and_to_questions_in_the_same_language() {
    let html = answer("[q](question:dns-cache)");
    assert!(html.contains("<a href=\"/he/questions/dns-cache\">q</a>"), "{html}");
    let source = "<a href=\"https://www.rfc-editor.org/rfc/rfc1035?a&amp;b\" rel=\"noreferrer\">the rule</a>";
    assert!(html.contains(source), "{html}");
}

#[test]
fn code_is_coloured_by_classes_and_reads_left_to_right() {
    let html = answer("Look:\n\n```python\nx = \"<a>\"  # c\n```\n");
    assert!(
        html.contains("<figure class=\"code\"><figcaption>python</figcaption><pre tabindex=\"0\" dir=\"ltr\" lang=\"en\"><code>x = <span class=\"hl-string\">&quot;&lt;a&gt;&quot;</span>  <span class=\"hl-comment\"># c</span></code>"),
        "{html}"
    );
    assert!(answer("```nginx\nlisten <80>;\n```\n").contains("<code>listen &lt;80&gt;;</code>"));
    assert!(answer("```ts\nconst a = 1\n```\n").contains("<span class=\"hl-strong\">const</span> a = 1"));
    let nested = answer("```bash\nif echo \"a $b\\n\"; then :; fi # if\n```\n");
    assert!(nested.contains("<span class=\"hl-comment\"># if</span>") && !nested.contains("<span><span"), "{nested}");
}

#[test]
fn prompts_of_terminal_sessions_are_marked() {
    let html = answer("```console\n$ echo \"<x>\"\n$x\n```\n");
    assert!(html.contains("<code><span class=\"p\">$</span> echo &quot;&lt;x&gt;&quot;\n$x</code>"), "{html}");
}

#[test]
fn tables_have_headers_and_no_style() {
    let html = answer("| A | B |\n|---|--:|\n| a | 1 |\n| b | `2` |\n\nSo.");
    let table = "<table class=\"t\"><thead><tr><th scope=\"col\">A</th><th scope=\"col\" class=\"num\">B</th></tr></thead>\
        <tbody><tr><th scope=\"row\">a</th><td class=\"num\">1</td></tr>\
        <tr><th scope=\"row\">b</th><td class=\"num\"><code dir=\"ltr\">2</code></td></tr></tbody></table>";
    assert!(html.contains(table), "{html}");
}

#[test]
fn lists_come_as_items_and_flags_as_words_too() {
    let question = question("Answer.");
    let text = question.text(Locale::Ru);
    let html = |items: &[Html]| items.iter().map(|it| it.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(html(&text.anchors), ["Says a", "Says b", "Says c", "Says d", "Says e"]);
    assert_eq!(
        (html(&text.red_flags), &text.red_flags_plain),
        (vec!["Guesses".to_owned()], &vec!["Guesses".to_owned()])
    );
    assert_eq!(
        (text.glance.as_str(), html(&text.points)),
        ("It <strong>caches</strong>.", vec!["For a while".to_owned()])
    );
    assert_eq!(text.traps[0].claim.as_str(), "It never changes");
    assert_eq!(text.references[0].source, "rfc-1035");
    assert_eq!(text.references[0].note.as_str(), "what a <code dir=\"ltr\">TTL</code> is.");
    assert_eq!(question.source("rfc-1035").unwrap().checked, "2026-11-20");
}
