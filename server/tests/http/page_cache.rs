//! Kept pages: an answer depends on who asks, in which theme and coding, and on nothing else.

use crate::{client::Client, html::without_nonces, test_app::TestApp};
use domain::Role;
use hyper::{Method, body::Bytes};

const PAGE: &str = "/en/questions/tcp-vs-udp";

/// The page as somebody with these headers gets it: its coding and its bytes.
async fn get(client: &Client, headers: &[(&str, &str)]) -> (String, Bytes) {
    let mut request = client.request(Method::GET, PAGE);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = client.send(request.body("".into()).unwrap()).await;
    assert!(answer.status.is_success());
    (answer.header("content-encoding").to_owned(), answer.body)
}

fn is_staffs(page: &Bytes) -> bool {
    String::from_utf8_lossy(page).contains("/api/sign_out")
}

#[tokio::test]
async fn staff_and_visitors_never_get_each_others_page() {
    let app = TestApp::start().await;
    let staff = app.person("dana", &[Role::Observer]).await.client;
    let (first, seen, second, again) =
        (get(&staff, &[]).await, get(&app.visitor, &[]).await, get(&staff, &[]).await, get(&app.visitor, &[]).await);
    assert!(is_staffs(&first.1) && is_staffs(&second.1));
    assert!(!is_staffs(&seen.1));
    assert_eq!(seen, again);
    let brotli = [("accept-encoding", "gzip, br")];
    let (seen, kept) = (get(&app.visitor, &brotli).await, get(&app.visitor, &brotli).await);
    assert_eq!(seen, kept);
    assert_eq!(get(&staff, &brotli).await.0, "br");
    assert_ne!(get(&staff, &brotli).await.1, seen.1);
}

#[tokio::test]
async fn themes_and_codings_are_kept_apart() {
    let app = TestApp::start().await;
    for _ in 0..2 {
        let theme = async |name: &str| {
            let page = get(&app.visitor, &[("cookie", &format!("theme={name}"))]).await.1;
            String::from_utf8(page.to_vec()).unwrap().split_once("<head>").unwrap().0.to_owned()
        };
        assert!(theme("dark").await.contains("data-theme=\"dark\""));
        assert!(theme("light").await.contains("data-theme=\"light\""));
        assert!(!theme("\\\"><script>").await.contains("script"));
        assert_eq!(get(&app.visitor, &[("accept-encoding", "br")]).await.0, "br");
        assert_eq!(get(&app.visitor, &[("accept-encoding", "gzip")]).await.0, "");
    }
}

#[tokio::test]
async fn nobody_decides_what_others_get() {
    for odd in [
        &[("accept-encoding", "BR")][..],
        &[("accept-encoding", "identity"), ("accept-encoding", "br")],
        &[("accept-encoding", "br;q=0")],
        &[("cookie", "a=b"), ("cookie", "theme=dark")],
        &[("cookie", "theme=dark"), ("cookie", "theme=light")],
        &[("accept-language", "he"), ("host", "evil.example"), ("x-forwarded-host", "evil.example")],
        &[("referer", "https://evil.example/he/")],
    ] {
        let (plain, odd_first) = (TestApp::start().await, TestApp::start().await);
        get(&odd_first.visitor, odd).await;
        for headers in
            [&[][..], &[("accept-encoding", "br")], &[("cookie", "theme=dark")], &[("cookie", "theme=light")]]
        {
            let (expected, kept) = (get(&plain.visitor, headers).await, get(&odd_first.visitor, headers).await);
            assert_eq!(expected.0, kept.0, "{headers:?} after {odd:?}");
            if expected.0.is_empty() {
                let text = |page: Bytes| without_nonces(std::str::from_utf8(&page).unwrap());
                assert_eq!(text(expected.1), text(kept.1), "{headers:?} after {odd:?}");
            }
        }
    }
}
