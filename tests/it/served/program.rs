//! The program as an operator starts it, and clients that speak to it over a socket.

use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Long enough for a busy machine; nothing waits this long unless it fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// A page that needs no database.
pub const PLAIN: &str = "GET /join/sent HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// A data folder that PostgreSQL's account can reach. Its end is the end of what runs in it.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("polder-served-").tempdir().expect("a folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o711)).expect("open to walk through");
        Self(folder)
    }

    pub fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// The database server's own process and those it has made.
    pub fn postgres(&self) -> Vec<Pid> {
        let Ok(text) = fs::read_to_string(self.data().join("postgres/postmaster.pid")) else { return Vec::new() };
        let Some(main) = text.lines().next().and_then(|line| line.trim().parse().ok()) else { return Vec::new() };
        let children = fs::read_to_string(format!("/proc/{main}/task/{main}/children")).unwrap_or_default();
        let children = children.split_whitespace().filter_map(|pid| pid.parse().ok());
        std::iter::once(main).chain(children).filter_map(Pid::from_raw).collect()
    }

    /// Signals the database server, all of it.
    pub fn signal_postgres(&self, signal: Signal) {
        for pid in self.postgres() {
            let _ = kill_process(pid, signal);
        }
    }

    /// The program with its settings, and nothing of ours in its environment.
    pub fn polder(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_polder"));
        command.args(arguments).env("DATA_DIR", self.data()).env("LOG", "error").current_dir(self.0.path());
        for name in ["DATABASE_URL", "ADDR", "PUBLIC_URL", "SMTP_URL", "SITE_NAME", "MAIL_FROM"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::null());
        command
    }

    /// Runs it to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.polder(arguments).output().expect("the program runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.signal_postgres(Signal::CONT);
        if let Some(main) = self.postgres().first() {
            let _ = kill_process(*main, Signal::QUIT);
            let deadline = Instant::now() + Duration::from_secs(10);
            while self.data().join("postgres/postmaster.pid").exists() && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }
}

/// What was said on a channel.
pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A port that nobody uses now.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address")
}

/// A running site.
pub struct Served {
    pub address: SocketAddr,
    child: Child,
    lines: Receiver<String>,
}

impl Served {
    /// Starts `polder serve` with the demo and waits until it says where it is.
    pub fn start(folder: &Folder) -> Self {
        Self::start_with(folder, |command| command)
    }

    /// The same with other settings.
    pub fn start_with(folder: &Folder, change: impl FnOnce(&mut Command) -> &mut Command) -> Self {
        let address = free_address();
        let mut command = folder.polder(&["serve", "--demo"]);
        command.env("ADDR", address.to_string()).stdout(Stdio::piped());
        let mut child = change(&mut command).spawn().expect("the program starts");
        let output = child.stdout.take().expect("its output");
        let (send, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        let served = Self { address, child, lines };
        served.wait_for(" is at ");
        served
    }

    /// Waits for a line that holds this.
    pub fn wait_for(&self, part: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left).unwrap_or_else(|_| panic!("it never said {part:?}"));
            if line.contains(part) {
                return line;
            }
        }
    }

    pub fn pid(&self) -> Pid {
        Pid::from_raw(self.child.id().cast_signed()).expect("a process number")
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("it is there");
    }

    /// Waits for its end; true if it ended well.
    pub fn ended(&mut self) -> bool {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("its status") {
                return status.success();
            }
            assert!(Instant::now() < deadline, "it does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// One page, on a connection of its own.
    pub fn get(&self, path: &str) -> Page {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).expect("an answer")
    }

    /// Any request.
    pub fn ask(&self, request: &str) -> io::Result<Page> {
        ask(self.address, request)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = kill_process(self.pid(), Signal::TERM);
        let deadline = Instant::now() + Duration::from_secs(20);
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer as it came.
pub struct Page {
    pub status: u16,
    pub text: String,
    pub took: Duration,
}

impl Page {
    pub fn has_header(&self, line: &str) -> bool {
        let head = self.text.split("\r\n\r\n").next().unwrap_or_default();
        head.lines().any(|other| other.eq_ignore_ascii_case(line))
    }

    pub fn header(&self, name: &str) -> String {
        let head = self.text.split("\r\n\r\n").next().unwrap_or_default();
        let found =
            head.lines().filter_map(|line| line.split_once(": ")).find(|line| line.0.eq_ignore_ascii_case(name));
        found.map(|line| line.1.to_owned()).unwrap_or_default()
    }
}

/// Sends a request and reads until the other side closes.
pub fn ask(address: SocketAddr, request: &str) -> io::Result<Page> {
    let begun = Instant::now();
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = said(&bytes);
    let status = text.get(9..12).and_then(|digits| digits.parse().ok());
    Ok(Page { status: status.ok_or(io::ErrorKind::UnexpectedEof)?, text, took: begun.elapsed() })
}

/// A form, as a browser on the site's own page sends it.
pub fn form(path: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
    let body = serde_html_form::to_string(fields).expect("fields");
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Waits until something holds.
pub fn until(what: &str, patience: Duration, mut holds: impl FnMut() -> bool) -> Duration {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < patience, "waited too long for {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
    begun.elapsed()
}

/// Whether a folder holds a file with this ending.
pub fn holds_file(folder: &Path, ending: &str) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().ends_with(ending)))
    })
}
