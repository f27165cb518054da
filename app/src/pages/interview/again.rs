//! The form that stands over the room when its session has ended; `islands/room/again.rs` shows and sends it.

use crate::{
    islands::room::again::{DIALOG, FORM, LATER},
    pages::sign_in::SignIn,
    ui::{Field, lang},
};
use domain::{account::PASSWORD_MAX, person::EMAIL_MAX};
use leptos::{prelude::*, server_fn::ServerFn};

/// The dialog, closed. One of its sentences is shown at a time; `name` is whose work the room holds.
#[component]
pub fn Again(name: String) -> impl IntoView {
    let lang = lang();
    let sentence = |when: &'static str, text: String| view! { <p data-when=when hidden>{text}</p> };
    view! {
        <dialog class="sheet-dialog again" id=DIALOG aria-labelledby="again_title">
            <form class="form" id=FORM method="post" action=SignIn::url()>
                <h2 id="again_title">{lang.t("again-title")}</h2>
                <div role="alert">
                    {sentence("signed-out", lang.t("again-signed-out"))}
                    {sentence("somebody-else", lang.with("again-somebody-else", &[("name", name.as_str().into())]))}
                    {sentence("wrong", lang.t("invalid-no-match"))}
                    {sentence("too-many", lang.t("problem-too-many-title"))}
                    {sentence("failed", lang.t("room-failed"))}
                </div>
                <input type="hidden" name="lang" value=lang.0.name()/>
                <Field name="email" label="field-email" kind="email" autocomplete="username" max=EMAIL_MAX/>
                <Field name="password" label="field-password" kind="password" autocomplete="current-password" max=PASSWORD_MAX/>
                <div class="actions"><button class="btn main" type="submit">{lang.t("nav-sign-in")}</button>
                    <button class="btn bare" type="button" id=LATER>{lang.t("again-later")}</button>
                    <a class="tiny end" href=lang.path("/sign-in") target="_blank">{lang.t("room-sign-in")}</a></div>
            </form>
        </dialog>
    }
}
