//! Starts the program in a folder of its own, with none of this process's settings.

use crate::{client::Client, scene::CONTENT};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Child, ChildStderr, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread::{self, JoinHandle},
    time::Duration,
};

/// A test that waits longer than this for the program has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program, to be given arguments.
pub fn hopwise(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hopwise"));
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("HOPWISE_") || name == "DATABASE_URL") {
        command.env_remove(name);
    }
    // Without it, every error of a library would come with a trace.
    command.env_remove("RUST_BACKTRACE");
    command
}

/// The program serving, on a free port, with the database of this URL; arguments can be added and override it.
pub fn serve(folder: &Path, database: &str) -> Command {
    let site = folder.join("site");
    fs::create_dir_all(site.join("pkg")).unwrap();
    let mut command = hopwise(folder);
    command.args(["serve", "--database", database, "--site"]).arg(site);
    command.env("HOPWISE_LISTEN", "127.0.0.1:0").env("HOPWISE_CONTENT", CONTENT);
    command
}

/// What a command has said by its end.
#[derive(Debug)]
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Runs a command that ends by itself, with this text as its input.
pub fn run(command: &mut Command, input: &str) -> Said {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // It may have ended without reading.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A server under way; it is killed when this value goes.
pub struct Server {
    /// A visitor of it.
    pub visitor: Client,
    child: Child,
    said: String,
    lines: mpsc::Receiver<String>,
    logged: Option<JoinHandle<String>>,
}

impl Server {
    /// Starts and waits until the port is open.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|it| sender.send(it)));
        let logged = child.stderr.take().map(|it| thread::spawn(move || all(it)));
        let first = lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("it did not start"));
        let address = first.rsplit("://").next().unwrap().parse().unwrap();
        let (visitor, said) = (Client::new(address), first + "\n");
        Self { visitor, child, said, lines, logged }
    }

    /// The next line on standard output.
    pub fn line(&mut self) -> String {
        let line = self.lines.recv_timeout(PATIENCE).expect("it said nothing more");
        self.said.push_str(&line);
        self.said.push('\n');
        line
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a crash would.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end; does not wait.
    pub fn terminate(&self) {
        // The shell has a kill of its own; a bare machine has no other.
        let asked = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.id())]).status().unwrap();
        assert!(asked.success());
    }

    /// Waits for its end: its status, and everything that it has said on standard output and standard error.
    pub fn end(mut self) -> (ExitStatus, String, String) {
        let status = self.child.wait().unwrap();
        let logged = self.logged.take().unwrap().join().unwrap();
        let said = std::mem::take(&mut self.said) + &self.lines.iter().map(|it| it + "\n").collect::<String>();
        (status, said, logged)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn all(mut from: ChildStderr) -> String {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}
