//! One question in full: at a glance, strong answer, anchors, follow-ups, red flags, traps, exhibits, references.

mod bar;
mod exhibits;
mod rail;
mod traps;

use crate::{
    AppError,
    lang::Lang,
    state::state,
    ui::{self, Frame, Icon, Rendered, lang, page},
    viewer,
};
use bar::{Bar, Place, place};
use content::{Exhibit, Html, Question, Section, Text};
use domain::{QuestionId, plan::expected};
use exhibits::Exhibits;
use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_params_map;
use rail::Rail;
use traps::Traps;

/// The question's page; a question held back for interviews is not there for anybody without an account.
#[component]
pub fn QuestionPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    page(async move {
        let id: QuestionId = id.parse().map_err(|_| AppError::NotFound)?;
        let state = state()?;
        let lang = lang();
        let shelf = state.bank.shelf(viewer::reader());
        let question = shelf.get(&id).cloned().ok_or(AppError::NotFound)?;
        let block: Vec<Place> =
            shelf.questions().filter(|it| it.block == question.block).map(|it| place(lang, it)).collect();
        let at = block.iter().position(|it| it.0 == id).unwrap_or_default();
        let (previous, next) = (at.checked_sub(1).and_then(|it| block.get(it)).cloned(), block.get(at + 1).cloned());
        let related: Vec<Place> = shelf.related(&question).into_iter().map(|it| place(lang, it)).collect();
        let exhibits: Vec<Exhibit> = shelf.exhibits_of(&id).cloned().collect();
        let (text, trapped) = (question.text(lang.0).clone(), question.clone());
        let title = text.plain(Section::Title).to_owned();
        let (prompt, answer, practice) = (text.prompt.clone(), text.answer.clone(), text.practice.clone());
        let (follow_ups, flags) = (lines(&text.follow_ups), flags(&text.red_flags));
        Ok(view! {
            <Title text=format!("{title} · Hopwise")/>
            <Meta name="description" content=text.plain(Section::Prompt).to_owned()/>
            <Frame place=ui::Place::Questions class="question">
                <Bar question=question.clone() position=(at + 1, block.len()) previous=previous next=next/>
                <main id="main" class="page">
                    <Rail question=question.clone() related=related/>
                    <article class="sheet" data-copy-label=lang.t("copy") data-copied-label=lang.t("copied")>
                        <header class="head"><h1 inner_html=text.title.as_str().to_owned()></h1></header>
                        <Glance text=text.clone()/>
                        <div class="cols">
                            <div class="stack">
                                <Part id="prompt" key="part-prompt"><Rendered class="read" html=prompt/></Part>
                                <Part id="answer" key="part-answer"><Rendered class="stack read" html=answer/></Part>
                                <Part id="practice" key="part-practice"><Rendered class="stack read" html=practice/></Part>
                            </div>
                            <div class="stack">
                                <Part id="anchors" key="part-anchors"><Anchors question=question.clone()/></Part>
                                <Part id="follow-ups" key="part-follow-ups"><ol class="list num dense">{follow_ups}</ol></Part>
                                <Part id="flags" key="part-red-flags"><ul class="list icon dense">{flags}</ul></Part>
                                <Traps question=trapped/>
                            </div>
                        </div>
                        <Exhibits exhibits=exhibits/>
                    </article>
                </main>
            </Frame>
        })
    })
}

/// Lines of a list.
pub fn lines(items: &[Html]) -> impl IntoView + use<> {
    items.iter().map(|it| view! { <li><span inner_html=it.as_str().to_owned()></span></li> }).collect_view()
}

/// Red flags as lines of a list.
pub fn flags(items: &[Html]) -> impl IntoView + use<> {
    let flag = |it: &Html| view! { <li><Icon name="flag"/><span inner_html=it.as_str().to_owned()></span></li> };
    items.iter().map(flag).collect_view()
}

/// A hairline, a heading on it, and what stands under it.
#[component]
pub(super) fn Part(id: &'static str, key: &'static str, children: Children) -> impl IntoView {
    view! { <section class="sec" aria-labelledby=id><header><h2 id=id>{lang().t(key)}</h2></header>{children()}</section> }
}

#[component]
fn Glance(text: Text) -> impl IntoView {
    let lang = lang();
    let points = text.points.iter().map(|it| view! { <li inner_html=it.as_str().to_owned()></li> }).collect_view();
    view! {
        <section id="glance" class="glance" aria-label=lang.t("part-glance")>
            <p class="lead" inner_html=text.glance.as_str().to_owned()></p>
            <div class="points"><h2>{lang.t("part-listen")}</h2><ul class="dense">{points}</ul></div>
        </section>
    }
}

/// Five behaviours on one scale; those that a level of the question should reach are filled.
#[component]
pub fn Anchors(question: Question) -> impl IntoView {
    let lang = lang();
    let rows: Vec<_> = question
        .text(lang.0)
        .anchors
        .iter()
        .zip(1_u8..)
        .map(|(anchor, number)| {
            let at = at_level(lang, &question, number);
            let reached = at.is_some();
            view! {
                <li class:expected=reached>
                    <b>{number}</b><span><span inner_html=anchor.as_str().to_owned()></span>
                    {at.map(|it| view! { " "<span class="at">{it}</span> })}</span>
                </li>
            }
        })
        .collect();
    view! { <ol class="anchors">{rows}</ol> }
}

/// "Expected of a middle", for the score that this level should reach.
fn at_level(lang: Lang, question: &Question, number: u8) -> Option<String> {
    let primary = *question.levels.first()?;
    let level = question.levels.iter().find(|it| expected(primary, **it) == number)?;
    Some(lang.t(&format!("expected-{level}")))
}
