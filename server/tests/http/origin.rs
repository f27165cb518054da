//! Writes come from our own pages only, whoever's cookie they carry.

use crate::test_app::TestApp;
use domain::Role;
use hyper::{Method, StatusCode, header};
use store::Shown;

#[tokio::test]
async fn a_write_that_another_site_sends_is_refused() {
    let app = TestApp::start().await;
    let lead = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    for (n, headers) in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "")],
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("Mallory {n}");
        assert_eq!(create(&lead.client, &name, headers).await, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(app.db.candidates(lead.id, &name, Shown::All, 9).await.unwrap().candidates.is_empty(), "{headers:?}");
    }
}

#[tokio::test]
async fn a_write_from_our_own_page_or_from_no_browser_passes() {
    let app = TestApp::start().await;
    let lead = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let host = lead.client.request(Method::GET, "/").body(()).unwrap().headers()[header::HOST].clone();
    let own = format!("http://{}", host.to_str().unwrap());
    for (n, headers) in
        [&[("sec-fetch-site", "same-origin")][..], &[("sec-fetch-site", "none")], &[("origin", own.as_str())], &[]]
            .into_iter()
            .enumerate()
    {
        let name = format!("Noa {n}");
        assert_eq!(create(&lead.client, &name, headers).await, StatusCode::FOUND, "{headers:?}");
        assert_eq!(app.db.candidates(lead.id, &name, Shown::All, 9).await.unwrap().total, 1, "{headers:?}");
    }
}

async fn create(client: &crate::client::Client, name: &str, headers: &[(&str, &str)]) -> StatusCode {
    let mut request = client
        .request(Method::POST, "/api/create_candidate")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept", "text/html");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = format!("name={}&locale=en&lang=en", name.replace(' ', "+"));
    client.send(request.body(body.into()).unwrap()).await.status
}
