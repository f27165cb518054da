//! Importing candidates from a CSV file: a preview with errors by line, and nothing is written unless all is right.

pub mod sheet;

use crate::{
    AppError, access, clock,
    lang::Lang,
    state::state,
    ui::{FieldError, Frame, Place, lang, page, problem_text},
};
use domain::Locale;
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use sheet::{Row, Sheet};

/// The file of a request that asks for a preview; the server puts it into the context.
#[derive(Debug, Clone)]
pub struct Upload(pub Vec<u8>);

/// Enters everybody in a sheet, or nobody.
#[server(endpoint = "import_candidates")]
pub async fn import_candidates(sheet: String, lang: Locale) -> Result<(), AppError> {
    let viewer = access::IMPORT_CANDIDATES.enter()?;
    let db = state()?.db;
    let known = db.candidate_emails(viewer.id).await?.into_iter().collect();
    let read = sheet::read(sheet.as_bytes(), lang, &known);
    let candidates = read.candidates().ok_or_else(|| AppError::invalid("sheet", "sheet"))?;
    db.create_candidates(&candidates, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/candidates"));
    Ok(())
}

/// The form for a file, and the preview of one.
#[component]
pub fn ImportPage() -> impl IntoView {
    let upload = use_context::<Upload>();
    page(async move {
        let viewer = access::IMPORT_PAGE.enter()?;
        let lang = lang();
        let known = state()?.db.candidate_emails(viewer.id).await?.into_iter().collect();
        let read = upload.map(|it| sheet::read(&it.0, lang.0, &known));
        if read.as_ref().is_some_and(|it| it.candidates().is_none())
            && let Some(response) = use_context::<leptos_axum::ResponseOptions>()
        {
            response.set_status(http::StatusCode::UNPROCESSABLE_ENTITY);
        }
        let title = lang.t("import-title");
        Ok(view! {
            <Title text=format!("{title} · Hopwise")/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page">
                    <h1>{title}</h1>
                    {read.map(|it| view! { <Preview sheet=it/> })}
                    <Choose/>
                </main>
            </Frame>
        })
    })
}

/// The file field; a plain form, because its answer is a page.
#[component]
fn Choose() -> impl IntoView {
    let lang = lang();
    view! {
        <section class="sec" aria-labelledby="choose">
            <header><h2 id="choose">{lang.t("import-choose")}</h2></header>
            <form class="form" method="post" enctype="multipart/form-data" action=lang.path("/candidates/import")>
                <div class="form-field">
                    <label for="file">{lang.t("import-file")}</label>
                    <p class="hint" id="columns">{lang.t("import-hint")}</p>
                    <pre class="console" dir="ltr" tabindex="0">"name;email;language\nNoa Ben-Ami;noa@example.org;he"</pre>
                    <input id="file" name="file" type="file" accept=".csv,text/csv,text/plain" required aria-describedby="columns"/>
                </div>
                <button class="btn main" type="submit">{lang.t("import-preview")}</button>
            </form>
        </section>
    }
}

#[component]
fn Preview(sheet: Sheet) -> impl IntoView {
    let lang = lang();
    if let Some(problem) = sheet.problem {
        return view! { <p class="errors" role="alert">{lang.t(&format!("import-problem-{problem}"))}</p> }.into_any();
    }
    let wrong = sheet.rows.iter().filter(|it| it.problem.is_some()).count();
    let count = sheet.rows.len();
    let text = sheet.text();
    let rows = sheet.rows.into_iter().map(|it| row(lang, it)).collect::<Vec<_>>();
    view! {
        {if wrong > 0 {
            view! { <p class="errors" role="alert">{lang.n("import-wrong", wrong)}</p> }.into_any()
        } else {
            view! { <Confirm text=text count=count/> }.into_any()
        }}
        <table class="t rows">
            <caption class="vh">{lang.t("import-preview")}</caption>
            <thead><tr>
                <th scope="col">{lang.t("field-name")}</th><th scope="col">{lang.t("import-line")}</th>
                <th scope="col">{lang.t("field-email")}</th><th scope="col">{lang.t("field-language")}</th>
                <th scope="col">{lang.t("import-error")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(lang: Lang, it: Row) -> impl IntoView {
    let problem = it.problem.map(|it| view! { <span class="crit">{lang.t(&format!("import-row-{it}"))}</span> });
    view! {
        <tr>
            <th scope="row"><bdi>{it.name}</bdi></th>
            <td class="n">{it.line}</td>
            <td><bdi dir="ltr">{it.email}</bdi></td>
            <td><bdi>{it.language}</bdi></td>
            <td>{problem}</td>
        </tr>
    }
}

#[component]
fn Confirm(text: String, count: usize) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<ImportCandidates>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let summary = error.as_ref().filter(|it| !matches!(it, AppError::Invalid { .. })).map(problem_text);
    view! {
        {summary.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <input type="hidden" name="sheet" value=text/>
            <FieldError name="sheet" error=error/>
            <p role="status">{lang.n("import-right", count)}</p>
            <button class="btn main" type="submit">{lang.t("import-submit")}</button>
        </ActionForm>
    }
}
