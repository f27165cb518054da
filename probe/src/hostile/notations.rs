//! Any address of any special range, in any notation that some parser reads: refused, with nobody asked and nobody
//! connected to; and refused as well when an allowed name leads there.

use super::{
    failed,
    name_server::{NameServer, addresses},
};
use crate::{
    Allowed, Ask, Lab, Order, Outcome, Outside, Prober,
    guard::special::{V4, V6, special},
    outcome,
};
use domain::run::Kind;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    sync::{Arc, Mutex},
};

/// Special ranges of IPv6 outside of `2000::/3`, which the guard has no list of.
const OTHERS: [(&str, u8); 12] = [
    ("::", 128),
    ("::1", 128),
    ("64:ff9b::", 96),
    ("64:ff9b:1::", 48),
    ("100::", 64),
    ("5f00::", 16),
    ("fc00::", 7),
    ("fe80::", 10),
    ("fec0::", 10),
    ("ff00::", 8),
    ("4000::", 2),
    ("::", 8),
];

/// An address of a special range of IPv4.
fn four() -> impl Strategy<Value = Ipv4Addr> {
    (0..V4.len(), any::<u32>()).prop_map(|(n, host)| {
        let net = V4[n].0;
        Ipv4Addr::from(u32::from(net.network()) | (host & u32::from(net.hostmask())))
    })
}

/// An address of a special range of IPv6, or one with a special IPv4 address inside.
fn six() -> impl Strategy<Value = Ipv6Addr> {
    let listed = (0..V6.len() + OTHERS.len(), any::<u128>()).prop_map(|(n, host)| {
        let (net, prefix) = V6.get(n).map_or_else(
            || (OTHERS[n - V6.len()].0.parse().unwrap(), OTHERS[n - V6.len()].1),
            |(net, _)| (net.network(), net.prefix_len()),
        );
        let mask = u128::MAX.checked_shr(u32::from(prefix)).unwrap_or(0);
        Ipv6Addr::from(u128::from(net) | (host & mask))
    });
    let inside = (four(), 0..8usize, any::<u32>()).prop_map(|(ip, how, other)| {
        let (it, other) = (u128::from(u32::from(ip)), u128::from(other));
        Ipv6Addr::from(match how {
            0 => (0xffff << 32) | it,                                  // mapped
            1 => (0xffff << 48) | it,                                  // translated (SIIT)
            2 => it,                                                   // compatible
            3 => (0x0064_ff9b << 96) | it,                             // NAT64
            4 => (0x2002 << 112) | (it << 80) | other,                 // 6to4
            5 => (0x2001 << 112) | (other << 64) | (it ^ 0xffff_ffff), // Teredo
            6 => (0x2606_4700 << 96) | (0x5efe << 32) | it,            // ISATAP
            _ => (0x2606_4700 << 96) | (0x0200_5efe << 32) | it,       // ISATAP, universal
        })
    });
    prop_oneof![listed, inside]
}

/// `ip` in every notation of the classic readers of addresses: one to four parts, each decimal, octal or hexadecimal.
fn classic(ip: Ipv4Addr, parts: usize, radix: [u8; 4], zeros: usize) -> String {
    let [a, b, c, d] = ip.octets().map(u32::from);
    let values = match parts {
        1 => vec![u32::from(ip)],
        2 => vec![a, (b << 16) | (c << 8) | d],
        3 => vec![a, b, (c << 8) | d],
        _ => vec![a, b, c, d],
    };
    let written = values.into_iter().zip(radix).map(|(value, radix)| match radix {
        0 => format!("{}{value}", "0".repeat(zeros)),
        1 => format!("0{}{value:o}", "0".repeat(zeros)),
        2 => format!("0x{}{value:x}", "0".repeat(zeros)),
        _ => format!("0X{value:X}"),
    });
    written.collect::<Vec<_>>().join(".")
}

/// Turns an address as it is written into one that only some parsers mend.
fn dressed(text: &str, how: usize) -> String {
    let wide = |it: char| it.to_digit(10).and_then(|n| char::from_u32(0xff10 + n)).unwrap_or(it);
    match how {
        0 => text.to_owned(),
        1 => format!("{text}."),
        2 => text.chars().map(wide).collect(),
        3 => text.replace('.', "。"),
        4 => text.bytes().map(|it| format!("%{it:02x}")).collect(),
        5 => format!("{text}\t"),
        6 => format!("a.example@{text}"),
        7 => format!("a.example\\@{text}"),
        8 => format!("{text}#a.example"),
        9 => format!("{text}%2f.a.example"),
        10 => format!("{text}:80@a.example"),
        _ => format!("\u{200b}{text}"),
    }
}

