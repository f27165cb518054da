//! What the system knows of a connection, asked by `sock_diag` (netlink): that takes no privilege and no unsafe code.

use domain::run;
use netlink_packet_core::{NLM_F_REQUEST, NetlinkHeader, NetlinkMessage, NetlinkPayload};
use netlink_packet_sock_diag::{
    SockDiagMessage,
    constants::{AF_INET, AF_INET6, IPPROTO_TCP},
    inet::{ExtensionFlags, InetRequest, SocketId, StateFlags, nlas::Nla},
};
use netlink_sys::{Socket, SocketAddr as Netlink, protocols::NETLINK_SOCK_DIAG};
use std::net::SocketAddr;

/// Bytes of an answer about one socket.
const ANSWER: usize = 8_192;
/// Any socket of these ends, whichever it is (`INET_DIAG_NOCOOKIE`).
const ANY: [u8; 8] = [0xff; 8];

/// The two ends of a connection, ours first.
pub(crate) type Ends = (SocketAddr, SocketAddr);

/// The ends of the connection of `hop`.
pub(crate) fn ends(hop: &run::Hop) -> Option<Ends> {
    let end = |text: &Option<String>| text.as_deref()?.parse().ok();
    Some((end(&hop.local)?, end(&hop.remote)?))
}

/// Writes down what the system knows of the connection of `hop`, if it still stands and the system tells.
pub(crate) fn note(hop: &mut run::Hop) {
    hop.tcp_info = ends(hop).and_then(read);
}

/// What the system knows of the connection between `local` and `remote`.
pub(crate) fn read((local, remote): Ends) -> Option<run::TcpInfo> {
    let mut socket = Socket::new(NETLINK_SOCK_DIAG).ok()?;
    socket.bind_auto().ok()?;
    socket.connect(&Netlink::new(0, 0)).ok()?;
    // The answer is there when the question was sent; where it is not, nothing may wait for it.
    socket.set_non_blocking(true).ok()?;
    let request = InetRequest {
        family: if local.is_ipv4() { AF_INET } else { AF_INET6 },
        protocol: IPPROTO_TCP,
        extensions: ExtensionFlags::INFO,
        states: StateFlags::all(),
        socket_id: SocketId {
            source_port: local.port(),
            destination_port: remote.port(),
            source_address: local.ip(),
            destination_address: remote.ip(),
            interface_id: 0,
            cookie: ANY,
        },
    };
    let mut header = NetlinkHeader::default();
    header.flags = NLM_F_REQUEST;
    let mut message = NetlinkMessage::new(header, SockDiagMessage::InetRequest(request).into());
    message.finalize();
    let mut bytes = vec![0; message.buffer_len()];
    message.serialize(&mut bytes);
    socket.send(&bytes, 0).ok()?;

    let mut buffer = Vec::with_capacity(ANSWER);
    let length = socket.recv(&mut buffer, 0).ok()?;
    let answer = NetlinkMessage::<SockDiagMessage>::deserialize(buffer.get(..length)?).ok()?;
    let NetlinkPayload::InnerMessage(SockDiagMessage::InetResponse(answer)) = answer.payload else { return None };
    // Where there is no such connection, the system answers about who listens at that port.
    if answer.header.socket_id.destination_port != remote.port() {
        return None;
    }
    answer.nlas.iter().find_map(|it| match it {
        Nla::TcpInfo(it) => Some(run::TcpInfo {
            rtt_us: it.rtt,
            rttvar_us: it.rttvar,
            min_rtt_us: it.min_rtt,
            retrans: it.retrans,
            total_retrans: it.total_retrans,
            lost: it.lost,
            mss: it.snd_mss,
            pmtu: it.pmtu,
            cwnd: it.snd_cwnd,
        }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::{TcpListener, TcpStream};

    /// Proves nothing where the system does not tell, and says so.
    #[tokio::test]
    async fn a_connection_of_ours_is_known_and_another_is_not() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (local, remote) = (stream.local_addr().unwrap(), stream.peer_addr().unwrap());
        assert_eq!(read((remote, "127.0.0.1:1".parse().unwrap())), None);
        let Some(info) = read((local, remote)) else {
            println!("skipped: the system does not tell");
            return;
        };
        assert!(info.mss > 0 && info.cwnd > 0 && info.min_rtt_us > 0 && info.total_retrans == 0, "{info:?}");
    }
}
