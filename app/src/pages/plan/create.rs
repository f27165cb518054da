//! From a draft to an interview.

use super::{address::ids, source::Source};
use crate::{AppError, access, clock, state::state};
use domain::{
    Locale, LoopId, TemplateId,
    plan::{Draft, ExtraTime},
};
use leptos::prelude::*;

/// Creates an interview and goes into its room. Without `items` it has the plan that the bank gives; with them just those, or
/// none at all: what was changed by hand is not repaired behind anybody's back.
#[server(endpoint = "create_interview")]
pub async fn create_interview(
    r#loop: LoopId,
    locale: Locale,
    #[server(default)] items: Option<String>,
    #[server(default)] extra: ExtraTime,
    #[server(default)] template: String,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::CREATE_INTERVIEW.enter()?;
    let state = state()?;
    let of = state.db.loop_for(r#loop, viewer.id).await?;
    let source = Source::of(&state, &of).await?;
    let draft = match items {
        None => Draft::built(source.stock()),
        Some(text) => checked(&source, &text)?,
    };
    let mut plan = draft.plan().map_err(|_| AppError::invalid("loop", "empty-plan"))?.stretched(extra);
    if let Ok(id) = template.parse::<TemplateId>() {
        let templates = state.db.templates(of.level, viewer.id).await?;
        // Deleted since the page was drawn: then the interview belongs to none.
        plan.template = templates.iter().map(|it| it.id).find(|it| *it == id);
    }
    let id = state.db.create_interview(r#loop, viewer.id, locale, &plan, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/interviews/{id}"));
    Ok(())
}

/// The draft of a form, if every question of it may be asked.
pub(super) fn checked<'a>(source: &'a Source, items: &str) -> Result<Draft<'a>, AppError> {
    let (questions, strange) = ids(items);
    let (draft, dropped) = Draft::read(source.stock(), &questions, &[]);
    if strange > 0 || !dropped.is_empty() { Err(AppError::invalid("items", "plan")) } else { Ok(draft) }
}
