//! The sheet of all keys and the palette of all commands, both from the island's one table; `islands/room/palette.rs` binds them.

use crate::{
    islands::room::{
        commands::{COMMANDS, keys},
        palette::{FIND, LINE, NOTHING, PALETTE, SHEET},
    },
    lang::Lang,
    ui::lang,
};
use domain::Locale;
use leptos::prelude::*;

/// Both dialogs, closed.
#[component]
pub fn Palette() -> impl IntoView {
    let lang = lang();
    let lines = COMMANDS.iter().enumerate().map(|(at, command)| {
        let words = Locale::ALL.iter().map(|it| label(Lang(*it), at)).collect::<Vec<_>>().join(" ").to_lowercase();
        let cap = (!command.cap.is_empty()).then(|| view! { <kbd>{command.cap}</kbd> });
        view! { <li role="option" id=format!("{LINE}{at}") aria-selected="false" data-words=words><span>{label(lang, at)}</span>{cap}</li> }
    });
    let keys = keys().map(|(cap, message)| view! { <div><dt><kbd>{cap}</kbd></dt><dd>{lang.t(message)}</dd></div> });
    view! {
        <dialog class="sheet-dialog palette" id=PALETTE aria-label=lang.t("room-commands")>
            <input class="find" id=FIND type="text" role="combobox" dir="auto" autocomplete="off" spellcheck="false"
                aria-label=lang.t("palette-find") placeholder=lang.t("palette-find") aria-expanded="true" aria-autocomplete="list" aria-controls="palette_lines"/>
            <ul role="listbox" id="palette_lines" aria-label=lang.t("room-commands")>{lines.collect_view()}</ul>
            <p class="quiet" id=NOTHING role="status" hidden>{lang.t("palette-nothing")}</p>
        </dialog>
        <dialog class="sheet-dialog" id=SHEET aria-labelledby="sheet_title">
            <h2 id="sheet_title">{lang.t("room-keys")}</h2>
            <dl class="help-keys">{keys.collect_view()}
                <div><dt><kbd>"Ctrl K"</kbd></dt><dd>{lang.t("room-commands")}</dd></div></dl>
            <label class="check"><input type="checkbox" data-keys-switch checked/><span>{lang.t("palette-keys-on")}</span></label>
            <p class="tiny quiet">{lang.t("room-keys-note")}</p>
            <form method="dialog"><button class="btn">{lang.t("room-close")}</button></form>
        </dialog>
    }
}

/// What a command is called: its message, and its cap where several share one.
fn label(lang: Lang, at: usize) -> String {
    let Some(command) = COMMANDS.get(at) else { return String::new() };
    let word = lang.t(command.message);
    let shared = COMMANDS.iter().filter(|it| it.message == command.message).count() > 1;
    if shared { format!("{word} {}", command.cap) } else { word }
}
