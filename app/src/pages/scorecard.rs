//! The scorecard: lines with anchors, the composite, the radar with its table, the submission; prints on one sheet.

mod chart;
mod dimensions;

use crate::{
    AppError, access, clock,
    islands::icon::mark,
    lang::Lang,
    state::{AppState, state},
    ui::{Frame, Icon, NoteField, Place, lang, name_of, of_company, page, problem_text},
};
use content::Section;
use dimensions::Dimensions;
use domain::{
    EventId, InterviewId, Locale, Score,
    interview::{Event, Payload, SUMMARY_MAX},
    plan::ExtraTime,
    scorecard::{self, Line, Overall, Scorecard, Submission},
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use uuid::Uuid;

/// Submits the caller's scorecard; from then on it is frozen.
#[server(endpoint = "submit_scorecard")]
pub async fn submit_scorecard(
    interview: InterviewId,
    overall: Overall,
    summary: String,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::SUBMIT_SCORECARD.enter()?;
    let summary = summary.trim().to_owned();
    if summary.is_empty() || summary.chars().count() > SUMMARY_MAX {
        return Err(AppError::invalid("summary", "summary"));
    }
    let now = clock::now();
    let payload = Payload::Submit { overall, summary };
    let event = Event { id: EventId(Uuid::now_v7()), actor: viewer.id, at: now, payload };
    let appended = state()?.db.append(interview, viewer.id, &[event], now).await?;
    if let Some(store::Outcome::Refused { why }) = appended.outcomes.first() {
        return Err(AppError::Refused(*why));
    }
    leptos_axum::redirect(&format!("/{lang}/interviews/{interview}/scorecard"));
    Ok(())
}

/// The caller's scorecard for an interview.
#[component]
pub fn ScorecardPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::SCORECARD.enter()?;
        let lang = lang();
        let id: InterviewId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let interview = state.db.interview_for(id, viewer.id).await?;
        let (_, of) = state.db.state_for(id, viewer.id).await?;
        let card = scorecard::of(&of, viewer.id);
        let company = state.db.settings().await?.company;
        let name = name_of(interview.candidate_name);
        let title = lang.t("scorecard-title");
        let submitted = card.submitted.clone();
        Ok(view! {
            <Title text=format!("{title}: {name} · Hopwise")/>
            <Frame place=Place::Candidates class="paper">
                <main id="main" class="a4">
                    <header class="mast">
                        <div><p class="brand">{mark()}<span translate="no">"Hopwise"</span>{of_company(company)}</p><h1>{title}</h1></div>
                        <dl class="plate">
                            <dt>{lang.t("col-candidate")}</dt><dd><bdi><b>{name}</b></bdi></dd>
                            <dt>{lang.t("col-level")}</dt><dd>{lang.t(&format!("level-{}", interview.level))}</dd>
                            <dt>{lang.t("scorecard-rater")}</dt><dd><bdi>{viewer.name.clone()}</bdi></dd>
                        </dl>
                        <dl class="plate">
                            <dt>{lang.t("scorecard-interview")}</dt><dd><span class="n">{lang.moment(interview.created_at)}</span></dd>
                            <dt>{lang.t("field-language")}</dt><dd>{interview.locale.endonym()}</dd>
                            {extra_row(lang, interview.plan.extra)}
                            <dt>{lang.t("scorecard-frozen")}</dt>
                            <dd>{match submitted.as_ref() {
                                Some(it) => view! { <span class="n">{lang.moment(it.at)}</span> }.into_any(),
                                None => lang.t("scorecard-not-yet").into_any(),
                            }}</dd>
                        </dl>
                    </header>
                    {match submitted {
                        Some(submission) => view! { <Judgement submission=submission/> }.into_any(),
                        None => view! { <SubmitForm id=id/> }.into_any(),
                    }}
                    <Dimensions card=card.clone() weights=of.plan.weights/>
                    <Items state=state card=card/>
                    <footer class="sign">
                        <dl><div><dt>{lang.t("scorecard-rater")}</dt><dd></dd></div><div><dt>{lang.t("scorecard-date")}</dt><dd></dd></div></dl>
                        <p class="tiny quiet">{lang.t("scorecard-copy")}</p>
                    </footer>
                    <p class="row"><button class="btn small" type="button" data-print=""><Icon name="print" small=true/>{lang.t("print")}</button>
                        <a class="btn small bare" href=lang.path(&format!("/interviews/{id}"))>{lang.t("scorecard-to-room")}</a>
                        <a class="btn small bare" href=lang.path(&format!("/interviews/{id}/replay"))>{lang.t("replay-title")}</a></p>
                </main>
            </Frame>
        })
    })
}

