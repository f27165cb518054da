//! From which address a request comes. A proxy in front hides it; what it says instead counts only when the proxy is ours.

use app::{session::ClientAddress, state::AppState};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};

/// Puts the address into the request.
pub async fn note(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let address = client(peer.ip(), request.headers(), &state.proxies);
        request.extensions_mut().insert(ClientAddress(address));
    }
    next.run(request).await
}

/// The last address on the way that is not one of our proxies. Each proxy writes whom it heard from at the end of
/// `X-Forwarded-For`, so the list is read backwards and only as far as the writer is trusted: what stands further left
/// may have been written by anybody.
fn client(peer: IpAddr, headers: &HeaderMap, proxies: &[IpNet]) -> IpAddr {
    let said = headers.get_all("x-forwarded-for").iter().filter_map(|it| it.to_str().ok());
    let hops: Vec<&str> = said.flat_map(|line| line.split(',')).map(str::trim).collect();
    let mut address = peer.to_canonical();
    for hop in hops.iter().rev() {
        if !proxies.iter().any(|it| it.contains(&address)) {
            break;
        }
        match hop.parse::<IpAddr>() {
            Ok(before) => address = before.to_canonical(),
            Err(_) => break,
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(peer: &str, lines: &[&str]) -> String {
        let proxies: Vec<IpNet> = ["10.0.0.0/8", "fd00::/8"].map(|it| it.parse().unwrap()).to_vec();
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        client(peer.parse().unwrap(), &headers, &proxies).to_string()
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(of("203.0.113.9", &[]), "203.0.113.9");
        assert_eq!(of("203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
    }

    #[test]
    fn a_proxy_of_ours_says_whom_it_heard_from() {
        assert_eq!(of("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(of("::ffff:10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(of("fd00::1", &["2001:db8::7"]), "2001:db8::7");
        // The client wrote the first two; our proxies wrote the rest.
        assert_eq!(of("10.0.0.1", &["127.0.0.1, 192.0.2.1", "198.51.100.1, 10.0.0.2"]), "198.51.100.1");
    }

    #[test]
    fn what_is_no_address_ends_the_way() {
        for wrong in ["unknown", "", "198.51.100.1:443", "[2001:db8::7]", "10.0.0.1\t1"] {
            assert_eq!(of("10.0.0.1", &[wrong]), "10.0.0.1", "{wrong}");
        }
    }
}
