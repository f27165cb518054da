//! Signing in again over the page. The server drew the form (`pages/interview/again.rs`); it stands beside the work and not
//! in its way: it takes no focus, keys go on scoring, and whoever is busy puts it aside.

use super::{
    Handle,
    desk::all,
    link::{Away, Link},
};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement, RequestInit, Response, UrlSearchParams};

/// Id of the dialog, of its form and of the button that puts it aside.
pub const DIALOG: &str = "again";
/// The form in it.
pub const FORM: &str = "again_form";
/// Puts it aside.
pub const LATER: &str = "again_later";

/// Shows the form while whoever's work this is, is not signed in.
pub fn bind(room: Handle) {
    let away = Memo::new(move |_| match room.log.link().0 {
        Link::Away(away) => Some(away),
        _ => None,
    });
    Effect::new(move |_| match away.get() {
        Some(away) => {
            show(true);
            say(sentence(away));
        }
        None => show(false),
    });
    window_event_listener(leptos::ev::submit, move |event| {
        let form = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(form) = form.filter(|it| it.id() == FORM) {
            event.prevent_default();
            spawn_local(async move {
                match post(&form).await {
                    Some(200..300) => {
                        for secret in all::<HtmlInputElement>(&form, "[type=password]") {
                            secret.set_value("");
                        }
                        say(away.get_untracked().map_or("", sentence));
                        // Whether it is the right person, the answer to what is sent will say.
                        room.log.resume();
                    }
                    Some(422) => say("wrong"),
                    Some(429) => say("too-many"),
                    _ => say("failed"),
                }
            });
        }
    });
    window_event_listener(leptos::ev::click, |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if target.is_some_and(|it| it.id() == LATER) {
            show(false);
        }
    });
}

/// What to say of it, by `data-when`.
const fn sentence(away: Away) -> &'static str {
    match away {
        Away::SignedOut => "signed-out",
        Away::SomebodyElse => "somebody-else",
    }
}

/// Shows the form and goes to it.
pub fn open() {
    show(true);
    if let Some(field) = dialog().and_then(|it| all::<HtmlElement>(&it, "input:not([type=hidden])").next()) {
        // What is there and shown takes the focus.
        let _ = field.focus();
    }
}

fn dialog() -> Option<Element> {
    document().get_element_by_id(DIALOG)
}

fn show(open: bool) {
    if let Some(dialog) = dialog() {
        // The attribute alone shows it without taking the focus away from the work.
        let _ = dialog.toggle_attribute_with_force("open", open);
    }
}

/// Shows one of the sentences that the server drew.
fn say(which: &str) {
    for sentence in dialog().iter().flat_map(|it| all::<HtmlElement>(it, "[data-when]")) {
        sentence.set_hidden(sentence.get_attribute("data-when").as_deref() != Some(which));
    }
}

/// Posts the form to its address; the status of the answer.
async fn post(form: &Element) -> Option<u16> {
    let fields = UrlSearchParams::new().ok()?;
    for field in all::<HtmlInputElement>(form, "input") {
        fields.append(&field.name(), &field.value());
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from(fields));
    let answer = window().fetch_with_str_and_init(&form.get_attribute("action")?, &init);
    let answer: Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    Some(answer.status())
}
