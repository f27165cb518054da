//! The frame of every page: skip link, top bar, languages, theme, the person.

use crate::{
    access,
    islands::icon::mark,
    ui::{Icon, lang},
    viewer,
};
use domain::Locale;
use leptos::prelude::*;

/// The place of a page in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first page.
    Home,
    /// The bank.
    Questions,
    /// Commands, metrics, problems, tracks.
    Reference,
    /// The simulators.
    Labs,
    /// Candidates, loops, interviews.
    Candidates,
    /// Accounts and the audit log.
    People,
    /// None of these.
    Elsewhere,
}

/// The same path in another language.
fn in_language(path: &str, query: Option<&str>, locale: Locale) -> String {
    let rest = path.splitn(3, '/').nth(2).unwrap_or_default();
    let query = query.map(|it| format!("?{it}")).unwrap_or_default();
    format!("/{locale}/{rest}{query}")
}

/// Languages, each linking to this very page.
#[component]
pub fn Languages() -> impl IntoView {
    let lang = lang();
    let parts = use_context::<http::request::Parts>();
    let (path, query) = parts
        .map(|it| (it.uri.path().to_owned(), it.uri.query().filter(|it| !it.contains("__err")).map(str::to_owned)))
        .unwrap_or_default();
    let links = Locale::ALL.iter().map(|locale| {
        let name = locale.name();
        if *locale == lang.0 {
            view! { <span aria-current="true" lang=name title=locale.endonym()>{locale.short()}</span> }.into_any()
        } else {
            let href = in_language(&path, query.as_deref(), *locale);
            view! { <a href=href lang=name hreflang=name title=locale.endonym()>{locale.short()}</a> }.into_any()
        }
    });
    view! { <nav class="langs" aria-label=lang.t("frame-languages")>{links.collect_view()}</nav> }
}

/// The mark and the name.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <a class="brand" href=lang().path("/") translate="no">
            {mark()}"Hopwise"
        </a>
    }
}

/// The frame around a page's `<main>`.
#[component]
pub fn Frame(
    /// Which place is marked.
    place: Place,
    /// Class of the page, which names its grid.
    #[prop(optional)]
    class: &'static str,
    /// The page; it brings its own `<main id="main">`.
    children: Children,
) -> impl IntoView {
    let lang = lang();
    let viewer = viewer::viewer();
    let current = move |it: Place| (it == place).then_some("page");
    let sign_out = crate::pages::sign_in::sign_out_url();
    view! {
        <div class=format!("frame {class}")>
            <a class="skip" href="#main">{lang.t("frame-skip")}</a>
            <header class="topbar">
                <Brand/>
                <nav class="nav" aria-label=lang.t("frame-nav")>
                    <a href=lang.path("/") aria-current=current(Place::Home)>{lang.t("nav-home")}</a>
                    <a href=lang.path("/questions") aria-current=current(Place::Questions)>{lang.t("nav-questions")}</a>
                    <a href=lang.path("/reference") aria-current=current(Place::Reference)>{lang.t("nav-reference")}</a>
                    <a href=lang.path("/labs") aria-current=current(Place::Labs)>{lang.t("nav-labs")}</a>
                    {viewer.is_some().then(|| view! {
                        <a href=lang.path("/candidates") aria-current=current(Place::Candidates)>{lang.t("nav-candidates")}</a>
                    })}
                    {viewer.as_ref().is_some_and(|it| access::PEOPLE.opens_to(&it.roles)).then(|| view! {
                        <a href=lang.path("/people") aria-current=current(Place::People)>{lang.t("nav-people")}</a>
                    })}
                </nav>
                <div class="tools push">
                    <Languages/>
                    <button class="btn bare" type="button" data-theme-toggle="" aria-label=lang.t("frame-theme")>
                        <span class="to-dark"><Icon name="moon"/></span><span class="to-light"><Icon name="sun"/></span>
                    </button>
                    {match viewer {
                        Some(viewer) => view! {
                            <a class="who" dir="ltr" href=lang.path("/account") aria-label=lang.t("nav-account")>{viewer.initials()}</a>
                            <form method="post" action=sign_out>
                                <input type="hidden" name="lang" value=lang.0.name()/>
                                <button class="btn bare" type="submit">{lang.t("nav-sign-out")}</button>
                            </form>
                        }.into_any(),
                        None => view! { <a class="btn small" href=lang.path("/sign-in")>{lang.t("nav-sign-in")}</a> }.into_any(),
                    }}
                </div>
            </header>
            {children()}
        </div>
    }
}
