//! As much of HTML as these tests need to read.

/// What stands between two marks, the first time.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}")).1;
    rest.split_once(after).unwrap_or_else(|| panic!("no {after} after {before}")).0
}

/// The text of scripts that have no `src`.
pub fn inline_scripts(html: &str) -> Vec<&str> {
    let scripts = html.split("<script").skip(1).filter_map(|it| it.split_once("</script>")?.0.split_once('>'));
    scripts.filter(|(tag, _)| !tag.contains("src=")).map(|(_, text)| text).collect()
}

/// Text without tags.
pub fn words(html: &str) -> String {
    let parts = html.split('<').map(|it| it.split_once('>').map_or(it, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page without what is random in it: the nonce that Leptos gives to its scripts, which our policy does not use.
pub fn without_nonces(html: &str) -> String {
    let mut parts = html.split(" nonce=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('"').unwrap().1)
}
