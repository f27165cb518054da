//! One question in full: at a glance, strong answer, anchors, follow-ups, red flags, traps, references.

use crate::{
    AppError,
    lang::Lang,
    state::state,
    ui::{self, Frame, Icon, Levels, Rendered, lang, page},
    viewer,
};
use content::{Html, Question, Section, Text};
use domain::{Pool, QuestionId, plan::expected};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_params_map;

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
        let text = question.text(lang.0).clone();
        let title = text.plain(Section::Title).to_owned();
        let (prompt, answer, practice) = (text.prompt.clone(), text.answer.clone(), text.practice.clone());
        let (follow_ups, flags) = (lines(&text.follow_ups), flags(&text.red_flags));
        Ok(view! {
            <Title text=format!("{title} · Hopwise")/>
            <Meta name="description" content=text.plain(Section::Prompt).to_owned()/>
            <Frame place=ui::Place::Questions class="question">
                <Bar question=question.clone() position=(at + 1, block.len()) previous=previous next=next/>
                <main id="main" class="page">
                    <Rail question=question.clone()/>
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
                                <Traps text=text/>
                            </div>
                        </div>
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
fn Part(id: &'static str, key: &'static str, children: Children) -> impl IntoView {
    view! { <section class="sec" aria-labelledby=id><header><h2 id=id>{lang().t(key)}</h2></header>{children()}</section> }
}

/// Where a question stands: its id and its title.
type Place = (QuestionId, Html);

fn place(lang: Lang, question: &Question) -> Place {
    (question.id.clone(), question.text(lang.0).title.clone())
}

#[component]
fn Bar(question: Question, position: (usize, usize), previous: Option<Place>, next: Option<Place>) -> impl IntoView {
    let lang = lang();
    let block = question.block.name();
    let link = move |it: Option<Place>, key: &'static str, cap: &'static str| {
        it.map(|(id, title)| {
            view! {
                <a class="btn bare" href=lang.path(&format!("/questions/{id}")) data-key=key>
                    <span class="keys"><kbd>{cap}</kbd></span><span class="clip" inner_html=title.into_string()></span>
                </a>
            }
        })
    };
    view! {
        <section class="subbar" aria-label=lang.t("question-place")>
            <nav class="crumbs" aria-label=lang.t("question-crumbs")>
                <a href=lang.path("/questions")>{lang.t("nav-questions")}</a><i aria-hidden="true">"/"</i>
                <a href=lang.path(&format!("/questions?block={block}"))>{lang.t(&format!("block-{block}"))}</a>
                <i aria-hidden="true">"/"</i><code>{question.id.to_string()}</code>
            </nav>
            <Freshness stale=question.text(lang.0).stale/>
            <nav class="row end" aria-label=lang.t("question-neighbours")>
                <span class="quiet">{lang.with("question-position", &[("n", position.0.into()), ("of", position.1.into())])}</span>
                {link(previous, "KeyK", "K")}
                {link(next, "KeyJ", "J")}
                <button class="btn small" type="button" data-print=""><Icon name="print" small=true/>{lang.t("print")}</button>
            </nav>
        </section>
    }
}

#[component]
fn Freshness(stale: bool) -> impl IntoView {
    let lang = lang();
    if stale {
        view! { <span class="state warn"><Icon name="stale" small=true/>{lang.t("question-stale")}</span> }.into_any()
    } else {
        view! { <span class="state ok"><Icon name="check" small=true/>{lang.t("question-fresh")}</span> }.into_any()
    }
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

#[component]
fn Traps(text: Text) -> impl IntoView {
    let rows: Vec<_> = text.traps.iter().map(|trap| {
        view! {
            <li>
                <p class="claim"><Icon name="cross" small=true/><span inner_html=trap.claim.as_str().to_owned()></span></p>
                <div class="fact"><Icon name="check" small=true/><div inner_html=trap.fact.as_str().to_owned()></div></div>
            </li>
        }
    }).collect();
    view! { <Part id="traps" key="part-traps"><ul class="trap">{rows}</ul></Part> }
}

#[component]
fn Rail(question: Question) -> impl IntoView {
    let lang = lang();
    let text = question.text(lang.0).clone();
    let references = text.references.iter().filter_map(|reference| {
        let source = question.source(&reference.source)?.clone();
        Some(view! {
            <li><a href=source.url rel="noreferrer" dir="ltr">{source.title}</a>
                <time class="n" datetime=source.checked.clone()>{lang.day(&source.checked)}</time>
                <span inner_html=reference.note.as_str().to_owned()></span></li>
        })
    });
    let weight = lang.with(
        "question-dimension",
        &[
            ("name", lang.t(&format!("dimension-{}", question.dimension)).into()),
            ("n", question.dimension.weight().into()),
        ],
    );
    view! {
        <aside class="rail" aria-label=lang.t("question-about")>
            <dl class="plate">
                <dt>{lang.t("col-levels")}</dt><dd><Levels levels=question.levels.clone()/></dd>
                <dt>{lang.t("col-dimension")}</dt><dd>{weight}</dd>
                <dt>{lang.t("col-minutes")}</dt><dd><span class="n">{question.minutes}</span></dd>
                <dt>{lang.t("question-pool")}</dt><dd class="row">{(question.pool == Pool::Interview).then(|| view! { <Icon name="lock" small=true/> })}
                    {lang.t(&format!("pool-{}", question.pool))}</dd>
            </dl>
            <section aria-labelledby="refs">
                <h2 id="refs">{lang.t("part-references")}</h2>
                <ul class="refs">{references.collect::<Vec<_>>()}</ul>
                <p class="tiny quiet">{lang.t("question-checked")}</p>
            </section>
        </aside>
    }
}
