//! The plan of the next interview while it is a draft: moved, swapped, pinned, filled up, and only then kept.
//!
//! One form holds the draft. Its buttons ask for this page again with one change, so they work without a script; dragging
//! (`public/plan.js`) presses no other buttons. The address that the page goes to in the end has the draft and nothing else.

mod address;
mod board;
mod source;

pub mod create;
pub mod templates;

use crate::{
    AppError, access,
    pages::settings,
    state::state,
    ui::{Frame, Icon, Place, Select, form_text, lang, page},
};
use address::{Address, focus, joined};
use board::{Board, title};
use create::CreateInterview;
use domain::{
    Locale, LoopId,
    plan::{ExtraTime, Plan},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
pub use source::Source;
use templates::Templates;

/// The draft's page.
#[component]
pub fn PlanPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let address = Address::read(&use_query_map().read_untracked());
    let failed = ServerAction::<CreateInterview>::new().value().get_untracked().and_then(Result::err);
    page(async move {
        let viewer = access::PLAN.enter()?;
        let lang = lang();
        let id: LoopId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let of = state.db.loop_for(id, viewer.id).await?;
        let name = of.candidate.name.clone().ok_or(AppError::Forgotten)?;
        let source = Source::of(&state, &of).await?;
        let templates = state.db.templates(of.level, viewer.id).await?;
        let template = templates.iter().find(|it| Some(it.id) == address.template);
        let (mut draft, mut dropped) = address.open(source.stock(), template);
        let refused = address.edit.as_ref().and_then(|edit| {
            let why = draft.apply(edit).err()?;
            Some((edit.incoming()?.clone(), why))
        });
        let shown = Address { template: template.map(|it| it.id), ..address.with(&draft) };
        if address.of_form && refused.is_none() {
            let place = address.edit.as_ref().map(|it| format!("#{}", focus(it, &draft))).unwrap_or_default();
            leptos_axum::redirect(&format!("{}{place}", lang.path(&shown.path(id))));
        }
        dropped.extend(refused);
        let shelf = state.bank.shelf(content::Reader::Staff);
        let said = dropped
            .iter()
            .map(|(id, why)| lang.with(&format!("plan-dropped-{why}"), &[("title", title(shelf, lang, id).into())]));
        let mut said: Vec<String> = said.collect();
        said.extend((address.strange > 0).then(|| lang.n("plan-dropped-strange", address.strange)));
        said.extend((address.template.is_some() && template.is_none()).then(|| lang.t("plan-template-gone")));
        said.extend(failed.as_ref().map(form_text));
        let compared = match template {
            Some(it) => {
                let count = state.db.same_core(it.id, &draft.questions(), viewer.id).await?;
                Some((it.name.clone(), lang.n("plan-same-core", count)))
            }
            None => None,
        };
        let plan = draft.plan().ok();
        let (items, pins) = (joined(&draft.questions()), joined(&draft.pins()));
        let board = Board::of(&state, lang, &draft);
        let level = lang.t(&format!("level-{}", of.level));
        let heading = lang.t("plan-title");
        let window = format!("{heading}: {name}, {level} · Hopwise");
        let spoken = address.locale.unwrap_or(of.candidate.locale);
        let creates = access::CREATE_INTERVIEW.opens_to(&viewer.roles);
        let weights = settings::line(lang, source.stock().weights.weights);
        let said = said
            .into_iter()
            .map(|text| view! { <p class="state warn"><Icon name="warn" small=true/><span>{text}</span></p> });
        Ok(view! {
            <Title text=window/>
            <Frame place=Place::Candidates>
                <main id="main" class="table-page plan-page">
                    <div class="page-head"><h1>{heading}</h1>
                        <p><a href=lang.path(&format!("/loops/{id}"))><bdi>{name}</bdi>", "{level}</a></p></div>
                    <div class="stack" role="status">{said.collect_view()}</div>
                    <form method="get" action=lang.path(&format!("/loops/{id}/plan")) data-draft="">
                        <input type="hidden" name="lang" value=lang.0.name()/>
                        <input type="hidden" name="loop" value=id.to_string()/>
                        <input type="hidden" name="items" value=items/>
                        <input type="hidden" name="pins" value=pins/>
                        <input type="hidden" name="template" value=shown.template.map(|it| it.to_string())/>
                        <section class="sec" aria-labelledby="core">
                            <header><h2 id="core" tabindex="-1">{lang.t("plan-core")}</h2>
                                <button class="btn small" type="submit" name="do" value="rebuild" id="rebuild">{lang.t("plan-rebuild")}</button></header>
                            {compared.map(|(name, text)| view! { <p class="dense"><b><bdi>{name}</bdi></b>". "{text}</p> })}
                            {board.draw()}
                            <p class="tiny quiet">{weights}</p>
                        </section>
                        <Terms plan=plan extra=address.extra spoken=spoken creates=creates/>
                    </form>
                    <Templates of=id templates=templates draft=shown/>
                </main>
            </Frame>
        })
    })
}

/// Language, extra time, what it comes to, and the button that ends it.
#[component]
fn Terms(
    /// The plan without extra time; none for an empty draft.
    plan: Option<Plan>,
    extra: ExtraTime,
    spoken: Locale,
    creates: bool,
) -> impl IntoView {
    let lang = lang();
    let languages = Locale::ALL.iter().map(|it| (it.name().to_owned(), it.endonym().to_owned())).collect();
    let extras = ExtraTime::ALL.iter().map(|it| (it.name().to_owned(), lang.t(&format!("extra-{it}")))).collect();
    let total = plan.as_ref().map(|it| {
        let core = it.total() - it.opening - it.close;
        let parts = [("total", it.total()), ("opening", it.opening), ("core", core), ("close", it.close)];
        lang.with("loop-minutes", &parts.map(|(name, n)| (name, n.into())))
    });
    let longer =
        plan.filter(|_| extra != ExtraTime::None).map(|it| lang.n("plan-longer", it.stretched(extra).total().into()));
    let ready = total.is_some() && creates;
    view! {
        <section class="sec" aria-labelledby="terms">
            <header><h2 id="terms">{lang.t("plan-terms")}</h2></header>
            <div class="form">
            <div class="sides">
                <Select name="locale" label="loop-language" options=languages chosen=spoken.name().to_owned()/>
                <Select name="extra" label="extra-label" options=extras chosen=extra.name().to_owned()/>
            </div>
            <p class="hint">{lang.t("extra-hint")}</p>
            <p class="dense">{total.unwrap_or_else(|| lang.t("plan-empty"))}{longer.map(|it| view! { " "<b>{it}</b> })}</p>
            <p class="row wide">
                {ready.then(|| view! {
                    <button class="btn main" type="submit" formmethod="post" formaction=CreateInterview::url()>{lang.t("loop-create-interview")}</button>
                })}
                <button class="btn" type="submit">{lang.t("plan-recount")}</button>
            </p>
            </div>
        </section>
    }
}
