//! Parts that pages are made of; drawn on the server, without a script.

mod document;
mod field;
mod frame;
mod html;
mod problem;

pub use document::{EntryParts, SourceLink, question_links};
pub use field::{Field, FieldError, NoteField, Select};
pub use frame::{Frame, Languages, Place};
pub use html::{Icon, Levels, Rendered};
pub use problem::{ProblemPage, form_text, page, problem_text};

use crate::lang::Lang;
use domain::Locale;
use leptos::prelude::*;

/// A candidate's name, or the words for one who was forgotten.
#[must_use]
pub fn name_of(name: Option<String>) -> String {
    name.unwrap_or_else(|| lang().t("candidate-forgotten"))
}

/// A row of a plate with the company's name; nothing until it is set.
pub fn company_row(lang: Lang, company: String) -> impl IntoView {
    (!company.is_empty()).then(|| view! { <dt>{lang.t("settings-company")}</dt><dd><bdi>{company}</bdi></dd> })
}

/// The company's name beside the mark; nothing until it is set.
pub fn of_company(company: String) -> impl IntoView {
    (!company.is_empty()).then(|| view! { <bdi class="company">{company}</bdi> })
}

/// The language of the page that is being drawn.
#[must_use]
pub fn lang() -> Lang {
    use_context::<Lang>().unwrap_or(Lang(Locale::En))
}
