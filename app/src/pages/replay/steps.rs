//! The slider, and the log as a list that it walks along. Both lead to addresses, so they work without a script.

use super::{Asked, Step, words};
use crate::{
    islands::duration::clock,
    ui::{Icon, lang},
};
use leptos::prelude::*;

/// A slider over the steps, and the ones before and after. A script fetches the parts that it names while it moves.
#[component]
pub(super) fn Slider(done: usize, of: usize, said: String) -> impl IntoView {
    let lang = lang();
    let step = |to: Option<usize>, word: &'static str, code: &'static str, cap: &'static str| {
        match to {
        Some(to) => view! {
            <a class="btn" href=format!("?at={to}") data-key=code><span class="keys"><kbd>{cap}</kbd></span>{lang.t(word)}</a>
        }
        .into_any(),
        None => view! { <span class="btn" aria-disabled="true"><span class="keys"><kbd>{cap}</kbd></span>{lang.t(word)}</span> }.into_any(),
    }
    };
    let next = (done < of).then_some(done + 1);
    view! {
        <form class="slide" method="get" data-slide="said ways moment steps">
            <label for="at">{lang.t("replay-step")}</label>
            <input type="range" id="at" name="at" min="0" max=of.to_string() value=done.to_string() step="1" autocomplete="off"
                aria-valuetext=said.clone()/>
            <noscript><button class="btn main" type="submit">{lang.t("replay-show")}</button></noscript>
            <span id="ways" class="row">
                {step(done.checked_sub(1), "replay-previous", "KeyK", "K")}{step(next, "replay-next", "KeyJ", "J")}
            </span>
        </form>
        <p id="said" class="strong" aria-live="polite">{said}</p>
    }
}

/// The log, oldest first; the step that is shown is marked.
#[component]
pub(super) fn Steps(asked: Asked, steps: Vec<Step>, done: usize) -> impl IntoView {
    let lang = lang();
    let items = steps.into_iter().enumerate().map(|(at, step)| {
        let at = at + 1;
        let said = words::of(lang, &asked, &step.event.payload);
        let now = (at == done).then_some("step");
        // Off the clock the running time says nothing about when it was.
        let moment = (!step.timed).then(|| lang.moment(step.event.at));
        view! {
            <li class:key=said.key aria-current=now><span class="n">{clock(step.elapsed)}</span>
                <a href=format!("?at={at}")><Icon name=said.icon small=true directed={said.icon == "arrow"}/>{said.words}
                    {said.quote.map(|it| view! { <q dir="auto">{it}</q> })}
                    {moment.map(|it| view! { <span class="n quiet">{it}</span> })}</a></li>
        }
    });
    let items = items.collect::<Vec<_>>();
    view! {
        <section class="sec" aria-labelledby="log">
            <header><h2 id="log">{lang.t("replay-log")}</h2><span class="tiny quiet">{lang.t("replay-log-note")}</span></header>
            <div class="pane"><ol class="log" id="steps">{items}</ol></div>
        </section>
    }
}
