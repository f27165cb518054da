//! The plan against the clock, on one ruler.

use super::Handle;
use crate::islands::duration::percent;
use domain::time::MINUTE;
use leptos::prelude::*;

/// Minutes between two labels.
const LABEL: i64 = 10;

/// A ruler of planned minutes with the plan's parts on it and the clock's pointer.
#[component]
pub fn Ruler(room: Handle) -> impl IntoView {
    let planned = room.planned().max(MINUTE);
    let percent = move |ms: i64| percent(ms, planned);
    let minutes = planned / MINUTE;
    let ticks = (0..=minutes).map(|minute| {
        let x = percent(minute * MINUTE);
        let major = minute % LABEL == 0;
        let class = if major { "tick" } else { "grid" };
        let label =
            major.then(|| view! { <text x=x.clone() y="9" class=if minute == 0 { "" } else { "mid" }>{minute}</text> });
        view! { <line class=class x1=x.clone() x2=x y1=if major { "11" } else { "15" } y2="18"></line>{label} }
    });
    let mut at = 0;
    let mut parts = vec![];
    room.log.shown.with_untracked(|it| {
        let mut part = |name: String, minutes: u16| {
            parts.push((name, at, i64::from(minutes) * MINUTE));
            at += i64::from(minutes) * MINUTE;
        };
        part(room.t("room-opening"), it.plan.opening);
        for dimension in domain::Dimension::ALL {
            let items: u16 =
                it.plan.items.iter().filter(|item| item.dimension == *dimension).map(|item| item.minutes).sum();
            let short: u16 =
                it.plan.short.iter().filter(|short| short.dimension == *dimension).map(|short| short.minutes).sum();
            part(room.t(&format!("dimension-{dimension}")), items + short);
        }
        part(room.t("room-close-part"), it.plan.close);
    });
    let parts = parts.into_iter().map(|(name, start, length)| {
        let x = percent(start);
        let inside = move || (room.elapsed() - start).clamp(0, length);
        let here = move || (start..start + length).contains(&room.elapsed());
        view! {
            <line class="tick" x1=x.clone() x2=x.clone() y1="24" y2="38"></line>
            <text class="sans" x=x.clone() dx="5" y="34">{name}" "<tspan>{length / MINUTE}</tspan></text>
            <rect class="bar soft" x=x.clone() width=percent((length - planned / 500).max(0)) y="45" height="4"></rect>
            <rect class="bar" class:now=here x=x width=move || percent((inside() - planned / 500).max(0)) y="43" height="8"></rect>
        }
    });
    let pointer = move || percent(room.elapsed().clamp(0, planned));
    let over = move || room.elapsed() > planned;
    view! {
        <section class="strip" tabindex="0" aria-label=room.t("room-ruler")>
            <svg class="ink" height="56" role="img" aria-label=room.t("room-ruler")>
                <line class="base" x1="0%" x2="100%" y1="17.5" y2="17.5"></line>
                {ticks.collect_view()}
                {parts.collect_view()}
                <line class="pointer" class:late=over x1=pointer x2=pointer y1="10" y2="55"></line>
            </svg>
        </section>
    }
}