/// The extra time that was agreed on; nothing where there was none. It is on the record and counts nowhere.
fn extra_row(lang: Lang, extra: ExtraTime) -> impl IntoView {
    let words = (extra != ExtraTime::None).then(|| lang.t(&format!("extra-{extra}")));
    words.map(|it| view! { <dt>{lang.t("extra-label")}</dt><dd>{it}</dd> })
}

/// The four steps with the chosen one filled, and the words.
#[component]
fn Judgement(submission: Submission) -> impl IntoView {
    let lang = lang();
    let steps = Overall::ALL.iter().map(|it| {
        let chosen = *it == submission.overall;
        view! { <li class:chosen=chosen>{chosen.then(|| view! { <Icon name="check" small=true/> })}{lang.t(&format!("overall-{it}"))}</li> }
    });
    view! {
        <section class="sec overall" aria-labelledby="overall">
            <header><h2 id="overall">{lang.t("scorecard-overall")}</h2><span class="tiny quiet">{lang.t("scorecard-four")}</span></header>
            <ol class="steps">{steps.collect::<Vec<_>>()}</ol>
            <p dir="auto">{submission.summary.clone()}</p>
        </section>
    }
}

#[component]
fn SubmitForm(id: InterviewId) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<SubmitScorecard>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let summary = error.as_ref().filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    let steps: Vec<_> = Overall::ALL.iter().map(|it| {
        view! { <label><input type="radio" class="dot" name="overall" value=it.name() required/>{lang.t(&format!("overall-{it}"))}</label> }
    }).collect();
    view! {
        <section class="sec overall" aria-labelledby="submit">
            <header><h2 id="submit">{lang.t("scorecard-submit-title")}</h2></header>
            {summary.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <input type="hidden" name="interview" value=id.to_string()/>
                <fieldset class="four"><legend class="vh">{lang.t("scorecard-overall")}</legend>{steps}</fieldset>
                <NoteField name="summary" label="scorecard-summary" hint="scorecard-summary-hint" max=SUMMARY_MAX error=error/>
                <p class="row wide"><button class="btn main" type="submit">{lang.t("scorecard-submit")}</button>
                    <span class="tiny quiet">{lang.t("scorecard-freeze")}</span></p>
            </ActionForm>
        </section>
    }
}

#[component]
fn Items(state: AppState, card: Scorecard) -> impl IntoView {
    let lang = lang();
    let rows = card.lines.into_iter().map(|line| item(&state, lang, line)).collect::<Vec<_>>();
    view! {
        <section class="sec" aria-labelledby="items">
            <header><h2 id="items">{lang.t("scorecard-items")}</h2><span class="tiny quiet">{lang.t("scorecard-items-note")}</span></header>
            <table class="t scored">
                <caption class="vh">{lang.t("scorecard-items")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("col-question")}</th><th scope="col">{lang.t("col-score")}</th>
                    <th scope="col">{lang.t("scorecard-observed")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn item(state: &AppState, lang: Lang, line: Line) -> impl IntoView + use<> {
    let shelf = state.bank.shelf(content::Reader::Staff);
    let text = shelf.get(&line.question).map(|it| it.text(lang.0).clone()).unwrap_or_default();
    let points = line.score.and_then(Score::points);
    let anchor = points.and_then(|it| text.anchors.get(usize::from(it) - 1)).map(|it| it.as_str().to_owned());
    let word = if line.score == Some(Score::NotAssessed) { "scorecard-not-assessed" } else { "scorecard-no-score" };
    let said = points.map_or_else(|| lang.t(word), |it| lang.with("scorecard-score-of", &[("n", it.into())]));
    let five = (1..=5).map(|n| view! { <i class:on=points == Some(n)>{n}</i> }).collect::<Vec<_>>();
    let flags = line
        .flags
        .into_iter()
        .map(|it| view! { <p class="crit"><Icon name="flag" small=true/>" "<span dir="auto">{it}</span></p> });
    let evidence = line.evidence.into_iter().map(|it| {
        let short: String = it.to_string().chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
        view! { <a href=lang.path(&format!("/probes/{it}"))>{lang.t("scorecard-run")}" "<code>{short}</code></a>" " }
    });
    let evidence = evidence.collect::<Vec<_>>();
    view! {
        <tr>
            <th scope="row">{text.plain(Section::Title).to_owned()}
                <span class="tiny quiet block">{lang.t(&format!("dimension-{}", line.dimension))}</span></th>
            <td><span class="five" role="img" aria-label=said.clone()>{five}</span></td>
            <td>
                {match anchor {
                    Some(html) => view! { <p inner_html=html></p> }.into_any(),
                    None => view! { <p class="quiet">{said}</p> }.into_any(),
                }}
                {(!line.note.is_empty()).then(|| view! { <p class="quiet pre" dir="auto">{line.note.clone()}</p> })}
                {flags.collect::<Vec<_>>()}
                {(!evidence.is_empty()).then(|| view! { <p class="tiny">{evidence}</p> })}
            </td>
        </tr>
    }
}
