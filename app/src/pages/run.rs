//! A probe's result under its permanent link; and the start of one for an interview.

use crate::{
    AppError, access, clock,
    islands::trace::Trace,
    state::{AppState, state},
    ui::{Frame, Place, lang, page},
};
use domain::{
    EventId, InterviewId, RunId, UserId,
    interview::{Event, Payload},
    run,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use probe::{Ask, Target};
use std::{sync::Arc, time::Duration};
use uuid::Uuid;

/// Deadline of a probe.
const DEADLINE: Duration = Duration::from_secs(10);

/// Starts a probe in the background: its partial results stream, its result is stored and logged in the interview.
///
/// # Errors
/// [`AppError::TooMany`] when this person has enough of them under way.
pub fn start(state: AppState, interview: InterviewId, user: UserId, target: Target) -> Result<RunId, AppError> {
    let id = RunId(Uuid::now_v7());
    let newest = state.live.begin(id, user).ok_or(AppError::TooMany { retry_after: DEADLINE.as_secs() })?;
    tokio::spawn(async move {
        let who = run::Who { user: Some(user), interview: Some(interview), question: None };
        let ask = Ask { typed: target.name().to_owned(), who, deadline: DEADLINE, id };
        let progress = |partial: &run::Result| {
            newest.send_replace(Some(Arc::new(partial.clone())));
        };
        let result = state.prober.http(ask, progress).await;
        if let Err(error) = keep(&state, interview, user, &result).await {
            tracing::error!(run = %id, %error, "a probe's result could not be stored");
        }
        newest.send_replace(Some(Arc::new(result)));
        state.live.end(id);
    });
    Ok(id)
}

/// Stores the result, then tells the interview's log.
async fn keep(
    state: &AppState,
    interview: InterviewId,
    user: UserId,
    result: &run::Result,
) -> Result<(), store::Error> {
    let now = clock::now();
    state.db.save_run(result, now).await?;
    let payload = Payload::Probed {
        run: result.id,
        target: result.asked.target.clone(),
        total_us: result.hops.first().map_or(0, |it| it.cum_us.total),
        failed: result.failed.as_ref().map(|it| it.phase.clone()),
    };
    let event = Event { id: EventId(Uuid::now_v7()), actor: user, at: now, payload };
    state.db.append(interview, user, &[event], now).await.map(|_| ())
}

/// The result's page.
#[component]
pub fn RunPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::RUN.enter()?;
        let lang = lang();
        let id: RunId = id.parse().map_err(|_| AppError::NotFound)?;
        let result = state()?.db.run_for(id, viewer.id).await?;
        let json = serde_json::to_string_pretty(&result).map_err(AppError::internal)?;
        let back = result.who.interview.map(|it| lang.path(&format!("/interviews/{it}")));
        let curl = result.repro.curl.clone();
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("run-title"))/>
            <Frame place=Place::Elsewhere>
                <main id="main" class="form-page">
                    <header class="page-head"><h1>{lang.t("run-title")}</h1><code>{result.asked.target.clone()}</code>
                        {back.map(|href| view! { <a class="btn small end" href=href>{lang.t("run-back")}</a> })}</header>
                    <Trace result=result.into() texts=lang.texts(&["phase-", "fall-"])/>
                    <section class="sec" aria-labelledby="repro">
                        <header><h2 id="repro">{lang.t("run-repro")}</h2></header>
                        <pre class="console" dir="ltr" tabindex="0">{curl}</pre>
                    </section>
                    <details class="sec fold-sec"><summary>{lang.t("run-json")}</summary>
                        <pre class="console" dir="ltr" tabindex="0">{json}</pre></details>
                </main>
            </Frame>
        })
    })
}
