//! The first page: what waits for the person who is signed in, or what this is.

use crate::{
    AppError, clock,
    lang::Lang,
    state::state,
    ui::{Frame, Place, lang, name_of, page},
    viewer::{self, Viewer},
};
use domain::{
    Timestamp,
    interview::Seat,
    reminder::{self, Owed},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::InterviewSummary;

/// Interviews of the viewer, newest first, or a welcome.
#[component]
pub fn HomePage() -> impl IntoView {
    page(async move {
        let body = match viewer::viewer() {
            Some(viewer) => today(viewer).await?.into_any(),
            None => welcome().into_any(),
        };
        Ok(view! {
            <Title text="Hopwise"/>
            <Frame place=Place::Home><main id="main" class="home">{body}</main></Frame>
        })
    })
}

fn welcome() -> impl IntoView {
    let lang = lang();
    view! {
        <div class="welcome">
            <h1>{lang.t("home-welcome")}</h1>
            <p class="lead">{lang.t("home-what")}</p>
            <p class="row wide">
                <a class="btn main" href=lang.path("/questions")>{lang.t("home-to-bank")}</a>
                <a class="btn" href=lang.path("/sign-in")>{lang.t("nav-sign-in")}</a>
            </p>
        </div>
    }
}

async fn today(viewer: Viewer) -> Result<impl IntoView, AppError> {
    let lang = lang();
    let (db, now) = (state()?.db, clock::now());
    let interviews = db.interviews_of(viewer.id).await?;
    let quiet = db.settings().await?.quiet;
    let resting = clock::local_hour(now, &quiet.zone).is_some_and(|it| quiet.covers(it));
    let owed = if resting { Vec::new() } else { owed(&interviews, now) };
    let empty = interviews.is_empty();
    let rows = interviews.into_iter().map(move |it| row(lang, it)).collect_view();
    Ok(view! {
        <header class="page-head"><h1>{lang.t("home-today")}</h1><p class="n">{lang.date(now)}</p></header>
        {(!owed.is_empty()).then(|| reminders(lang, owed))}
        {if empty {
            view! {
                <div class="empty"><p>{lang.t("home-empty")}</p>
                    <a class="btn main" href=lang.path("/candidates")>{lang.t("home-to-candidates")}</a></div>
            }.into_any()
        } else {
            view! {
                <table class="t rows">
                    <caption class="vh">{lang.t("home-interviews")}</caption>
                    <thead><tr>
                        <th scope="col">{lang.t("col-candidate")}</th><th scope="col">{lang.t("col-level")}</th>
                        <th scope="col">{lang.t("col-created")}</th><th scope="col">{lang.t("col-next")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }.into_any()
        }}
    })
}

/// The interviews whose scorecard the viewer owes, the oldest first.
fn owed(interviews: &[InterviewSummary], now: Timestamp) -> Vec<(Owed, InterviewSummary)> {
    let open = interviews
        .iter()
        .rev()
        .filter(|it| it.started && it.seat == Some(Seat::Rater) && !it.submitted && it.candidate_name.is_some());
    open.filter_map(|it| Some((reminder::owed(it.last_at?, now)?, it.clone()))).collect()
}

fn reminders(lang: Lang, owed: Vec<(Owed, InterviewSummary)>) -> impl IntoView {
    let items = owed.into_iter().map(|(owed, it)| {
        let href = lang.path(&format!("/interviews/{}/scorecard", it.id));
        let word = match owed {
            Owed::Hour => "home-owed-hour",
            Owed::Day => "home-owed-day",
        };
        view! {
            <li><span><a href=href><bdi>{name_of(it.candidate_name)}</bdi></a>", "{lang.t(&format!("level-{}", it.level))}</span>
                <span class="state warn">{lang.t(word)}</span></li>
        }
    });
    view! {
        <section class="sec" aria-labelledby="owed">
            <header><h2 id="owed">{lang.t("home-owed")}</h2></header>
            <p class="quiet">{lang.t("home-owed-text")}</p>
            <ul class="lines">{items.collect_view()}</ul>
        </section>
    }
}

fn row(lang: Lang, it: InterviewSummary) -> impl IntoView {
    let path = lang.path(&format!("/interviews/{}", it.id));
    let (word, href) = match (it.submitted || it.candidate_name.is_none(), it.started) {
        // There is no room any more about somebody who was forgotten.
        (true, _) => ("home-scorecard", format!("{path}/scorecard")),
        (false, true) => ("home-resume", path),
        (false, false) => ("home-open", path),
    };
    view! {
        <tr>
            <th scope="row"><a href=href.clone()><bdi>{name_of(it.candidate_name)}</bdi></a></th>
            <td>{lang.t(&format!("level-{}", it.level))}</td>
            <td><span class="n">{lang.moment(it.created_at)}</span></td>
            <td><a class="go" href=href>{lang.t(word)}</a></td>
        </tr>
    }
}