fn text() -> impl Strategy<Value = String> {
    let radix = [0..4u8, 0..4u8, 0..4u8, 0..4u8];
    let four = (four(), 1..5usize, radix, 0..3usize).prop_map(|(ip, n, radix, zeros)| classic(ip, n, radix, zeros));
    let six = (six(), 0..6usize).prop_map(|(ip, how)| match how {
        0 => format!("[{ip}]"),
        1 => format!("[{}]", ip.to_string().to_uppercase()),
        2 => format!("[{}]", ip.segments().map(|it| format!("{it:04x}")).join(":")),
        3 => format!("[{ip}%25lo]"),
        4 => ip.to_string(),
        _ => format!("[{ip}"),
    });
    prop_oneof![four, six]
}

/// What is typed for each kind.
fn typed() -> impl Strategy<Value = (Kind, String)> {
    (text(), 0..12usize, 0..8usize).prop_map(|(text, how, form)| {
        let host = dressed(&text, how);
        match form {
            0 => (Kind::Dns, host),
            1 => (Kind::Tcp, format!("{host}:80")),
            2 => (Kind::Tls, host),
            3 => (Kind::Http, format!("http://{host}/")),
            4 => (Kind::Http, format!("https://{host}:443/")),
            5 => (Kind::Http, format!("http:/\\{host}/")),
            6 => (Kind::Icmp, host),
            _ => (Kind::Http, host),
        }
    })
}

fn order(kind: Kind) -> Order {
    match kind {
        Kind::Dns => Order::Dns { types: vec![] },
        Kind::Tcp => Order::Tcp { address: None },
        Kind::Tls => Order::Tls { address: None },
        Kind::Http => Order::http(),
        Kind::Icmp => Order::Ping { address: None, count: 1 },
    }
}

async fn prober(names: &NameServer) -> Prober {
    let lab = Lab::start().await.unwrap();
    let allowed = Allowed::read(["a.example"]).unwrap();
    let roots = lab.roots();
    Prober::with(lab, Some(Outside { allowed, resolver: names.addr, roots }))
}

proptest! {
    #[test]
    fn special_addresses_are_known(ip in prop_oneof![four().prop_map(IpAddr::V4), six().prop_map(IpAddr::V6)]) {
        prop_assert!(special(ip).is_some(), "{}", ip);
    }

    #[test]
    fn what_is_listed_is_read_as_a_name_or_not_at_all(text in text(), how in 0..12usize) {
        prop_assert!(Allowed::read([dressed(&text, how).as_str()]).is_err());
    }
}

#[tokio::test]
async fn no_notation_of_a_special_address_sends_a_packet() {
    let names = NameServer::with(&["1.1.1.1"]).await;
    let prober = prober(&names).await;
    let (mut runner, typed) = (TestRunner::default(), typed());
    for _ in 0..4_000 {
        let (kind, typed) = typed.new_tree(&mut runner).unwrap().current();
        let ask = Ask { typed: typed.clone(), ..super::ask(1, 1_000) };
        let result = prober.run(ask, order(kind), |_| {}).await;
        assert_eq!(outcome(&result), Outcome::Refused, "{kind} {typed:?}");
    }
    assert_eq!((names.asked(), prober.connects()), (0, 0));
}

#[tokio::test]
async fn no_allowed_name_leads_to_a_special_address() {
    let addrs = Arc::new(Mutex::new(Vec::<IpAddr>::new()));
    let said = Arc::clone(&addrs);
    let names = NameServer::start(move |_, question| vec![addresses(question, &said.lock().unwrap())]).await;
    let prober = prober(&names).await;
    let (mut runner, four, six) = (TestRunner::default(), four(), six());
    for n in 0..1_500 {
        let four = IpAddr::V4(four.new_tree(&mut runner).unwrap().current());
        let six = IpAddr::V6(six.new_tree(&mut runner).unwrap().current());
        let good = ["1.1.1.1", "2606:4700::1111"].map(|it| it.parse().unwrap());
        *addrs.lock().unwrap() = match n % 3 {
            0 => vec![four],
            1 => vec![six],
            _ => vec![good[0], good[1], six],
        };
        let ask = Ask { typed: "http://a.example/".to_owned(), ..super::ask(1, 2_000) };
        let result = prober.run(ask, Order::http(), |_| {}).await;
        assert_eq!(failed(&result), ("guard", "special-address"), "{:?}", addrs.lock().unwrap());
    }
    assert_eq!(prober.connects(), 0);
}
