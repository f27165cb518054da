//! The connection pool lab: seven numbers, and at once what becomes of the load.

use super::{duration::percent, start::start};
use crate::texts::Texts;
use labs::connection_pool::{Budget, Load, MOST_REQUESTS, Outcome, Pool, play};
use leptos::prelude::*;

/// PostgreSQL's defaults: `max_connections` and `superuser_reserved_connections`.
const DATABASE: (u32, u32) = (100, 3);

#[derive(Clone, Copy)]
struct Inputs {
    pods: RwSignal<u32>,
    size: RwSignal<u32>,
    overflow: RwSignal<u32>,
    patience_ms: RwSignal<u32>,
    requests: RwSignal<u32>,
    window_ms: RwSignal<u32>,
    hold_ms: RwSignal<u32>,
}

impl Inputs {
    fn pool(self) -> Pool {
        Pool { size: self.size.get(), overflow: self.overflow.get(), patience_ms: self.patience_ms.get() }
    }

    fn load(self) -> Load {
        Load { requests: self.requests.get(), window_ms: self.window_ms.get(), hold_ms: self.hold_ms.get() }
    }
}

/// The lab; it starts at the load that fifteen connections cannot serve. Starts with messages `pool-lab-…`.
#[island]
pub fn PoolLab() -> impl IntoView {
    let texts = start::<Texts>().unwrap_or_default();
    let inputs = Inputs {
        pods: RwSignal::new(6),
        size: RwSignal::new(5),
        overflow: RwSignal::new(10),
        patience_ms: RwSignal::new(1_000),
        requests: RwSignal::new(40),
        window_ms: RwSignal::new(0),
        hold_ms: RwSignal::new(2_000),
    };
    let texts = StoredValue::new(texts);
    let t = move |key: &str| texts.with_value(|it| it.get(key));
    let outcome = Memo::new(move |_| play(inputs.pool(), inputs.load()));
    let budget = move || Budget::of(inputs.pods.get(), 1, inputs.pool(), DATABASE.0, DATABASE.1);
    let number = move |key: &'static str, value: RwSignal<u32>, max: u32| {
        let typed = move |event| value.set(event_target_value(&event).parse().unwrap_or(0_u32).min(max));
        view! {
            <label class="row dense">
                <span>{t(key)}</span>
                <input class="n end" type="number" inputmode="numeric" min="0" max=max.to_string() prop:value=value on:input=typed/>
            </label>
        }
    };
    view! {
        <div class="bench-lab">
            <fieldset><legend>{t("pool-lab-pool")}</legend>
                {number("pool-lab-size", inputs.size, 200)} {number("pool-lab-overflow", inputs.overflow, 200)}
                {number("pool-lab-patience", inputs.patience_ms, 60_000)} {number("pool-lab-pods", inputs.pods, 1_000)}</fieldset>
            <fieldset><legend>{t("pool-lab-load")}</legend>
                {number("pool-lab-requests", inputs.requests, MOST_REQUESTS)} {number("pool-lab-window", inputs.window_ms, 600_000)}
                {number("pool-lab-hold", inputs.hold_ms, 600_000)}</fieldset>
        </div>
        <table class="t" aria-live="polite">
            <caption class="vh">{t("pool-lab-outcome")}</caption>
            <tbody>
                <tr><th scope="row">{t("pool-lab-served")}</th><td class="num" id="served">{move || outcome.with(|it| it.waits_ms.len())}</td></tr>
                <tr><th scope="row">{t("pool-lab-gave-up")}</th>
                    <td class="num" class:crit=move || outcome.with(|it| it.gave_up > 0) id="gave-up">{move || outcome.with(|it| it.gave_up)}</td></tr>
                <tr><th scope="row">{t("pool-lab-in-use")}</th><td class="num">{move || outcome.with(|it| it.most_in_use)}</td></tr>
                <tr><th scope="row">{t("pool-lab-wait")}</th><td class="num">{move || outcome.with(longest)}</td></tr>
                <tr><th scope="row">{t("pool-lab-budget")}</th><td class="num" class:crit=move || !budget().fits() id="budget">
                    {move || format!("{} / {}", budget().wanted, budget().accepted)}</td></tr>
            </tbody>
        </table>
        <svg class="ink" height="120" role="img" aria-label=t("pool-lab-chart")>{move || outcome.with(bars)}
            <line class="base" x1="0" x2="100%" y1="119.5" y2="119.5"></line></svg>
        <p class="tiny quiet">{t("pool-lab-note")}</p>
    }
}

fn longest(outcome: &Outcome) -> u32 {
    outcome.waits_ms.iter().copied().max().unwrap_or_default()
}

/// One bar a served request, as high as it waited, in order of arrival.
fn bars(outcome: &Outcome) -> impl IntoView + use<> {
    let (count, most) = (i64::try_from(outcome.waits_ms.len()).unwrap_or(i64::MAX), i64::from(longest(outcome).max(1)));
    let bars = outcome.waits_ms.iter().zip(0_i64..).map(|(wait, n)| {
        let height = (i64::from(*wait) * 110 / most).max(1);
        let (x, width) = (percent(n, count), percent(8, count * 10));
        view! { <rect class="bar" x=x width=width y=(119 - height).to_string() height=height.to_string()></rect> }
    });
    bars.collect_view()
}
