//! Settings of the company: its name and language, when people are left alone, what each dimension counts.

mod weights;

pub use weights::{SetWeights, line, set_weights};

use crate::{
    AppError, access, clock,
    state::state,
    ui::{Field, Frame, Place, Select, lang, page},
};
use domain::{
    Locale,
    settings::{COMPANY_MAX, Quiet, Settings, Weekend},
    text::one_line,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use weights::WeightsSection;

/// Sets the company's name, its language, and its quiet hours.
#[server(endpoint = "set_settings")]
pub async fn set_settings(
    #[server(default)] company: String,
    locale: Locale,
    from: String,
    to: String,
    weekend: Weekend,
    zone: String,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::SET_SETTINGS.enter()?;
    let company = one_line(&company, COMPANY_MAX).ok_or_else(|| AppError::invalid("company", "company"))?;
    let zone = zone.trim().to_owned();
    if clock::local_hour(clock::now(), &zone).is_none() {
        return Err(AppError::invalid("zone", "zone"));
    }
    let quiet = Quiet { from: hour("from", &from)?, to: hour("to", &to)?, weekend, zone };
    state()?.db.set_settings(&Settings { company, locale, quiet }, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/settings"));
    Ok(())
}

fn hour(field: &str, text: &str) -> Result<u8, AppError> {
    text.trim().parse().ok().filter(|it| *it < 24).ok_or_else(|| AppError::invalid(field, "hour"))
}

/// The page for administrators.
#[component]
pub fn SettingsPage() -> impl IntoView {
    page(async move {
        access::SETTINGS.enter()?;
        let lang = lang();
        let state = state()?;
        let settings = state.db.settings().await?;
        let questions = state.bank.candidates().len();
        let weights = WeightsSection::load(&state).await?;
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("settings-title"))/>
            <Frame place=Place::People>
                <main id="main" class="narrow stack">
                    <h1>{lang.t("settings-title")}</h1>
                    <Company settings=settings/>
                    {weights.draw()}
                    <section class="sec" aria-labelledby="bank"><header><h2 id="bank">{lang.t("settings-bank")}</h2></header>
                        <p>{lang.n("settings-questions", questions)}</p>
                        <p class="quiet">{lang.t("settings-folder")}" "<code dir="ltr">"HOPWISE_CONTENT"</code></p>
                        <p class="quiet">{lang.t("settings-own-folder")}" "<code dir="ltr">"HOPWISE_OWN_CONTENT"</code></p>
                    </section>
                </main>
            </Frame>
        })
    })
}

#[component]
fn Company(settings: Settings) -> impl IntoView {
    let lang = lang();
    let action = ServerAction::<SetSettings>::new();
    let error = action.value().get_untracked().and_then(Result::err);
    let languages = Locale::ALL.iter().map(|it| (it.name().to_owned(), it.endonym().to_owned())).collect();
    let weekends = Weekend::ALL.iter().map(|it| (it.name().to_owned(), lang.t(&format!("weekend-{it}")))).collect();
    let quiet = settings.quiet;
    view! {
        <section class="sec" aria-labelledby="company-h"><header><h2 id="company-h">{lang.t("settings-company")}</h2></header>
            <ActionForm action=action attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <Field name="company" label="settings-name" hint="settings-name-hint" required=false max=COMPANY_MAX value=settings.company error=error.clone()/>
                <Select name="locale" label="settings-language" options=languages chosen=settings.locale.name().to_owned()/>
                <h3>{lang.t("settings-quiet")}</h3>
                <p class="hint">{lang.t("settings-quiet-text")}</p>
                <Field name="from" label="settings-from" max=2 value=quiet.from.to_string() error=error.clone()/>
                <Field name="to" label="settings-to" max=2 value=quiet.to.to_string() error=error.clone()/>
                <Select name="weekend" label="settings-weekend" options=weekends chosen=quiet.weekend.name().to_owned()/>
                <Field name="zone" label="settings-zone" hint="settings-zone-hint" max=60 value=quiet.zone error=error/>
                <button class="btn main" type="submit">{lang.t("settings-save")}</button>
            </ActionForm>
        </section>
    }
}
