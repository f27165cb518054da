//! `hopwise probe`: the same measurement without a browser; the exit code tells what became of it.

use crate::hopwise::{Said, hopwise, run};
use domain::run::{Result, SCHEMA};
use tempfile::tempdir;

fn probe(arguments: &[&str]) -> Said {
    kind("http", arguments)
}

fn kind(kind: &str, arguments: &[&str]) -> Said {
    run(hopwise(tempdir().unwrap().path()).args(["probe", kind]).args(arguments), "")
}

fn read(said: &Said) -> Result {
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn a_measurement_prints_json_and_ends_with_0() {
    let said = probe(&["lab:slow-upstream", "--json"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let result: Result = serde_json::from_str(&said.out).unwrap();
    assert_eq!((result.schema.as_str(), result.asked.target.as_str()), (SCHEMA, "lab:slow-upstream"));
    assert!(result.hops[0].phase_us.processing >= Some(250_000), "{:?}", result.hops[0].phase_us);
}

#[test]
fn without_json_it_prints_the_phases_for_people() {
    let said = probe(&["lab:healthy"]);
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("processing") && !said.out.starts_with('{'), "{}", said.out);
}

#[test]
fn a_target_outside_the_lab_is_refused_with_3() {
    for target in ["http://127.0.0.1/", "https://example.org", "lab:nothing", ""] {
        let said = probe(&[target, "--json"]);
        let result: Result = serde_json::from_str(&said.out).unwrap();
        assert_eq!(said.code, Some(3), "{target}");
        assert_eq!(result.failed.unwrap().phase, "guard", "{target}");
        assert!(result.hops.iter().all(|it| it.remote.is_none()), "{target}: something was connected to");
        let plain = probe(&[target]);
        assert_eq!(plain.code, Some(3));
        assert!(plain.out.contains("lab:healthy") && !plain.out.starts_with('{'), "{}", plain.out);
    }
}

#[test]
fn every_kind_prints_its_json_and_its_table() {
    for (name, options, phases) in [
        ("dns", &["--type", "TXT"][..], 1),
        ("tcp", &[], 2),
        ("tls", &["--address", "127.0.0.1"], 3),
        ("http", &["--http", "2"], 6),
    ] {
        let said = kind(name, &[&["lab:healthy", "--json"], options].concat());
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{name}");
        let result = read(&said);
        assert_eq!(result.kind.name(), name);
        assert_eq!(result.hops[0].phase_us.each().into_iter().filter(|(_, us)| us.is_some()).count(), phases, "{name}");
        let plain = kind(name, &[&["lab:healthy"], options].concat());
        assert!(
            plain.code == Some(0) && plain.out.contains("resolve") && plain.out.contains("by hand"),
            "{}",
            plain.out
        );
    }
}

#[test]
fn a_failure_ends_with_1_and_says_in_json_where() {
    for (name, target, phase, class) in [
        ("dns", "lab:nxdomain", "resolve", "nxdomain"),
        ("tcp", "lab:servfail", "resolve", "servfail"),
        ("tls", "lab:expired", "tls", "certificate-expired"),
        ("http", "lab:wrong-name", "tls", "certificate-wrong-name"),
    ] {
        let said = kind(name, &[target, "--json"]);
        let failed = read(&said).failed.unwrap();
        assert_eq!(
            (said.code, failed.phase.as_str(), failed.class.as_str()),
            (Some(1), phase, class),
            "{name} {target}"
        );
    }
    let said = kind("tcp", &["lab:full-backlog", "--deadline", "1", "--json"]);
    let result = read(&said);
    assert_eq!((said.code, result.failed.as_ref().unwrap().phase.as_str()), (Some(1), "connect"));
    assert_eq!(result.verdicts[0].rule, "TCP-2");
}

#[test]
fn redirects_are_followed_when_asked_for() {
    let result = read(&probe(&["lab:redirect", "--follow", "2", "--json"]));
    assert_eq!((result.hops.len(), result.totals.unwrap().redirects), (2, 1));
}

/// The name server that is named here is nobody: a refusal comes before anything is asked.
#[test]
fn an_allowed_name_allows_itself_alone() {
    let allow = ["--allow", "a.example", "--resolver", "127.0.0.1:9", "--json"];
    for (target, class) in [
        ("http://b.example/", "not-allowed"),
        ("http://a.example:22/", "not-allowed"),
        ("http://127.0.0.1/", "malformed-target"),
        ("http://a.example@127.1/", "malformed-target"),
    ] {
        let said = probe(&[&[target], &allow[..]].concat());
        assert_eq!((said.code, read(&said).failed.unwrap().class.as_str()), (Some(3), class), "{target}");
    }
    let said = probe(&[&["http://a.example/"], &allow[..]].concat());
    assert_eq!((said.code, read(&said).failed.unwrap().phase.as_str()), (Some(1), "resolve"));
}

#[test]
fn a_usage_error_ends_with_2() {
    let said = probe(&["lab:healthy", "--allow", "localhost", "--resolver", "127.0.0.1:53"]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("localhost"), "{}", said.err);
    for arguments in [
        &[][..],
        &["lab:healthy", "--xml"],
        &["lab:healthy", "lab:healthy"],
        &["lab:healthy", "--follow", "6"],
        &["lab:healthy", "--http", "3"],
        &["lab:healthy", "--address", "127.1"],
        &["lab:healthy", "--allow", "a.example"],
        &["lab:healthy", "--deadline", "0"],
    ] {
        let said = probe(arguments);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
        assert!(said.err.contains("--help"), "{}", said.err);
    }
}
