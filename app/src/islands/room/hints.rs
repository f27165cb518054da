//! Hints: said in the middle of a question, and kept with their time. The server drew a list and a field into each card.

use super::{Handle, commands, desk, desk::all};
use crate::islands::duration::clock;
use domain::{
    QuestionId,
    interview::{Hint, Payload, State},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Binds the Enter key of the fields.
pub fn bind(room: Handle) {
    window_event_listener(leptos::ev::keydown, move |event| {
        let field = desk::control::<HtmlInputElement>(&event).filter(|(_, it)| is_field(it));
        let Some((question, field)) = field.filter(|_| !event.is_composing()) else { return };
        match event.code().as_str() {
            "Enter" | "NumpadEnter" => give(room, question),
            "Escape" => drop(field.blur()),
            _ => {}
        }
    });
}

fn is_field(input: &HtmlInputElement) -> bool {
    input.get_attribute("data-act").as_deref() == Some("hint")
}

/// A hint was given on the question on the table.
pub fn give_here(room: Handle) {
    if let Some(question) = commands::current(room) {
        give(room, question);
    }
}

/// The hint of the line in which a button stands was noted by mistake.
pub fn take_back(room: Handle, question: &QuestionId, button: &Element) {
    let hint = button.closest("[data-hint]").ok().flatten().and_then(|it| it.get_attribute("data-hint"));
    // By its text, as it was written there: reading ids would cost the bundle more.
    let known = |it: &Hint| hint == Some(it.id.to_string());
    let given = |state: &State| state.hints.get(question)?.iter().find(|it| known(it)).map(|it| it.id);
    if let Some(hint) = room.log.shown.with_untracked(given) {
        // The button goes with its line; whoever pressed it by a key stays where the hints are.
        focus_field(question);
        room.log.act(Payload::TakeBack { question: question.clone(), hint });
    }
}

/// A hint was given, in the words that stand in the field.
pub fn give(room: Handle, question: QuestionId) {
    let field = field(&question);
    let text = field.as_ref().map(|it| it.value().trim().to_owned()).unwrap_or_default();
    if let Some(field) = field {
        field.set_value("");
        // Keys score again.
        let _ = field.blur();
    }
    room.log.act(Payload::Hint { question, text });
}

fn field(question: &QuestionId) -> Option<HtmlInputElement> {
    document().get_element_by_id(&format!("hint-{question}"))?.dyn_into().ok()
}

fn focus_field(question: &QuestionId) {
    // Focusing an element that is there cannot fail in a way that somebody could act on.
    let _ = field(question).map(|it| it.focus());
}

/// Brings the list of a card up to the state; tracked. The first line is the pattern of the others and stays hidden.
pub fn paint(room: Handle, question: &QuestionId, card: &HtmlElement) {
    let wordless = room.t("room-log-hint");
    let hints = room.read(|it| {
        let given = it.hints.get(question).into_iter().flatten();
        let words = |text: &String| if text.is_empty() { wordless.clone() } else { text.clone() };
        given.map(|hint| (hint.id.to_string(), clock(it.elapsed_at(hint.at)), words(&hint.text))).collect::<Vec<_>>()
    });
    let Some(list) = all::<Element>(card, ".given").next() else { return };
    let known: Vec<String> =
        all::<Element>(&list, "[data-hint]").filter_map(|it| it.get_attribute("data-hint")).collect();
    if known.iter().eq(hints.iter().map(|it| &it.0)) {
        return;
    }
    for line in all::<Element>(&list, "[data-hint]") {
        line.remove();
    }
    let Some(pattern) = list.first_element_child() else { return };
    for (id, at, text) in hints {
        let Ok(Ok(line)) = pattern.clone_node_with_deep(true).map(JsCast::dyn_into::<HtmlElement>) else { return };
        line.set_hidden(false);
        // An attribute with a name of ours can be set, and a node can be added to a list that is there.
        let _ = line.set_attribute("data-hint", &id);
        for (place, words) in [(".n", at), (".said", text)] {
            for part in all::<Element>(&line, place) {
                part.set_text_content(Some(&words));
            }
        }
        let _ = list.append_child(&line);
    }
}
