//! What the candidate sees: the revealed prompt and the clock, live.

use super::{
    duration::{clock, percent},
    icon::mark,
    source,
    start::start,
    trace::{Drawn, Trace},
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
    /// The exhibit that is shown beside it.
    pub exhibit: Option<Listing>,
    /// The phases of a probe's result, without what was probed.
    pub output: Option<Drawn>,
}

/// An exhibit as the candidate gets it: what is asked, and the file. What is wrong with it is not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Its title, as HTML from the bank.
    pub title: String,
    /// What is asked about it, as HTML from the bank.
    pub lead: String,
    /// The numbers of its lines, one a line.
    pub numbers: String,
    /// Its lines, as HTML from the bank.
    pub code: String,
}

/// What the island starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinData {
    /// Address of the stream.
    pub stream: String,
    /// The screen when the page was drawn.
    pub screen: Screen,
    /// Messages `join-…`, `phase-…` and `fall-…`.
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
    // Memos: whoever reads or marks something keeps their place when the clock or the rest changes.
    let prompt = Memo::new(move |_| screen.with(|it| it.prompt.clone()));
    let exhibit = Memo::new(move |_| screen.with(|it| it.exhibit.clone()));
    let output = Memo::new(move |_| screen.with(|it| it.output.clone()));
    let empty = move || prompt.with(Option::is_none) && exhibit.with(Option::is_none) && output.with(Option::is_none);
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
            <Show when=move || !empty() fallback=move || view! { <div class="wait"><h1>{t("join-wait-title")}</h1><p>{t("join-wait")}</p></div> }>
                <h1 class="vh">{t("join-question")}</h1>
                <div class="say prose" inner_html=move || prompt.get().unwrap_or_default()></div>
                {move || exhibit.get().map(|it| view! {
                    <section class="stack" id="exhibit">
                        <h2 inner_html=it.title></h2>
                        <div class="prose" inner_html=it.lead></div>
                        <figure class="code"><div class="listing"><div class="lines" aria-hidden="true">{it.numbers}</div>
                            <pre tabindex="0" dir="ltr" lang="en"><code inner_html=it.code></code></pre></div></figure>
                    </section>
                })}
                {move || output.get().map(|it| view! {
                    <section class="stack" id="output"><h2>{t("join-output")}</h2><Trace result=it texts=words.get_value()/></section>
                })}
            </Show>
        </main>
    }
}
