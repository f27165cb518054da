//! The standardisation ledger as a table; what differs from the plan is said in words.

use super::Asked;
use crate::{
    islands::duration::clock,
    lang::Lang,
    ui::{Icon, lang},
};
use domain::{
    interview::Exhibit,
    ledger::{Course, Deviation, Given, Ledger, Line},
    time::MINUTE,
};
use leptos::prelude::*;

/// What was asked, in which order and language, for how long.
#[component]
pub(super) fn LedgerSection(asked: Asked, ledger: Ledger) -> impl IntoView {
    let lang = lang();
    let Ledger { lines, pauses, total, planned, clock: course } = ledger;
    let rows = lines.into_iter().map(|it| row(lang, &asked, it, course)).collect::<Vec<_>>();
    let pauses: Vec<String> = pauses
        .into_iter()
        .map(|it| match it.length {
            Some(length) => lang.with("ledger-pause", &[("at", clock(it.at).into()), ("time", clock(length).into())]),
            None => lang.with("ledger-pause-open", &[("at", clock(it.at).into())]),
        })
        .collect();
    let beyond = total - i64::from(planned) * MINUTE;
    let open = match course {
        Course::Waiting => Some("ledger-waiting"),
        Course::Open => Some("ledger-open"),
        Course::Ended => None,
    };
    view! {
        <section class="sec" aria-labelledby="ledger">
            <header><h2 id="ledger">{lang.t("ledger-title")}</h2><span class="tiny quiet">{lang.t("ledger-note")}</span></header>
            <dl class="plate">
                <dt>{lang.t("loop-language")}</dt><dd>{asked.spoken.endonym()}</dd>
                <dt>{lang.t("ledger-pauses")}</dt>
                <dd>{if pauses.is_empty() { lang.t("ledger-no-pause") } else { pauses.join("; ") }}</dd>
            </dl>
            {open.map(|key| view! { <p class="state warn"><Icon name="clock" small=true/>{lang.t(key)}</p> })}
            <table class="t rows">
                <caption class="vh">{lang.t("ledger-title")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("col-question")}</th><th scope="col" class="num">{lang.t("ledger-asked")}</th>
                    <th scope="col" class="num">{lang.t("ledger-shown")}</th><th scope="col" class="num">{lang.t("ledger-spent")}</th>
                    <th scope="col" class="num">{lang.t("ledger-planned")}</th><th scope="col">{lang.t("ledger-follow-ups")}</th>
                    <th scope="col">{lang.t("ledger-differs")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr>
                    <th scope="row">{lang.t("ledger-total")}</th><td></td><td></td>
                    <td class="num" data-label=lang.t("ledger-spent")>{clock(total)}</td>
                    <td class="num" data-label=lang.t("ledger-planned")>{clock(i64::from(planned) * MINUTE)}</td><td></td>
                    <td>{(course == Course::Ended).then(|| whole(lang, beyond))}</td>
                </tr></tfoot>
            </table>
            <p class="tiny quiet">{lang.t("ledger-how")}</p>
        </section>
    }
}

/// Of the whole interview, a minute more or less is as planned.
fn whole(lang: Lang, beyond: i64) -> impl IntoView {
    let deviation = match beyond {
        MINUTE.. => Some(Deviation::Over(beyond)),
        it if it <= -MINUTE => Some(Deviation::Under(-it)),
        _ => None,
    };
    verdicts(lang, deviation.as_slice(), 0, Course::Ended)
}

fn row(lang: Lang, asked: &Asked, line: Line, course: Course) -> impl IntoView + use<> {
    let at = |it: Option<i64>| it.map_or_else(|| "–".to_owned(), clock);
    let follow_ups: Vec<String> = line
        .follow_ups
        .iter()
        .map(|(number, at)| {
            lang.with("ledger-follow-up", &[("n", (u32::from(*number) + 1).into()), ("at", clock(*at).into())])
        })
        .collect();
    let minutes = i64::from(line.minutes) * MINUTE;
    view! {
        <tr>
            <th scope="row">{asked.title(&line.question)}</th>
            <td class="num" data-label=lang.t("ledger-asked")>{at(line.asked)}</td>
            <td class="num" data-label=lang.t("ledger-shown")>{at(line.shown)}</td>
            <td class="num" data-label=lang.t("ledger-spent")>{clock(line.spent)}</td>
            <td class="num" data-label=lang.t("ledger-planned")>{clock(minutes)}</td>
            <td>{follow_ups.join(", ")}{hints(lang, line.hints)}{beside(lang, asked, &line.beside)}</td>
            <td>{verdicts(lang, &line.deviations, line.place, course)}</td>
        </tr>
    }
}

fn hints(lang: Lang, given: Vec<Given>) -> impl IntoView + use<> {
    let given = given.into_iter().map(|it| {
        let said = (!it.text.is_empty()).then(|| view! { ": "<q><bdi>{it.text}</bdi></q> });
        view! { <div>{lang.with("ledger-hint", &[("at", clock(it.at).into())])}{said}</div> }
    });
    given.collect::<Vec<_>>()
}

/// What was shown beside the question.
fn beside(lang: Lang, asked: &Asked, shown: &[(Exhibit, i64)]) -> impl IntoView + use<> {
    let shown = shown.iter().map(|(what, at)| {
        let at = clock(*at);
        match what {
            Exhibit::File(question, id) => {
                let title = asked.exhibit(lang, question, id);
                view! { <div>{lang.with("ledger-exhibit", &[("at", at.into())])}": "<q>{title}</q></div> }.into_any()
            }
            Exhibit::Output(_) => view! { <div>{lang.with("ledger-output", &[("at", at.into())])}</div> }.into_any(),
        }
    });
    shown.collect::<Vec<_>>()
}

/// Each difference with an icon and in words; that there is none is said, too.
fn verdicts(lang: Lang, deviations: &[Deviation], place: usize, course: Course) -> impl IntoView + use<> {
    let said = deviations.iter().map(|it| {
        let time = |key: &str, ms: &i64| lang.with(key, &[("time", clock(*ms).into())]);
        let (class, icon, words) = match it {
            Deviation::NotAsked if course == Course::Ended => ("state warn", "cross", lang.t("ledger-not-asked")),
            Deviation::NotAsked => ("state", "clock", lang.t("ledger-not-yet")),
            Deviation::OutOfOrder => ("state warn", "warn", lang.n("ledger-order", place)),
            Deviation::Over(ms) => ("state warn", "clock", time("ledger-over", ms)),
            Deviation::Under(ms) => ("state warn", "clock", time("ledger-under", ms)),
        };
        view! { <span class=class><Icon name=icon small=true/>{words}</span>" " }
    });
    let said = said.collect::<Vec<_>>();
    if said.is_empty() {
        return view! { <span class="state ok"><Icon name="check" small=true/>{lang.t("ledger-as-planned")}</span> }
            .into_any();
    }
    said.into_any()
}
