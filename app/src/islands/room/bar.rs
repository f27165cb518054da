//! The bar: who is interviewed, whether the work is safe, and the clock.

use super::{Handle, commands, log::Link};
use crate::islands::{
    duration::clock,
    icon::{icon, mark},
};
use domain::{interview::Payload, time::MINUTE};
use leptos::prelude::*;

/// The bar at the head of the room.
#[component]
pub fn Bar(room: Handle) -> impl IntoView {
    let (home, candidate, level, scorecard, sign_in) = room.data.with_value(|it| {
        (it.home.clone(), it.candidate.clone(), it.level.clone(), it.scorecard.clone(), it.sign_in.clone())
    });
    let state = move || room.read(|it| it.clock);
    let left = move || room.planned() - room.elapsed();
    let projected = move || projected(room);
    let late = move || Some(projected() - room.planned()).filter(|it| *it >= MINUTE);
    let turn = move || match (state().started, state().paused) {
        (None, _) => "room-start",
        (Some(_), None) => "room-pause",
        (Some(_), Some(_)) => "room-resume",
    };
    view! {
        <header class="topbar console-bar">
            <a class="brand" href=home translate="no">{mark()}<span class="vh">"Hopwise"</span></a>
            <div class="who-is"><h1><bdi>{candidate}</bdi></h1><span class="soft">{level}</span><Saved room=room sign_in=sign_in/></div>
            <dl class="dials push">
                <div><dt>{room.t("room-elapsed")}</dt><dd class="readout lesser" id="elapsed">{move || clock(room.elapsed())}</dd></div>
                <div><dt>{room.t("room-left")}</dt><dd class="readout lesser">{move || clock(left())}</dd></div>
                <div><dt>{room.t("room-projected")}</dt><dd class="readout lesser">{move || clock(projected())}
                    {move || late().map(|it| view! { <span class="state warn">{icon("warn")}<span class="n">"+"{clock(it)}</span></span> })}</dd></div>
            </dl>
            <div class="tools">
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

/// When the interview ends on its clock if every question from here on takes what the plan gives it.
fn projected(room: Handle) -> i64 {
    let (now, elapsed) = (room.log.now.get(), room.elapsed());
    room.read(|it| {
        let at = it.plan.items.iter().position(|item| Some(&item.question) == it.current.as_ref()).unwrap_or_default();
        let left =
            |item: &domain::plan::Item| (i64::from(item.minutes) * MINUTE - it.spent_on(&item.question, now)).max(0);
        let short: u16 = it.plan.short.iter().map(|it| it.minutes).sum();
        let core = it.plan.items.iter().skip(at).map(left).sum::<i64>() + i64::from(short) * MINUTE;
        let opening = (i64::from(it.plan.opening) * MINUTE - elapsed).max(0);
        (elapsed + opening + core).max(elapsed) + i64::from(it.plan.close) * MINUTE
    })
}

/// The state word: saved, saving, offline with the number of acts that wait.
#[component]
fn Saved(room: Handle, sign_in: String) -> impl IntoView {
    let class = move || match room.log.link().0 {
        Link::Saved => "state ok",
        Link::Saving => "state",
        Link::Offline | Link::SignedOut | Link::Outdated => "state warn",
    };
    let word = move || match room.log.link() {
        (Link::Saved, _) => room.t("room-saved"),
        (Link::Saving, _) => room.t("room-saving"),
        (Link::Offline, n) => format!("{} ({n})", room.t("room-offline")),
        (Link::Outdated, _) => room.t("room-outdated"),
        (Link::SignedOut, n) => format!("{} ({n})", room.t("room-signed-out")),
    };
    let refused = move || room.log.refused.get().map(|it| room.t(&format!("refused-{}", refused_key(it))));
    view! {
        <span class=class role="status" id="link"><i class="lamp" aria-hidden="true"></i>{word}</span>
        {move || (room.log.link().0 == Link::SignedOut).then(|| view! { <a href=sign_in.clone() target="_blank">{room.t("room-sign-in")}</a> })}
        {move || refused().map(|text| view! { <span class="state warn" role="alert">{text}</span> })}
    }
}

/// The message of a refusal.
fn refused_key(it: domain::interview::Refused) -> &'static str {
    use domain::interview::Refused;
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
    }
}
