//! What each dimension counts at each level: the version in force, the changes before, and a form for the next.

use crate::{
    AppError, access, clock,
    lang::Lang,
    state::{AppState, state},
    ui::{Field, NoteField, Select, lang},
};
use domain::{
    Dimension, Level, Locale,
    weights::{Version, Weights},
};
use leptos::{form::ActionForm, prelude::*};
use store::Weighted;

/// Longest reason, in characters.
const REASON_MAX: usize = 500;

/// Makes a new version of a level's weights. Interviews that were planned before keep theirs.
#[server(endpoint = "set_weights")]
pub async fn set_weights(
    level: Level,
    theory: String,
    practice: String,
    architecture: String,
    reason: String,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::SET_WEIGHTS.enter()?;
    let percent = |text: &str| text.trim().trim_end_matches('%').trim_end().parse::<u8>().ok();
    let weights = [percent(&theory), percent(&practice), percent(&architecture)];
    let weights = match weights {
        [Some(theory), Some(practice), Some(architecture)] => Weights::try_from([theory, practice, architecture]).ok(),
        _ => None,
    };
    let weights = weights.ok_or_else(|| AppError::invalid("theory", "weights"))?;
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_MAX {
        return Err(AppError::invalid("reason", "why"));
    }
    state()?.db.set_weights(level, weights, reason, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/settings"));
    Ok(())
}

/// Weights as one line.
#[must_use]
pub fn line(lang: Lang, weights: Weights) -> String {
    let weight = |it: Dimension| u32::from(weights.of(it)).into();
    lang.with(
        "loop-weights",
        &[
            ("theory", weight(Dimension::Theory)),
            ("practice", weight(Dimension::Practice)),
            ("architecture", weight(Dimension::Architecture)),
        ],
    )
}

/// What the section shows.
pub(super) struct WeightsSection {
    now: Vec<(Level, Version)>,
    changes: Vec<Weighted>,
}

impl WeightsSection {
    pub(super) async fn load(state: &AppState) -> Result<Self, AppError> {
        let mut now = Vec::new();
        for level in Level::ALL {
            now.push((*level, state.db.weights(*level).await?));
        }
        Ok(Self { now, changes: state.db.weight_changes().await? })
    }

    pub(super) fn draw(self) -> impl IntoView {
        let lang = lang();
        let rows = self.now.into_iter().map(|(level, version)| {
            let of = |it: Dimension| lang.with("percent", &[("n", u32::from(version.weights.of(it)).into())]);
            let cells: Vec<_> = Dimension::ALL.iter().map(|it| view! { <td class="num">{of(*it)}</td> }).collect();
            view! { <tr><th scope="row">{lang.t(&format!("level-{level}"))}</th>{cells}<td class="num">{version.number}</td></tr> }
        });
        let heads = Dimension::ALL.iter().map(|it| {
            view! { <th scope="col" class="num">{lang.t(&format!("dimension-{it}"))}</th> }
        });
        view! {
            <section class="sec" aria-labelledby="weights"><header><h2 id="weights">{lang.t("settings-weights")}</h2></header>
                <p class="quiet">{lang.t("settings-weights-text")}</p>
                <table class="t">
                    <caption class="vh">{lang.t("settings-weights")}</caption>
                    <thead><tr><th scope="col">{lang.t("col-level")}</th>{heads.collect::<Vec<_>>()}
                        <th scope="col" class="num">{lang.t("settings-version")}</th></tr></thead>
                    <tbody>{rows.collect::<Vec<_>>()}</tbody>
                </table>
                {changes(lang, self.changes)}
                <Form/>
            </section>
        }
    }
}

fn changes(lang: Lang, changes: Vec<Weighted>) -> impl IntoView {
    let items = changes.into_iter().map(|it| {
        let what = lang.with(
            "settings-change",
            &[("level", lang.t(&format!("level-{}", it.level)).into()), ("n", it.version.number.into())],
        );
        view! {
            <li><p><b>{what}</b>" · "{line(lang, it.version.weights)}</p>
                <p><bdi>{it.reason}</bdi></p>
                <p class="tiny quiet"><bdi>{it.by}</bdi>", "<span class="n">{lang.moment(it.at)}</span></p></li>
        }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| {
        view! { <details class="fold-sec"><summary>{lang.t("settings-changes")}</summary><ul class="plain stack">{items}</ul></details> }
    })
}

#[component]
fn Form() -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<SetWeights>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let levels = Level::ALL.iter().map(|it| (it.name().to_owned(), lang.t(&format!("level-{it}")))).collect();
    view! {
        <h3>{lang.t("settings-weights-new")}</h3>
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="lang" value=lang.0.name()/>
            <Select name="level" label="col-level" options=levels chosen=Level::ALL[0].name().to_owned()/>
            <Field name="theory" label="settings-theory" max=3 error=error.clone()/>
            <Field name="practice" label="settings-practice" max=3/>
            <Field name="architecture" label="settings-architecture" max=3/>
            <NoteField name="reason" label="settings-reason" hint="settings-reason-hint" max=REASON_MAX error=error/>
            <button class="btn" type="submit">{lang.t("settings-weights-save")}</button>
        </ActionForm>
    }
}
