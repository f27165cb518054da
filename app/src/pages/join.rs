//! The candidate's page behind a join link: what was revealed, and nothing else.

use crate::{
    AppError,
    api::JoinLink,
    clock,
    islands::{
        join::{Join, JoinData, Listing, Screen},
        start::hand_over,
        trace::Drawn,
    },
    pages::pad::{ScratchPad, Side},
    state::{AppState, state},
    token,
    ui::{Languages, lang, page},
};
use domain::{ExhibitId, InterviewId, Locale, QuestionId, UserId, interview::CandidateView, time::MINUTE};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_params_map;

/// How long a join link works, in ms: a day.
const LASTS: i64 = 24 * 60 * MINUTE;

/// Makes a join link and tells its path, once.
///
/// # Errors
/// [`AppError::Internal`] when it cannot be stored.
pub async fn create_link(
    state: &AppState,
    interview: InterviewId,
    user: UserId,
    locale: Locale,
) -> Result<JoinLink, AppError> {
    let secret = token::secret();
    let now = clock::now();
    let expires = now.plus(LASTS);
    let id = state.db.create_link(interview, user, &token::hash(&secret), now, expires).await?;
    Ok(JoinLink { id, path: format!("/{locale}/join/{secret}"), expires })
}

/// What the candidate of an interview sees now, in a language.
///
/// # Errors
/// [`AppError::Internal`] when the log cannot be read.
pub async fn screen(state: &AppState, interview: InterviewId, locale: Locale) -> Result<Screen, AppError> {
    let (seq, of) = state.db.state(interview).await?;
    let view = CandidateView::of(&of);
    let shelf = state.bank.shelf(content::Reader::Staff);
    let prompt =
        view.question.as_ref().and_then(|it| shelf.get(it)).map(|it| it.text(locale).prompt.as_str().to_owned());
    let exhibit = view.beside.exhibit.as_ref().and_then(|(question, id)| listing(state, question, id, locale));
    let output = match view.beside.output {
        Some(run) => match state.db.run_of(run, interview).await {
            Err(store::Error::NotFound) => None,
            run => Some(Drawn::from(run?).unnamed()),
        },
        None => None,
    };
    Ok(Screen { seq, now: clock::now(), clock: view.clock, minutes: view.minutes, prompt, exhibit, output })
}

/// An exhibit of a question as the candidate may see it; nothing when the bank has no such exhibit for the question.
pub fn listing(state: &AppState, question: &QuestionId, id: &ExhibitId, locale: Locale) -> Option<Listing> {
    let exhibit = exhibit(state, question, id)?;
    let version = exhibit.document.version(locale);
    let html = |it: &content::Html| it.as_str().to_owned();
    let numbers: Vec<String> = (1..=exhibit.broken.lines).map(|it| it.to_string()).collect();
    Some(Listing {
        title: html(&version.title),
        lead: html(&version.lead),
        numbers: numbers.join("\n"),
        code: html(&exhibit.broken.html),
    })
}

/// An exhibit of a question, by its id.
pub fn exhibit<'a>(state: &'a AppState, question: &QuestionId, id: &ExhibitId) -> Option<&'a content::Exhibit> {
    state.bank.shelf(content::Reader::Staff).exhibits_of(question).find(|it| it.id.as_str() == id.as_str())
}

/// The candidate's page.
#[component]
pub fn JoinPage() -> impl IntoView {
    let secret = use_params_map().read_untracked().get("token").unwrap_or_default();
    page(async move {
        let lang = lang();
        let state = state()?;
        let hash = token::hash(&secret);
        let link = state.db.open_link(&hash, clock::now()).await?.ok_or(AppError::NotFound)?;
        let screen = screen(&state, link.interview, lang.0).await?;
        let company = state.db.settings().await?.company;
        let data = JoinData {
            stream: format!("/live/join/{secret}?lang={}", lang.0),
            texts: lang.texts(&["join-", "phase-", "fall-"]),
            screen,
        };
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("join-title"))/>
            <Meta name="robots" content="noindex"/>
            <div class="frame candidate">
                <a class="skip" href="#main">{lang.t("frame-skip")}</a>
                {hand_over(data)}
                <Join>
                    {(!company.is_empty()).then(|| view! { <bdi class="company">{company}</bdi> })}
                    <Languages/>
                </Join>
                <ScratchPad side=Side::Candidate { interview: link.interview, secret }/>
            </div>
        })
    })
}
