//! The HTML document around every page.

use crate::{bundle::BUNDLE, lang::Lang, viewer};
use domain::Locale;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// What the document needs to know of the request.
struct Request {
    lang: Lang,
    theme: Option<&'static str>,
    islands: bool,
}

fn request() -> Request {
    let parts = use_context::<http::request::Parts>();
    let path = parts.as_ref().map(|it| it.uri.path().to_owned()).unwrap_or_default();
    let cookies = parts.as_ref().and_then(|it| it.headers.get(http::header::COOKIE)).and_then(|it| it.to_str().ok());
    let theme = cookies
        .unwrap_or_default()
        .split(';')
        .find_map(|cookie| cookie.trim().strip_prefix("theme="))
        .and_then(|value| ["light", "dark"].into_iter().find(|it| *it == value));
    Request { lang: Lang(viewer::locale_of(&path).unwrap_or(Locale::En)), theme, islands: has_islands(&path) }
}

/// Which pages hold islands; only they load the WASM, so that the bank stays small.
#[must_use]
pub fn has_islands(path: &str) -> bool {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    matches!(parts.as_slice(), [_, "interviews", _] | [_, "join", _] | [_, "labs", _])
}

/// The document; `page` is drawn into its body.
pub fn document(page: impl IntoView + 'static) -> impl IntoView {
    // Nothing outside islands wakes up in the browser: no ids, no serialised data.
    if let Some(context) = Owner::current_shared_context() {
        context.set_is_hydrating(false);
    }
    let Request { lang, theme, islands } = request();
    let hebrew = lang.0 == Locale::He;
    view! {
        <!DOCTYPE html>
        <html lang=lang.0.name() dir=lang.0.dir() data-theme=theme>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="preload" href="/fonts/inter-latin.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                {hebrew.then(|| view! {
                    <link rel="preload" href="/fonts/noto-sans-hebrew.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                })}
                {(lang.0 == Locale::Ru).then(|| view! {
                    <link rel="preload" href="/fonts/inter-cyrillic.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                })}
                <link rel="stylesheet" href=BUNDLE.css.clone()/>
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                <script type="module" src="/page.js"></script>
                {islands.then(|| view! {
                    <link rel="modulepreload" href=BUNDLE.js.clone()/>
                    <link rel="preload" href=BUNDLE.wasm.clone() r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                    <script type="module" src="/islands.js" data-js=BUNDLE.js.clone() data-wasm=BUNDLE.wasm.clone()></script>
                })}
                <MetaTags/>
            </head>
            <body>{page}</body>
        </html>
    }
}
