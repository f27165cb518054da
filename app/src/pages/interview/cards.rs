//! The questions of the room, one card each: text from the bank, with the controls that `islands/room/desk.rs` binds.

use crate::{
    islands::room::Card,
    lang::Lang,
    state::AppState,
    ui::{Icon, lang},
};
use content::{Html, Section, Text};
use domain::{
    Locale, Score,
    interview::{HINT_MAX, NOTE_MAX, State},
    plan::Item,
};
use leptos::prelude::*;

/// A question of the plan with its text for the interviewer, and the prompt as the candidate reads it.
pub struct Asked {
    item: Item,
    text: Text,
    shown: Html,
    spoken: Locale,
    current: bool,
    exhibits: Vec<Beside>,
}

/// An exhibit that can be shown beside the question, with its title.
struct Beside {
    id: String,
    title: String,
}

/// The questions of an interview in the order of its plan; `spoken` is the language of the interview.
pub fn asked(state: &AppState, lang: Lang, spoken: Locale, of: &State) -> Vec<Asked> {
    let shelf = state.bank.shelf(content::Reader::Staff);
    let asked = |item: &Item| {
        let question = shelf.get(&item.question);
        let text = question.map(|it| it.text(lang.0).clone()).unwrap_or_default();
        let shown = question.map(|it| it.text(spoken).prompt.clone()).unwrap_or_default();
        let current = of.current.as_ref() == Some(&item.question);
        let exhibits = shelf.exhibits_of(&item.question).map(|it| {
            let title = it.document.version(lang.0).title_plain.clone();
            Beside { id: it.id.to_string(), title }
        });
        Asked { item: item.clone(), text, shown, spoken, current, exhibits: exhibits.collect() }
    };
    of.plan.items.iter().map(asked).collect()
}

impl Asked {
    /// What the island has to know of it.
    pub fn card(&self) -> Card {
        Card {
            question: self.item.question.clone(),
            dimension: self.item.dimension,
            minutes: self.item.minutes,
            title: self.text.plain(Section::Title).to_owned(),
        }
    }
}

/// The middle of the room, with what stands below the questions. Until the browser listens, a card takes no input.
#[component]
pub fn Cards(cards: Vec<Asked>, children: Children) -> impl IntoView {
    let of = cards.len();
    let cards = cards.into_iter().enumerate().map(|(at, card)| view! { <OneCard card=card place=(at + 1, of)/> });
    view! { <main id="main" class="ask">{cards.collect_view()}{children()}</main> }
}

#[component]
fn OneCard(card: Asked, place: (usize, usize)) -> impl IntoView {
    let lang = lang();
    let Asked { item, text, shown, spoken, current, exhibits } = card;
    let id = item.question.to_string();
    let html = |of: &Html| of.as_str().to_owned();
    let points = text.points.iter().map(|it| view! { <li inner_html=html(it)></li> }).collect_view();
    let traps = text.traps.iter().map(|it| {
        view! { <li><p class="claim"><Icon name="cross" small=true/><span inner_html=html(&it.claim)></span></p>
        <div class="fact"><Icon name="check" small=true/><div inner_html=html(&it.fact)></div></div></li> }
    });
    let follow_ups = text.follow_ups.iter().enumerate().map(|(index, it)| {
        view! { <label class="check"><input type="checkbox" data-act="follow-up" value=index.to_string()/><span inner_html=html(it)></span></label> }
    });
    let flags = text.red_flags_plain.iter().enumerate().map(|(index, it)| {
        let own = (index == 0).then(|| format!("flag-{id}"));
        view! { <label class="check"><input type="checkbox" data-act="flag" id=own value=it.clone()/><span>{it.clone()}</span></label> }
    });
    view! {
        <article class="asked" data-question=id.clone() hidden=!current inert="">
            <p class="row wide dense soft"><span class="n">{format!("{} / {}", place.0, place.1)}</span>
                <span>{lang.t(&format!("dimension-{}", item.dimension))}</span><code>{id.clone()}</code>
                <span class="end n"><span class="spent">"0:00"</span>{format!(" / {}:00", item.minutes)}</span></p>
            <div class="prompt" inner_html=html(&text.prompt)></div>
            <template id=format!("shown-{id}") lang=spoken.name() inner_html=html(&shown)></template>
            <div class="pair">
                <section aria-labelledby=format!("glance-h-{id}")><h3 id=format!("glance-h-{id}")>{lang.t("room-glance")}</h3>
                    <p class="dense" inner_html=html(&text.glance)></p><ul class="points dense">{points}</ul></section>
                <section aria-labelledby=format!("follow-h-{id}")><h3 id=format!("follow-h-{id}")>{lang.t("room-follow-ups")}</h3>
                    {follow_ups.collect_view()}
                    <Hints id=id.clone()/></section>
            </div>
            <Scores id=id.clone() expected=item.expected anchors=text.anchors.iter().map(html).collect()/>
            <div class="pair notes">
                <section aria-labelledby=format!("note-h-{id}")><h3 id=format!("note-h-{id}")>{lang.t("room-note")}<kbd>"N"</kbd>
                    <span class="tiny quiet end">{lang.t("room-note-read")}</span></h3>
                    // Never with children: Leptos 0.8 does not escape those. The island puts the text in.
                    <textarea class="note" id=format!("note-{id}") rows="5" dir="auto" maxlength=NOTE_MAX.to_string()
                        aria-labelledby=format!("note-h-{id}")></textarea>
                    <Clash/></section>
                <section aria-labelledby=format!("flags-h-{id}")><h3 id=format!("flags-h-{id}")>{lang.t("room-flags")}<kbd>"F"</kbd></h3>
                    {flags.collect_view()}</section>
            </div>
            <Exhibits id=id.clone() exhibits=exhibits/>
            <Fold title=lang.t("room-answer") html=html(&text.answer)/>
            <Fold title=lang.t("room-practice") html=html(&text.practice)/>
            <details class="sec fold-sec"><summary>{lang.t("room-traps")}</summary><ul class="trap">{traps.collect_view()}</ul></details>
        </article>
    }
}

