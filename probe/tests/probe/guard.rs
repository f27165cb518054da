//! Whatever is typed that is not a lab target's id: refused, no packet sent, nothing raw in the result.

use crate::{ask, invariants::assert_consistent, prober};
use probe::{Outcome, Refused, outcome};

/// A selection of every kind in the research's list of bad inputs (§4.4 A to F).
const HOSTILE: [&str; 62] = [
    "",
    "lab:",
    "lab:healthy ",
    "LAB:HEALTHY",
    "lab:healthy/../x",
    "healthy.lab",
    "https://healthy.lab/",
    // IPv4, as written by those who want to be misread
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.0.0.1.",
    "127.000.000.001",
    "0",
    "0.0.0.0",
    "127.0.0.1%2f",
    "１２７.０.０.１",
    "127。0。0。1",
    // private, metadata, special
    "10.0.0.1",
    "169.254.169.254",
    "2852039166",
    "0251.0376.0251.0376",
    "100.100.100.200",
    "168.63.129.16",
    "224.0.0.1",
    // IPv6
    "::1",
    "[::1",
    "[::]",
    "[::ffff:7f00:1]",
    "[64:ff9b::169.254.169.254]",
    "[2002:7f00:1::]",
    "[fe80::1%lo]",
    "[fec0::1]",
    // names
    "localhost",
    "LOCALHOST.",
    "metadata",
    "127.0.0.1.nip.io",
    "a..b",
    "*.example.com",
    // URLs
    "http://example.com@127.0.0.1/",
    "http://example.com\\@127.0.0.1/",
    "http://127.0.0.1\t/",
    "http:/\\/\\127.0.0.1/",
    "http://%31%32%37.0.0.1/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "http://example.com/%0d%0aHost:%20evil",
    "file:///etc/passwd",
    "dict://127.0.0.1:11211/",
    "javascript:alert(1)",
    "http://1.1.1.1 &@2.2.2.2# @3.3.3.3/",
    // commands, logs, terminals
    "--help",
    "$(id)",
    ";id",
    "|id",
    "a\nb.example",
    "a\0.example.com",
    "<script>alert(1)</script>.example.com",
    "../../etc/passwd",
    "\u{1b}[2J\u{1b}]0;owned\u{7}",
    "\u{202e}yhtlaeh:bal",
    "аpple.com",
];

#[tokio::test]
async fn nothing_typed_but_an_id_sends_a_packet() {
    let prober = prober().await;
    let too_long = "a".repeat(100_000);
    for (n, typed) in HOSTILE.into_iter().chain([too_long.as_str()]).enumerate() {
        let result = prober.http(ask(n, typed), |_| panic!("a refused probe makes no progress")).await;
        assert_consistent(&result);
        assert_eq!(outcome(&result), Outcome::Refused, "{typed:?}");
        let failed = result.failed.as_ref().unwrap();
        assert_eq!((failed.phase.as_str(), failed.class.as_str()), ("guard", Refused::CLASS), "{typed:?}");
        let [hop] = result.hops.as_slice() else { panic!("{typed:?}") };
        assert_eq!(hop.guard.as_ref().unwrap().decision, "refuse");
        assert!(hop.attempts.is_empty() && hop.remote.is_none() && result.asked.target.is_empty(), "{typed:?}");
        assert_eq!((&result.truth, result.repro.curl.as_str()), (&None, ""), "{typed:?}");

        for shown in [&result.asked.typed, &failed.text, &probe::report::text(&result)] {
            let hidden = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!shown.contains(hidden) && shown.len() < 1_000, "{shown:?}");
        }
    }
    // A connection could still be on its way to the log; one that surely arrives must be the only one.
    assert_eq!(outcome(&prober.http(ask(999, "lab:healthy"), |_| {}).await), Outcome::Measured);
    assert_eq!(prober.lab().connections(), 1);
}
