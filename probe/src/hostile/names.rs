//! Name servers that answer late, wrong, much or not at all.

use super::{
    failed, invariants,
    name_server::{NameServer, records},
};
use crate::{Allowed, Ask, Lab, Order, Outside, Prober};
use domain::run::{self, RecordType};
use hickory_proto::{
    op::{Message, ResponseCode},
    rr::{Name, RData, rdata::TXT},
};
use std::{
    future::pending,
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, UdpSocket},
};
use tokio_util::task::AbortOnDropHandle;

async fn ask(resolver: SocketAddr, record: RecordType, deadline_ms: u64) -> run::Result {
    let lab = Lab::start().await.unwrap();
    let allowed = Allowed::read(["a.example"]).unwrap();
    let outside = Outside { allowed, resolver, roots: lab.roots() };
    let prober = Prober::with(lab, Some(outside));
    let ask = Ask { typed: "a.example".to_owned(), deadline: Duration::from_millis(deadline_ms), ..super::ask(1, 0) };
    let result = prober.run(ask, Order::Dns { types: vec![record] }, |_| {}).await;
    invariants::assert_consistent(&result);
    result
}

fn queries(result: &run::Result) -> &[run::Query] {
    &result.hops[0].dns.as_ref().unwrap().queries
}

#[tokio::test]
async fn what_answers_something_else_is_counted_and_not_believed() {
    let names = NameServer::start(|_, question| {
        let good = records(question, vec![RData::A(Ipv4Addr::new(1, 1, 1, 1).into())]);
        let mut other_id = good.clone();
        other_id[0] ^= 0xff;
        let mut other_question = Message::from_vec(&good).unwrap();
        other_question.queries[0].set_name(Name::from_ascii("b.example.").unwrap());
        vec![other_id, question.to_vec().unwrap(), other_question.to_vec().unwrap(), vec![], good]
    });
    let result = ask(names.await.addr, RecordType::A, 5_000).await;
    assert_eq!(result.failed, None);
    assert_eq!((queries(&result)[0].strays, queries(&result)[0].answers[0].data.as_str()), (4, "1.1.1.1"));
}

#[tokio::test]
async fn rubbish_under_the_right_id_is_malformed() {
    let names = NameServer::start(|_, question| vec![records(question, vec![])[..14].to_vec()]).await;
    assert_eq!(failed(&ask(names.addr, RecordType::A, 5_000).await), ("resolve", "malformed"));
}

#[tokio::test]
async fn a_lost_datagram_is_sent_again_and_both_are_written_down() {
    let names = NameServer::start(|n, question| match n {
        0 => vec![],
        _ => vec![records(question, vec![RData::A(Ipv4Addr::new(1, 1, 1, 1).into())])],
    });
    let result = ask(names.await.addr, RecordType::A, 5_000).await;
    let [lost, heard] = queries(&result) else { panic!("{result:?}") };
    assert_eq!(
        (lost.failed.as_deref(), heard.failed.as_deref(), result.failed.is_none()),
        (Some("timeout"), None, true)
    );
    assert!(lost.us >= 2_000_000 && heard.start_us >= lost.us);
}

#[tokio::test]
async fn silence_ends_at_the_deadline_and_says_so_of_the_query() {
    let names = NameServer::start(|_, _| vec![]).await;
    let result = ask(names.addr, RecordType::A, 150).await;
    assert_eq!(failed(&result), ("resolve", "timeout"));
    let query = &queries(&result)[0];
    assert_eq!(query.failed.as_deref(), Some("dropped"));
    assert!(query.us >= 149_000 && query.start_us + query.us <= result.hops[0].cum_us.total, "{query:?}");
}

#[tokio::test]
async fn a_port_where_nobody_is_refuses() {
    // Bound and let go again: nobody else is given it so soon.
    let addr = UdpSocket::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    assert_eq!(failed(&ask(addr, RecordType::A, 1_000).await), ("resolve", "refused"));
}

/// The test's server has no TCP, so that the second way is refused; the first stays in the log.
#[tokio::test]
async fn a_cut_answer_without_tcp_fails_and_shows_both_ways() {
    let names = NameServer::start(|_, question| {
        let mut answer = question.clone().into_response();
        answer.metadata.truncation = true;
        vec![answer.to_vec().unwrap()]
    });
    let result = ask(names.await.addr, RecordType::A, 5_000).await;
    assert_eq!(failed(&result), ("resolve", "refused"));
    let [cut, over_tcp] = queries(&result) else { panic!("{result:?}") };
    assert_eq!((cut.rcode.as_deref(), over_tcp.failed.as_deref()), (Some("NOERROR"), Some("refused")));
}

/// Asks a name server that cuts what it says over UDP and says `answer` over TCP, and then nothing more.
async fn over_tcp(answer: &'static [u8], deadline_ms: u64) -> run::Result {
    let cut = |_, question: &Message| {
        let mut answer = question.clone().into_response();
        answer.metadata.truncation = true;
        vec![answer.to_vec().unwrap()]
    };
    // A port that is free for datagrams may be taken for streams.
    let (names, listener) = loop {
        let names = NameServer::start(cut).await;
        if let Ok(listener) = TcpListener::bind(names.addr).await {
            break (names, listener);
        }
    };
    let server = AbortOnDropHandle::new(tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(answer).await.unwrap();
        pending::<()>().await;
    }));
    let result = ask(names.addr, RecordType::A, deadline_ms).await;
    drop(server);
    assert_eq!(queries(&result).len(), 2);
    result
}

#[tokio::test]
async fn a_stream_that_says_nothing_ends_at_the_deadline() {
    let result = over_tcp(b"", 200).await;
    assert_eq!(failed(&result), ("resolve", "timeout"));
    assert_eq!(queries(&result)[1].failed.as_deref(), Some("dropped"));
}

#[tokio::test]
async fn a_stream_that_promises_much_is_not_read() {
    assert_eq!(failed(&over_tcp(&[0xff, 0xff, 0, 0], 5_000).await), ("resolve", "too-large"));
}

#[tokio::test]
async fn an_answer_over_tcp_to_another_question_is_malformed() {
    assert_eq!(failed(&over_tcp(&[0, 3, 1, 2, 3], 5_000).await), ("resolve", "malformed"));
}

#[tokio::test]
async fn hostile_text_comes_out_visible() {
    let text = b"</script>\x1b[2J\x00\xe2\x80\xae\xff";
    let names =
        NameServer::start(move |_, question| vec![records(question, vec![RData::TXT(TXT::from_bytes(vec![text]))])]);
    let result = ask(names.await.addr, RecordType::Txt, 5_000).await;
    let shown = &queries(&result)[0].answers[0].data;
    assert!(
        shown.contains("</script>") && !shown.contains(|it: char| it.is_control() || it == '\u{202e}'),
        "{shown:?}"
    );
}

#[tokio::test]
async fn an_unknown_error_is_a_class_of_its_own() {
    let names = NameServer::start(|_, question| {
        let mut answer = question.clone().into_response();
        answer.metadata.response_code = ResponseCode::Refused;
        vec![answer.to_vec().unwrap()]
    });
    let result = ask(names.await.addr, RecordType::A, 5_000).await;
    assert_eq!((failed(&result), queries(&result)[0].rcode.as_deref()), (("resolve", "dns-refused"), Some("REFUSED")));
}
