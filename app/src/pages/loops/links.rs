//! The links that let candidates in: how often each was opened, and taking one back.

use crate::{
    AppError, access, clock,
    state::{AppState, state},
    ui::lang,
};
use domain::{LinkId, Locale, LoopId, UserId};
use leptos::{form::ActionForm, prelude::*};
use store::{InterviewSummary, Link};

/// Takes a link back; whoever has it open sees nothing more.
#[server(endpoint = "revoke_join_link")]
pub async fn revoke_join_link(link: LinkId, back: LoopId, lang: Locale) -> Result<(), AppError> {
    let viewer = access::REVOKE_JOIN_LINK.enter()?;
    state()?.db.revoke_link(link, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{back}"));
    Ok(())
}

/// The links of a loop's interviews, newest first.
pub(super) async fn of(
    state: &AppState,
    interviews: &[InterviewSummary],
    viewer: UserId,
) -> Result<Vec<Link>, AppError> {
    let mut all = Vec::new();
    for it in interviews {
        all.extend(state.db.links(it.id, viewer).await?);
    }
    Ok(all)
}

/// The list; nothing where no link was made.
#[component]
pub(super) fn Links(of: Vec<Link>, back: LoopId) -> impl IntoView {
    let lang = lang();
    let now = clock::now();
    let rows = of.into_iter().map(move |it| {
        let open = it.revoked_at.is_none() && it.expires_at > now;
        let state = match (it.revoked_at.is_some(), it.opened > 1) {
            (true, _) => view! { <span class="quiet">{lang.t("links-revoked")}</span> }.into_any(),
            (_, true) => view! { <span class="state warn">{lang.t("links-again")}</span> }.into_any(),
            (_, false) => ().into_any(),
        };
        view! {
            <li class="row wide">
                <span class="n">{lang.moment(it.created_at)}</span>
                <span>{lang.t("links-until")}" "<span class="n">{lang.moment(it.expires_at)}</span></span>
                <span>{lang.t("links-opened")}" "<span class="n">{format!("{}×", it.opened)}</span></span>
                {state}
                {open.then(|| view! {
                    <ActionForm action={ServerAction::<RevokeJoinLink>::new()} attr:class="end">
                        <input type="hidden" name="lang" value=lang.0.name()/>
                        <input type="hidden" name="back" value=back.to_string()/>
                        <input type="hidden" name="link" value=it.id.to_string()/>
                        <button class="btn small" type="submit">{lang.t("links-revoke")}</button>
                    </ActionForm>
                })}
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sec" aria-labelledby="links"><header><h2 id="links">{lang.t("links-title")}</h2></header>
                <ul class="lines">{rows}</ul></section>
        }
    })
}
