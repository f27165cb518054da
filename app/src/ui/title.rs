//! The title of a page.

use crate::escape::escape;
use leptos::prelude::*;

/// The words in the browser's tab.
///
/// `leptos_meta` 0.8 writes a title as it is, so that a name could end the element and begin a script; this is the only
/// place that calls it.
#[component]
pub fn Title(
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <leptos_meta::Title text=escape(&text)/> }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    fn uses(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                uses(&path, found);
            } else if !path.ends_with("ui/title.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let imports = text.split("leptos_meta::").skip(1).filter_map(|it| it.split(';').next());
                if imports.flat_map(|it| it.split(|c: char| !c.is_alphanumeric())).any(|it| it == "Title") {
                    found.push(path.display().to_string());
                }
            }
        }
    }

    #[test]
    fn no_page_writes_a_title_past_the_escaping() {
        let mut found = Vec::new();
        uses(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
        assert_eq!(found, Vec::<String>::new(), "use ui::Title");
    }
}
