//! Means by dimension: a table with a small ruler in each row, the composite under it, the radar beside it.

use super::chart::Radar;
use crate::{lang::Lang, ui::lang};
use domain::{
    composite::{Composite, Mean},
    scorecard::Scorecard,
    weights::{Version, Weights},
};
use leptos::prelude::*;

/// The composite as it may be said: a number, a range, or that there is none.
fn composite(lang: Lang, value: Composite) -> String {
    match value {
        Composite::Point(value) => lang.decimal(value, 2),
        Composite::Range { low, high } => format!("{}–{}", lang.decimal(low, 1), lang.decimal(high, 1)),
        Composite::Insufficient => lang.t("scorecard-insufficient"),
    }
}

/// The table and the radar, which say the same.
#[component]
pub fn Dimensions(
    card: Scorecard,
    /// What each dimension counts.
    weights: Version,
) -> impl IntoView {
    let lang = lang();
    let note = match card.composite {
        Composite::Point(_) => "scorecard-composite-point",
        Composite::Range { .. } => "scorecard-composite-range",
        Composite::Insufficient => "scorecard-composite-none",
    };
    let rows = card.means.iter().map(|it| row(lang, it, weights.weights)).collect::<Vec<_>>();
    let numbers =
        (1..=5).map(|n| view! { <text class="mid" x=place(f64::from(n)) y="10">{n}</text> }).collect::<Vec<_>>();
    let span = match card.composite {
        Composite::Point(value) => Some((value, value)),
        Composite::Range { low, high } => Some((low, high)),
        Composite::Insufficient => None,
    };
    view! {
        <section class="sec" aria-labelledby="dimensions">
            <header><h2 id="dimensions">{lang.t("scorecard-dimensions")}</h2></header>
            <div class="charted">
                <div>
                    <table class="t centred">
                        <caption class="vh">{lang.t("scorecard-dimensions")}</caption>
                        <thead><tr>
                            <th scope="col">{lang.t("col-dimension")}</th><th scope="col" class="num">{lang.t("col-weight")}</th>
                            <th scope="col" class="num">{lang.t("col-rated")}</th>
                            <th scope="col" class="wide"><span class="vh">{lang.t("scorecard-scale")}</span>
                                <svg class="ink" height="14" aria-hidden="true">{numbers}</svg></th>
                            <th scope="col" class="num">{lang.t("col-mean")}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                        <tfoot><tr>
                            <th scope="row">{lang.t("scorecard-composite")}</th><td class="num">{percent(lang, 100)}</td><td></td>
                            <td class="wide">{ruler(span)}</td><td class="num"><b>{composite(lang, card.composite)}</b></td>
                        </tr></tfoot>
                    </table>
                    <p class="tiny quiet">{lang.t(note)}
                        {(weights.number > 0).then(|| format!(" {}", lang.with("scorecard-weights", &[("n", weights.number.into())])))}</p>
                </div>
                <Radar means=card.means/>
            </div>
        </section>
    }
}

fn percent(lang: Lang, n: u32) -> String {
    lang.with("percent", &[("n", n.into())])
}

fn row(lang: Lang, it: &Mean, weights: Weights) -> impl IntoView + use<> {
    let rated = lang.with("scorecard-rated", &[("n", it.rated.into()), ("of", it.planned.into())]);
    let mean = match it.mean {
        Some(mean) => view! { <b>{lang.decimal(mean, 1)}</b> }.into_any(),
        None => view! { <span class="quiet">{lang.t("scorecard-insufficient")}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{lang.t(&format!("dimension-{}", it.dimension))}</th>
            <td class="num">{percent(lang, weights.of(it.dimension).into())}</td>
            <td class="num" dir="auto">{rated}</td>
            <td class="wide">{ruler(it.mean.map(|mean| (mean, mean)))}</td>
            <td class="num">{mean}</td>
        </tr>
    }
}

/// Where a score stands on the ruler.
fn place(score: f64) -> String {
    format!("{:.2}%", 4.0 + (score - 1.0) * 23.0)
}

/// A scale from 1 to 5 with a dot, a range, or nothing on it.
fn ruler(span: Option<(f64, f64)>) -> impl IntoView {
    let ticks = (1..=5)
        .map(|n| view! { <line class="tick" x1=place(f64::from(n)) x2=place(f64::from(n)) y1="8" y2="16"></line> });
    let mark = span.map(|(low, high)| {
        if high > low {
            let width = format!("{:.2}%", (high - low) * 23.0);
            view! { <rect class="bar" x=place(low) y="8.5" width=width height="7"></rect> }.into_any()
        } else {
            view! { <circle class="shape" cx=place(low) cy="12" r="5.5"></circle> }.into_any()
        }
    });
    view! {
        <svg class="ink" height="24" aria-hidden="true">
            <line class="base" x1="4%" x2="96%" y1="12" y2="12"></line>{ticks.collect::<Vec<_>>()}{mark}
        </svg>
    }
}
