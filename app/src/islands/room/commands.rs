//! One table of commands: it feeds the keys, the line of keys at the foot, the sheet of keys and the palette.

use super::{Handle, hints, palette};
use domain::{QuestionId, Score, interview::Payload};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A command: the physical key by `KeyboardEvent.code`, so that it works on any layout, its cap, its message.
pub struct Command {
    /// Position of the key on the keyboard; empty for what has none.
    code: &'static str,
    /// What is printed on it on a Latin keyboard.
    pub cap: &'static str,
    /// Key of the message; commands that follow each other with the same one differ by their cap.
    pub message: &'static str,
    /// What it does.
    pub(super) act: fn(Handle),
}

const fn command(code: &'static str, cap: &'static str, message: &'static str, act: fn(Handle)) -> Command {
    Command { code, cap, message, act }
}

/// All commands, in the order of the sheet.
pub const COMMANDS: &[Command] = &[
    command("Digit1", "1", "room-key-score", |it| score(it, Score::One)),
    command("Digit2", "2", "room-key-score", |it| score(it, Score::Two)),
    command("Digit3", "3", "room-key-score", |it| score(it, Score::Three)),
    command("Digit4", "4", "room-key-score", |it| score(it, Score::Four)),
    command("Digit5", "5", "room-key-score", |it| score(it, Score::Five)),
    command("Digit0", "0", "room-key-none", |it| score(it, Score::NotAssessed)),
    command("KeyN", "N", "room-key-note", |it| focus(it, "note")),
    command("KeyF", "F", "room-key-flag", |it| focus(it, "flag")),
    command("KeyH", "H", "room-key-hint", hints::give_here),
    command("KeyR", "R", "room-key-reveal", reveal),
    command("KeyJ", "J", "room-key-next", |it| step(it, 1)),
    command("KeyK", "K", "room-key-previous", |it| step(it, -1)),
    command("Space", "Space", "room-key-clock", clock),
    command("", "", "room-finish", finish),
    command("", "", "room-key-scorecard", scorecard),
    command("Slash", "?", "room-key-help", |_| palette::open_dialog(palette::SHEET)),
];

/// What the sheet and the foot say: commands with a key, those of one message together.
pub fn keys() -> impl Iterator<Item = (String, &'static str)> {
    let all = COMMANDS.chunk_by(|a, b| a.message == b.message);
    all.filter_map(|same| match same {
        [only] => Some((only.cap.to_owned(), only.message)),
        [first, .., last] => Some((format!("{}–{}", first.cap, last.cap), first.message)),
        [] => None,
    })
    .filter(|it| !it.0.is_empty())
}

/// Listens for keys; nothing fires while somebody types, with a modifier, inside a dialog, or when keys are switched off.
pub fn listen(room: Handle) {
    window_event_listener(leptos::ev::keydown, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let within = |what: &str| target.as_ref().is_some_and(|it| it.closest(what).ok().flatten().is_some());
        let typing = within("input:not([type=radio]):not([type=checkbox]), textarea, select, dialog");
        if typing || event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        // Space presses what has the focus; only elsewhere it is the clock's.
        let on_control = event.code() == "Space" && within("a, button, label, input, summary");
        let command = COMMANDS.iter().find(|it| it.code == event.code());
        if let Some(command) = command.filter(|_| !on_control && !switched_off()) {
            event.prevent_default();
            (command.act)(room);
        }
    });
}

/// Has this person switched the keys off? The switch is the sheet's, and `page.js` keeps it.
fn switched_off() -> bool {
    let kept = window().local_storage().ok().flatten().and_then(|it| it.get_item("keys").ok().flatten());
    kept.as_deref() == Some("off")
}

/// The question on the table.
pub fn current(room: Handle) -> Option<QuestionId> {
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

/// Ends the interview, if it is under way.
fn finish(room: Handle) {
    let clock = room.log.shown.with_untracked(|it| it.clock);
    if clock.started.is_some() && clock.finished.is_none() {
        room.log.act(Payload::Finish);
    }
}

/// Leaves for the scorecard.
fn scorecard(room: Handle) {
    room.log.flush();
    // An address of ours can be gone to.
    let _ = room.data.with_value(|it| window().location().assign(&it.scorecard));
}

/// Goes to a field of the question on the table.
fn focus(room: Handle, field: &str) {
    let id = current(room).map(|it| format!("{field}-{it}")).unwrap_or_default();
    let element = document().get_element_by_id(&id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    // Focusing an element that is there cannot fail in a way that somebody could act on.
    let _ = element.map(|it| it.focus());
}