/// What the note says elsewhere, when two tabs or devices wrote it without knowing of each other.
#[component]
fn Clash() -> impl IntoView {
    let lang = lang();
    let button = |act: &'static str, key| {
        view! { <button class="btn small" type="button" data-act=act>{lang.t(key)}</button> }
    };
    view! {
        <div class="clash" role="group" aria-label=lang.t("room-clash") hidden=""><p class="state warn"><Icon name="warn" small=true/>{lang.t("room-clash")}</p>
            <blockquote class="other" dir="auto"></blockquote>
            <p class="row">{button("clash-mine", "room-clash-mine")}{button("clash-other", "room-clash-other")}{button("clash-both", "room-clash-both")}</p></div>
    }
}

/// The hints that were given, and a field for the next. The island fills the list by its first line, which is a pattern.
#[component]
fn Hints(id: String) -> impl IntoView {
    let lang = lang();
    let words = lang.t("room-hint-words");
    view! {
        <ul class="given" aria-label=lang.t("room-hints")><li class="hint-line" hidden><span class="n quiet"></span><bdi class="said"></bdi>
            <button class="btn bare small shared" type="button" data-act="take-back" aria-label=lang.t("room-take-back")><Icon name="cross" small=true/></button></li></ul>
        <p class="row give"><input type="text" id=format!("hint-{id}") data-act="hint" dir="auto" maxlength=HINT_MAX.to_string() autocomplete="off"
                aria-label=words.clone() placeholder=words/>
            <button class="btn small shared" type="button" data-act="give">{lang.t("room-give-hint")}<kbd>"H"</kbd></button></p>
    }
}

/// The exhibits that the candidate can be shown; what is wrong with each is on the question's page.
#[component]
fn Exhibits(id: String, exhibits: Vec<Beside>) -> impl IntoView {
    let lang = lang();
    let heading = format!("exhibits-h-{id}");
    let rows = exhibits.into_iter().map(|it| {
        let href = lang.path(&format!("/questions/{id}#exhibit-{}", it.id));
        view! {
            <p class="row"><label class="check"><input type="checkbox" data-act="exhibit" value=it.id/><span>{it.title}</span></label>
                <a class="tiny end" href=href target="_blank">{lang.t("room-exhibit-defects")}</a></p>
        }
    });
    let rows = rows.collect_view();
    (!rows.is_empty()).then(|| {
        view! { <section class="sec" aria-labelledby=heading.clone()><h3 id=heading.clone()>{lang.t("room-exhibits")}</h3>{rows}</section> }
    })
}

#[component]
fn Fold(title: String, html: String) -> impl IntoView {
    view! { <details class="sec fold-sec"><summary>{title}</summary><div class="stack read prose" inner_html=html></div></details> }
}

#[component]
fn Scores(id: String, expected: u8, anchors: Vec<String>) -> impl IntoView {
    let lang = lang();
    let name = format!("score-{id}");
    let rows = Score::RATED.into_iter().zip(anchors).map(|(score, anchor)| {
        view! { <label><input type="radio" name=name.clone() data-act="score" value=u8::from(score)/>
            <span class="cap">{u8::from(score)}</span><span inner_html=anchor></span><span class="say"><Icon name="check" small=true/></span></label> }
    });
    let rows = rows.collect_view();
    view! {
        <fieldset class="score">
            <legend><b>{lang.t("room-score")}</b><span class="quiet">{lang.t("room-expected")}" "<span class="n">{expected}</span></span></legend>
            {rows}
            <label class="none"><input type="radio" name=name data-act="score" value="0"/>
                <span class="cap">"0"</span><span>{lang.t("room-not-assessed")}</span><span class="say"><Icon name="check" small=true/></span></label>
        </fieldset>
    }
}
