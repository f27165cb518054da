//! What a server of HTTP/2 may do to a probe, frame by frame.

use super::{ask, failed, invariants, listen};
use crate::{Lab, Order, Prober, Target};
use domain::run::{self, HttpVersion};
use std::future::pending;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;
const CONTINUATION: u8 = 9;
/// The flag of HEADERS that no CONTINUATION follows.
const END_HEADERS: u8 = 4;
/// `:status: 200`, from the static table of HPACK.
const OK: &[u8] = &[0x88];

/// A frame (RFC 9113, 4.1).
fn frame(kind: u8, flags: u8, stream: u8, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags, 0, 0, 0, stream], payload].concat()
}

/// Probes a server that reads the request, says `frames` after its settings, and holds the connection.
async fn probe(frames: Vec<u8>, deadline_ms: u64) -> run::Result {
    let (listener, addr) = listen().await;
    let mut lab = Lab::start().await.unwrap();
    lab.put(Target::Healthy, addr);
    let acceptor = lab.acceptor();
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = acceptor.accept(stream).await.unwrap();
        stream.write_all(&frame(SETTINGS, 0, 0, &[])).await.unwrap();
        stream.read_exact(&mut [0; 24]).await.unwrap();
        loop {
            let mut head = [0; 9];
            stream.read_exact(&mut head).await.unwrap();
            let mut payload = vec![0; usize::from(u16::from_be_bytes([head[1], head[2]]))];
            stream.read_exact(&mut payload).await.unwrap();
            if head[3] == HEADERS {
                break;
            }
        }
        // The prober may hang up in the middle of it.
        let _ = stream.write_all(&frames).await;
        let _ = stream.flush().await;
        pending::<()>().await;
    });
    let order = Order::Http { address: None, version: HttpVersion::Two, redirects: 0 };
    let result = Prober::new(lab).run(ask(1, deadline_ms), order, |_| {}).await;
    invariants::assert_consistent(&result);
    server.abort();
    result
}

#[tokio::test]
async fn being_sent_away_fails_in_wait() {
    let code = [0, 0, 0, 0, 0, 0, 0, 0xb];
    assert_eq!(failed(&probe(frame(GOAWAY, 0, 0, &code), 5_000).await), ("wait", "sent-away"));
}

#[tokio::test]
async fn a_reset_stream_fails_in_wait() {
    assert_eq!(failed(&probe(frame(RST_STREAM, 0, 1, &[0, 0, 0, 2]), 5_000).await), ("wait", "stream-reset"));
}

#[tokio::test]
async fn a_reset_in_the_body_keeps_what_came() {
    let frames =
        [frame(HEADERS, END_HEADERS, 1, OK), frame(DATA, 0, 1, b"0123456789"), frame(RST_STREAM, 0, 1, &[0, 0, 0, 2])];
    let result = probe(frames.concat(), 5_000).await;
    assert_eq!(failed(&result), ("transfer", "stream-reset"));
    let http = result.hops[0].http.as_ref().unwrap();
    assert_eq!((http.version.as_str(), http.status), ("2", 200));
    assert!(http.body_bytes == 10 || http.body_bytes == 0, "a reset may overtake what came before it");
}

#[tokio::test]
async fn what_are_no_frames_is_malformed() {
    assert_eq!(failed(&probe(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), 5_000).await), ("wait", "malformed"));
}

#[tokio::test]
async fn an_endless_head_is_cut_off() {
    let field = [&[0x40, 1, b'x', 0x7f, 0x81, 0x7f][..], &[b'a'; 16_256]].concat();
    let mut frames = frame(HEADERS, 0, 1, OK);
    for _ in 0..600 {
        frames.extend(frame(CONTINUATION, 0, 1, &field));
    }
    let (phase, class) = {
        let result = probe(frames, 5_000).await;
        let it = failed(&result);
        (it.0.to_owned(), it.1.to_owned())
    };
    assert_eq!(phase, "wait");
    assert_ne!(class, "timeout", "ten megabytes of head were read to the end");
}

#[tokio::test]
async fn empty_frames_for_ever_end_with_an_error_or_at_the_deadline() {
    let mut frames = frame(HEADERS, END_HEADERS, 1, OK);
    for _ in 0..100_000 {
        frames.extend(frame(DATA, 0, 1, &[]));
    }
    let result = probe(frames, 1_000).await;
    assert_eq!(failed(&result).0, "transfer");
    assert!(result.hops[0].cum_us.total < 1_200_000, "{:?}", result.hops[0].cum_us);
}
