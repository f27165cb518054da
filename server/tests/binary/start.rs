//! What is in the way of a start is told in one sentence with the way out, and nothing is half-written.

use crate::{
    hopwise::{Server, hopwise, run, serve},
    scene::CONTENT,
};
use std::{fs, net::TcpListener, path::Path, process::Command};
use tempfile::tempdir;

/// Fails with one line that holds all of these.
pub fn assert_refuses(command: &mut Command, words: &[&str]) {
    let said = run(command, "");
    assert_eq!(said.code, Some(1), "{said:?}");
    assert_eq!((said.err.lines().count(), said.out.as_str()), (1, ""), "{said:?}");
    assert!(said.err.starts_with("hopwise: "), "{said:?}");
    for word in words {
        assert!(said.err.contains(word), "no {word:?} in {said:?}");
    }
}

/// Names of what is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_taken_port() {
    let folder = tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut command = serve(folder.path(), "sqlite:data/hopwise.db");
    assert_refuses(command.args(["--listen", &address]), &[&address, "choose another with --listen"]);
    assert_eq!(names(folder.path()), ["site"], "something was written");
}

#[test]
fn a_missing_site() {
    let folder = tempdir().unwrap();
    let mut command = hopwise(folder.path());
    assert_refuses(
        command.args(["serve", "--listen", "127.0.0.1:0", "--content", CONTENT]),
        &["target/site", "make run"],
    );
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_bank_that_is_broken_or_not_there() {
    let folder = tempdir().unwrap();
    let question = folder.path().join("bank/questions/tcp-vs-udp");
    fs::create_dir_all(&question).unwrap();
    fs::write(question.join("question.toml"), "id = \"tcp-vs-udp\"\nblock = \"kitchen\"\n").unwrap();
    for bank in ["bank", "nowhere"] {
        let mut command = serve(folder.path(), "sqlite:data/hopwise.db");
        assert_refuses(command.args(["--content", bank]), &[bank, "hopwise content check"]);
    }
    assert_eq!(names(folder.path()), ["bank", "site"]);
}

#[test]
fn a_setting_that_is_not_understood() {
    let folder = tempdir().unwrap();
    for (name, value) in [("HOPWISE_LISTEN", "everywhere"), ("HOPWISE_LOG", "info,=,=")] {
        let mut command = hopwise(folder.path());
        let said = run(command.arg("serve").env(name, value), "");
        assert!(said.code.is_some_and(|it| it != 0) && said.err.contains(value), "{said:?}");
    }
    assert!(names(folder.path()).is_empty());
}

#[tokio::test]
async fn the_printed_address_is_the_real_one_and_ready() {
    let folder = tempdir().unwrap();
    let server = Server::start(&mut serve(folder.path(), "sqlite:data/hopwise.db"));
    for (path, text) in [("/healthz", "alive\n"), ("/readyz", "ready\n")] {
        assert_eq!(server.visitor.get(path).await.text(), text);
    }
}
