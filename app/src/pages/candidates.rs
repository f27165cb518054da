//! Candidates: the list with its search, and a form for a new one.

use crate::{
    AppError, access, clock,
    lang::Lang,
    pages::candidate::known,
    state::state,
    ui::{Field, Frame, Icon, Place, Select, lang, name_of, page},
};
use domain::{Locale, Role};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use store::{Candidate, Listing, Shown};

/// Most rows on the page; a search finds the others.
const LISTED: usize = 200;

/// Creates a candidate and goes to their page.
#[server(endpoint = "create_candidate")]
pub async fn create_candidate(
    name: String,
    #[server(default)] email: String,
    locale: Locale,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::CREATE_CANDIDATE.enter()?;
    let new = known::candidate(&name, &email, locale)?;
    let id = state()?.db.create_candidate(&new, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/candidates/{id}"));
    Ok(())
}

/// The candidates that the viewer sees, newest first, or those that a search finds.
#[component]
pub fn CandidatesPage() -> impl IntoView {
    let query = use_query_map().read_untracked().clone();
    page(async move {
        let viewer = access::CANDIDATES.enter()?;
        let lang = lang();
        let text: String = query.get("q").unwrap_or_default().trim().chars().take(200).collect();
        let archived = query.get("archived").is_some();
        let shown = if archived { Shown::Archived } else { Shown::Active };
        let listing = state()?.db.candidates(viewer.id, &text, shown, LISTED).await?;
        let leads = viewer.roles.contains(&Role::Lead);
        let keeps = viewer.roles.contains(&Role::Administrator);
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("nav-candidates"))/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page">
                    <header class="page-head"><h1>{lang.t("nav-candidates")}</h1>
                        <p class="row end">
                            {keeps.then(|| view! { <a class="btn small bare" href=lang.path("/retention")>{lang.t("retention-title")}</a> })}
                            {leads.then(|| view! { <a class="btn small" href=lang.path("/candidates/import")>{lang.t("candidates-import")}</a> })}
                        </p>
                    </header>
                    <Seek text=text.clone() archived=archived/>
                    <List listing=listing searched=!text.is_empty() archived=archived/>
                    {leads.then(|| view! { <NewCandidate/> })}
                </main>
            </Frame>
        })
    })
}

/// Search and filter in one form; the address holds both.
#[component]
fn Seek(text: String, archived: bool) -> impl IntoView {
    let lang = lang();
    view! {
        <form class="seek" method="get" role="search">
            <label class="field"><Icon name="search"/><span class="vh">{lang.t("candidates-search")}</span>
                <input type="search" name="q" value=text maxlength="200" dir="auto" autocomplete="off" data-key="Slash"
                    placeholder=lang.t("candidates-search-hint")/></label>
            <label class="check"><input type="checkbox" name="archived" value="1" checked=archived/>
                <span>{lang.t("candidates-archived")}</span></label>
            <button class="btn main" type="submit">{lang.t("bank-go")}</button>
        </form>
    }
}

#[component]
fn List(listing: Listing, searched: bool, archived: bool) -> impl IntoView {
    let lang = lang();
    let Listing { candidates, total } = listing;
    if candidates.is_empty() {
        let why = if searched || archived { "candidates-none" } else { "candidates-empty" };
        return view! { <div class="empty" role="status"><p>{lang.t(why)}</p></div> }.into_any();
    }
    let more = total.saturating_sub(candidates.len());
    let rows = candidates.into_iter().map(|it| row(lang, it)).collect::<Vec<_>>();
    view! {
        <p class="tally" role="status"><b>{lang.n("candidates-count", total)}</b>
            {(more > 0).then(|| view! { " "<span class="quiet">{lang.n("candidates-more", more)}</span> })}</p>
        <table class="t rows">
            <caption class="vh">{lang.t("nav-candidates")}</caption>
            <thead><tr>
                <th scope="col">{lang.t("field-name")}</th><th scope="col">{lang.t("field-email")}</th>
                <th scope="col">{lang.t("field-language")}</th><th scope="col">{lang.t("col-created")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(lang: Lang, it: Candidate) -> impl IntoView {
    view! {
        <tr>
            <th scope="row"><a href=lang.path(&format!("/candidates/{}", it.id))><bdi>{name_of(it.name)}</bdi></a></th>
            <td>{it.email.map(|it| view! { <bdi dir="ltr">{it}</bdi> })}</td>
            <td lang=it.locale.name()>{it.locale.endonym()}</td>
            <td><span class="n">{lang.date(it.created_at)}</span></td>
        </tr>
    }
}

#[component]
fn NewCandidate() -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<CreateCandidate>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let languages = Locale::ALL.iter().map(|it| (it.name().to_owned(), it.endonym().to_owned())).collect();
    view! {
        <section class="sec" aria-labelledby="new">
            <header><h2 id="new">{lang.t("candidates-new")}</h2></header>
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <Field name="name" label="field-name" hint="field-name-hint" error=error.clone()/>
                <Field name="email" label="field-email" hint="candidate-email-hint" kind="email" required=false max=320 error=error/>
                <Select name="locale" label="field-language" options=languages chosen=lang.0.name().to_owned()/>
                <button class="btn main" type="submit">{lang.t("candidates-create")}</button>
            </ActionForm>
        </section>
    }
}
