//! The network that a request comes from: one IPv4 address, or the 64 bits of an IPv6 address that one customer has at
//! the least. It is that of the connection; a header is believed only if a proxy wrote it that the settings name.

use axum::extract::ConnectInfo;
use http::{Extensions, HeaderMap};
use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

/// The header in which each proxy adds, at the end, whom it speaks for.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Where a request comes from. Requests without a connection, as in tests, come from one and the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network(Option<IpAddr>);

impl Network {
    /// That of a request: the last address that no trusted proxy has.
    pub fn of(extensions: &Extensions, headers: &HeaderMap, proxies: Option<&Proxies>) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        Self(peer.map(|peer| behind(peer, headers, proxies)))
    }
}

fn behind(peer: IpAddr, headers: &HeaderMap, proxies: Option<&Proxies>) -> IpAddr {
    let mut client = peer;
    let lines = headers.get_all(FORWARDED_FOR).iter().collect::<Vec<_>>();
    let mut told = lines.into_iter().rev().flat_map(|line| line.to_str().unwrap_or_default().rsplit(','));
    while proxies.is_some_and(|proxies| proxies.have(client)) {
        // What is no address was not written by a proxy that does its work.
        let Some(next) = told.next().and_then(address) else { break };
        client = next;
    }
    client
}

/// An address, as proxies write it: with or without a port and brackets.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    bare.parse().ok().or_else(with_port).map(|address: IpAddr| address.to_canonical())
}

impl fmt::Display for Network {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => out.write_str("none"),
            Some(IpAddr::V4(address)) => write!(out, "{address}"),
            Some(IpAddr::V6(address)) => {
                write!(out, "{}/64", Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)))
            }
        }
    }
}

/// The proxies whose word is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxies(Vec<(IpAddr, u8)>);

impl Proxies {
    fn have(&self, address: IpAddr) -> bool {
        self.0.iter().any(|(network, bits)| match (network, address) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(*bits)).unwrap_or(0);
                network.to_bits() & mask == address.to_bits() & mask
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(*bits)).unwrap_or(0);
                network.to_bits() & mask == address.to_bits() & mask
            }
            _ => false,
        })
    }
}

impl FromStr for Proxies {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let one = |part: &str| {
            let (network, bits) = part.split_once('/').map_or((part, None), |(network, bits)| (network, Some(bits)));
            let network: IpAddr = network.trim().parse().ok()?;
            let most = if network.is_ipv4() { 32 } else { 128 };
            let bits = bits.map_or(Some(most), |bits| bits.trim().parse().ok()).filter(|bits| *bits <= most)?;
            Some((network, bits))
        };
        let all: Option<Vec<_>> = text.split(',').map(one).collect();
        all.map(Self).ok_or("write addresses or networks with commas between them, such as 127.0.0.1,10.0.0.0/8")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &[&str], proxies: &str) -> String {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().expect(peer), 4242)));
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().expect("a header"));
        }
        Network::of(&extensions, &headers, proxies.parse().ok().as_ref()).to_string()
    }

    #[test]
    fn a_header_counts_only_from_a_proxy_that_is_trusted_and_only_what_it_added() {
        for (peer, forwarded, proxies, network) in [
            ("192.0.2.1", &[] as &[&str], "", "192.0.2.1"),
            ("192.0.2.1", &["198.51.100.7"], "", "192.0.2.1"),
            ("192.0.2.1", &["198.51.100.7"], "10.0.0.0/8", "192.0.2.1"),
            ("10.1.2.3", &["198.51.100.7"], "10.0.0.0/8", "198.51.100.7"),
            ("10.1.2.3", &["203.0.113.9, 198.51.100.7"], "10.0.0.0/8", "198.51.100.7"),
            ("10.1.2.3", &["203.0.113.9", "198.51.100.7:80, 10.9.9.9"], "10.0.0.0/8", "198.51.100.7"),
            ("10.1.2.3", &["203.0.113.9, nonsense"], "10.0.0.0/8", "10.1.2.3"),
            ("10.1.2.3", &[""], "10.0.0.0/8", "10.1.2.3"),
            ("::ffff:10.1.2.3", &["[2001:db8:1:2:3:4:5:6]:443"], "192.0.2.9, 10.0.0.0/8", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff::1", &[], "", "2001:db8:1:2::/64"),
            ("2001:db8::1", &["198.51.100.7"], "2001:db8::/32", "198.51.100.7"),
            ("198.51.100.7", &["203.0.113.9"], "0.0.0.0/0", "203.0.113.9"),
        ] {
            assert_eq!(seen(peer, forwarded, proxies), network, "{peer} {forwarded:?} {proxies}");
        }
        assert_eq!(Network::of(&Extensions::new(), &HeaderMap::new(), None).to_string(), "none");
        for wrong in ["", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "127.0.0.1,,", "::/129"] {
            assert!(wrong.parse::<Proxies>().is_err(), "{wrong}");
        }
    }
}
