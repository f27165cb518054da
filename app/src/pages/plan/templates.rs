//! Templates of a level: the draft is kept under a name, and a new draft begins with one.

use super::{
    address::{Address, ids, joined},
    create::checked,
    source::Source,
};
use crate::{
    AppError, access, clock,
    state::state,
    ui::{Field, form_text, lang},
};
use domain::{Locale, LoopId, TemplateId, plan::ExtraTime, text::one_line};
use leptos::{form::ActionForm, prelude::*};
use store::Template;

/// Longest name of a template, in characters.
const NAME_MAX: usize = 60;

/// Keeps the questions of a draft under a name; from then on the draft is one of this template.
#[server(endpoint = "save_template")]
pub async fn save_template(
    r#loop: LoopId,
    name: String,
    items: String,
    #[server(default)] pins: String,
    #[server(default)] extra: ExtraTime,
    #[server(default)] locale: String,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::SAVE_TEMPLATE.enter()?;
    let state = state()?;
    let of = state.db.loop_for(r#loop, viewer.id).await?;
    let name = one_line(&name, NAME_MAX).filter(|it| !it.is_empty());
    let name = name.ok_or_else(|| AppError::invalid("name", "template-name"))?;
    let source = Source::of(&state, &of).await?;
    let draft = checked(&source, &items)?;
    if draft.items().is_empty() {
        return Err(AppError::invalid("items", "plan"));
    }
    let questions = draft.questions();
    let id = state.db.create_template(&name, of.level, &questions, viewer.id, clock::now()).await?;
    let kept = Address {
        items: Some(questions),
        pins: ids(&pins).0,
        template: Some(id),
        extra,
        locale: locale.parse().ok(),
        ..Address::default()
    };
    leptos_axum::redirect(&format!("/{lang}{}", kept.path(r#loop)));
    Ok(())
}

/// Deletes a template; interviews that began with it stay as they are.
#[server(endpoint = "delete_template")]
pub async fn delete_template(template: TemplateId, back: LoopId, lang: Locale) -> Result<(), AppError> {
    let viewer = access::DELETE_TEMPLATE.enter()?;
    state()?.db.delete_template(template, viewer.id).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{back}/plan"));
    Ok(())
}

/// The templates of the level, and a form that makes the draft one.
#[component]
pub(super) fn Templates(
    of: LoopId,
    templates: Vec<Template>,
    /// The draft as it is drawn.
    draft: Address,
) -> impl IntoView {
    let lang = lang();
    let chosen = draft.template;
    let count = templates.len();
    let rows = templates.into_iter().map(|it| {
        let start = Address { template: Some(it.id), extra: draft.extra, locale: draft.locale, ..Address::default() };
        let current = chosen == Some(it.id);
        view! {
            <li aria-current=current.then_some("true")>
                <span><a href=lang.path(&start.path(of))><bdi>{it.name}</bdi></a>
                    {current.then(|| view! { <span class="state now">{lang.t("plan-template-now")}</span> })}</span>
                <span class="quiet">{lang.n("plan-template-questions", it.questions.len())}</span>
                <span class="quiet"><bdi>{it.by}</bdi></span>
                {it.deletable.then(|| view! {
                    <ActionForm action={ServerAction::<DeleteTemplate>::new()}>
                        <input type="hidden" name="lang" value=lang.0.name()/>
                        <input type="hidden" name="back" value=of.to_string()/>
                        <input type="hidden" name="template" value=it.id.to_string()/>
                        <button class="btn small bare" type="submit">{lang.t("plan-template-delete")}</button>
                    </ActionForm>
                })}
            </li>
        }
    });
    let rows = rows.collect_view();
    let action = ServerAction::<SaveTemplate>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let failed =
        error.as_ref().filter(|it| !matches!(it, AppError::Invalid { field, .. } if field == "name")).map(form_text);
    let items = draft.items.clone().unwrap_or_default();
    view! {
        <section class="sec" aria-labelledby="templates">
            <header><h2 id="templates">{lang.t("plan-templates")}</h2></header>
            <p class="quiet dense">{lang.t("plan-templates-text")}</p>
            {(count > 0).then(|| view! { <ul class="lines">{rows}</ul> })}
            {failed.map(|text| view! { <p class="errors" role="alert">{text}</p> })}
            {(!items.is_empty()).then(|| view! {
                <ActionForm action=action attr:class="form">
                    <input type="hidden" name="lang" value=lang.0.name()/>
                    <input type="hidden" name="loop" value=of.to_string()/>
                    <input type="hidden" name="items" value=joined(&items)/>
                    <input type="hidden" name="pins" value=joined(&draft.pins)/>
                    <input type="hidden" name="extra" value=draft.extra.name()/>
                    <input type="hidden" name="locale" value=draft.locale.map(Locale::name)/>
                    <Field name="name" label="plan-template-name" hint="plan-template-hint" max=NAME_MAX error=error/>
                    <button class="btn" type="submit">{lang.t("plan-template-save")}</button>
                </ActionForm>
            })}
        </section>
    }
}
