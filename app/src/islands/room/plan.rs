//! The plan beside the question: what was asked, what comes, how long it took.

use super::{Handle, commands};
use crate::islands::duration::clock;
use domain::{Dimension, Score, time::MINUTE};
use leptos::prelude::*;

/// The plan by dimension; each question is a button that takes it up.
#[component]
pub fn PlanList(room: Handle) -> impl IntoView {
    let groups = Dimension::ALL.iter().map(|it| view! { <Group room=room dimension=*it/> }).collect_view();
    view! { <nav class="plan" aria-label=room.t("room-plan")><ol>{groups}</ol></nav> }
}

#[component]
fn Group(room: Handle, dimension: Dimension) -> impl IntoView {
    let cards = room
        .data
        .with_value(|it| it.cards.iter().filter(|card| card.dimension == dimension).cloned().collect::<Vec<_>>());
    let planned: i64 = cards.iter().map(|it| i64::from(it.minutes) * MINUTE).sum();
    let questions = StoredValue::new(cards.iter().map(|it| it.question.clone()).collect::<Vec<_>>());
    let spent = move || {
        let now = room.log.now.get();
        room.read(|state| questions.with_value(|of| of.iter().map(|it| state.spent_on(it, now)).sum::<i64>()))
    };
    let over = move || spent() > planned;
    let width = move || format!("{:.1}%", (spent().min(planned) as f64 / planned.max(1) as f64) * 100.0);
    let rows = cards.into_iter().map(|card| {
        let (question, minutes) = (card.question.clone(), card.minutes);
        let (to, mark) = (question.clone(), question.clone());
        let current = move || room.read(|it| it.current.as_ref() == Some(&question)).then_some("step");
        let score = move || room.read(|it| it.mark(room.log.viewer, &mark).score.map(|it| it.0));
        let flagged = {
            let question = to.clone();
            move || room.read(|it| !it.mark(room.log.viewer, &question).flags.is_empty())
        };
        view! {
            <li aria-current=current>
                <button type="button" on:click=move |_| commands::go(room, to.clone())>{card.title}</button>
                {move || flagged().then(|| view! { <span class="warn"><svg class="i sm" viewBox="0 0 16 16" aria-hidden="true">
                    <use href="/icons.svg#i-flag"></use></svg><span class="vh">{room.t("room-flagged")}</span></span> })}
                {move || match score() {
                    Some(Score::NotAssessed) => view! { <b class="n">"–"</b> }.into_any(),
                    Some(score) => view! { <b class="n">{u8::from(score)}</b> }.into_any(),
                    None => view! { <span class="n quiet">{format!("{minutes}:00")}</span> }.into_any(),
                }}
            </li>
        }
    });
    view! {
        <li>
            <h2>{room.t(&format!("dimension-{dimension}"))}
                <span class="n"><span class:warn=over>{move || clock(spent())}</span><i>" / "{clock(planned)}</i></span></h2>
            <svg class="meter" aria-hidden="true"><rect class="bed" width="100%" height="3"></rect>
                <rect class="fill" class:over=over width=width height="3"></rect></svg>
            <ul>{rows.collect_view()}</ul>
        </li>
    }
}
