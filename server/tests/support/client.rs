//! A plain HTTP client: no cookie jar, no redirects followed, a connection for each request.

use http_body_util::{BodyExt, Full};
use hyper::{
    HeaderMap, Method, Request, StatusCode,
    body::{Bytes, Incoming},
    header,
};
use hyper_util::rt::TokioIo;
use serde::{Serialize, de::DeserializeOwned};
use std::{error::Error, net::SocketAddr};
use tokio::net::TcpStream;

/// Somebody at a browser.
#[derive(Clone)]
pub struct Client {
    address: SocketAddr,
    /// The whole `Cookie` header, if one is sent.
    pub cookie: Option<String>,
}

/// A whole answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as islands get it.
    pub fn postcard<T: DeserializeOwned>(&self) -> T {
        postcard::from_bytes(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// A header, empty if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|it| it.to_str().unwrap()).unwrap_or_default()
    }
}

impl Client {
    /// Nobody in particular.
    pub const fn new(address: SocketAddr) -> Self {
        Self { address, cookie: None }
    }

    /// The owner of a session.
    pub fn with_session(&self, secret: &str) -> Self {
        Self { cookie: Some(format!("__Host-session={secret}")), ..self.clone() }
    }

    /// A request with this client's cookie, to change further.
    pub fn request(&self, method: Method, path: &str) -> hyper::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::HOST, self.address.to_string());
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    /// Sends a request; the head of the answer is there, the body not yet.
    pub async fn begin(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<hyper::Response<Incoming>, Box<dyn Error + Send + Sync>> {
        let stream = TcpStream::connect(self.address).await?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(sender.send_request(request).await?)
    }

    /// Sends a request and waits for the whole answer.
    pub async fn try_send(&self, request: Request<Full<Bytes>>) -> Result<Answer, Box<dyn Error + Send + Sync>> {
        let (head, body) = self.begin(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Answer { status: head.status, headers: head.headers, body })
    }

    /// The same, where no failure is expected.
    pub async fn send(&self, request: Request<Full<Bytes>>) -> Answer {
        self.try_send(request).await.unwrap()
    }

    /// Reads a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Full::default()).unwrap()).await
    }

    /// Submits a form as a browser without scripts does, from the page `from`.
    pub async fn form(&self, path: &str, from: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "text/html,application/xhtml+xml")
            .header(header::REFERER, format!("http://{}{from}", self.address))
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Full::from(pairs.join("&"))).unwrap()).await
    }

    /// Calls a server function as an island does.
    pub async fn try_call(
        &self,
        path: &str,
        arguments: &impl Serialize,
    ) -> Result<Answer, Box<dyn Error + Send + Sync>> {
        let request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json")
            .header("sec-fetch-site", "same-origin");
        self.try_send(request.body(Full::from(serde_json::to_vec(arguments)?))?).await
    }

    /// The same, where no failure is expected.
    pub async fn call(&self, path: &str, arguments: &impl Serialize) -> Answer {
        self.try_call(path, arguments).await.unwrap()
    }
}

/// A value of a form.
fn encode(value: &str) -> String {
    value
        .bytes()
        .map(|it| if it.is_ascii_alphanumeric() { char::from(it).to_string() } else { format!("%{it:02X}") })
        .collect()
}
