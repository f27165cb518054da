//! `/{lang}/candidates/import`: a preview by line, and all or nothing.

use crate::{
    client::{Answer, Client},
    html::between,
    test_app::{Person, TestApp, on_both, problem},
};
use domain::Role;
use hyper::{Method, StatusCode, header};
use store::Shown;

/// Uploads a file as a browser's form does.
async fn upload(client: &Client, file: &[u8], site: &str) -> Answer {
    let mut body = b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n".to_vec();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let request = client
        .request(Method::POST, "/en/candidates/import")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", site);
    client.send(request.body(body.into()).unwrap()).await
}

/// What the preview carries to its confirmation, as a browser reads it.
fn carried(page: &str) -> String {
    let value = between(page, "name=\"sheet\" value=\"", "\"");
    value
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

async fn names(app: &TestApp, of: &Person) -> Vec<String> {
    let all = app.db.candidates(of.id, "", Shown::All, 2_000).await.unwrap().candidates;
    let mut names: Vec<String> = all.into_iter().filter_map(|it| it.name).collect();
    names.sort();
    names
}

on_both!(a_right_file_is_shown_and_then_entered, a_wrong_line_stops_all);

async fn a_right_file_is_shown_and_then_entered(app: &TestApp) {
    let dana = app.person("dana", &[Role::Lead]).await;
    let file = "\u{feff}name;email;language\r\nНоа;noa@x.org;he\r\n\"=cmd|' /C \"\"calc\"\"'!A0\";;\r\n<script>alert(1)</script>;;ru";
    let page = upload(&dana.client, file.as_bytes(), "same-origin").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let text = page.text();
    assert!(text.contains("Ноа") && !text.contains("<script>alert"), "{text}");
    assert_eq!(names(app, &dana).await, Vec::<String>::new(), "a preview wrote something");

    // A form's line ends.
    let sheet = carried(&text).replace('\n', "\r\n");
    let done =
        dana.client.form("/api/import_candidates", "/en/candidates/import", &[("sheet", &sheet), ("lang", "en")]).await;
    assert_eq!(done.header("location"), "/en/candidates", "{}", problem(&done));
    assert_eq!(names(app, &dana).await, ["<script>alert(1)</script>", "=cmd|' /C \"calc\"'!A0", "Ноа"]);
    // Sent twice by a double click: the address is known by then.
    let again =
        dana.client.form("/api/import_candidates", "/en/candidates/import", &[("sheet", &sheet), ("lang", "en")]).await;
    assert!(problem(&again).contains("sheet"));
    assert_eq!(names(app, &dana).await.len(), 3);
}

async fn a_wrong_line_stops_all(app: &TestApp) {
    let dana = app.person("dana", &[Role::Lead]).await;
    let file = "name,email\nAnn,ann@x.org\nBob,nonsense\n";
    let page = upload(&dana.client, file.as_bytes(), "same-origin").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    assert!(text.contains("class=\"crit\"") && !text.contains("/api/import_candidates"), "{text}");
    let forced =
        dana.client.form("/api/import_candidates", "/en/candidates/import", &[("sheet", file), ("lang", "en")]).await;
    assert!(problem(&forced).contains("sheet"));
    assert_eq!(names(app, &dana).await, Vec::<String>::new());
}

#[tokio::test]
async fn bombs_are_refused_soon() {
    let app = TestApp::start().await;
    let dana = app.person("dana", &[Role::Lead]).await;
    let big = vec![b'x'; 200 * 1024];
    let rows = format!("name\n{}", "x\n".repeat(1_001));
    let open = format!("name\n\"{}", "x\n".repeat(50_000));
    let cells = format!("name\n{}", ",".repeat(100_000));
    for file in [&b""[..], &big, rows.as_bytes(), open.as_bytes(), cells.as_bytes(), b"name\n\xff\xfe", b"name\na\0b"] {
        let page = upload(&dana.client, file, "same-origin").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", &file[..file.len().min(20)]);
        assert!(page.body.len() < 100_000, "{} bytes come back", page.body.len());
    }
    // Larger than any request may be.
    let flood = upload(&dana.client, &vec![b'x'; 600 * 1024], "same-origin").await;
    assert!(flood.status.is_client_error(), "{}", flood.status);
    let request = dana.client.request(Method::POST, "/en/candidates/import").header("content-type", "text/plain");
    let page = dana.client.send(request.body("name\nEve".into()).unwrap()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(names(&app, &dana).await, Vec::<String>::new());
}

#[tokio::test]
async fn only_a_lead_from_our_own_page_uploads() {
    let app = TestApp::start().await;
    let dana = app.person("dana", &[Role::Lead]).await;
    let ivan = app.person("ivan", &[Role::Interviewer, Role::Administrator]).await;
    for (client, site, status) in [
        (&app.visitor, "same-origin", StatusCode::UNAUTHORIZED),
        (&ivan.client, "same-origin", StatusCode::FORBIDDEN),
        (&dana.client, "cross-site", StatusCode::FORBIDDEN),
    ] {
        let answer = upload(client, b"name\nEve", site).await;
        assert_eq!(answer.status, status, "{site}");
        assert!(!answer.text().contains("Eve"));
    }
}
