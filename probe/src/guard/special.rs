//! Addresses that no probe outside the lab may reach, whatever name led there.

use ipnet::{Ipv4Net, Ipv6Net};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The IANA registry of special IPv4 addresses (RFC 6890 and its updates), multicast, what is reserved, and the
/// metadata services of clouds that lie outside of those.
pub(crate) const V4: [(Ipv4Net, &str); 20] = [
    (v4([0, 0, 0, 0], 8), "this-network"),
    (v4([10, 0, 0, 0], 8), "private"),
    (v4([100, 64, 0, 0], 10), "shared"),
    (v4([127, 0, 0, 0], 8), "loopback"),
    (v4([169, 254, 0, 0], 16), "link-local"),
    (v4([172, 16, 0, 0], 12), "private"),
    (v4([192, 0, 0, 0], 24), "protocol"),
    (v4([192, 0, 2, 0], 24), "documentation"),
    (v4([192, 31, 196, 0], 24), "as112"),
    (v4([192, 52, 193, 0], 24), "amt"),
    (v4([192, 88, 99, 0], 24), "6to4-relay"),
    (v4([192, 168, 0, 0], 16), "private"),
    (v4([192, 175, 48, 0], 24), "as112"),
    (v4([198, 18, 0, 0], 15), "benchmark"),
    (v4([198, 51, 100, 0], 24), "documentation"),
    (v4([203, 0, 113, 0], 24), "documentation"),
    (v4([224, 0, 0, 0], 4), "multicast"),
    (v4([240, 0, 0, 0], 4), "reserved"),
    (v4([168, 63, 129, 16], 32), "cloud"),
    (v4([255, 255, 255, 255], 32), "broadcast"),
];

/// What of the global unicast range `2000::/3` is special (IANA's registry for IPv6, RFC 6890 and its updates). Outside
/// of that range nothing is let through, so no other range has to be listed, and none can be forgotten.
pub(crate) const V6: [(Ipv6Net, &str); 6] = [
    // Teredo, ORCHID, benchmarking and more
    (v6([0x2001, 0, 0], 23), "protocol"),
    (v6([0x2001, 0xdb8, 0], 32), "documentation"),
    (v6([0x2002, 0, 0], 16), "6to4"),
    (v6([0x2620, 0x4f, 0x8000], 48), "as112"),
    (v6([0x3ffe, 0, 0], 16), "6bone"),
    (v6([0x3fff, 0, 0], 20), "documentation"),
];

/// Global unicast, the only range that IANA assigns addresses of the public Internet from (RFC 4291).
const GLOBAL: Ipv6Net = v6([0x2000, 0, 0], 3);

const fn v4(octets: [u8; 4], prefix: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(octets[0], octets[1], octets[2], octets[3]), prefix)
}

const fn v6(head: [u16; 3], prefix: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(head[0], head[1], head[2], 0, 0, 0, 0, 0), prefix)
}

/// Why `ip` is not to be reached; `None` for an address of the public Internet.
///
/// An IPv4 address inside of an IPv6 one (mapped, compatible, translated, 6to4, Teredo, ISATAP) is never let through:
/// who means the IPv4 address can write it.
pub(crate) fn special(ip: IpAddr) -> Option<&'static str> {
    match ip {
        IpAddr::V4(ip) => V4.iter().find(|(net, _)| net.contains(&ip)).map(|(_, word)| *word),
        IpAddr::V6(ip) if !GLOBAL.contains(&ip) => Some("not-global"),
        IpAddr::V6(ip) if is_isatap(ip) => Some("isatap"),
        IpAddr::V6(ip) => V6.iter().find(|(net, _)| net.contains(&ip)).map(|(_, word)| *word),
    }
}

/// Does `ip` end in the interface identifier of ISATAP (RFC 5214, 6.1): `[02]00:5efe` and an IPv4 address?
const fn is_isatap(ip: Ipv6Addr) -> bool {
    let [.., flags, company, _, _] = ip.segments();
    matches!((flags, company), (0x0000 | 0x0200, 0x5efe))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_internet_passes() {
        for public in ["1.1.1.1", "93.184.215.14", "100.63.255.255", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"] {
            assert_eq!(special(public.parse().unwrap()), None, "{public}");
        }
    }

    #[test]
    fn what_lists_forget_does_not() {
        for bad in [
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "192.0.0.8",
            "198.18.0.1",
            "192.88.99.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:0:127.0.0.1",
            "::ffff:8.8.8.8",
            "64:ff9b::169.254.169.254",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2001:0:7f00:1::1",
            "fd00:ec2::254",
            "fd20:ce::254",
            "fe80::1",
            "fec0::1",
            "2001:db8::1",
            "100::1",
            "3fff::1",
            "5f00::1",
            "ff02::1",
            "4000::1",
            "2606:4700::5efe:7f00:1",
            "2606:4700::200:5efe:a9fe:a9fe",
        ] {
            assert!(special(bad.parse().unwrap()).is_some(), "{bad}");
        }
    }
}
