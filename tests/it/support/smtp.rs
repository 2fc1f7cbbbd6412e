//! A mail server, as far as a client can tell (RFC 5321): it takes what comes and keeps it.

use super::answer::Mail;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A mail server on loopback.
pub struct SmtpServer {
    /// What to put into `SMTP_URL`.
    pub url: String,
    received: Arc<Mutex<Vec<Vec<u8>>>>,
    /// The code with which it answers `RCPT`: 250, or a refusal.
    recipient_code: Arc<Mutex<u16>>,
}

impl SmtpServer {
    /// Starts one.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let received = Arc::new(Mutex::new(Vec::new()));
        let recipient_code = Arc::new(Mutex::new(250));
        let (keep, code) = (received.clone(), recipient_code.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, keep.clone(), code.clone()));
            }
        });
        Self { url, received, recipient_code }
    }

    /// From now on answers every recipient so: 550 for never, 451 for later.
    pub fn answer_recipients_with(&self, code: u16) {
        *self.recipient_code.lock().expect("a lock") = code;
    }

    /// The mails that it took.
    pub fn mails(&self) -> Vec<Mail> {
        self.received.lock().expect("a lock").iter().map(|bytes| Mail::read(bytes)).collect()
    }
}

async fn talk(stream: TcpStream, received: Arc<Mutex<Vec<Vec<u8>>>>, code: Arc<Mutex<u16>>) {
    let mut stream = BufReader::new(stream);
    let mut say = String::from("220 test ESMTP\r\n");
    loop {
        if stream.write_all(say.as_bytes()).await.is_err() {
            return;
        }
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return;
        }
        let verb = line.split([' ', '\r', ':']).next().unwrap_or_default().to_ascii_uppercase();
        say = match verb.as_str() {
            "EHLO" | "HELO" => "250 test\r\n".into(),
            "RCPT" => format!("{} said\r\n", *code.lock().expect("a lock")),
            "DATA" => {
                if stream.write_all(b"354 go on\r\n").await.is_err() {
                    return;
                }
                let Some(bytes) = message(&mut stream).await else { return };
                received.lock().expect("a lock").push(bytes);
                "250 kept\r\n".into()
            }
            "QUIT" => {
                let _ = stream.write_all(b"221 bye\r\n").await;
                return;
            }
            _ => "250 ok\r\n".into(),
        };
    }
}

async fn message(stream: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        if line == b".\r\n" {
            return Some(bytes);
        }
        // A dot at the beginning was doubled on the way (RFC 5321, 4.5.2).
        bytes.extend_from_slice(line.strip_prefix(b".").filter(|rest| rest.first() == Some(&b'.')).unwrap_or(&line));
    }
}
