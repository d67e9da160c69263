//! From which network a request comes.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request, State as FromState},
    http::{Extensions, HeaderMap, HeaderName},
    middleware::Next,
    response::Response,
};

use crate::state::State;

const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The network of whoever sent a request: an IPv4 address, or the 64 bits of an IPv6 address that one subscriber has to themselves. None
/// where there is no connection, as in a test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Network(Option<IpAddr>);

/// Finds the network of a request.
pub async fn find(FromState(state): FromState<State>, mut request: Request, next: Next) -> Response {
    let network = Network::of(request.extensions(), request.headers(), state.proxies);
    request.extensions_mut().insert(network);
    next.run(request).await
}

impl Network {
    /// Each of our proxies adds the address it was called from to the end of `X-Forwarded-For`. What stands before these was sent by
    /// the caller, who may write what they like.
    fn of(extensions: &Extensions, headers: &HeaderMap, proxies: usize) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let named = headers.get_all(FORWARDED).iter().filter_map(|value| value.to_str().ok());
        let named: Vec<_> = named.flat_map(|value| value.split(',')).map(str::trim).collect();
        let client = named.len().checked_sub(proxies).filter(|_| proxies > 0).and_then(|at| named.get(at));
        Self(client.and_then(|client| address(client)).or(peer).map(prefix))
    }

    /// The address that stands for it.
    pub fn address(self) -> Option<IpAddr> {
        self.0
    }

    /// Names it in a key of what is counted.
    pub fn key(self, what: &str) -> String {
        match self.0 {
            Some(address) => format!("{what}/{address}"),
            None => what.to_owned(),
        }
    }
}

/// An address as proxies write it, with a port or without.
fn address(written: &str) -> Option<IpAddr> {
    let bare = written.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| written.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
}

/// The part of an address that one subscriber has to themselves.
pub fn prefix(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        short @ IpAddr::V4(_) => short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(peer: &str, forwarded: &[&'static str], proxies: usize) -> String {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4711)));
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED, axum::http::HeaderValue::from_static(value));
        }
        Network::of(&extensions, &headers, proxies).key("link")
    }

    #[test]
    fn without_proxies_only_the_connection_counts() {
        assert_eq!(found("192.0.2.7", &["198.51.100.1"], 0), "link/192.0.2.7");
        assert_eq!(found("::ffff:192.0.2.7", &[], 0), "link/192.0.2.7");
        assert_eq!(found("2001:db8:1:2:3:4:5:6", &[], 0), "link/2001:db8:1:2::");
    }

    #[test]
    fn what_our_proxies_add_counts_and_what_the_caller_wrote_before_does_not() {
        assert_eq!(found("10.0.0.1", &["203.0.113.9, 198.51.100.1"], 1), "link/198.51.100.1");
        assert_eq!(found("10.0.0.1", &["203.0.113.9", "198.51.100.1, 10.0.0.2"], 2), "link/198.51.100.1");
        assert_eq!(found("10.0.0.1", &["198.51.100.1:5555"], 1), "link/198.51.100.1");
        assert_eq!(found("10.0.0.1", &["[2001:db8::7]:443"], 1), "link/2001:db8::");
        // A proxy that was gone round, and a header that says nothing.
        assert_eq!(found("198.51.100.1", &[], 1), "link/198.51.100.1");
        assert_eq!(found("198.51.100.1", &["unknown"], 1), "link/198.51.100.1");
    }
}
