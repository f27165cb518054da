//! What an island starts with.
//!
//! Leptos would hand props over as JSON, and the WASM would hold a decoder of JSON for that alone.

#[cfg(not(feature = "ssr"))]
use serde::de::DeserializeOwned as Shipped;

/// Data of the page's one island.
#[cfg(feature = "ssr")]
#[derive(Clone)]
struct Start<T>(T);

#[cfg(feature = "ssr")]
/// What can be handed over.
pub trait Shipped: serde::Serialize + Clone + Send + Sync + 'static {}
#[cfg(feature = "ssr")]
impl<T: serde::Serialize + Clone + Send + Sync + 'static> Shipped for T {}

/// Hands `data` over to the island that is drawn after it in the same page.
#[cfg(feature = "ssr")]
pub fn hand_over<T: Shipped>(data: T) -> impl leptos::prelude::IntoView {
    use leptos::prelude::*;
    let packed = crate::wire::pack(&data);
    provide_context(Start(data));
    view! { <data id="start" value=packed></data> }
}

/// The data of this page: on the server as it was handed over, in the browser as the page holds it.
#[cfg(feature = "ssr")]
pub fn start<T: Shipped>() -> Option<T> {
    leptos::prelude::use_context::<Start<T>>().map(|Start(data)| data)
}

/// The data of this page: on the server as it was handed over, in the browser as the page holds it.
#[cfg(not(feature = "ssr"))]
pub fn start<T: Shipped>() -> Option<T> {
    let packed = leptos::prelude::document().get_element_by_id("start")?.get_attribute("value")?;
    crate::wire::unpack(&packed)
}
