//! What people see: pages drawn on the server, islands that react in the browser, the server functions between them.
#![recursion_limit = "512"]

#[expect(missing_docs, reason = "leptos macros write items without documentation beside ours")]
pub mod api;
pub mod error;
pub mod escape;
pub mod islands;
pub mod texts;
pub mod wire;

#[cfg(feature = "ssr")]
pub mod access;
#[cfg(feature = "ssr")]
pub mod attempts;
#[cfg(feature = "ssr")]
pub mod bundle;
#[cfg(feature = "ssr")]
pub mod clock;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod lang;
#[cfg(feature = "ssr")]
pub mod live;
#[cfg(feature = "ssr")]
#[expect(missing_docs, reason = "leptos macros write items without documentation beside ours")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod password;
#[cfg(feature = "ssr")]
pub mod presence;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod session;
#[cfg(feature = "ssr")]
pub mod state;
#[cfg(feature = "ssr")]
pub mod throttle;
#[cfg(feature = "ssr")]
pub mod token;
#[cfg(feature = "ssr")]
pub mod ui;
#[cfg(feature = "ssr")]
pub mod viewer;

pub use error::AppError;

/// Wakes the islands of a page; called by `islands.js` once the WASM is there.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    // Tells where it panicked; a release does without, to stay small.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
