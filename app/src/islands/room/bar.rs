//! The bar: who is interviewed, whether the work is safe, and the clock.

use super::{Handle, commands, link::Saved, pace};
use crate::islands::{
    duration::clock,
    icon::{icon, mark},
};
use domain::{interview::Payload, time::MINUTE};
use leptos::prelude::*;

/// The bar at the head of the room.
#[component]
pub fn Bar(room: Handle) -> impl IntoView {
    let (home, candidate, level, scorecard) =
        room.data.with_value(|it| (it.home.clone(), it.candidate.clone(), it.level.clone(), it.scorecard.clone()));
    let state = move || room.read(|it| it.clock);
    let projected = move || room.at_now(domain::interview::State::projected);
    let late = move || Some(projected() - room.planned()).filter(|it| *it >= MINUTE);
    let turn = move || match (state().started, state().paused) {
        (None, _) => "room-start",
        (Some(_), None) => "room-pause",
        (Some(_), Some(_)) => "room-resume",
    };
    view! {
        <header class="topbar console-bar">
            <a class="brand" href=home translate="no">{mark()}<span class="vh">"Hopwise"</span></a>
            <div class="who-is"><h1><bdi>{candidate}</bdi></h1><span class="soft">{level}</span><Saved room=room/></div>
            <dl class="dials push">
                <div><dt>{room.t("room-elapsed")}</dt><dd class="readout lesser" id="elapsed">{move || clock(room.elapsed())}</dd></div>
                <pace::Dials room=room/>
                <div><dt>{room.t("room-projected")}</dt><dd class="readout lesser">{move || clock(projected())}
                    {move || late().map(|it| view! { <span class="state warn">{icon("warn")}<span class="n">"+"{clock(it)}</span></span> })}</dd></div>
            </dl>
            <pace::Voice room=room/>
            <div class="tools">
                <button class="btn bare commands" type="button" aria-haspopup="dialog" on:click=move |_| super::palette::open()>{icon("search")}
                    {room.t("room-commands")}<span class="keys"><kbd>"Ctrl"</kbd><kbd>"K"</kbd></span></button>
                <button class="btn shared" type="button" disabled=move || state().finished.is_some() on:click=move |_| commands::clock(room)>
                    {move || room.t(turn())}<span class="keys"><kbd>"Space"</kbd></span></button>
                <Show when=move || state().started.is_some() && state().finished.is_none()>
                    <button class="btn bare shared" type="button" on:click=move |_| room.log.act(Payload::Finish)>{room.t("room-finish")}</button>
                </Show>
                <a class="btn shared" class:main=move || state().finished.is_some() href=scorecard>{room.t("room-scorecard")}</a>
            </div>
        </header>
    }
}
