//! The palette: every command by its words. The server drew it (`pages/interview/palette.rs`) as a native dialog, which
//! keeps the focus inside while it is open and gives it back; here its lines are narrowed, walked and run.

use super::{Handle, commands::COMMANDS, desk::all};
use js_sys::JsString;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

/// Id of the palette.
pub const PALETTE: &str = "palette";
/// Id of the field in it.
pub const FIND: &str = "palette_find";
/// Id of its lines up to their number.
pub const LINE: &str = "palette_";
/// Id of what stands there when no command is found.
pub const NOTHING: &str = "palette_none";
/// Id of the sheet of all keys.
pub const SHEET: &str = "sheet";

/// Opens the palette by Ctrl or Cmd and K, and binds what is in it.
pub fn bind(room: Handle) {
    window_event_listener(leptos::ev::keydown, move |event| {
        let chord = event.code() == "KeyK" && (event.ctrl_key() || event.meta_key());
        if chord && !event.alt_key() && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            open();
        } else if event.target().and_then(|it| it.dyn_into::<Element>().ok()).is_some_and(|it| it.id() == FIND)
            && !event.is_composing()
        {
            match event.code().as_str() {
                "ArrowDown" => step(1),
                "ArrowUp" => step(-1),
                "Enter" | "NumpadEnter" => run(room, chosen()),
                _ => return,
            }
            event.prevent_default();
        }
    });
    window_event_listener(leptos::ev::input, |event| {
        let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|it| it.id() == FIND) {
            narrow(&field.value());
        }
    });
    window_event_listener(leptos::ev::click, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        run(room, target.and_then(|it| it.closest("[role=option]").ok().flatten()?.dyn_into().ok()));
    });
}

/// Opens the palette with all commands in it.
pub fn open() {
    if let Some(field) = document().get_element_by_id(FIND).and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value("");
    }
    narrow("");
    open_dialog(PALETTE);
}

/// Opens a dialog over the page, unless another one is open.
pub fn open_dialog(id: &str) {
    let another = document().query_selector("dialog:modal").ok().flatten().is_some();
    if let Some(dialog) = dialog(id).filter(|_| !another) {
        // It can only fail when it is open already.
        let _ = dialog.show_modal();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The lines that are shown.
fn lines() -> Vec<HtmlElement> {
    dialog(PALETTE).iter().flat_map(|it| all(it, "[role=option]:not([hidden])")).collect()
}

fn chosen() -> Option<HtmlElement> {
    lines().into_iter().find(|it| it.get_attribute("aria-selected").as_deref() == Some("true"))
}

/// Shows the lines that have every word of `text` in one of the languages, and chooses the first.
fn narrow(text: &str) {
    // The browser lowers letters of all languages and finds words; code of our own would cost more than all of this.
    let text = String::from(JsString::from(text).to_lower_case());
    for line in dialog(PALETTE).iter().flat_map(|it| all::<HtmlElement>(it, "[role=option]")) {
        let words = JsString::from(line.get_attribute("data-words").unwrap_or_default());
        line.set_hidden(!text.split(' ').all(|it| words.includes(it, 0)));
    }
    let lines = lines();
    choose(&lines, 0);
    if let Some(nothing) = document().get_element_by_id(NOTHING).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        nothing.set_hidden(!lines.is_empty());
    }
}

/// Walks up or down, from the last to the first and back.
fn step(by: isize) {
    let lines = lines();
    let at = chosen().and_then(|chosen| lines.iter().position(|it| *it == chosen)).unwrap_or_default();
    let count = lines.len().max(1);
    choose(&lines, (at + count).saturating_add_signed(by) % count);
}

fn choose(lines: &[HtmlElement], at: usize) {
    let mut active = String::new();
    for (place, line) in lines.iter().enumerate() {
        let is = place == at;
        let _ = line.set_attribute("aria-selected", if is { "true" } else { "false" });
        if is {
            active = line.id();
            line.scroll_into_view_with_bool(false);
        }
    }
    if let Some(field) = document().get_element_by_id(FIND) {
        // An attribute with a name of ours can be set.
        let _ = field.set_attribute("aria-activedescendant", &active);
    }
}

/// Runs the command of a line. The palette is closed first: a command may go to a field.
fn run(room: Handle, line: Option<HtmlElement>) {
    let number = line.and_then(|it| it.id().strip_prefix(LINE)?.parse::<usize>().ok());
    if let Some(command) = number.and_then(|it| COMMANDS.get(it)) {
        dialog(PALETTE).iter().for_each(HtmlDialogElement::close);
        (command.act)(room);
    }
}
