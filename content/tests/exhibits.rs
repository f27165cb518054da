//! Exhibits are as they are described: where the tool is there, the mended file passes and the broken one does what it
//! is said to do.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use content::{Bank, Exhibit, Reader, Verdict};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};
use tempfile::TempDir;

/// Longest run of one command.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program in the search path, or nothing.
fn installed(program: &str) -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    // Servers live where only administrators look.
    folders.extend(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from));
    folders.into_iter().map(|it| it.join(program)).find(|it| it.is_file())
}

/// A copy of the exhibit's folder with a certificate for localhost, which configs name and programs serve with.
fn copy(exhibit: &Exhibit) -> TempDir {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("exhibits").join(exhibit.id.as_str());
    let copy = tempfile::tempdir().unwrap();
    for file in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|it| it.path().is_file()) {
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    if let Some(openssl) = installed("openssl") {
        let words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out cert.pem";
        let made = Command::new(openssl).args(words.split(' ')).current_dir(copy.path()).stderr(Stdio::null()).status();
        assert!(made.unwrap().success(), "openssl made no certificate");
        let both = ["cert.pem", "key.pem"].map(|it| fs::read_to_string(copy.path().join(it)).unwrap()).concat();
        fs::write(copy.path().join("site.pem"), both).unwrap();
    }
    copy
}

/// Runs the proof's command on one file; `None` when it does not end in time.
fn run(exhibit: &Exhibit, program: &Path, folder: &Path, file: &str) -> Option<(bool, String)> {
    let words = exhibit.proof.command[1..].iter().map(|it| if it == "{file}" { file } else { it });
    let mut command = Command::new(program);
    command.args(words).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    let id = child.id().to_string();
    let (send, ended) = mpsc::channel();
    thread::spawn(move || send.send(child.wait_with_output()));
    let Ok(output) = ended.recv_timeout(PATIENCE) else {
        Command::new("sh").args(["-c", &format!("kill {id}")]).status().unwrap();
        return None;
    };
    let output = output.unwrap();
    let said = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
    Some((output.status.success(), said))
}

/// What is wrong with the proof of one exhibit.
fn disprove(exhibit: &Exhibit) -> Vec<String> {
    let name = &exhibit.proof.command[0];
    let Some(program) = installed(name) else {
        println!("{}: skipped, {name} is not installed here", exhibit.id);
        return Vec::new();
    };
    let folder = copy(exhibit);
    let wrong = |(listing, verdict): (&content::Listing, &Verdict)| {
        let Some((ok, said)) = run(exhibit, &program, folder.path(), &listing.file) else {
            return Some(format!("{}/{} does not end", exhibit.id, listing.file));
        };
        let fits = ok == verdict.ok && said.contains(&verdict.says);
        (!fits).then(|| format!("{}/{}: not {verdict:?} but ok = {ok}:\n{said}", exhibit.id, listing.file))
    };
    let cases = [(&exhibit.fixed, &exhibit.proof.fixed), (&exhibit.broken, &exhibit.proof.broken)];
    cases.into_iter().filter_map(wrong).collect()
}

#[test]
fn exhibits_do_what_they_are_said_to_do() {
    let bank = Bank::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    // Most of the time they wait for timers of their own, so they wait together.
    let wrong: Vec<String> = thread::scope(|scope| {
        let runs: Vec<_> = bank.shelf(Reader::Staff).exhibits().map(|it| scope.spawn(|| disprove(it))).collect();
        runs.into_iter().flat_map(|it| it.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
