//! The line of keys at the foot and the sheet behind `?`, both from the table of commands.

use super::{Handle, commands::COMMANDS};
use leptos::prelude::*;

/// Keys at the foot of the room.
#[component]
pub fn Hints(room: Handle) -> impl IntoView {
    let keys = COMMANDS.iter().filter(|it| !it.message.is_empty()).map(|it| {
        view! { <span class:end=it.cap == "?"><span class="keys"><kbd>{it.cap}</kbd></span>{room.t(it.message)}</span> }
    });
    view! { <footer class="hints" aria-label=room.t("room-keys")>{keys.collect_view()}</footer> }
}

/// The sheet of all keys.
#[component]
pub fn Sheet(room: Handle) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let open = room.help.get();
        if let Some(dialog) = dialog.get() {
            match (open, dialog.open()) {
                // It can only fail when it is open already.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let keys = COMMANDS.iter().filter(|it| !it.message.is_empty()).map(|it| {
        view! { <div><dt><kbd>{it.cap}</kbd></dt><dd>{room.t(it.message)}</dd></div> }
    });
    view! {
        <dialog class="sheet-dialog" node_ref=dialog on:close=move |_| room.help.set(false) aria-labelledby="help-title">
            <h2 id="help-title">{room.t("room-keys")}</h2>
            <dl class="help-keys">{keys.collect_view()}</dl>
            <p class="tiny quiet">{room.t("room-keys-note")}</p>
            <button class="btn" type="button" on:click=move |_| room.help.set(false)>{room.t("room-close")}</button>
        </dialog>
    }
}
