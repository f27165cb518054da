//! `hopwise probe`: the same measurement without a browser; the exit code tells what became of it.

use crate::hopwise::{Said, hopwise, run};
use domain::run::{Result, SCHEMA};
use tempfile::tempdir;

fn probe(arguments: &[&str]) -> Said {
    run(hopwise(tempdir().unwrap().path()).args(["probe", "http"]).args(arguments), "")
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
fn a_usage_error_ends_with_2() {
    for arguments in [&[][..], &["lab:healthy", "--xml"], &["lab:healthy", "lab:healthy"]] {
        let said = probe(arguments);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
        assert!(said.err.contains("Usage:"), "{}", said.err);
    }
}
