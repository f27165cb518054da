//! What the candidate sees: the revealed prompt and the clock, live.

use super::{
    duration::{clock, percent},
    icon::mark,
    source,
    start::start,
};
use crate::texts::Texts;
use domain::{Timestamp, interview::Clock, time::MINUTE};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One state of the candidate's screen; everything that the server ever sends there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screen {
    /// Number of the newest event.
    pub seq: i64,
    /// The server's clock when this was made.
    pub now: Timestamp,
    /// The interview's clock.
    pub clock: Clock,
    /// Minutes the interview is planned for.
    pub minutes: u16,
    /// The revealed prompt as HTML from the bank.
    pub prompt: Option<String>,
}

/// What the island starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinData {
    /// Address of the stream.
    pub stream: String,
    /// The screen when the page was drawn.
    pub screen: Screen,
    /// Messages `join-…`.
    pub texts: Texts,
}

/// The candidate's screen; starts with [`JoinData`].
#[island]
pub fn Join(
    /// The language switch, drawn on the server.
    children: Children,
) -> impl IntoView {
    start().map(|data| live(data, children))
}

fn live(JoinData { stream, screen, texts }: JoinData, children: Children) -> impl IntoView {
    let (now, set_now) = signal(screen.now);
    let screen = RwSignal::new(screen);
    let (live, set_live) = signal(false);
    Effect::new(move |_| {
        // The server's clock is ahead of this one by so much; each message tells anew.
        let ahead = StoredValue::new(screen.with_untracked(|it| it.now.0) - js_sys::Date::now() as i64);
        let on_message = move |new: Option<Screen>| {
            let Some(new) = new else { return };
            ahead.set_value(new.now.0 - js_sys::Date::now() as i64);
            screen.set(new);
        };
        source::listen(&stream, on_message, move |it| set_live.set(it));
        set_interval(
            move || set_now.set(Timestamp(js_sys::Date::now() as i64 + ahead.get_value())),
            std::time::Duration::from_secs(1),
        );
    });
    let words = StoredValue::new(texts);
    let t = move |key: &'static str| words.with_value(|it| it.get(key));
    let left = move || {
        let (minutes, elapsed) = screen.with(|it| (i64::from(it.minutes) * MINUTE, it.clock.elapsed(now.get())));
        clock((minutes - elapsed).max(0))
    };
    let gone = move || {
        let (planned, elapsed) = screen.with(|it| (i64::from(it.minutes) * MINUTE, it.clock.elapsed(now.get())));
        percent(elapsed.min(planned), planned)
    };
    let prompt = move || screen.with(|it| it.prompt.clone());
    view! {
        <header class="call">
            <span class="brand" translate="no">{mark()}<span class="vh">"Hopwise"</span></span>
            <span class="state" class:ok=live class:warn=move || !live.get() role="status">
                <i class="lamp" aria-hidden="true"></i>{move || if live.get() { t("join-live") } else { t("join-connecting") }}
            </span>
            <span class="end row"><span class="tiny quiet label">{t("join-left")}</span><span class="readout lesser">{left}</span></span>
            {children()}
        </header>
        <svg class="meter stage-meter" aria-hidden="true"><rect class="bed" width="100%" height="3"></rect>
            <rect class="fill now" width=gone height="3"></rect></svg>
        <main id="main" aria-live="polite">
            <Show when=move || prompt().is_some() fallback=move || view! { <div class="wait"><h1>{t("join-wait-title")}</h1><p>{t("join-wait")}</p></div> }>
                <h1 class="vh">{t("join-question")}</h1>
                <div class="say prose" inner_html=move || prompt().unwrap_or_default()></div>
            </Show>
        </main>
    }
}
