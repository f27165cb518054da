//! Candidates: the list, and a form for a new one.

use crate::{
    AppError, access, clock,
    state::state,
    ui::{Field, Frame, Place, Select, lang, page},
};
use domain::Locale;
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;

/// Creates a candidate and goes to their page.
#[server(endpoint = "create_candidate")]
pub async fn create_candidate(name: String, locale: Locale, lang: Locale) -> Result<(), AppError> {
    let viewer = access::CREATE_CANDIDATE.enter()?;
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
        return Err(AppError::invalid("name", "name"));
    }
    let new = store::NewCandidate { name: name.to_owned(), email: None, locale };
    let id = state()?.db.create_candidate(&new, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/candidates/{id}"));
    Ok(())
}

/// Every candidate, newest first.
#[component]
pub fn CandidatesPage() -> impl IntoView {
    page(async move {
        access::CANDIDATES.enter()?;
        let lang = lang();
        let candidates = state()?.db.candidates("", 500).await?;
        let list = candidates.into_iter().map(move |it| {
            view! {
                <tr>
                    <th scope="row"><a href=lang.path(&format!("/candidates/{}", it.id))><bdi>{it.name}</bdi></a></th>
                    <td lang=it.locale.name()>{it.locale.endonym()}</td>
                    <td><span class="n">{lang.date(it.created_at)}</span></td>
                </tr>
            }
        });
        let list = list.collect::<Vec<_>>();
        let action = ServerAction::<CreateCandidate>::new();
        let error = action.value().get_untracked().and_then(Result::err);
        let languages = Locale::ALL.iter().map(|it| (it.name().to_owned(), it.endonym().to_owned())).collect();
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("nav-candidates"))/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page">
                    <h1>{lang.t("nav-candidates")}</h1>
                    {if list.is_empty() {
                        view! { <div class="empty"><p>{lang.t("candidates-empty")}</p></div> }.into_any()
                    } else {
                        view! {
                            <table class="t rows">
                                <caption class="vh">{lang.t("nav-candidates")}</caption>
                                <thead><tr>
                                    <th scope="col">{lang.t("field-name")}</th><th scope="col">{lang.t("field-language")}</th>
                                    <th scope="col">{lang.t("col-created")}</th>
                                </tr></thead>
                                <tbody>{list}</tbody>
                            </table>
                        }.into_any()
                    }}
                    <section class="sec" aria-labelledby="new">
                        <header><h2 id="new">{lang.t("candidates-new")}</h2></header>
                        <ActionForm action=action attr:class="form">
                            <input type="hidden" name="lang" value=lang.0.name()/>
                            <Field name="name" label="field-name" hint="field-name-hint" error=error/>
                            <Select name="locale" label="field-language" options=languages chosen=lang.0.name().to_owned()/>
                            <button class="btn main" type="submit">{lang.t("candidates-create")}</button>
                        </ActionForm>
                    </section>
                </main>
            </Frame>
        })
    })
}
