//! The draft by dimension: each question with the buttons that move, swap, pin and remove it.

use crate::{
    lang::Lang,
    state::AppState,
    ui::{Icon, lang},
};
use content::{Section, Shelf};
use domain::{
    Block, Dimension, QuestionId,
    plan::{self, Balance, Draft, Edit, Picked},
};
use leptos::prelude::*;

/// Most alternatives that are offered for a question; the best come first.
const OFFERED: usize = 6;

/// A question in words.
#[derive(Clone)]
struct Named {
    id: QuestionId,
    title: String,
    block: Block,
    minutes: u16,
}

/// A question of the draft.
struct Row {
    it: Named,
    pinned: bool,
    first: bool,
    last: bool,
    instead: Vec<Named>,
}

/// One dimension.
struct Part {
    balance: Balance,
    rows: Vec<Row>,
    more: Vec<Named>,
}

/// The draft in the words of one language, apart from the bank that it was made from.
pub(super) struct Board(Vec<Part>);

/// The title of a question; its id when the bank has it no more.
pub(super) fn title(shelf: Shelf<'_>, lang: Lang, id: &QuestionId) -> String {
    shelf.get(id).map_or_else(|| id.to_string(), |it| it.text(lang.0).plain(Section::Title).to_owned())
}

impl Board {
    /// Of a draft.
    pub(super) fn of(state: &AppState, lang: Lang, draft: &Draft<'_>) -> Self {
        let shelf = state.bank.shelf(content::Reader::Staff);
        let named = |it: &plan::Candidate| Named {
            id: it.question.clone(),
            title: title(shelf, lang, &it.question),
            block: it.block,
            minutes: it.minutes,
        };
        let part = |balance: Balance| {
            let of: Vec<&Picked<'_>> = draft.of(balance.dimension).collect();
            let row = |(at, it): (usize, &&Picked<'_>)| Row {
                it: named(it.of),
                pinned: it.pinned,
                first: at == 0,
                last: at + 1 == of.len(),
                instead: draft.alternatives(&it.of.question).into_iter().take(OFFERED).map(named).collect(),
            };
            let rows = of.iter().enumerate().map(row).collect();
            Part { balance, rows, more: draft.addable(balance.dimension).map(named).collect() }
        };
        Self(draft.balance().into_iter().map(part).collect())
    }

    /// The parts, and a choice of what could be added to each.
    pub(super) fn draw(self) -> impl IntoView {
        let lang = lang();
        let groups = self.0.iter().map(|it| group(lang, it.balance.dimension, &it.more)).collect_view();
        let any = self.0.iter().any(|it| !it.more.is_empty());
        let parts = self.0.into_iter().map(|it| part(lang, it)).collect_view();
        view! {
            {parts}
            {any.then(|| view! {
                <p class="row adding"><label for="add">{lang.t("plan-add")}</label>
                    <select id="add" name="add">{groups}</select>
                    <button class="btn small" type="submit" name="do" value="add"><Icon name="plus" small=true/>{lang.t("plan-add-do")}</button></p>
            })}
        }
    }
}

fn group(lang: Lang, dimension: Dimension, more: &[Named]) -> impl IntoView + use<> {
    let options = more.iter().map(|it| {
        // An option holds no elements: marks keep a title that begins or ends in Latin letters in the page's direction.
        let turn = if lang.0.dir() == "rtl" { '\u{2067}' } else { '\u{2066}' };
        let title = format!("{turn}{}\u{2069}", it.title);
        let words = format!("{title} · {}", lang.n("plan-minutes", usize::from(it.minutes)));
        view! { <option value=it.id.to_string()>{words}</option> }
    });
    let options: Vec<_> = options.collect();
    (!options.is_empty())
        .then(|| view! { <optgroup label=lang.t(&format!("dimension-{dimension}"))>{options}</optgroup> })
}

