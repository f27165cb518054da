//! How long candidates are kept: the rules, and who would be forgotten by them today.

use crate::{
    AppError, access, clock,
    lang::Lang,
    state::{AppState, state},
    ui::{Field, Frame, Place, lang, name_of, page},
};
use domain::{
    Locale,
    retention::{MONTHS_MAX, NOTICE_MAX, Policy, Verdict},
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;

/// Most rows of the dry run on the page; the command line lists all.
const LISTED: usize = 200;

/// Sets the rules; an empty field keeps candidates for ever.
#[server(endpoint = "set_retention")]
pub async fn set_retention(
    #[server(default)] hired: String,
    #[server(default)] rejected: String,
    #[server(default)] withdrawn: String,
    #[server(default)] undecided: String,
    notice: String,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::SET_RETENTION.enter()?;
    let policy = Policy {
        hired: months("hired", &hired)?,
        rejected: months("rejected", &rejected)?,
        withdrawn: months("withdrawn", &withdrawn)?,
        undecided: months("undecided", &undecided)?,
        notice: number(&notice, NOTICE_MAX).ok_or_else(|| AppError::invalid("notice", "days"))?,
    };
    state()?.db.set_policy(&policy, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/retention"));
    Ok(())
}

/// Gives notice to those who are due, and forgets those whose notice is over.
#[server(endpoint = "run_retention")]
pub async fn run_retention(lang: Locale) -> Result<(), AppError> {
    access::RUN_RETENTION.enter()?;
    state()?.db.retain(clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/retention"));
    Ok(())
}

/// A whole number from 0 to `most`.
fn number(text: &str, most: u16) -> Option<u16> {
    text.trim().parse().ok().filter(|it| *it <= most)
}

/// Months, or nothing for ever.
fn months(field: &str, text: &str) -> Result<Option<u16>, AppError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    number(text, MONTHS_MAX).filter(|it| *it > 0).map(Some).ok_or_else(|| AppError::invalid(field, "months"))
}

/// The page for administrators.
#[component]
pub fn RetentionPage() -> impl IntoView {
    page(async move {
        access::RETENTION.enter()?;
        let lang = lang();
        let state = state()?;
        let policy = state.db.policy().await?;
        let (rows, more) = due(&state, lang).await?;
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("retention-title"))/>
            <Frame place=Place::Elsewhere>
                <main id="main" class="table-page">
                    <h1>{lang.t("retention-title")}</h1>
                    <p class="read">{lang.t("retention-text")}</p>
                    <Rules policy=policy/>
                    <section class="sec" aria-labelledby="due">
                        <header><h2 id="due">{lang.t("retention-due")}</h2></header>
                        {if rows.is_empty() {
                            view! { <div class="empty"><p>{lang.t("retention-nobody")}</p></div> }.into_any()
                        } else {
                            view! { <Due rows=rows more=more/> <Run/> }.into_any()
                        }}
                    </section>
                </main>
            </Frame>
        })
    })
}

/// A line of the dry run: name, page, due since, what would be done.
struct DueRow {
    name: String,
    href: String,
    since: String,
    what: String,
}

async fn due(state: &AppState, lang: Lang) -> Result<(Vec<DueRow>, usize), AppError> {
    let viewer = access::RETENTION.enter()?;
    let steps = state.db.retention(clock::now()).await?;
    let more = steps.len().saturating_sub(LISTED);
    let mut rows = Vec::new();
    for step in steps.into_iter().take(LISTED) {
        // An administrator sees everybody but themselves, should they have applied here.
        let Ok(candidate) = state.db.candidate_for(step.candidate, viewer.id).await else { continue };
        let what = match step.verdict {
            Verdict::Waiting(until) => lang.with("retention-waiting", &[("date", lang.date(until).into())]),
            Verdict::Forget => lang.t("retention-forget"),
            Verdict::Held => lang.t("retention-held"),
            Verdict::Notice | Verdict::Keep => lang.t("retention-notice"),
        };
        let href = lang.path(&format!("/candidates/{}", step.candidate));
        rows.push(DueRow { name: name_of(candidate.name), href, since: lang.date(step.due), what });
    }
    Ok((rows, more))
}

#[component]
fn Due(rows: Vec<DueRow>, more: usize) -> impl IntoView {
    let lang = lang();
    let rows = rows.into_iter().map(|it| {
        view! {
            <tr><th scope="row"><a href=it.href><bdi>{it.name}</bdi></a></th>
                <td><span class="n">{it.since}</span></td><td>{it.what}</td></tr>
        }
    });
    view! {
        <table class="t rows">
            <caption class="vh">{lang.t("retention-due")}</caption>
            <thead><tr><th scope="col">{lang.t("col-candidate")}</th><th scope="col">{lang.t("retention-since")}</th>
                <th scope="col">{lang.t("retention-what")}</th></tr></thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
        {(more > 0).then(|| view! { <p class="quiet">{lang.n("candidates-more", more)}</p> })}
    }
}

#[component]
fn Rules(policy: Policy) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<SetRetention>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let fields = [
        ("hired", "outcome-hired", policy.hired),
        ("rejected", "outcome-rejected", policy.rejected),
        ("withdrawn", "outcome-withdrawn", policy.withdrawn),
        ("undecided", "outcome-none", policy.undecided),
    ]
    .map(|(name, label, value)| {
        let value = value.map(|it| it.to_string()).unwrap_or_default();
        view! { <Field name=name label=label required=false max=3 value=value error=error.clone()/> }
    });
    view! {
        <section class="sec" aria-labelledby="rules">
            <header><h2 id="rules">{lang.t("retention-rules")}</h2></header>
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <p class="hint">{lang.t("retention-empty")}</p>
                {fields.into_iter().collect::<Vec<_>>()}
                <Field name="notice" label="retention-days" hint="retention-days-hint" max=2 value=policy.notice.to_string() error=error/>
                <button class="btn main" type="submit">{lang.t("retention-save")}</button>
            </ActionForm>
        </section>
    }
}

#[component]
fn Run() -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<RunRetention>::new();
    view! {
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <p>{lang.t("retention-run-text")}" "<code dir="ltr">"hopwise retention run"</code></p>
            <button class="btn" type="submit">{lang.t("retention-run")}</button>
        </ActionForm>
    }
}
