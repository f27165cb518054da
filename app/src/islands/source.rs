//! Server-sent events: one stream. The browser reconnects by itself.

use crate::wire;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

/// Opens a stream and calls `on_message` for each message, with nothing when it cannot be read, because the server is newer
/// than this page. `on_state(true)` is called when the stream stands, `on_state(false)` when it broke. The stream lives until
/// [`EventSource::close`] or the end of the page.
pub fn listen<T: DeserializeOwned>(
    url: &str,
    on_message: impl Fn(Option<T>) + 'static,
    on_state: impl Fn(bool) + Clone + 'static,
) -> Option<EventSource> {
    let source = EventSource::new(url).ok()?;
    let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        on_message(event.data().as_string().and_then(|it| wire::unpack(&it)));
    });
    source.set_onmessage(Some(message.as_ref().unchecked_ref()));
    message.forget();
    for (name, state) in [("open", true), ("error", false)] {
        let on_state = on_state.clone();
        let handler = Closure::<dyn Fn()>::new(move || on_state(state));
        // Cannot fail: the target exists and the listener is a function.
        let _ = source.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
        handler.forget();
    }
    Some(source)
}
