//! Pages that may fail: what is shown instead, with the right status and a way on.

use crate::{
    AppError,
    ui::{Frame, Place, lang},
};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::Title;
use std::future::Future;

/// Draws what `load` yields, or the page of the problem with its HTTP status.
pub fn page<V, F>(load: F) -> impl IntoView
where
    V: IntoView + 'static,
    F: Future<Output = Result<V, AppError>> + Send + 'static,
{
    let drawn = Suspend::new(async move {
        match load.await {
            Ok(view) => view.into_any(),
            Err(error) => view! { <ProblemPage error=error/> }.into_any(),
        }
    });
    view! { <Suspense>{drawn}</Suspense> }
}

/// The sentence that tells what to do about an error.
#[must_use]
pub fn problem_text(error: &AppError) -> String {
    let lang = lang();
    match error {
        AppError::TooMany { retry_after } => {
            lang.n("problem-too-many-text", usize::try_from(retry_after.div_ceil(60)).unwrap_or(usize::MAX))
        }
        AppError::Internal { reference } => {
            // A form that fails without a script brings its error back in the address, which anybody can write.
            let reference: String = reference.chars().filter(char::is_ascii_hexdigit).take(8).collect();
            lang.with("problem-internal-text", &[("reference", reference.as_str().into())])
        }
        other => lang.t(&format!("problem-{}-text", other.key())),
    }
}

/// What a form could not do, in words: the reason for a field that is not as it has to be, else the problem's sentence.
#[must_use]
pub fn form_text(error: &AppError) -> String {
    match error {
        AppError::Invalid { reason, .. } => lang().t(&format!("invalid-{reason}")),
        other => problem_text(other),
    }
}

/// The whole page of a problem.
#[component]
pub fn ProblemPage(
    /// What went wrong.
    error: AppError,
) -> impl IntoView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(error.status());
    }
    let lang = lang();
    let title = lang.t(&format!("problem-{}-title", error.key()));
    view! {
        <Title text=title.clone()/>
        <Frame place=Place::Elsewhere>
            <main id="main" class="problem" data-forgotten=(error == AppError::Forgotten).then_some("")>
                <h1>{title}</h1>
                <p>{problem_text(&error)}</p>
                <p class="row wide">
                    {(error == AppError::SignIn).then(|| view! {
                        <a class="btn main" href=lang.path("/sign-in")>{lang.t("nav-sign-in")}</a>
                    })}
                    <a class="btn" href=lang.path("/questions")>{lang.t("problem-to-bank")}</a>
                    <a class="btn bare" href=lang.path("/")>{lang.t("problem-to-home")}</a>
                </p>
            </main>
        </Frame>
    }
}
