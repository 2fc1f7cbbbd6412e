//! A server under test and the raw clients that ask it: plain sockets, so that a test decides every byte and every
//! pause.

use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use polder::web::server::{Limits, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A server on a free port of this machine; stops when dropped.
pub struct Server {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    pub async fn start(app: Router, limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("works");
        let address = listener.local_addr().expect("works");
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(serve(listener, app, limits, async {
            stopped.await.ok();
        }));
        Self { address, stop: Some(stop), task }
    }

    pub async fn connect(&self) -> Client {
        Client::connect(self.address).await.expect("works")
    }

    /// One request on a connection of its own: the whole answer and how long it took.
    pub async fn ask(&self, request: &str) -> (String, Duration) {
        let started = Instant::now();
        let mut client = self.connect().await;
        client.send(request).await.expect("works");
        (client.answer().await.expect("works"), started.elapsed())
    }

    pub fn stop(&mut self) {
        self.stop.take().expect("works").send(()).ok();
    }

    /// How long the server took to return after the call to stop.
    pub async fn stopped(mut self) -> Duration {
        let started = Instant::now();
        if self.stop.is_some() {
            self.stop();
        }
        self.task.await.expect("works").expect("works");
        started.elapsed()
    }
}

pub const GET: &str = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

pub fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
}

pub fn post(path: &str, length: usize) -> String {
    format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n")
}

pub struct Client {
    pub stream: TcpStream,
    read: Vec<u8>,
}

impl Client {
    pub async fn connect(address: SocketAddr) -> io::Result<Self> {
        Ok(Self::from(TcpStream::connect(address).await?))
    }

    pub async fn send(&mut self, text: &str) -> io::Result<()> {
        self.stream.write_all(text.as_bytes()).await
    }

    /// Reads one answer with a `Content-Length`; an error when the connection ends before it is
    /// complete.
    pub async fn answer(&mut self) -> io::Result<String> {
        loop {
            if let Some(end) = self.complete() {
                let rest = self.read.split_off(end);
                let answer = std::mem::replace(&mut self.read, rest);
                return Ok(String::from_utf8_lossy(&answer).into_owned());
            }
            if self.stream.read_buf(&mut self.read).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    fn complete(&self) -> Option<usize> {
        let text = String::from_utf8_lossy(&self.read).to_ascii_lowercase();
        let head = text.find("\r\n\r\n")? + 4;
        let after = text[..head].split("content-length: ").nth(1)?;
        let length: usize = after.lines().next()?.parse().ok()?;
        (self.read.len() >= head + length).then_some(head + length)
    }

    /// Sends `text` a byte at a time until it is sent or refused, then waits for the end of the
    /// connection. Returns how long the connection lasted and what came back.
    pub async fn drip(mut self, text: &str, pause: Duration) -> (Duration, String) {
        let started = Instant::now();
        let (mut reader, mut writer) = self.stream.split();
        let mut read = Vec::new();
        let dripping = async {
            for byte in text.bytes() {
                if writer.write_all(&[byte]).await.is_err() {
                    break;
                }
                tokio::time::sleep(pause).await;
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = dripping => {}
            _ = reader.read_to_end(&mut read) => {}
        }
        (started.elapsed(), String::from_utf8_lossy(&read).into_owned())
    }
}

impl From<TcpStream> for Client {
    fn from(stream: TcpStream) -> Self {
        Self { stream, read: Vec::new() }
    }
}

/// What a crowd of slow clients met: when the last was cut, and how others fared meanwhile.
pub struct Siege {
    pub last_cut: Duration,
    pub answers: Vec<String>,
    pub slowest_other: Duration,
    pub others: usize,
}

/// Lets `count` clients send `text` a byte at a time, while another asks for `/` over and over.
pub async fn besiege(server: &Server, count: usize, text: &'static str, pause: Duration) -> Siege {
    let mut slow = tokio::task::JoinSet::new();
    for _ in 0..count {
        let client = server.connect().await;
        slow.spawn(client.drip(text, pause));
    }
    let mut siege = Siege { last_cut: Duration::ZERO, answers: Vec::new(), slowest_other: Duration::ZERO, others: 0 };
    loop {
        tokio::select! {
            ended = slow.join_next() => match ended {
                Some(ended) => {
                    let (lasted, answer) = ended.expect("works");
                    siege.last_cut = siege.last_cut.max(lasted);
                    siege.answers.push(answer);
                }
                None => return siege,
            },
            (answer, took) = server.ask(GET) => {
                assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
                siege.others += 1;
                siege.slowest_other = siege.slowest_other.max(took);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    }
}
