//! The line of keys at the foot, from the table of commands; the sheet of all keys is drawn by the server.

use super::{Handle, commands};
use leptos::prelude::*;

/// Keys at the foot of the room.
#[component]
pub fn Hints(room: Handle) -> impl IntoView {
    let keys = commands::keys().map(|(cap, message)| {
        let last = cap == "?";
        view! { <span class:end=last><span class="keys"><kbd>{cap}</kbd></span>{room.t(message)}</span> }
    });
    view! { <footer class="hints" aria-label=room.t("room-keys")>{keys.collect_view()}</footer> }
}