fn part(lang: Lang, part: Part) -> impl IntoView {
    let Part { balance, rows, more } = part;
    let id = format!("part-{}", balance.dimension);
    let labelled = id.clone();
    let (planned, core) = (balance.planned, balance.core.max(1));
    let width = format!("{:.1}%", f64::from(planned.min(core)) * 100.0 / f64::from(core));
    let fits = more.iter().any(|it| it.minutes <= balance.short());
    let said = match (balance.over(), balance.short()) {
        (0, 0) => None,
        (0, n) if fits => Some(lang.n("plan-short", n.into())),
        // Nothing that is left fills it: that is the bank's matter, not the interviewer's.
        (0, n) => Some(lang.n("plan-short-bank", n.into())),
        (n, _) => Some(lang.n("plan-over", n.into())),
    };
    let few = (!balance.is_enough()).then(|| lang.t("plan-too-few"));
    let sum = lang.with("plan-of", &[("planned", planned.into()), ("core", balance.core.into())]);
    view! {
        <section aria-labelledby=labelled>
            <h3 id=id><span>{lang.t(&format!("dimension-{}", balance.dimension))}</span><span class="quiet">{sum}</span>
                {said.into_iter().chain(few).map(|text| view! { <span class="state warn"><Icon name="warn" small=true/><span>{text}</span></span> }).collect_view()}</h3>
            <svg class="meter" aria-hidden="true"><rect class="bed" width="100%" height="3"></rect>
                <rect class="fill" class:over={balance.over() > 0} width=width height="3"></rect></svg>
            <ol class="draft">{rows.into_iter().map(|it| row(lang, it)).collect_view()}</ol>
        </section>
    }
}

fn row(lang: Lang, row: Row) -> impl IntoView {
    let Row { it, pinned, first, last, instead } = row;
    let Named { id, title, block, minutes } = it;
    let press = |icon: &'static str, key: &str, prefix: &str, edit: Edit, off: bool, on: Option<bool>| {
        let words = lang.with(key, &[("title", title.clone().into())]);
        let pressed = on.map(|it| if it { "true" } else { "false" });
        view! {
            <button class="btn bare small" type="submit" name="do" value=edit.to_string() id=format!("{prefix}-{id}")
                disabled=off aria-label=words.clone() title=words aria-pressed=pressed><Icon name=icon small=true/></button>
        }
    };
    let pin = if pinned { Edit::Unpin(id.clone()) } else { Edit::Pin(id.clone()) };
    let others = instead.into_iter().map(|other| {
        view! {
            <li><button type="submit" name="do" value=Edit::Swap(id.clone(), other.id.clone()).to_string()>
                <span>{other.title}</span><span class="quiet">{lang.t(&format!("block-{}", other.block))}</span>
                <span class="quiet nowrap">{lang.n("plan-minutes", other.minutes.into())}</span></button></li>
        }
    });
    let others: Vec<_> = others.collect();
    view! {
        <li data-item=id.to_string() class:pinned=pinned>
            <span class="grip" data-grip="" hidden="" aria-hidden="true"><Icon name="grip" small=true/></span>
            <a href=lang.path(&format!("/questions/{id}"))>{title.clone()}</a>
            <span class="quiet about"><span>{lang.t(&format!("block-{block}"))}</span>
                <span class="nowrap">{lang.n("plan-minutes", minutes.into())}</span></span>
            <span class="acts">
                {press("up", "plan-up", "up", Edit::Up(id.clone()), first, None)}
                {press("down", "plan-down", "down", Edit::Down(id.clone()), last, None)}
                {press("pin", "plan-pin", "pin", pin, false, Some(pinned))}
                {press("cross", "plan-remove", "remove", Edit::Remove(id.clone()), false, None)}
            </span>
            {(!others.is_empty()).then(|| view! {
                <details class="swap" name="swap"><summary class="btn bare small" aria-label=lang.with("plan-swap", &[("title", title.clone().into())])>
                    <Icon name="swap" small=true/>{lang.t("plan-swap-do")}</summary><ul>{others}</ul></details>
            })}
        </li>
    }
}
