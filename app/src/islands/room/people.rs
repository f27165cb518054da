//! Who sits in the interview and who has the room open; nobody's marks but one's own are anywhere near.

use super::Handle;
use crate::{api::Present, islands::icon::icon};
use domain::interview::Seat;
use leptos::prelude::*;

/// The list; nothing for who is alone.
#[component]
pub fn People(room: Handle) -> impl IntoView {
    let others = move || room.log.people().len() > 1 || !room.log.rates();
    let words = move |it: &Present| {
        let seat = match (it.leads, it.seat) {
            (true, _) => "room-leads",
            (_, Seat::Rater) => "room-rater",
            (_, Seat::Observer) => "room-observer",
        };
        let mut words = room.t(seat);
        if it.here {
            words = format!("{words}, {}", room.t("room-here"));
        }
        words
    };
    let row = move |it: Present| {
        let what = words(&it);
        view! {
            <li class="row dense"><i class="lamp" class:on=it.here aria-hidden="true"></i><bdi>{it.name}</bdi>
                <span class="quiet tiny end">{what}</span></li>
        }
    };
    view! {
        <Show when=others>
            <section aria-labelledby="in-room">
                <h2 id="in-room">{icon("eye")}{room.t("room-people")}</h2>
                <ul class="list" id="people">{move || room.log.people().into_iter().map(row).collect_view()}</ul>
                {move || (!room.log.rates()).then(|| view! { <p class="tiny quiet">{room.t("room-observing")}</p> })}
            </section>
        </Show>
    }
}
