//! How much is left, of the part that is on and of the whole, and a word when it gets little.

use super::Handle;
use crate::islands::{duration::clock, icon::icon};
use domain::interview::{Left, Part, State};
use leptos::prelude::*;

/// What has a warning of its own: a part, or the whole.
type Scope = Option<Part>;

/// The two dials of what is left.
#[component]
pub fn Dials(room: Handle) -> impl IntoView {
    let part = Memo::new(move |_| room.at_now(State::part));
    let warnings = Memo::new(move |_| room.at_now(State::warnings));
    let left = move || room.at_now(|state, now| state.stretch(state.part(now), now).left());
    let all = move || room.planned() - room.elapsed();
    let chip = move |left: Option<Left>| {
        left.map(|it| view! { <span class="state warn">{icon("clock")}{room.t(word(it))}</span> })
    };
    view! {
        <div><dt>{move || name(room, part.get())}", "{room.t("room-left-of")}</dt>
            <dd class="readout lesser" id="part">{move || clock(left())}{move || chip(warnings.get()[0])}</dd></div>
        <div><dt>{room.t("room-left")}</dt>
            <dd class="readout lesser" id="left">{move || clock(all())}{move || chip(warnings.get()[1])}</dd></div>
    }
}

/// Says each warning once: going back and forth between parts says none of them again.
#[component]
pub fn Voice(room: Handle) -> impl IntoView {
    let due = Memo::new(move |_| room.at_now(|state, now| (state.part(now), state.warnings(now))));
    let known = StoredValue::new(Vec::<(Scope, Left)>::new());
    let newest = RwSignal::new(String::new());
    Effect::new(move |_| {
        let (part, [of_part, of_all]) = due.get();
        let new: Vec<String> = [(Some(part), of_part), (None, of_all)]
            .into_iter()
            .filter_map(|(scope, left)| Some((scope, left?)))
            .filter(|it| !known.with_value(|known| known.contains(it)))
            .map(|(scope, left)| {
                known.update_value(|known| known.push((scope, left)));
                let of = scope.map_or_else(|| room.t("room-whole"), |it| name(room, it));
                format!("{of}: {}", room.t(word(left)))
            })
            .collect();
        if !new.is_empty() {
            newest.set(new.join(". "));
        }
    });
    view! { <p class="vh" role="status" id="warned">{newest}</p> }
}

fn word(left: Left) -> &'static str {
    match left {
        Left::Five => "room-five-left",
        Left::Two => "room-two-left",
        Left::Nothing => "room-none-left",
    }
}

/// The name of a part.
fn name(room: Handle, part: Part) -> String {
    match part {
        Part::Opening => room.t("room-opening"),
        Part::Core(dimension) => room.t(&format!("dimension-{dimension}")),
        Part::Close => room.t("room-close-part"),
    }
}
