//! The question on the table: prompt, at a glance, follow-ups, score by anchor, note, red flags.

use super::{Card, Handle, commands};
use crate::islands::{duration::clock, icon::icon};
use domain::{Score, interview::Payload, time::MINUTE};
use leptos::prelude::*;

/// The middle of the room; drawn anew for each question.
#[component]
pub fn Ask(room: Handle) -> impl IntoView {
    let current = Memo::new(move |_| room.read(|it| it.current.clone()));
    view! {
        <main id="main" class="ask">
            {move || { current.get(); room.card().map(|card| view! { <Question room=room card=card/> }) }}
        </main>
    }
}

#[component]
fn Question(room: Handle, card: Card) -> impl IntoView {
    let (number, of) = room.data.with_value(|it| {
        (it.cards.iter().position(|other| other.question == card.question).unwrap_or_default() + 1, it.cards.len())
    });
    let question = card.question.clone();
    let spent = move || {
        let now = room.log.now.get();
        room.read(|it| it.spent_on(&question, now))
    };
    let points = card.points.iter().map(|it| view! { <li inner_html=it.clone()></li> }).collect_view();
    let traps = card.traps.iter().map(|(claim, fact)| {
        view! { <li><p class="claim">{icon("cross")}<span inner_html=claim.clone()></span></p>
        <div class="fact">{icon("check")}<div inner_html=fact.clone()></div></div></li> }
    });
    view! {
        <p class="row wide dense soft"><span class="n">{format!("{number} / {of}")}</span>
            <span>{room.t(&format!("dimension-{}", card.dimension))}</span><code>{card.question.to_string()}</code>
            <span class="end n">{move || clock(spent())}" / "{clock(i64::from(card.minutes) * MINUTE)}</span></p>
        <div class="prompt" inner_html=card.prompt.clone()></div>
        <div class="pair">
            <section aria-labelledby="glance-h"><h3 id="glance-h">{room.t("room-glance")}</h3>
                <p class="dense" inner_html=card.lead.clone()></p><ul class="points dense">{points}</ul></section>
            <FollowUps room=room card=card.clone()/>
        </div>
        <Scores room=room card=card.clone()/>
        <div class="pair notes"><Note room=room card=card.clone()/><Flags room=room card=card.clone()/></div>
        <details class="sec fold-sec"><summary>{room.t("room-answer")}</summary>
            <div class="stack read prose" inner_html=card.answer.clone()></div></details>
        <details class="sec fold-sec"><summary>{room.t("room-practice")}</summary>
            <div class="stack read prose" inner_html=card.practice.clone()></div></details>
        <details class="sec fold-sec"><summary>{room.t("room-traps")}</summary><ul class="trap">{traps.collect_view()}</ul></details>
    }
}

#[component]
fn FollowUps(room: Handle, card: Card) -> impl IntoView {
    let question = StoredValue::new(card.question);
    let rows = card.follow_ups.into_iter().zip(0_u8..).map(|(text, index)| {
        let asked = move || room.read(|it| question.with_value(|q| it.follow_ups.get(q).is_some_and(|of| of.contains_key(&index))));
        let toggle = move |_| {
            let asked = !asked();
            room.log.act(Payload::FollowUp { question: question.get_value(), index, asked });
        };
        view! { <label class="check"><input type="checkbox" prop:checked=asked on:change=toggle/><span inner_html=text></span></label> }
    });
    view! { <section aria-labelledby="follow-h"><h3 id="follow-h">{room.t("room-follow-ups")}</h3>{rows.collect_view()}</section> }
}

#[component]
fn Scores(room: Handle, card: Card) -> impl IntoView {
    let question = StoredValue::new(card.question);
    let given = move || room.read(|it| question.with_value(|q| it.mark(room.log.viewer, q).score.map(|it| it.0)));
    let frozen = move || room.read(|it| it.submitted.contains_key(&room.log.viewer));
    let rows = Score::RATED.into_iter().zip(card.anchors).map(|(score, anchor)| {
        view! { <label><input type="radio" name="score" value=u8::from(score) prop:checked=move || given() == Some(score)
                prop:disabled=frozen on:change=move |_| commands::score(room, score)/>
            <span class="cap">{u8::from(score)}</span><span inner_html=anchor></span><span class="say">{icon("check")}</span></label> }
    });
    let expected = room.t("room-expected");
    view! {
        <fieldset class="score" id="scores">
            <legend><b>{room.t("room-score")}</b><span class="quiet">{expected}" "<span class="n">{card.expected}</span></span></legend>
            {rows.collect_view()}
            <label class="none"><input type="radio" name="score" value="0" prop:checked=move || given() == Some(Score::NotAssessed)
                prop:disabled=frozen on:change=move |_| commands::score(room, Score::NotAssessed)/>
                <span class="cap">"0"</span><span>{room.t("room-not-assessed")}</span><span class="say">{icon("check")}</span></label>
        </fieldset>
    }
}

#[component]
fn Note(room: Handle, card: Card) -> impl IntoView {
    let question = StoredValue::new(card.question);
    let text = move || question.with_value(|it| room.log.note(it));
    let frozen = move || room.read(|it| it.submitted.contains_key(&room.log.viewer));
    view! {
        <section aria-labelledby="note-h"><h3 id="note-h">{room.t("room-note")}<kbd>"N"</kbd>
            <span class="tiny quiet end">{room.t("room-note-read")}</span></h3>
            // prop:value, never children: Leptos 0.8 does not escape those.
            <textarea class="note" id="note" rows="5" dir="auto" maxlength=domain::interview::NOTE_MAX.to_string() aria-labelledby="note-h"
                prop:value=text prop:readOnly=frozen on:input=move |event| room.log.type_note(question.get_value(), event_target_value(&event))
                on:blur=move |_| room.log.flush()
                on:keydown=move |event| if event.code() == "Escape" { blur(&event) }></textarea>
        </section>
    }
}

/// Leaves the field, so that keys score again.
fn blur(event: &web_sys::KeyboardEvent) {
    let element = event.target().and_then(|it| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(it).ok());
    let _ = element.map(|it| it.blur());
}

#[component]
fn Flags(room: Handle, card: Card) -> impl IntoView {
    let question = StoredValue::new(card.question);
    let rows = card.flags.into_iter().enumerate().map(|(index, text)| {
        let words = StoredValue::new(text.clone());
        let raised = move || {
            room.read(|it| question.with_value(|q| words.with_value(|w| it.mark(room.log.viewer, q).flags.contains_key(w))))
        };
        let toggle = move |_| {
            let raised = !raised();
            room.log.act(Payload::Flag { question: question.get_value(), text: words.get_value(), raised });
        };
        view! { <label class="check"><input type="checkbox" id=format!("flag-{index}") prop:checked=raised on:change=toggle/><span>{text}</span></label> }
    });
    view! { <section aria-labelledby="flags-h"><h3 id="flags-h">{room.t("room-flags")}<kbd>"F"</kbd></h3>{rows.collect_view()}</section> }
}
