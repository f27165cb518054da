//! One candidate: their loops, and a form for a new one.

use crate::{
    AppError, access, clock,
    state::state,
    ui::{Frame, Place, Select, lang, page},
};
use domain::{CandidateId, Level, Locale};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// Creates a loop for a candidate at a level and goes to it.
#[server(endpoint = "create_loop")]
pub async fn create_loop(candidate: CandidateId, level: Level, lang: Locale) -> Result<(), AppError> {
    let viewer = access::CREATE_LOOP.enter()?;
    let id = state()?.db.create_loop(candidate, level, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{id}"));
    Ok(())
}

/// The candidate's name and loops.
#[component]
pub fn CandidatePage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let viewer = access::CANDIDATE.enter()?;
        let lang = lang();
        let id: CandidateId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let candidate = state.db.candidate(id).await?;
        let loops = state.db.loops_of(id, viewer.id).await?;
        let list = loops
            .into_iter()
            .map(|it| {
                view! {
                    <li><span><a href=lang.path(&format!("/loops/{}", it.id))>{lang.t(&format!("level-{}", it.level))}</a></span>
                        <span class="quiet n">{lang.date(it.created_at)}</span></li>
                }
            })
            .collect::<Vec<_>>();
        let action = ServerAction::<CreateLoop>::new();
        let levels = Level::ALL.iter().map(|it| (it.name().to_owned(), lang.t(&format!("level-{it}")))).collect();
        Ok(view! {
            <Title text=format!("{} · Hopwise", candidate.name)/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page">
                    <h1><bdi>{candidate.name}</bdi></h1>
                    <section class="sec" aria-labelledby="loops">
                        <header><h2 id="loops">{lang.t("candidate-loops")}</h2></header>
                        {if list.is_empty() {
                            view! { <div class="empty"><p>{lang.t("candidate-no-loops")}</p></div> }.into_any()
                        } else {
                            view! { <ul class="lines">{list}</ul> }.into_any()
                        }}
                    </section>
                    <section class="sec" aria-labelledby="new">
                        <header><h2 id="new">{lang.t("candidate-new-loop")}</h2></header>
                        <ActionForm action=action attr:class="form">
                            <input type="hidden" name="lang" value=lang.0.name()/>
                            <input type="hidden" name="candidate" value=id.to_string()/>
                            <Select name="level" label="field-level" options=levels chosen="junior".to_owned()/>
                            <button class="btn main" type="submit">{lang.t("candidate-create-loop")}</button>
                        </ActionForm>
                    </section>
                </main>
            </Frame>
        })
    })
}
