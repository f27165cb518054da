//! The draft as it stands in the address: `?items=a,b&pins=a&template=…&extra=quarter&locale=he`, and the change that a button
//! of the form adds to it, `&do=up:b`. Back is undo, a link is a copy, and the server keeps nothing.

use domain::{
    Locale, LoopId, QuestionId, TemplateId,
    plan::{Draft, Edit, ExtraTime, ITEMS_MAX, Misfit, Stock},
};
use leptos_router::params::ParamsMap;
use store::Template;

/// Parameters that only a form sends; an address with one of them is replaced by the one that stays.
const OF_FORMS: [&str; 4] = ["do", "add", "lang", "loop"];

/// What the address says.
#[derive(Debug, Clone, Default)]
pub struct Address {
    /// The questions; `None` when the draft is still to be made.
    pub items: Option<Vec<QuestionId>>,
    /// Those that survive a rebuild.
    pub pins: Vec<QuestionId>,
    /// Texts among them that name no question.
    pub strange: usize,
    /// The template that it began with.
    pub template: Option<TemplateId>,
    /// Extra time.
    pub extra: ExtraTime,
    /// The language of the interview; the candidate's while nothing is said.
    pub locale: Option<Locale>,
    /// The change to make.
    pub edit: Option<Edit>,
    /// Was it made by a form?
    pub of_form: bool,
}

/// Ids joined by commas, and how many texts were none; what goes far beyond a draft is not even looked at.
pub(super) fn ids(text: &str) -> (Vec<QuestionId>, usize) {
    let texts = text.split(',').filter(|it| !it.is_empty()).take(2 * ITEMS_MAX);
    let read: Vec<_> = texts.map(str::parse::<QuestionId>).collect();
    let strange = read.iter().filter(|it| it.is_err()).count();
    (read.into_iter().flatten().collect(), strange)
}

/// Ids as they stand in an address.
pub(super) fn joined(ids: &[QuestionId]) -> String {
    ids.iter().map(QuestionId::as_str).collect::<Vec<_>>().join(",")
}

impl Address {
    /// Reads the query; what cannot be read is as if it were not there.
    pub(super) fn read(query: &ParamsMap) -> Self {
        let text = |name: &str| query.get(name).unwrap_or_default();
        let items = query.get("items").map(|it| ids(&it));
        let edit = match text("do").as_str() {
            "add" => format!("add:{}", text("add")),
            edit => edit.to_owned(),
        };
        Self {
            strange: items.as_ref().map_or(0, |it| it.1),
            items: items.map(|it| it.0),
            pins: ids(&text("pins")).0,
            template: text("template").parse().ok(),
            extra: text("extra").parse().unwrap_or_default(),
            locale: text("locale").parse().ok(),
            edit: edit.parse().ok(),
            of_form: OF_FORMS.iter().any(|it| query.get(it).is_some()),
        }
    }

    /// The draft, and what of it cannot stay. A template's questions come pinned: a rebuild fills what is missing of them.
    pub(super) fn open<'a>(
        &self,
        stock: Stock<'a>,
        template: Option<&Template>,
    ) -> (Draft<'a>, Vec<(QuestionId, Misfit)>) {
        match (&self.items, template) {
            (Some(items), _) => Draft::read(stock, items, &self.pins),
            (None, Some(it)) => Draft::read(stock, &it.questions, &it.questions),
            (None, None) => (Draft::built(stock), Vec::new()),
        }
    }

    /// The same address for another draft.
    pub(super) fn with(&self, draft: &Draft<'_>) -> Self {
        Self { items: Some(draft.questions()), pins: draft.pins(), ..self.clone() }
    }

    /// The path of the page, without its language.
    pub(super) fn path(&self, of: LoopId) -> String {
        let mut parts = Vec::new();
        if let Some(items) = &self.items {
            parts.push(format!("items={}", joined(items)));
        }
        if !self.pins.is_empty() {
            parts.push(format!("pins={}", joined(&self.pins)));
        }
        parts.extend(self.template.map(|it| format!("template={it}")));
        if self.extra != ExtraTime::None {
            parts.push(format!("extra={}", self.extra));
        }
        parts.extend(self.locale.map(|it| format!("locale={it}")));
        let mark = if parts.is_empty() { "" } else { "?" };
        format!("/loops/{of}/plan{mark}{}", parts.join("&"))
    }
}

/// The id of the control that has the focus after a change: the same one, or what stands in its place.
pub(super) fn focus(edit: &Edit, draft: &Draft<'_>) -> String {
    let edge = |id: &QuestionId, first: bool| {
        let of = draft.items().iter().find(|it| it.of.question == *id).map(|it| it.of.dimension);
        let mut peers = of.into_iter().flat_map(|it| draft.of(it));
        let end = if first { peers.next() } else { peers.last() };
        end.is_some_and(|it| it.of.question == *id)
    };
    match edit {
        Edit::Up(id) if edge(id, true) => format!("down-{id}"),
        Edit::Up(id) => format!("up-{id}"),
        Edit::Down(id) | Edit::Place(id, _) if edge(id, false) => format!("up-{id}"),
        Edit::Down(id) | Edit::Place(id, _) => format!("down-{id}"),
        Edit::Pin(id) | Edit::Unpin(id) | Edit::Add(id) | Edit::Swap(_, id) => format!("pin-{id}"),
        Edit::Remove(_) => "core".to_owned(),
        Edit::Rebuild => "rebuild".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Address {
        Address::read(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn an_address_is_read_as_it_is_written() {
        let of = LoopId(uuid::Uuid::nil());
        let said = read(&[
            ("items", "cors,tcp-vs-udp"),
            ("pins", "cors"),
            ("extra", "half"),
            ("locale", "he"),
            ("lang", "en"),
        ]);
        assert!(said.of_form);
        let path = said.path(of);
        assert_eq!(path, format!("/loops/{of}/plan?items=cors,tcp-vs-udp&pins=cors&extra=half&locale=he"));
        assert_eq!(read(&[]).path(of), format!("/loops/{of}/plan"));
        assert_eq!(read(&[("items", "")]).path(of), format!("/loops/{of}/plan?items="), "an empty draft is one");
    }

    #[test]
    fn what_is_no_id_is_counted_and_far_too_much_is_not_looked_at() {
        let long = format!("{}x", "../etc,cors,".repeat(10_000));
        let (found, strange) = ids(&long);
        assert_eq!(found.len() + strange, 2 * ITEMS_MAX);
        let said = read(&[("items", "cors,<script>,"), ("extra", "double"), ("template", "x"), ("do", "up:")]);
        assert_eq!((said.items.map(|it| it.len()), said.strange, said.extra), (Some(1), 1, ExtraTime::None));
        assert_eq!((said.template, said.edit), (None, None));
    }

    #[test]
    fn adding_names_the_question_in_a_field_of_its_own() {
        let said = read(&[("do", "add"), ("add", "cors")]);
        assert_eq!(said.edit, Some(Edit::Add("cors".parse().unwrap())));
    }
}
