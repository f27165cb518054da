//! A question's way to the name server and back, by datagram or by stream.

use super::question::Question;
use crate::failure::Fault;
use domain::run::Transport;
use hickory_proto::op::Message;
use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpStream, UdpSocket},
    time::timeout,
};

/// How long one message may take, before it is asked again or given up.
const PATIENCE: Duration = Duration::from_secs(2);
/// Bytes of an answer.
const ANSWER: usize = 4_096;

/// What came back.
pub(super) struct Heard {
    pub answer: Result<Message, Fault>,
    /// Messages that answered something else.
    pub strays: u32,
    /// Our own end, by which the lab knows us.
    pub near: Option<SocketAddr>,
}

/// Asks `server` once.
pub(super) async fn ask(server: SocketAddr, question: &Question, proto: Transport) -> Heard {
    let (mut strays, mut near) = (0, None);
    let asked = async {
        match proto {
            Transport::Udp => by_datagram(server, question, &mut near, &mut strays).await,
            Transport::Tcp => by_stream(server, question, &mut near).await,
        }
    };
    let answer = timeout(PATIENCE, asked).await;
    let answer = answer.unwrap_or_else(|_| Err(Fault::new("timeout", "The name server did not answer in time.")));
    Heard { answer, strays, near }
}

async fn by_datagram(
    server: SocketAddr,
    question: &Question,
    near: &mut Option<SocketAddr>,
    strays: &mut u32,
) -> Result<Message, Fault> {
    let any = if server.is_ipv4() { (Ipv4Addr::UNSPECIFIED, 0).into() } else { (Ipv6Addr::UNSPECIFIED, 0).into() };
    let socket = UdpSocket::bind::<SocketAddr>(any).await?;
    // A connected socket hears nobody else: what comes from another address or port does not even reach us.
    socket.connect(server).await?;
    *near = Some(socket.local_addr()?);
    socket.send(&question.bytes).await?;
    let mut buffer = [0; ANSWER];
    loop {
        let length = socket.recv(&mut buffer).await?;
        match question.answer(buffer.get(..length).unwrap_or_default())? {
            Some(message) => return Ok(message),
            None => *strays = strays.saturating_add(1),
        }
    }
}

async fn by_stream(server: SocketAddr, question: &Question, near: &mut Option<SocketAddr>) -> Result<Message, Fault> {
    let mut stream = TcpStream::connect(server).await?;
    *near = Some(stream.local_addr()?);
    let length = u16::try_from(question.bytes.len()).map_err(io::Error::other)?;
    let message = [&length.to_be_bytes(), question.bytes.as_slice()].concat();
    stream.write_all(&message).await?;
    let length = usize::from(stream.read_u16().await?);
    if length > ANSWER {
        return Err(Fault::new("too-large", "The answer is longer than any that is read."));
    }
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes).await?;
    let answer = question.answer(&bytes)?;
    answer.ok_or_else(|| Fault::new("malformed", "The answer over TCP is to another question."))
}
