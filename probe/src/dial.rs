//! The one place where a connection to a target is made, and where those are counted.

use std::{
    io,
    net::SocketAddr,
    sync::atomic::{AtomicU64, Ordering},
};
use tokio::net::{TcpStream, UdpSocket};

/// Makes connections to addresses, never to names.
#[derive(Debug, Default)]
pub(crate) struct Dialer {
    connects: AtomicU64,
    #[cfg(test)]
    detours: std::collections::HashMap<SocketAddr, SocketAddr>,
}

/// A connection with both its ends.
pub(crate) struct Dialed {
    pub stream: TcpStream,
    pub peer: SocketAddr,
    pub local: SocketAddr,
}

impl Dialer {
    /// Connects to `addr`.
    ///
    /// # Errors
    /// What the system says.
    pub async fn dial(&self, addr: SocketAddr) -> io::Result<Dialed> {
        self.connects.fetch_add(1, Ordering::Relaxed);
        #[cfg(test)]
        if let Some(real) = self.detours.get(&addr) {
            let stream = TcpStream::connect(real).await?;
            return Ok(Dialed { local: stream.local_addr()?, stream, peer: addr });
        }
        let stream = TcpStream::connect(addr).await?;
        // As curl does: otherwise a small write may wait for an acknowledgement that the far side holds back for 40 ms.
        stream.set_nodelay(true)?;
        Ok(Dialed { local: stream.local_addr()?, peer: stream.peer_addr()?, stream })
    }

    /// How many connections were begun so far.
    pub fn connects(&self) -> u64 {
        self.connects.load(Ordering::Relaxed)
    }
}

/// For tests: `public` is reached at `real`, since no test may reach the Internet. No other build can do that.
#[cfg(test)]
impl Dialer {
    pub fn detour(&mut self, public: SocketAddr, real: SocketAddr) {
        self.detours.insert(public, real);
    }
}

/// Is `addr` one of this machine's own? The system is asked which address it would send from, which sends nothing; where
/// there is no route the answer is no, and a connection would fail for the same reason.
pub(crate) async fn is_own(addr: SocketAddr) -> bool {
    let any = if addr.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
    let from = async {
        let socket = UdpSocket::bind(any).await?;
        socket.connect(addr).await?;
        socket.local_addr()
    };
    from.await.is_ok_and(|from| from.ip() == addr.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn own_addresses_are_known() {
        assert!(is_own("127.0.0.1:80".parse().unwrap()).await);
        assert!(!is_own("203.0.113.7:80".parse().unwrap()).await);
    }
}
