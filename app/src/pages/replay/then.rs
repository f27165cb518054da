//! The interview as it stood: the clock, the tables of both sides, and the reader's own scores and notes so far.

use super::Asked;
use crate::{
    islands::duration::clock,
    lang::Lang,
    ui::{Icon, lang},
};
use domain::{
    QuestionId,
    interview::{Beside, Clock, Mark, State},
    scorecard::Submission,
};
use leptos::prelude::*;

/// What was known at one step, as far as the reader may know it.
#[component]
pub(super) fn Then(asked: Asked, moment: State, elapsed: i64) -> impl IntoView {
    let lang = lang();
    // The query has left out what others judged; this says it once more, where it is drawn.
    let mut moment = moment.seen_by(asked.viewer);
    let marks = moment.marks.remove(&asked.viewer).unwrap_or_default();
    let submitted = moment.submitted.remove(&asked.viewer);
    let table = moment.current.as_ref().map(|it| asked.title(it));
    let (icon, word) = course(moment.clock);
    view! {
        <section class="sec" aria-labelledby="then">
            <header><h2 id="then">{lang.t("replay-then")}</h2></header>
            <div id="moment" class="stack">
                <dl class="plate">
                    <dt>{lang.t("replay-clock")}</dt>
                    <dd class="row"><span class="n">{clock(elapsed)}</span>
                        <span class="state"><Icon name=icon small=true/>{lang.t(word)}</span></dd>
                    <dt>{lang.t("replay-table")}</dt><dd>{table}</dd>
                </dl>
                <h3>{lang.t("replay-screen")}</h3>
                {screen(lang, &asked, &moment)}
                <h3>{lang.t("replay-own")}</h3>
                {own(lang, &asked, &moment, marks)}
                {submitted.map(|it| judgement(lang, it))}
            </div>
        </section>
    }
}

/// The icon and the word for the state of a clock.
fn course(clock: Clock) -> (&'static str, &'static str) {
    match clock {
        Clock { started: None, .. } => ("clock", "replay-clock-waits"),
        Clock { finished: Some(_), .. } => ("check", "replay-clock-ended"),
        Clock { paused: Some(_), .. } => ("pause", "replay-clock-paused"),
        _ => ("play", "replay-clock-runs"),
    }
}

/// What the candidate saw, in the language of the interview.
fn screen(lang: Lang, asked: &Asked, moment: &State) -> impl IntoView + use<> {
    let Beside { exhibit, output } = &moment.beside;
    if moment.revealed.is_none() && exhibit.is_none() && output.is_none() {
        return view! { <p class="quiet dense">{lang.t("replay-screen-empty")}</p> }.into_any();
    }
    let shelf = asked.app.bank.shelf(content::Reader::Staff);
    let prompt = moment.revealed.as_ref().and_then(|it| shelf.get(it)).map(|it| {
        let (lang, dir) = (asked.spoken.name(), asked.spoken.dir());
        view! { <div lang=lang dir=dir inner_html=it.text(asked.spoken).prompt.as_str().to_owned()></div> }
    });
    let exhibit = exhibit.as_ref().map(|(question, id)| {
        let href = lang.path(&format!("/questions/{question}#exhibit-{id}"));
        view! { <p class="screen-ev"><a href=href>{asked.exhibit(lang, question, id)}</a></p> }
    });
    let output = output.and_then(|id| moment.runs.iter().find(|it| it.id == id)).map(|it| {
        view! { <p class="screen-ev"><a href=lang.path(&format!("/probes/{}", it.id))><code>{it.target.clone()}</code></a></p> }
    });
    view! { <div class="screen">{prompt}{exhibit}{output}</div> }.into_any()
}

/// The reader's own marks, in the order of the plan.
fn own(
    lang: Lang,
    asked: &Asked,
    moment: &State,
    mut marks: domain::map::Map<QuestionId, Mark>,
) -> impl IntoView + use<> {
    let mut rows = Vec::new();
    for item in &moment.plan.items {
        let Some(mark) = marks.remove(&item.question).filter(|it| *it != Mark::default()) else { continue };
        let score = match mark.score.map(|it| it.0.points()) {
            Some(Some(points)) => view! { <span class="n strong">{points}</span> }.into_any(),
            Some(None) => view! { <span>{lang.t("scorecard-not-assessed")}</span> }.into_any(),
            None => view! { <span class="quiet">"–"</span> }.into_any(),
        };
        let flags = mark.flags.into_iter().map(|(it, _)| it).map(|it| {
            view! { <p class="crit"><Icon name="flag" small=true/>" "<span dir="auto">{it}</span></p> }
        });
        rows.push(view! {
            <tr><th scope="row">{asked.title(&item.question)}</th><td>{score}</td>
                <td>{(!mark.note.is_empty()).then(|| view! { <p class="pre" dir="auto">{mark.note.clone()}</p> })}
                    {flags.collect::<Vec<_>>()}</td></tr>
        });
    }
    if rows.is_empty() {
        return view! { <p class="quiet dense">{lang.t("replay-own-none")}</p> }.into_any();
    }
    view! {
        <table class="t">
            <caption class="vh">{lang.t("replay-own")}</caption>
            <thead><tr><th scope="col">{lang.t("col-question")}</th><th scope="col">{lang.t("col-score")}</th>
                <th scope="col">{lang.t("replay-notes")}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn judgement(lang: Lang, of: Submission) -> impl IntoView {
    view! {
        <p><span class="state"><Icon name="lock" small=true/>{lang.t(&format!("overall-{}", of.overall))}</span></p>
        <p class="pre" dir="auto">{of.summary}</p>
    }
}
