//! Escaping for the few places where text goes through `inner_html`.

/// The text as HTML that means exactly this text.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_can_end_the_element_early() {
        assert_eq!(super::escape("</textarea><script>'\"&"), "&lt;/textarea&gt;&lt;script&gt;&#39;&quot;&amp;");
    }
}
