//! `--help` and `.env.sample` name every setting, and the same ones.

use crate::hopwise::{hopwise, run};
use std::{collections::BTreeSet, fs};
use tempfile::tempdir;

/// The environment variables that a help text names.
fn named(help: &str) -> BTreeSet<String> {
    let names = help.split("[env:").skip(1).map(|it| it.split(['=', ']']).next().unwrap().trim().to_owned());
    names.collect()
}

fn help(arguments: &[&str]) -> String {
    let said = run(hopwise(tempdir().unwrap().path()).args(arguments), "");
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    said.out
}

#[test]
fn help_names_every_command() {
    let help = help(&["--help"]);
    for command in ["serve", "migrate", "content", "probe", "user", "backup", "restore"] {
        assert!(help.lines().any(|it| it.trim_start().starts_with(&format!("{command} "))), "{command}: {help}");
    }
}

#[test]
fn help_of_serve_names_every_variable() {
    let expected = [
        "DATABASE_URL",
        "HOPWISE_CONTENT",
        "HOPWISE_DEMO",
        "HOPWISE_DEMO_PASSWORD",
        "HOPWISE_LISTEN",
        "HOPWISE_LOG",
        "HOPWISE_OWN_CONTENT",
        "HOPWISE_PUBLIC_URL",
        "HOPWISE_SITE",
        "HOPWISE_TRUSTED_PROXIES",
    ];
    assert_eq!(named(&help(&["serve", "--help"])), expected.map(str::to_owned).into());
}

#[test]
fn help_never_shows_a_secret_of_the_environment() {
    let folder = tempdir().unwrap();
    let mut command = hopwise(folder.path());
    command.env("DATABASE_URL", "postgres://u:hidden-1@h/d").env("HOPWISE_DEMO_PASSWORD", "hidden-2");
    let said = run(command.args(["serve", "--help"]), "");
    assert!(said.code == Some(0) && !said.out.contains("hidden-"), "{}", said.out);
}

#[test]
fn the_sample_of_the_environment_has_every_variable_of_serve() {
    let sample = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../.env.sample")).unwrap();
    let names = sample.lines().filter_map(|it| it.trim_start_matches(['#', ' ']).split_once('='));
    let is_name = |it: &&str| it.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    let listed: BTreeSet<String> = names.map(|it| it.0).filter(is_name).map(str::to_owned).collect();
    assert_eq!(listed, named(&help(&["serve", "--help"])));
}
