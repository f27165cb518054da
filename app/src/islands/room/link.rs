//! How the work stands, in one word of the room.

use super::Handle;
use domain::interview::Refused;
use leptos::prelude::*;

/// Why nothing can be sent, although the server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// The session has ended.
    SignedOut,
    /// Somebody else has signed in here since, or a role was taken away.
    SomebodyElse,
}

/// How the work stands. Whatever it is, work goes on, and what was done is kept until the server has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Everything is on the server.
    Saved,
    /// Something is on its way.
    Saving,
    /// The server cannot be reached.
    Offline,
    /// Whose work this is, is not signed in.
    Away(Away),
    /// Something waits, and this browser could not write it down.
    Unkept,
    /// The server has become newer than this page, and its answers cannot be read here.
    Outdated,
}

/// The state word: saved, saving, offline with the number of acts that wait.
#[component]
pub fn Saved(room: Handle) -> impl IntoView {
    let class = move || match room.log.link().0 {
        Link::Saved => "state ok",
        Link::Saving => "state",
        Link::Offline | Link::Unkept | Link::Away(_) | Link::Outdated => "state warn",
    };
    let word = move || {
        let (link, waiting) = room.log.link();
        let word = room.t(match link {
            Link::Saved => "room-saved",
            Link::Saving => "room-saving",
            Link::Offline => "room-offline",
            Link::Unkept => "room-unkept",
            Link::Away(Away::SignedOut) => "room-signed-out",
            Link::Away(Away::SomebodyElse) => "room-somebody-else",
            Link::Outdated => "room-outdated",
        });
        match link {
            Link::Offline | Link::Away(_) if waiting > 0 => format!("{word} ({waiting})"),
            _ => word,
        }
    };
    let away = move || matches!(room.log.link().0, Link::Away(_));
    let refused = move || room.log.refused.get().map(|it| room.t(&format!("refused-{}", refused_key(it))));
    view! {
        <span class=class role="status" id="link"><i class="lamp" aria-hidden="true"></i>{word}</span>
        {move || away().then(|| view! { <button class="btn small" type="button" on:click=move |_| super::again::open()>{room.t("room-again")}</button> })}
        {move || refused().map(|text| view! { <span class="state warn" role="alert">{text}</span> })}
    }
}

/// The message of a refusal.
fn refused_key(it: Refused) -> &'static str {
    match it {
        Refused::AlreadyStarted => "already-started",
        Refused::NotRunning => "not-running",
        Refused::NotPaused => "not-paused",
        Refused::UnknownQuestion => "unknown-question",
        Refused::UnknownRun => "unknown-run",
        Refused::Submitted => "submitted",
        Refused::Text => "text",
        Refused::FromTheFuture => "from-the-future",
        Refused::Forgotten => "forgotten",
        Refused::Observing => "observing",
        Refused::Stale => "stale",
        Refused::UnknownExhibit => "unknown-exhibit",
    }
}
