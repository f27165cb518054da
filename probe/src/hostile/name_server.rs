//! A name server of the test's own, which says whatever the test wants.

use hickory_proto::{
    op::Message,
    rr::{RData, Record},
};
use std::{
    net::{IpAddr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::net::UdpSocket;
use tokio_util::task::AbortOnDropHandle;

pub(super) struct NameServer {
    pub addr: SocketAddr,
    asked: Arc<AtomicUsize>,
    _task: AbortOnDropHandle<()>,
}

impl NameServer {
    /// Answers the n-th question, counted from 0, with the datagrams that `say` makes of it.
    pub async fn start(say: impl Fn(usize, &Message) -> Vec<Vec<u8>> + Send + 'static) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let (addr, asked) = (socket.local_addr().unwrap(), Arc::new(AtomicUsize::new(0)));
        let counter = Arc::clone(&asked);
        let task = tokio::spawn(async move {
            let mut buffer = [0; 512];
            while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
                let question = Message::from_vec(&buffer[..length]).unwrap();
                for datagram in say(counter.fetch_add(1, Ordering::SeqCst), &question) {
                    socket.send_to(&datagram, from).await.unwrap();
                }
            }
        });
        Self { addr, asked, _task: AbortOnDropHandle::new(task) }
    }

    /// A server whose every name has `addrs`.
    pub async fn with(addrs: &[&str]) -> Self {
        let addrs: Vec<IpAddr> = addrs.iter().map(|it| it.parse().unwrap()).collect();
        Self::start(move |_, question| vec![addresses(question, &addrs)]).await
    }

    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

/// The answer to `question` that has those of `addrs` which are of its type.
pub(super) fn addresses(question: &Message, addrs: &[IpAddr]) -> Vec<u8> {
    let data = addrs.iter().map(|it| match it {
        IpAddr::V4(it) => RData::A((*it).into()),
        IpAddr::V6(it) => RData::AAAA((*it).into()),
    });
    let wanted = question.queries[0].query_type();
    records(question, data.filter(|it| it.record_type() == wanted).collect())
}

/// The answer to `question` that says `data` of its name.
pub(super) fn records(question: &Message, data: Vec<RData>) -> Vec<u8> {
    let mut answer = question.clone().into_response();
    let name = answer.queries[0].name().clone();
    answer.add_answers(data.into_iter().map(|it| Record::from_rdata(name.clone(), 0, it)));
    answer.to_vec().unwrap()
}
