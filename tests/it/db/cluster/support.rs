//! Folders, processes and queries for the tests of `db::cluster`.

use anyhow::{Context, Result, bail, ensure};
use polder::db::cluster::installed;
use rustix::process::{Pid, Signal, geteuid, kill_process, kill_process_group};
use std::{
    fs,
    io::{BufRead, BufReader, Read},
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{
        LazyLock,
        mpsc::{self, Receiver},
    },
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Long enough for a busy machine; nothing waits this long unless it fails.
const PATIENCE: Duration = Duration::from_secs(90);
const POLL: Duration = Duration::from_millis(20);

/// Who runs the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Root,
    Ordinary,
}

impl Who {
    /// Whether these tests can run something as this user.
    pub fn possible(self) -> bool {
        self == Self::Ordinary || geteuid().is_root()
    }

    /// The account to change to, if that is not our own.
    pub fn account(self) -> Option<(u32, u32)> {
        let change = self == Self::Ordinary && geteuid().is_root();
        change.then(|| account("nobody").expect("an account 'nobody'"))
    }
}

/// The program that stands in for the application; cargo builds it beside the tests, as an example.
fn holder() -> PathBuf {
    let tests = std::env::current_exe().expect("the path of this test");
    let built = tests.ancestors().nth(2).expect("the folder that cargo builds in");
    built.join("examples/cluster-holder")
}

/// User and group number of an account of this machine.
pub fn account(name: &str) -> Option<(u32, u32)> {
    let accounts = fs::read_to_string("/etc/passwd").ok()?;
    let line = accounts.lines().find(|line| line.starts_with(&format!("{name}:")))?;
    let mut numbers = line.split(':').skip(2).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// A temporary folder for the data folder of one test. Its end is the end of all that runs in it.
pub struct Folder {
    parent: TempDir,
    pub base: PathBuf,
    pub who: Who,
}

impl Folder {
    pub fn new(who: Who) -> Result<Self> {
        Self::named(who, "data")
    }

    /// The data folder gets this name, below a folder of its own.
    pub fn named(who: Who, name: &str) -> Result<Self> {
        let parent = tempfile::Builder::new().prefix("cluster-").tempdir()?;
        let mode = if who == Who::Root { 0o711 } else { 0o700 };
        fs::set_permissions(parent.path(), fs::Permissions::from_mode(mode))?;
        if let Some((uid, gid)) = who.account() {
            chown(parent.path(), Some(uid), Some(gid))?;
        }
        Ok(Self { base: parent.path().canonicalize()?.join(name), parent, who })
    }

    /// The application, to run as this folder's user. A copy, as the build may be in a folder
    /// that is closed to that user.
    pub fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut program = holder();
        if self.who.account().is_some() {
            let copy = self.parent.path().join("cluster-holder");
            if !copy.exists() {
                // By another program: a file that we had open for writing could not be run while
                // a process that another test forks still has it open too.
                let copied = Command::new("cp").args([&program, &copy]).status()?;
                ensure!(copied.success(), "copying the application failed");
            }
            program = copy;
        }
        let mut command = Command::new(program);
        command.args(arguments).current_dir("/").process_group(0);
        if let Some((uid, gid)) = self.who.account() {
            command.uid(uid).gid(gid);
        }
        Ok(command)
    }

    /// Runs the application where it is expected to refuse, and returns what it says.
    pub fn refusal(&self) -> Result<String> {
        let mut command = self.command(&["hold", self.base.to_str().context("name")?])?;
        refusal_of(&mut command)
    }

    /// Starts the application and waits until its server accepts connections.
    pub fn hold(&self) -> Result<Holder> {
        Holder::spawn(self, "full")?.ready()
    }

    /// The same, faster, for a test that does not depend on what survives a kill.
    pub fn hold_expendably(&self) -> Result<Holder> {
        Holder::spawn(self, "for-tests")?.ready()
    }

    pub fn parent(&self) -> &Path {
        self.parent.path()
    }

    /// The server's process number, as its pid file has it.
    pub fn server(&self) -> Option<Pid> {
        let text = fs::read_to_string(self.pid_file()).ok()?;
        Pid::from_raw(text.lines().next()?.trim().parse().ok()?)
    }

    pub fn pid_file(&self) -> PathBuf {
        self.base.join("postgres/postmaster.pid")
    }

    pub fn kill_server(&self) -> Result<()> {
        let server = self.server().context("no server to kill")?;
        Ok(kill_process(server, Signal::KILL)?)
    }

    pub fn log(&self) -> Result<String> {
        Ok(fs::read_to_string(self.base.join("postgres.log"))?)
    }
}

