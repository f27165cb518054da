//! The question on the table. The server drew a card for each question of the plan; this shows the one that is current,
//! keeps its controls as the state says, and turns what somebody does to them into events.
//!
//! A control says by `data-act` what it is for, and its card by `data-question` of which question.

use super::{Handle, commands, hints, log::Choice};
use crate::islands::duration::clock;
use domain::{QuestionId, Score, interview::Payload};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Binds the cards to the state, for as long as the page is open.
pub fn bind(room: Handle) {
    window_event_listener(leptos::ev::change, move |event| {
        if let Some((card, input)) = control::<HtmlInputElement>(&event) {
            change(room, card, &input);
        }
    });
    window_event_listener(leptos::ev::input, move |event| {
        if let Some((card, note)) = control::<HtmlTextAreaElement>(&event) {
            room.log.type_note(card, note.value());
        }
    });
    window_event_listener(leptos::ev::focusout, move |event| {
        if control::<HtmlTextAreaElement>(&event).is_some() {
            room.log.flush();
        }
    });
    window_event_listener(leptos::ev::click, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|it| it.closest("button[data-act]").ok().flatten()) else { return };
        if let Some(card) = question_of(&button) {
            press(room, card, &button);
        }
    });
    window_event_listener(leptos::ev::keydown, move |event| {
        // Leaves the field, so that keys score again.
        if let Some((_, note)) = control::<HtmlTextAreaElement>(&event).filter(|_| event.code() == "Escape") {
            let _ = note.blur();
        }
    });
    let cards: Vec<(QuestionId, HtmlElement)> = document()
        .get_element_by_id("main")
        .map(|it| {
            all::<HtmlElement>(&it, "[data-question]").filter_map(|card| Some((question(&card)?, card))).collect()
        })
        .unwrap_or_default();
    Effect::new(move |_| {
        let current = room.read(|it| it.current.clone());
        for (question, card) in &cards {
            let shown = current.as_ref() == Some(question);
            card.set_hidden(!shown);
            if shown {
                paint(room, question, card);
                // Until now nobody listened, and what was typed would have been lost.
                let _ = card.remove_attribute("inert");
            }
        }
    });
}

/// What happened to a control of a card, and of which question.
pub fn control<T: JsCast>(event: &web_sys::Event) -> Option<(QuestionId, T)> {
    let control: T = event.target()?.dyn_into().ok()?;
    Some((question_of(control.unchecked_ref())?, control))
}

/// The question whose card an element stands in.
pub fn question_of(element: &Element) -> Option<QuestionId> {
    question(&element.closest("[data-question]").ok()??)
}

fn question(card: &Element) -> Option<QuestionId> {
    card.get_attribute("data-question")?.parse().ok()
}

fn press(room: Handle, question: QuestionId, button: &Element) {
    match button.get_attribute("data-act").as_deref() {
        Some("give") => hints::give(room, question),
        Some("take-back") => hints::take_back(room, &question, button),
        Some("clash-mine") => room.log.choose(question, Choice::Mine),
        Some("clash-other") => room.log.choose(question, Choice::Other),
        Some("clash-both") => room.log.choose(question, Choice::Both),
        _ => {}
    }
}

fn change(room: Handle, question: QuestionId, input: &HtmlInputElement) {
    let (on, value) = (input.checked(), input.value());
    match input.get_attribute("data-act").as_deref() {
        Some("score") => {
            if let Some(score) = value.parse().ok().and_then(|it: u8| Score::try_from(it).ok()) {
                commands::score(room, score);
            }
        }
        Some("follow-up") => {
            if let Ok(index) = value.parse() {
                room.log.act(Payload::FollowUp { question, index, asked: on });
            }
        }
        Some("exhibit") => {
            if let Ok(exhibit) = value.parse() {
                room.log.act(Payload::Exhibit { question, exhibit, shown: on });
            }
        }
        Some("flag") => room.log.act(Payload::Flag { question, text: value, raised: on }),
        _ => {}
    }
}

/// Brings a card up to the state; tracked.
fn paint(room: Handle, question: &QuestionId, card: &HtmlElement) {
    let mark = room.read(|it| it.mark(room.log.viewer, question));
    let asked = room.read(|it| it.follow_ups.get(question).cloned().unwrap_or_default());
    // Without a seat nothing is taken, so nothing may look as if it were.
    let frozen = room.read(|it| it.submitted.contains_key(&room.log.viewer)) || !room.log.marks();
    let shared = room.log.rates();
    let beside = room.read(|it| it.beside.exhibit.clone().filter(|it| it.0 == *question));
    let score = mark.score.map(|(score, _)| u8::from(score).to_string());
    for input in all::<HtmlInputElement>(card, "input") {
        let value = input.value();
        let (checked, open) = match input.get_attribute("data-act").as_deref() {
            Some("score") => (score.as_ref() == Some(&value), !frozen),
            Some("follow-up") => (value.parse().is_ok_and(|index: u8| asked.contains_key(&index)), shared),
            Some("exhibit") => (beside.as_ref().is_some_and(|it| it.1.as_str() == value), shared),
            Some("hint") => (false, shared),
            _ => (mark.flags.contains_key(&value), !frozen),
        };
        input.set_checked(checked);
        input.set_disabled(!open);
    }
    for note in all::<HtmlTextAreaElement>(card, "textarea") {
        let text = room.log.note(question);
        // Writing the same text again would move the cursor.
        if note.value() != text {
            note.set_value(&text);
        }
        note.set_read_only(frozen);
    }
    for clash in all::<HtmlElement>(card, ".clash") {
        clash.set_hidden(room.log.clash(question).is_none());
        for other in all::<HtmlElement>(&clash, ".other") {
            other.set_text_content(Some(&room.log.saved(question)));
        }
    }
    hints::paint(room, question, card);
    let now = room.log.now.get();
    for spent in all::<HtmlElement>(card, ".spent") {
        spent.set_text_content(Some(&clock(room.read(|it| it.asked_for(question, now)))));
    }
}

/// The elements of one kind below `element`.
pub fn all<T: JsCast>(element: &Element, selector: &str) -> impl Iterator<Item = T> + use<T> {
    let found = element.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}
