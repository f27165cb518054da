//! A probe's result as a waterfall: one row a phase, one time axis. Drawn alike on the server and, live, in the room.

use super::duration::{ms, percent};
use crate::texts::Texts;
use domain::run;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The part of a result that is drawn, and sent to who watches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    hops: Vec<DrawnHop>,
    failed: Option<run::Failure>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct DrawnHop {
    url: String,
    remote: Option<String>,
    cum_us: Total,
    phase_us: run::Phases,
    http: Option<Status>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Total {
    total: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Status {
    version: String,
    status: u16,
}

impl From<run::Result> for Drawn {
    fn from(result: run::Result) -> Self {
        let hops = result.hops.into_iter().map(|hop| DrawnHop {
            url: hop.url,
            remote: hop.remote,
            cum_us: Total { total: hop.cum_us.total },
            phase_us: hop.phase_us,
            http: hop.http.map(|it| Status { version: it.version, status: it.status }),
        });
        Self { hops: hops.collect(), failed: result.failed }
    }
}

impl Drawn {
    /// The same for the candidate: times, the status of the answer, and in which phase it failed. What was probed stays out,
    /// because a lab's name says what is wrong with it.
    #[must_use]
    pub fn unnamed(mut self) -> Self {
        for hop in &mut self.hops {
            hop.url.clear();
            hop.remote = None;
        }
        if let Some(failed) = &mut self.failed {
            failed.text.clear();
        }
        self
    }
}

/// The phases of a result; those that were not reached stay empty.
#[component]
pub fn Trace(
    /// The result, whole or partial.
    result: Drawn,
    /// Messages `phase-…` and `fall-…`.
    texts: Texts,
) -> impl IntoView {
    let hop = result.hops.into_iter().next().unwrap_or_default();
    let total = hop.cum_us.total.max(1);
    let mut since = 0;
    let rows = hop.phase_us.each().map(|(name, us)| {
        let start = since;
        since += us.unwrap_or(0);
        row(&texts.get(&format!("phase-{name}")), us, start, total)
    });
    let status = hop.http.map(|it| format!("HTTP/{} {}", it.version, it.status));
    let failed = result.failed.map(|it| {
        view! { <p class="state crit"><b>{texts.get(&format!("phase-{}", it.phase))}</b>" "<code>{it.class}</code>" "<span dir="ltr">{it.text}</span></p> }
    });
    view! {
        <div class="trace">
            <p class="trace-head dense"><code>{hop.url}</code>{status.map(|it| view! { <span class="n">{it}</span> })}
                {hop.remote.map(|it| view! { <span class="n soft">{it}</span> })}</p>
            <table class="fall">
                <caption class="vh">{texts.get("fall-caption")}</caption>
                <thead><tr>
                    <th scope="col">{texts.get("fall-phase")}</th><th scope="col" class="axis">{texts.get("fall-axis")}</th>
                    <th scope="col" class="num">{texts.get("fall-ms")}</th><th scope="col" class="num since">{texts.get("fall-since")}</th>
                </tr></thead>
                <tbody>
                    {rows.into_iter().collect_view()}
                    <tr class="sum"><th scope="row">{texts.get("fall-total")}</th><td class="axis"></td>
                        <td class="num">{ms(hop.cum_us.total)}</td><td class="num since">{ms(hop.cum_us.total)}</td></tr>
                </tbody>
            </table>
            {failed}
        </div>
    }
}

/// One phase: its name, its bar on the axis, its length and when it ended.
fn row(name: &str, us: Option<u64>, start: u64, total: u64) -> impl IntoView + use<> {
    let percent = |it: u64| percent(it.cast_signed(), total.cast_signed());
    let bar = us.map(
        |us| view! { <rect class="bar" x=percent(start) width=percent(us.max(total / 500)) y="6" height="10"></rect> },
    );
    view! {
        <tr>
            <th scope="row">{name.to_owned()}</th>
            <td class="axis"><svg class="ink" height="22" aria-hidden="true">
                <line class="grid" x1="0" x2="100%" y1="11" y2="11"></line>{bar}</svg></td>
            <td class="num">{us.map_or_else(|| "–".to_owned(), ms)}</td>
            <td class="num since">{us.map_or_else(|| "–".to_owned(), |us| ms(start + us))}</td>
        </tr>
    }
}
