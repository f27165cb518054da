//! Server-sent events as a browser reads them.

use crate::client::Client;
use http_body_util::{BodyExt, Full};
use hyper::{Method, body::Incoming, http::response::Parts};
use serde::de::DeserializeOwned;
use std::time::Duration;

/// A test that waits longer than this for a message has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// An open stream.
pub struct Messages {
    /// Status and headers of the answer.
    pub head: Parts,
    body: Incoming,
    read: String,
}

impl Messages {
    /// Opens a stream.
    pub async fn open(client: &Client, path: &str) -> Self {
        let request = client.request(Method::GET, path).header("accept", "text/event-stream");
        let (head, body) = client.begin(request.body(Full::default()).unwrap()).await.unwrap().into_parts();
        Self { head, body, read: String::new() }
    }

    /// The next message; `None` when the server has ended the stream.
    pub async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((message, rest)) = self.read.split_once("\n\n") {
                let data = message.strip_prefix("data: ").map(str::to_owned);
                self.read = rest.to_owned();
                match data {
                    Some(data) => return Some(data),
                    None => continue, // a comment, which only keeps the connection open
                }
            }
            let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await.expect("no message came")?;
            let bytes = frame.ok()?.into_data().unwrap_or_default();
            self.read.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }

    /// The next message as islands read it: of this type, and with nothing after it.
    pub async fn read<T: DeserializeOwned>(&mut self) -> T {
        app::wire::unpack(&self.next().await.expect("the stream has ended")).expect("another type")
    }
}