/// A test that fails leaves no server running.
impl Drop for Folder {
    fn drop(&mut self) {
        if let Some(server) = self.server() {
            let works_here = fs::metadata(format!("/proc/{}/cwd", server.as_raw_nonzero()))
                .and_then(|cwd| Ok((cwd.ino(), fs::metadata(self.base.join("postgres"))?.ino())));
            if works_here.is_ok_and(|(one, other)| one == other) {
                let _ = kill_process(server, Signal::QUIT);
                let _ = wait_until("the end of the server", || !self.pid_file().exists());
            }
        }
    }
}

/// A running application, asked to end when dropped.
pub struct Holder {
    child: Child,
    lines: Receiver<String>,
    errors: Receiver<String>,
    pub url: String,
    pub started_here: bool,
    who: Who,
}

impl Holder {
    /// Starts the application without waiting for it. `durability` is "full" or "for-tests".
    pub fn spawn(folder: &Folder, durability: &str) -> Result<Self> {
        let mut command = folder.command(&["hold", folder.base.to_str().context("name")?, durability])?;
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        Ok(Self {
            lines: lines_of(child.stdout.take().context("no output")?),
            errors: lines_of(child.stderr.take().context("no errors")?),
            child,
            url: String::new(),
            started_here: false,
            who: folder.who,
        })
    }

    /// Waits until the server accepts connections.
    pub fn ready(mut self) -> Result<Self> {
        loop {
            match self.line()?.as_str() {
                "READY" => return Ok(self),
                "STARTED" => self.started_here = true,
                "JOINED" => self.started_here = false,
                line => line.strip_prefix("URL ").context("no URL")?.clone_into(&mut self.url),
            }
        }
    }

    /// The next line that the application prints.
    pub fn line(&self) -> Result<String> {
        self.lines.recv_timeout(PATIENCE).map_err(|_| {
            let errors: Vec<String> = self.errors.try_iter().collect();
            anyhow::anyhow!("the application printed no more; errors: {errors:?}")
        })
    }

    /// Runs SQL and returns its rows, unaligned.
    pub fn query(&self, sql: &str) -> Result<String> {
        let output = psql(&self.url, sql, self.who.account())?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "psql: {said}");
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    fn pid(&self) -> Result<Pid> {
        Pid::from_raw(self.child.id().cast_signed()).context("no process number")
    }

    /// Signals the application alone.
    pub fn signal(&self, signal: Signal) -> Result<()> {
        Ok(kill_process(self.pid()?, signal)?)
    }

    /// Signals the application and the programs it runs, as a terminal does.
    pub fn signal_group(&self, signal: Signal) -> Result<()> {
        Ok(kill_process_group(self.pid()?, signal)?)
    }

    /// Kills the application and waits until it is gone.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Closes the application's input, and returns what it says became of the server.
    pub fn leave(mut self) -> Result<String> {
        drop(self.child.stdin.take());
        self.last_words()
    }

    /// Waits for the end of an application that was told to stop.
    pub fn last_words(mut self) -> Result<String> {
        let words = self.line()?;
        let status = self.child.wait()?;
        ensure!(status.success(), "the application ended with {status}");
        Ok(words)
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let ended = wait_until("the end of the application", || !matches!(self.child.try_wait(), Ok(None)));
        if ended.is_err() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Runs SQL as the given account and returns what psql answers.
pub fn psql(url: &str, sql: &str, account: Option<(u32, u32)>) -> Result<Output> {
    static PSQL: LazyLock<PathBuf> = LazyLock::new(|| {
        let found = installed().into_iter().map(|found| found.folder.join("psql"));
        found.into_iter().find(|path| path.exists()).unwrap_or_else(|| "psql".into())
    });
    let mut command = Command::new(&*PSQL);
    command.args(["-X", "-At", "-v", "ON_ERROR_STOP=1", "-c", sql, url]).current_dir("/").stdin(Stdio::null());
    if let Some((uid, gid)) = account {
        command.uid(uid).gid(gid);
    }
    Ok(command.output()?)
}

/// Runs a program that is expected to fail, and returns what it says about it.
pub fn refusal_of(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output()?;
    ensure!(!output.status.success(), "it was not refused");
    Ok(String::from_utf8(output.stderr)?)
}

pub fn wait_until(what: &str, mut done: impl FnMut() -> bool) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    while !done() {
        if Instant::now() > deadline {
            bail!("waited too long for {what}");
        }
        thread::sleep(POLL);
    }
    Ok(())
}

fn lines_of(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let _ = send.send(line);
        }
    });
    receive
}
