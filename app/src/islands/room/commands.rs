//! One table of commands: it feeds the keys, the hints and the help sheet.

use super::Handle;
use domain::{QuestionId, Score, interview::Payload};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A command: the physical key by `KeyboardEvent.code`, so that it works on any layout, its cap, its message.
pub struct Command {
    /// Position of the key on the keyboard.
    code: &'static str,
    /// What is printed on it on a Latin keyboard.
    pub cap: &'static str,
    /// Key of the message; empty for keys that are listed together with another.
    pub message: &'static str,
    /// What it does.
    act: fn(Handle),
}

/// All commands, in the order of the help sheet.
pub const COMMANDS: &[Command] = &[
    Command { code: "Digit1", cap: "1–5", message: "room-key-score", act: |it| score(it, Score::One) },
    Command { code: "Digit2", cap: "2", message: "", act: |it| score(it, Score::Two) },
    Command { code: "Digit3", cap: "3", message: "", act: |it| score(it, Score::Three) },
    Command { code: "Digit4", cap: "4", message: "", act: |it| score(it, Score::Four) },
    Command { code: "Digit5", cap: "5", message: "", act: |it| score(it, Score::Five) },
    Command { code: "Digit0", cap: "0", message: "room-key-none", act: |it| score(it, Score::NotAssessed) },
    Command { code: "KeyN", cap: "N", message: "room-key-note", act: |it| focus(it, "note") },
    Command { code: "KeyF", cap: "F", message: "room-key-flag", act: |it| focus(it, "flag") },
    Command { code: "KeyR", cap: "R", message: "room-key-reveal", act: reveal },
    Command { code: "KeyJ", cap: "J", message: "room-key-next", act: |it| step(it, 1) },
    Command { code: "KeyK", cap: "K", message: "room-key-previous", act: |it| step(it, -1) },
    Command { code: "Space", cap: "Space", message: "room-key-clock", act: clock },
    Command { code: "Slash", cap: "?", message: "room-key-help", act: |it| it.help.update(|open| *open = !*open) },
];

/// Listens for keys; nothing fires while somebody types, with a modifier, or inside a dialog.
pub fn listen(room: Handle) {
    window_event_listener(leptos::ev::keydown, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let typing = target.is_some_and(|it| {
            it.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, dialog")
                .ok()
                .flatten()
                .is_some()
        });
        if typing || event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        // Space presses what has the focus; only elsewhere it is the clock's.
        let on_control = event.code() == "Space"
            && event
                .target()
                .and_then(|it| it.dyn_into::<web_sys::Element>().ok())
                .is_some_and(|it| it.closest("a, button, label, input, summary").ok().flatten().is_some());
        if let Some(command) = COMMANDS.iter().find(|it| it.code == event.code()).filter(|_| !on_control) {
            event.prevent_default();
            (command.act)(room);
        }
    });
}

fn current(room: Handle) -> Option<QuestionId> {
    room.log.shown.with_untracked(|it| it.current.clone())
}

/// Scores the question on the table.
pub fn score(room: Handle, score: Score) {
    if let Some(question) = current(room) {
        room.log.act(Payload::Score { question, score });
    }
}

/// Shows the question on the table to the candidate, or hides it if it is shown.
pub fn reveal(room: Handle) {
    if let Some(question) = current(room) {
        let shown = room.log.shown.with_untracked(|it| it.revealed.as_ref() == Some(&question));
        room.log.act(if shown { Payload::Conceal } else { Payload::Reveal { question } });
    }
}

/// Goes to another question of the plan, relative to the one on the table.
pub fn step(room: Handle, by: isize) {
    let target = room.log.shown.with_untracked(|it| {
        let at = it.plan.items.iter().position(|item| Some(&item.question) == it.current.as_ref())?;
        it.plan.items.get(at.checked_add_signed(by)?).map(|item| item.question.clone())
    });
    if let Some(question) = target {
        go(room, question);
    }
}

/// Takes up a question.
pub fn go(room: Handle, question: QuestionId) {
    room.log.flush();
    room.log.act(Payload::Move { question });
}

/// Starts, pauses or resumes the clock.
pub fn clock(room: Handle) {
    let clock = room.log.shown.with_untracked(|it| it.clock);
    if clock.finished.is_none() {
        room.log.act(match (clock.started, clock.paused) {
            (None, _) => Payload::Start,
            (Some(_), None) => Payload::Pause,
            (Some(_), Some(_)) => Payload::Resume,
        });
    }
}

/// Goes to a field of the question on the table.
fn focus(room: Handle, field: &str) {
    let id = current(room).map(|it| format!("{field}-{it}")).unwrap_or_default();
    let element = document().get_element_by_id(&id).and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
    // Focusing an element that is there cannot fail in a way that somebody could act on.
    let _ = element.map(|it| it.focus());
}
