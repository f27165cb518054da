//! The side: what the candidate sees, the join link, probes and the evidence they give.

use super::{Handle, commands, people::People, timeline::Timeline};
use crate::{
    api,
    islands::{
        duration::ms,
        icon::icon,
        source,
        trace::{Drawn, Trace},
    },
};
use domain::interview::{Payload, Run};
use leptos::{prelude::*, task::spawn_local};

/// The side of the room.
#[component]
pub fn Watch(room: Handle) -> impl IntoView {
    view! {
        <aside class="watch" aria-label=room.t("room-watch")>
            <People room=room/><Screen room=room/><Probes room=room/><Timeline room=room/>
        </aside>
    }
}

#[component]
fn Screen(room: Handle) -> impl IntoView {
    let link = RwSignal::new(None::<String>);
    let failed = RwSignal::new(false);
    let revealed = move || room.read(|it| it.revealed.clone());
    // What the candidate reads stands in the page, in their language; only a browser can look there.
    let prompt = RwSignal::new(String::new());
    Effect::new(move |_| {
        let element = revealed().and_then(|it| document().get_element_by_id(&format!("shown-{it}")));
        prompt.set(element.map(|it| it.inner_html()).unwrap_or_default());
    });
    // What stands beside the prompt, by name; the candidate does not see the names.
    let beside = Memo::new(move |_| {
        room.read(|it| {
            let run = it.beside.output.and_then(|id| it.runs.iter().find(|it| it.id == id)).map(|it| it.target.clone());
            it.beside.exhibit.as_ref().map(|it| it.1.to_string()).into_iter().chain(run).collect::<Vec<_>>()
        })
    });
    let locale = room.data.with_value(|it| it.candidate_locale);
    let current_shown = move || room.read(|it| it.revealed.is_some() && it.revealed == it.current);
    let make = move |_| {
        let (interview, locale) = room.data.with_value(|it| (it.interview, it.candidate_locale));
        spawn_local(async move {
            let made = api::create_join_link(interview, locale).await;
            failed.set(made.is_err());
            let origin = window().location().origin().unwrap_or_default();
            link.set(made.ok().map(|it| format!("{origin}{}", it.path)));
        });
    };
    view! {
        <section aria-labelledby="screen-h">
            <h2 id="screen-h">{icon("eye")}{room.t("room-screen")}</h2>
            <div class="screen" id="screen">{move || match revealed() {
                Some(_) => view! { <div lang=locale.name() dir=locale.dir() inner_html=prompt></div> }.into_any(),
                None if beside.with(Vec::is_empty) => view! { <p class="quiet">{room.t("room-screen-empty")}</p> }.into_any(),
                None => ().into_any(),
            }}{move || beside.get().into_iter().map(|it| view! { <p class="screen-ev"><code>{it}</code></p> }).collect_view()}</div>
            <p class="row shared"><button class="btn small" type="button" on:click=move |_| commands::reveal(room)>
                {move || room.t(if current_shown() { "room-conceal" } else { "room-reveal" })}<span class="keys"><kbd>"R"</kbd></span></button>
                <button class="btn small bare" type="button" on:click=make>{room.t("room-link")}</button></p>
            {move || link.get().map(|url| view! {
                <p class="tiny">{room.t("room-link-once")}</p>
                <p class="row join-link"><input class="n" dir="ltr" readonly id="join-link" aria-label=room.t("room-link") value=url/></p>
            })}
            {move || failed.get().then(|| view! { <p class="state warn" role="alert">{room.t("room-failed")}</p> })}
        </section>
    }
}

#[component]
fn Probes(room: Handle) -> impl IntoView {
    let result = RwSignal::new(None::<Drawn>);
    let running = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let start = move |target: String| {
        running.set(true);
        failed.set(false);
        result.set(None);
        let interview = room.data.with_value(|it| it.interview);
        spawn_local(async move {
            match api::start_probe(interview, target).await {
                Ok(id) => follow(&format!("/live/probes/{id}"), result, running),
                Err(_) => {
                    running.set(false);
                    failed.set(true);
                }
            }
        });
    };
    let targets = room.data.with_value(|it| it.targets.clone()).into_iter().map(|name| {
        let target = name.clone();
        view! { <button class="btn small" type="button" disabled=running on:click=move |_| start(target.clone())><code>{name}</code></button> }
    });
    let texts = StoredValue::new(room.data.with_value(|it| it.texts.clone()));
    let runs = Memo::new(move |_| room.read(|it| it.runs.clone()));
    view! {
        <section aria-labelledby="probe-h">
            <h2 id="probe-h">{icon("probe")}{room.t("room-probe")}<span class="quiet end" role="status">{move || running.get().then(|| room.t("room-probing"))}</span></h2>
            <p class="row shared">{targets.collect_view()}</p>
            {move || result.get().map(|it| view! { <Trace result=it texts=texts.get_value()/> })}
            {move || failed.get().then(|| view! { <p class="state warn" role="alert">{room.t("room-failed")}</p> })}
        </section>
        <section aria-labelledby="evidence-h">
            <h2 id="evidence-h">{icon("check")}{room.t("room-evidence")}</h2>
            <p class="tiny quiet">{room.t("room-evidence-note")}</p>
            <ul class="list" id="runs">{move || {
                // Whole again at each new run: a keyed list would cost more WASM than these few rows are worth.
                runs.get().into_iter().map(|it| view! { <Evidence room=room run=it/> }).collect_view()
            }}</ul>
        </section>
    }
}

/// Follows a probe to its end, which is when the server closes the stream.
fn follow(url: &str, result: RwSignal<Option<Drawn>>, running: RwSignal<bool>) {
    let stream = StoredValue::new_local(None);
    let opened = source::listen(
        url,
        move |it| result.set(it),
        move |up| {
            if !up {
                running.set(false);
                stream.with_value(|it: &Option<web_sys::EventSource>| {
                    if let Some(source) = it {
                        source.close();
                    }
                });
            }
        },
    );
    stream.set_value(opened);
}

#[component]
fn Evidence(room: Handle, run: Run) -> impl IntoView {
    let id = run.id;
    let href = room.data.with_value(|it| format!("{}{id}", it.probes));
    let attached =
        move || room.read(|it| it.current.as_ref().is_some_and(|q| it.mark(room.log.viewer, q).evidence.contains(&id)));
    let toggle = move |_| {
        let attached = !attached();
        if let Some(question) = room.log.shown.with_untracked(|it| it.current.clone()) {
            room.log.act(Payload::Evidence { question, run: id, attached });
        }
    };
    let shown = move || room.read(|it| it.beside.output == Some(id));
    let show = move |_| room.log.act(Payload::Output { run: id, shown: !untrack(shown) });
    view! {
        <li class="row dense">
            <label class="check"><input type="checkbox" prop:checked=attached on:change=toggle/><span><code>{run.target}</code></span></label>
            <a class="n end" href=href target="_blank">{ms(run.total_us)}" ms"</a>
            <button class="btn small bare shared" type="button" on:click=show>{move || room.t(if shown() { "room-conceal" } else { "room-show-run" })}</button>
            {run.failed.map(|phase| view! { <span class="state crit">{room.t(&format!("phase-{phase}"))}</span> })}
        </li>
    }
}
