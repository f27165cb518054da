//! After TLS: answers that are late, long, broken or meant for other eyes.

use super::{Then, assert_hung_up, failed, probe_answer};

#[tokio::test]
async fn closing_instead_of_answering_fails_in_wait() {
    let result = probe_answer("", Then::Close, 5_000).await;
    assert_hung_up(&result, "wait");
    assert!(result.hops[0].cum_us.pretransfer.is_some() && result.hops[0].cum_us.starttransfer.is_none());
    assert!(!result.hops[0].tls.as_ref().unwrap().chain.is_empty(), "what was learned before stays");
}

#[tokio::test]
async fn never_answering_ends_at_the_deadline() {
    let result = probe_answer("", Then::Hold, 200).await;
    assert_eq!(failed(&result), ("wait", "timeout"));
    let (phases, total) = (result.hops[0].phase_us, result.hops[0].cum_us.total);
    assert!((200_000..300_000).contains(&total), "{total}");
    assert!(phases.processing.unwrap() * 2 > total, "the wait has the time: {phases:?}");
}

#[tokio::test]
async fn closing_in_the_head_fails_in_transfer() {
    let result = probe_answer("HTTP/1.1 200 O", Then::Close, 5_000).await;
    assert_hung_up(&result, "transfer");
    assert!(result.hops[0].cum_us.starttransfer.is_some());
}

#[tokio::test]
async fn closing_in_the_body_keeps_what_came() {
    let result = probe_answer("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n0123456789", Then::Close, 5_000).await;
    assert_hung_up(&result, "transfer");
    let http = result.hops[0].http.as_ref().unwrap();
    assert_eq!((http.status, http.body_bytes, http.truncated), (200, 10, false));
}

#[tokio::test]
async fn a_slow_body_ends_at_the_deadline() {
    let result = probe_answer("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n0123456789", Then::Hold, 200).await;
    assert_eq!(failed(&result), ("transfer", "timeout"));
    assert_eq!(result.hops[0].http.as_ref().unwrap().body_bytes, 10);
}

#[tokio::test]
async fn rubbish_is_malformed() {
    let result = probe_answer("SSH-2.0-OpenSSH_9.2\r\n\r\n", Then::Hold, 5_000).await;
    assert_eq!(failed(&result), ("transfer", "malformed"));
}

#[tokio::test]
async fn an_endless_head_is_cut_off() {
    let endless = format!("HTTP/1.1 200 OK\r\nx: {}", "a".repeat(200_000));
    let result = probe_answer(endless, Then::Hold, 5_000).await;
    assert_eq!(failed(&result), ("transfer", "too-large"));

    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "x: 1\r\n".repeat(1_000));
    let result = probe_answer(many, Then::Hold, 5_000).await;
    assert_eq!(failed(&result), ("transfer", "too-large"));
}

#[tokio::test]
async fn an_endless_body_is_cut_at_a_mebibyte() {
    let mut answer = b"HTTP/1.1 200 OK\r\ncontent-length: 9000000000\r\n\r\n".to_vec();
    answer.resize(3 << 20, b'x');
    let result = probe_answer(answer, Then::Hold, 10_000).await;
    assert_eq!(result.failed, None);
    let http = result.hops[0].http.as_ref().unwrap();
    assert_eq!((http.body_bytes, http.truncated), (1 << 20, true));
}

#[tokio::test]
async fn early_hints_are_no_answer() {
    let hints = "HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n";
    let answer = format!("{hints}HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    let result = probe_answer(answer, Then::Close, 5_000).await;
    assert_eq!((result.failed.is_none(), result.hops[0].http.as_ref().unwrap().status), (true, 200));
    let result = probe_answer(hints.repeat(10_000), Then::Hold, 300).await;
    assert_eq!(failed(&result), ("transfer", "timeout"), "hints for ever");
}

#[tokio::test]
async fn two_lengths_are_not_believed() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab";
    assert_eq!(failed(&probe_answer(answer, Then::Hold, 5_000).await), ("transfer", "malformed"));
}

#[tokio::test]
async fn a_redirect_is_an_answer_like_any_other() {
    let answer = "HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n";
    let result = probe_answer(answer, Then::Close, 5_000).await;
    assert_eq!(result.failed, None);
    assert_eq!((result.hops.len(), result.hops[0].http.as_ref().unwrap().status), (1, 302));
}

#[tokio::test]
async fn hostile_header_values_become_visible() {
    let mut answer = b"HTTP/1.1 200 OK\r\nserver: \x80\xff \xe2\x80\xaegnp.exe\r\nx: a\tb".to_vec();
    answer.extend_from_slice("é".repeat(2_000).as_bytes());
    answer.extend_from_slice(b"\r\ncontent-length: 0\r\n\r\n");
    let result = probe_answer(answer, Then::Close, 5_000).await;
    assert_eq!(result.failed, None);
    let headers = &result.hops[0].http.as_ref().unwrap().headers;
    let value = |name: &str| headers.iter().find(|(it, _)| it == name).unwrap().1.as_str();
    assert_eq!(value("server"), "\u{fffd}\u{fffd} \\u{202e}gnp.exe");
    assert!(value("x").starts_with("a\\u{9}bé") && value("x").ends_with("é… cut at 1024 bytes"));
}
