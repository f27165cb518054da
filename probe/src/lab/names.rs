//! The lab's name server, over UDP and TCP on one port of loopback, with the faults of its targets.

use super::{log::Log, server::Spawner, zone::Zone};
use crate::Target;
use hickory_proto::{
    op::{Message, OpCode, ResponseCode},
    rr::{
        Name, RData, Record, RecordType,
        rdata::{A, AAAA, MX, NS, SOA, TXT},
    },
};
use hyper::rt::Executor;
use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream, UdpSocket},
    sync::Semaphore,
    time::{sleep, timeout},
};

/// Questions that are answered at once; a datagram beyond that is dropped.
const AT_ONCE: usize = 256;
/// Tries to get one port number for both transports.
const PORTS: usize = 16;
/// The longest life of a TCP connection.
const CONNECTION_LIFE: Duration = Duration::from_secs(10);
/// Seconds for which an answer may be kept.
const TTL: u32 = 5;

/// What answering needs.
#[derive(Clone)]
pub(super) struct Names {
    pub zone: Arc<RwLock<Zone>>,
    pub log: Arc<Log>,
    pub spawner: Spawner,
}

/// The two sockets, on one port.
pub(super) struct Sockets {
    udp: UdpSocket,
    tcp: TcpListener,
}

impl Sockets {
    /// Opens both, on a port where both are free.
    pub async fn open() -> io::Result<Self> {
        let mut last = io::Error::from(io::ErrorKind::AddrInUse);
        for _ in 0..PORTS {
            let tcp = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            match UdpSocket::bind(tcp.local_addr()?).await {
                Ok(udp) => return Ok(Self { udp, tcp }),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    pub fn addr(&self) -> io::Result<SocketAddr> {
        self.tcp.local_addr()
    }
}

impl Names {
    /// Answers for ever, each question on a task of its own that `stop` ends.
    pub async fn serve(self, sockets: Sockets) {
        let Sockets { udp, tcp } = sockets;
        tokio::join!(self.serve_udp(Arc::new(udp)), self.serve_tcp(tcp));
    }

    async fn serve_udp(&self, socket: Arc<UdpSocket>) {
        let places = Arc::new(Semaphore::new(AT_ONCE));
        let mut buffer = [0; 512];
        loop {
            // An error is about a datagram of before that did not arrive; the socket goes on.
            let Ok((length, from)) = socket.recv_from(&mut buffer).await else { continue };
            let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
            let (names, socket) = (self.clone(), Arc::clone(&socket));
            let question = buffer.get(..length).unwrap_or_default().to_vec();
            self.spawner.execute(async move {
                if let Some(answer) = names.answer(&question, from, true).await {
                    let _ = socket.send_to(&answer, from).await;
                }
                drop(place);
            });
        }
    }

    async fn serve_tcp(&self, listener: TcpListener) {
        loop {
            let Ok((stream, from)) = listener.accept().await else {
                sleep(Duration::from_millis(50)).await;
                continue;
            };
            let names = self.clone();
            self.spawner.execute(async move {
                let _ = timeout(CONNECTION_LIFE, names.talk(stream, from)).await;
            });
        }
    }

    /// One question over a stream (RFC 7766).
    async fn talk(&self, mut stream: TcpStream, from: SocketAddr) -> io::Result<()> {
        let mut question = vec![0; usize::from(stream.read_u16().await?)];
        stream.read_exact(&mut question).await?;
        if let Some(answer) = self.answer(&question, from, false).await {
            stream.write_u16(u16::try_from(answer.len()).map_err(io::Error::other)?).await?;
            stream.write_all(&answer).await?;
        }
        Ok(())
    }

    /// The answer's bytes; `None` for what is no question.
    async fn answer(&self, question: &[u8], from: SocketAddr, by_datagram: bool) -> Option<Vec<u8>> {
        let asked = Message::from_vec(question).ok().filter(|it| it.metadata.op_code == OpCode::Query)?;
        let query = asked.queries.first()?.clone();
        let mut answer = Message::response(asked.metadata.id, OpCode::Query);
        answer.metadata.recursion_desired = asked.metadata.recursion_desired;
        answer.metadata.recursion_available = true;
        answer.metadata.authoritative = true;
        let target = target(query.name());
        match target {
            None | Some(Target::NxDomain) => answer.metadata.response_code = ResponseCode::NXDomain,
            Some(Target::ServFail) => answer.metadata.response_code = ResponseCode::ServFail,
            Some(Target::Truncated) if by_datagram => answer.metadata.truncation = true,
            Some(target) => {
                let data = self.records(target, query.query_type());
                answer.add_answers(data.into_iter().map(|it| Record::from_rdata(query.name().clone(), TTL, it)));
            }
        }
        let slow = match target {
            Some(Target::SlowDns) => true,
            Some(Target::SlowAaaa) => query.query_type() == RecordType::AAAA,
            _ => false,
        };
        answer.add_query(query);
        if let Some(delay) = target.filter(|_| slow).and_then(Target::delay) {
            let began = Instant::now();
            sleep(delay).await;
            self.log.injected(from, began.elapsed());
        }
        answer.to_vec().ok()
    }

    fn records(&self, target: Target, wanted: RecordType) -> Vec<RData> {
        let name = |text: &str| Name::from_ascii(text).unwrap_or_default();
        let server = || name("ns.lab.");
        match wanted {
            RecordType::TXT => vec![RData::TXT(TXT::new(vec![format!("hopwise {target}")]))],
            RecordType::NS => vec![RData::NS(NS(server()))],
            RecordType::MX => vec![RData::MX(MX::new(10, name("mail.lab.")))],
            RecordType::SOA => vec![RData::SOA(SOA::new(server(), name("admin.lab."), 1, 3_600, 600, 86_400, 60))],
            RecordType::A | RecordType::AAAA => {
                let zone = self.zone.read().unwrap_or_else(PoisonError::into_inner);
                let addrs = zone.addrs(target).iter().copied();
                let data = addrs.map(|it| match it {
                    IpAddr::V4(it) => RData::A(A(it)),
                    IpAddr::V6(it) => RData::AAAA(AAAA(it)),
                });
                data.filter(|it| it.record_type() == wanted).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The target of which `name` is the host.
fn target(name: &Name) -> Option<Target> {
    let host = name.to_ascii().to_ascii_lowercase();
    Target::ALL.iter().copied().find(|it| host.strip_suffix('.') == Some(it.host()))
}
