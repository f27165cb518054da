//! The loops and interviews of the copy as they are printed.

use super::shape::{InterviewCopy, LoopCopy, MarkCopy, QuestionCopy};
use crate::{lang::Lang, state::AppState, ui::lang};
use content::{Reader, Section};
use domain::plan::ExtraTime;
use leptos::prelude::*;

/// One loop with its interviews.
#[component]
pub fn LoopPart(state: AppState, number: usize, of: LoopCopy) -> impl IntoView {
    let lang = lang();
    let id = format!("loop{number}");
    let labelled = id.clone();
    let outcome = of.outcome.map_or_else(|| "outcome-none".to_owned(), |it| format!("outcome-{it}"));
    let interviews = of.interviews.into_iter().map(|it| interview(&state, lang, it)).collect::<Vec<_>>();
    view! {
        <section class="sec" aria-labelledby=labelled>
            <header><h2 id=id>{lang.t(&format!("level-{}", of.level))}</h2>
                <span class="quiet"><span class="n">{lang.date(of.created_at)}</span>", "{lang.t(&outcome)}</span></header>
            {of.judgements_withheld.then(|| view! { <p class="state warn">{lang.t("copy-withheld")}</p> })}
            {interviews}
        </section>
    }
}

fn interview(state: &AppState, lang: Lang, it: InterviewCopy) -> impl IntoView + use<> {
    let rows = it.questions.into_iter().map(|it| question(state, lang, it)).collect::<Vec<_>>();
    let moment = |label: &str, at| view! { <dt>{lang.t(label)}</dt><dd><span class="n">{lang.moment(at)}</span></dd> };
    let opened = usize::try_from(it.links_opened).unwrap_or(0);
    view! {
        <section class="stack">
            <h3>{lang.t("scorecard-interview")}" "<span class="n">{lang.moment(it.created_at)}</span></h3>
            <dl class="plate">
                <dt>{lang.t("copy-interviewer")}</dt><dd><bdi>{it.interviewers.join(", ")}</bdi></dd>
                <dt>{lang.t("field-language")}</dt><dd lang=it.language.name()>{it.language.endonym()}</dd>
                {(it.extra_time != ExtraTime::None).then(|| view! {
                    <dt>{lang.t("extra-label")}</dt><dd>{lang.t(&format!("extra-{}", it.extra_time))}</dd>
                })}
                {it.started_at.map(|at| moment("copy-started", at))}
                {it.finished_at.map(|at| moment("copy-finished", at))}
                <dt>{lang.t("copy-link")}</dt><dd>{lang.n("copy-opened", opened)}</dd>
            </dl>
            {(!rows.is_empty()).then(|| view! {
                <table class="t">
                    <caption class="vh">{lang.t("scorecard-items")}</caption>
                    <thead><tr><th scope="col">{lang.t("col-question")}</th><th scope="col">{lang.t("col-score")}</th>
                        <th scope="col">{lang.t("room-note")}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            })}
            {(!it.scratchpad.is_empty()).then(|| view! {
                <h4>{lang.t("pad-title")}</h4>
                <pre class="pre" dir="auto">{it.scratchpad}</pre>
            })}
            {it.judgements.into_iter().map(|it| view! {
                <p><b>{lang.t("scorecard-overall")}</b>", "<bdi>{it.by}</bdi>": "{lang.t(&format!("overall-{}", it.overall))}</p>
                <p class="pre" dir="auto">{it.summary}</p>
            }).collect::<Vec<_>>()}
        </section>
    }
}

fn question(state: &AppState, lang: Lang, it: QuestionCopy) -> impl IntoView + use<> {
    let shelf = state.bank.shelf(Reader::Staff);
    let title = shelf
        .get(&it.question)
        .map_or_else(|| it.question.to_string(), |it| it.text(lang.0).plain(Section::Title).to_owned());
    let said = |it: String| view! { <p class="quiet" dir="auto">{lang.t("room-log-hint")}": "<bdi>{it}</bdi></p> };
    let hints = it.hints.into_iter().map(said).collect::<Vec<_>>();
    let marks = it.marks.into_iter().map(|it| mark(lang, it)).collect::<Vec<_>>();
    if marks.is_empty() {
        return view! { <tr><th scope="row">{title}{hints}</th><td>{lang.t("copy-nothing")}</td><td></td></tr> }
            .into_any();
    }
    let rows = i64::try_from(marks.len()).unwrap_or(1).to_string();
    let mut title = Some(view! { <th scope="row" rowspan=rows>{title}{hints}</th> });
    marks.into_iter().map(|cells| view! { <tr>{title.take()}{cells}</tr> }).collect::<Vec<_>>().into_any()
}

/// Who gave which score, and what they wrote.
fn mark(lang: Lang, it: MarkCopy) -> impl IntoView + use<> {
    let score = match it.score {
        None => lang.t("copy-nothing"),
        Some(0) => lang.t("scorecard-not-assessed"),
        Some(n) => lang.with("scorecard-score-of", &[("n", n.into())]),
    };
    let flags = it.flags.into_iter().map(|it| view! { <p class="crit" dir="auto">{it}</p> }).collect::<Vec<_>>();
    view! {
        <td>{score}<br/><bdi class="tiny quiet">{it.by}</bdi></td>
        <td>{it.note.map(|it| view! { <p class="pre" dir="auto">{it}</p> })}{flags}</td>
    }
}
