//! Which page stands at which path: nouns, alike in every language.

use crate::{
    AppError,
    escape::escape,
    lang::Lang,
    pages::{
        account::AccountPage,
        audit::AuditPage,
        candidate::{CandidatePage, edit::EditCandidatePage},
        candidates::CandidatesPage,
        copy::CopyPage,
        coverage::CoveragePage,
        forget::ForgetPage,
        home::HomePage,
        import::ImportPage,
        interview::InterviewPage,
        join::JoinPage,
        lab::{LabPage, LabsPage},
        loops::LoopPage,
        people::{LinkPage, PeoplePage},
        plan::PlanPage,
        question::QuestionPage,
        questions::QuestionsPage,
        reference::{ReferenceIndexPage, ReferencePage},
        replay::ReplayPage,
        retention::RetentionPage,
        run::RunPage,
        scorecard::ScorecardPage,
        settings::SettingsPage,
        setup::SetupPage,
        sign_in::SignInPage,
        tracks::TracksPage,
        welcome::WelcomePage,
    },
    ui::ProblemPage,
    viewer,
};
use domain::Locale;
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// The application: provides the page's language and picks its page.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let path = use_context::<http::request::Parts>().map(|it| it.uri.path().to_owned()).unwrap_or_default();
    let locale = viewer::locale_of(&path);
    provide_context(Lang(locale.unwrap_or(Locale::En)));
    let missing = || view! { <ProblemPage error=AppError::NotFound/> };
    // The routes are listed once at start-up, outside any request; only a request can have a wrong language.
    if locale.is_none() && !path.is_empty() && path != "/" {
        return missing().into_any();
    }
    view! {
        // `leptos_meta` 0.8 writes a title as it is, so that a name could end the element and begin a script.
        <Title formatter=|text: String| escape(&text)/>
        <Router>
            <Routes fallback=missing>
                <Route path=path!("/:lang") view=HomePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/questions") view=QuestionsPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/questions/coverage") view=CoveragePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/questions/:id") view=QuestionPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/reference") view=ReferenceIndexPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/reference/:topic") view=ReferencePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/tracks") view=TracksPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/setup/:token") view=SetupPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/candidates") view=CandidatesPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/candidates/import") view=ImportPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/candidates/:id") view=CandidatePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/candidates/:id/edit") view=EditCandidatePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/candidates/:id/copy") view=CopyPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/candidates/:id/forget") view=ForgetPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/retention") view=RetentionPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/loops/:id") view=LoopPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/loops/:id/plan") view=PlanPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/interviews/:id") view=InterviewPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/interviews/:id/scorecard") view=ScorecardPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/interviews/:id/replay") view=ReplayPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/join/:token") view=JoinPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/labs") view=LabsPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/labs/:id") view=LabPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/probes/:id") view=RunPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/account") view=AccountPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/people") view=PeoplePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/people/link") view=LinkPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/welcome/:token") view=WelcomePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/settings") view=SettingsPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/audit") view=AuditPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
    .into_any()
}
