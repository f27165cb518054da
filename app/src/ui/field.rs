//! Form fields: label, hint, error, control. The only place that writes a `<textarea>`.

use crate::{AppError, ui::lang};
use leptos::prelude::*;

/// The sentence for one field, if this error is about it.
fn message(error: Option<&AppError>, name: &str) -> Option<String> {
    match error? {
        AppError::Invalid { field, reason } if field == name => Some(lang().t(&format!("invalid-{reason}"))),
        _ => None,
    }
}

/// What is wrong with a field, tied to it by id.
#[component]
pub fn FieldError(
    /// The field's name.
    name: &'static str,
    /// The form's error, if it has one.
    error: Option<AppError>,
) -> impl IntoView {
    message(error.as_ref(), name).map(|text| view! { <p class="error" id=format!("{name}-error")>{text}</p> })
}

/// A labelled input.
#[component]
pub fn Field(
    /// Name in the form, and its id.
    name: &'static str,
    /// Key of the label.
    label: &'static str,
    /// Key of the hint.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// HTML input type.
    #[prop(default = "text")]
    kind: &'static str,
    /// `autocomplete` token.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Must it be filled?
    #[prop(default = true)]
    required: bool,
    /// What is written in it.
    #[prop(optional)]
    value: String,
    /// Longest accepted text.
    #[prop(default = 200)]
    max: usize,
    /// Shortest accepted text.
    #[prop(optional)]
    min: Option<usize>,
    /// The form's error, if it has one.
    #[prop(default = None)]
    error: Option<AppError>,
) -> impl IntoView {
    let lang = lang();
    let wrong = message(error.as_ref(), name).is_some();
    let described = match (wrong, hint) {
        (true, _) => Some(format!("{name}-error")),
        (false, Some(_)) => Some(format!("{name}-hint")),
        (false, None) => None,
    };
    let ltr = matches!(kind, "email" | "password");
    view! {
        <div class="form-field">
            <label for=name>{lang.t(label)}</label>
            {hint.map(|key| view! { <p class="hint" id=format!("{name}-hint")>{lang.t(key)}</p> })}
            <FieldError name=name error=error/>
            <input id=name name=name value=(!value.is_empty()).then_some(value) r#type=kind autocomplete=autocomplete required=required maxlength=max.to_string()
                minlength=min.map(|it| it.to_string()) dir=if ltr { "ltr" } else { "auto" }
                aria-describedby=described aria-invalid=wrong.then_some("true")/>
        </div>
    }
}

/// A labelled choice; values and words in the order given, the chosen one preselected.
#[component]
pub fn Select(
    /// Name in the form, and its id.
    name: &'static str,
    /// Key of the label.
    label: &'static str,
    /// Value and word of each choice.
    options: Vec<(String, String)>,
    /// The value chosen at first.
    chosen: String,
) -> impl IntoView {
    let options = options.into_iter().map(move |(value, word)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{word}</option> }
    });
    view! {
        <div class="form-field">
            <label for=name>{lang().t(label)}</label>
            <select id=name name=name>{options.collect_view()}</select>
        </div>
    }
}

/// A labelled text of several lines.
///
/// Leptos 0.8 does not escape the children of a `<textarea>`, which is a stored XSS; escaped `inner_html` is safe.
#[component]
pub fn NoteField(
    /// Name in the form, and its id.
    name: &'static str,
    /// Key of the label.
    label: &'static str,
    /// Key of the hint.
    hint: &'static str,
    /// What is written in it.
    #[prop(default = String::new())]
    text: String,
    /// Longest accepted text.
    max: usize,
    /// The form's error, if it has one.
    #[prop(default = None)]
    error: Option<AppError>,
) -> impl IntoView {
    let lang = lang();
    view! {
        <div class="form-field">
            <label for=name>{lang.t(label)}</label>
            <p class="hint" id=format!("{name}-hint")>{lang.t(hint)}</p>
            <FieldError name=name error=error/>
            <textarea id=name name=name class="note" rows="5" required maxlength=max.to_string() dir="auto"
                aria-describedby=format!("{name}-hint") inner_html=crate::escape::escape(&text)></textarea>
        </div>
    }
}
