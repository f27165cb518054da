//! `hopwise user add`: accounts without the web.

use crate::hopwise::{Said, Server, hopwise, run, serve};
use std::path::Path;
use tempfile::tempdir;

const PASSWORD: &str = "seven otters read the manual";

fn add(folder: &Path, email: &str, input: &str) -> Said {
    let mut command = hopwise(folder);
    command.args(["user", "add", "--database", "sqlite:data/hopwise.db", "--email", email, "--name", "Dana Levi"]);
    run(command.args(["--role", "lead", "--role", "interviewer", "--locale", "he"]), input)
}

/// Does the password open the account?
async fn opens(server: &Server, password: &str) -> bool {
    let fields = [("email", "dana@example.org"), ("password", password), ("lang", "he")];
    !server.visitor.form("/api/sign_in", "/he/sign-in", &fields).await.header("set-cookie").is_empty()
}

#[tokio::test]
async fn the_password_comes_from_standard_input_or_is_printed() {
    let folder = tempdir().unwrap();
    let said = add(folder.path(), "Dana@Example.org", &format!("{PASSWORD}\n"));
    assert_eq!((said.code, said.out.as_str()), (Some(0), "Created dana@example.org.\n"), "{said:?}");
    let other = add(folder.path(), "noa@example.org", "");
    assert!(other.out.lines().nth(1).unwrap().strip_prefix("Password: ").unwrap().len() >= 20, "{other:?}");
    let server = Server::start(&mut serve(folder.path(), "sqlite:data/hopwise.db"));
    assert!(opens(&server, PASSWORD).await);
    assert!(!opens(&server, "").await && !opens(&server, "correct horse").await);
}

#[test]
fn what_is_no_account_is_refused() {
    let folder = tempdir().unwrap();
    assert_eq!(add(folder.path(), "dana@example.org", PASSWORD).code, Some(0));
    for (email, password, word) in [
        ("DANA@example.org", PASSWORD, "has an account already"),
        ("dana", PASSWORD, "email"),
        ("noa@example.org", "short", "password"),
    ] {
        let said = add(folder.path(), email, password);
        assert_eq!((said.code, said.err.lines().count()), (Some(1), 1), "{said:?}");
        assert!(said.err.contains(word) && !said.err.contains(PASSWORD), "{said:?}");
    }
    let said = run(hopwise(folder.path()).args(["user", "add", "--email", "x@y", "--name", "x", "--role", "king"]), "");
    assert_eq!(said.code, Some(2));
}
