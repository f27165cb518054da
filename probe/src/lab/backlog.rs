//! Ports where the kernel drops what comes: their queue of connections is full, and nobody empties it.

use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

/// Tries to find a port number that is free in both families.
const TRIES: usize = 8;

/// A port at `addr` with a full queue: it stays full as long as both are kept.
pub(super) async fn full(addr: SocketAddr) -> io::Result<(TcpListener, TcpStream)> {
    let socket = if addr.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.bind(addr)?;
    // A queue of length 0 has room for one.
    let listener = socket.listen(0)?;
    let first = TcpStream::connect(listener.local_addr()?).await?;
    Ok((listener, first))
}

/// A good listener on IPv4 and a full queue on the same port of IPv6; `None` where there is no IPv6.
pub(super) async fn dead_ipv6() -> Option<(TcpListener, (TcpListener, TcpStream))> {
    for _ in 0..TRIES {
        let good = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.ok()?;
        let port = good.local_addr().ok()?.port();
        if let Ok(dead) = full((Ipv6Addr::LOCALHOST, port).into()).await {
            return Some((good, dead));
        }
    }
    None
}
