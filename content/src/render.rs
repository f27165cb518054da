//! Markdown events to HTML that needs no inline style and reads well from right to left.

use crate::{
    Html,
    context::{Context, Target},
    html::{escape, escaped},
    markdown::{self, Span},
};
use pulldown_cmark::{Alignment, Event, Tag, TagEnd, html::push_html};

/// Renders events. Raw HTML among them comes out as the text it was written as.
pub(crate) fn html(events: &[Span], context: &Context) -> Html {
    let mut writer = Writer { context, code: None, columns: Vec::new(), column: 0, in_head: false };
    let mut out = String::new();
    push_html(&mut out, events.iter().filter_map(|(event, _)| writer.write(event.clone())));
    Html::trusted(out.trim().to_owned())
}

/// Replaces what the stock renderer would write otherwise; leaves the rest to it.
struct Writer<'l, 'a> {
    context: &'l Context<'a>,
    /// Language and lines of the block of code that is open.
    code: Option<(String, String)>,
    /// How the columns of the table that is open are aligned.
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Writer<'_, '_> {
    fn write<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        let markup = match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                self.code = Some((markdown::language(&kind).to_owned(), String::new()));
                return None;
            }
            Event::Text(text) if self.code.is_some() => {
                self.code.iter_mut().for_each(|(_, lines)| lines.push_str(&text));
                return None;
            }
            Event::End(TagEnd::CodeBlock) => {
                self.code.take().map(|(language, lines)| self.figure(&language, &lines))?
            }
            Event::Code(words) => format!("<code dir=\"ltr\">{}</code>", escaped(&words)),
            Event::Start(Tag::Link { dest_url, .. }) => self.open_link(&dest_url),
            Event::End(TagEnd::Link) => "</a>".to_owned(),
            Event::Start(Tag::Table(columns)) => {
                self.columns = columns;
                "<table class=\"t\">".to_owned()
            }
            Event::End(TagEnd::Table) => "</tbody></table>\n".to_owned(),
            Event::Start(Tag::TableHead) => {
                (self.in_head, self.column) = (true, 0);
                "<thead><tr>".to_owned()
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                "</tr></thead><tbody>".to_owned()
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                "<tr>".to_owned()
            }
            Event::End(TagEnd::TableRow) => "</tr>".to_owned(),
            Event::Start(Tag::TableCell) => self.open_cell(),
            Event::End(TagEnd::TableCell) => self.close_cell().to_owned(),
            Event::Html(html) | Event::InlineHtml(html) => return Some(Event::Text(html)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
            other => return Some(other),
        };
        Some(Event::InlineHtml(markup.into()))
    }

    /// A link whose destination is wrong was reported; its words stay, its address does not.
    fn open_link(&self, destination: &str) -> String {
        match self.context.resolve(destination) {
            Ok(Target::Source(source)) => format!("<a href=\"{}\" rel=\"noreferrer\">", escaped(&source.url)),
            Ok(Target::Question(id)) => format!("<a href=\"/{}/questions/{id}\">", self.context.locale),
            Ok(Target::Reference(address)) => format!("<a href=\"/{}/reference/{address}\">", self.context.locale),
            Ok(Target::Lab(id)) => format!("<a href=\"/{}/labs/{id}\">", self.context.locale),
            Err(_) => "<a>".to_owned(),
        }
    }

    /// The first cell of a row names the row. Columns aligned right hold numbers.
    fn open_cell(&mut self) -> String {
        let number = if self.columns.get(self.column) == Some(&Alignment::Right) { " class=\"num\"" } else { "" };
        if self.in_head {
            format!("<th scope=\"col\"{number}>")
        } else if self.column == 0 {
            format!("<th scope=\"row\"{number}>")
        } else {
            format!("<td{number}>")
        }
    }

    /// A block of code: always left to right, reachable by keyboard because it may scroll sideways.
    fn figure(&self, language: &str, lines: &str) -> String {
        let mut out = "<figure class=\"code\"><figcaption>".to_owned();
        escape(language, &mut out);
        out.push_str("</figcaption><pre tabindex=\"0\" dir=\"ltr\" lang=\"en\"><code>");
        out.push_str(&self.context.code.html(language, lines));
        out.push_str("</code></pre></figure>\n");
        out
    }

    fn close_cell(&mut self) -> &'static str {
        let is_header = self.in_head || self.column == 0;
        self.column += 1;
        if is_header { "</th>" } else { "</td>" }
    }
}

#[cfg(test)]
#[path = "render_test.rs"]
mod tests;
