//! The site as its users get it: the built program with a private database, the demo, and mails in a folder.

use crate::process::Process;
use crate::provider;
use crate::{PATIENCE, wait_for};
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::HashSet;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;

/// A site that is up.
pub struct Site {
    pub url: String,
    // Dropped in this order: the program stops before its folder goes.
    _process: Process,
    data: TempDir,
    opened: Mutex<HashSet<PathBuf>>,
}

/// A mail that the site wrote.
pub struct Mail {
    to: String,
    pub text: String,
}

impl Site {
    /// Starts one with the demo.
    ///
    /// # Errors
    /// With what the program wrote, when it does not start.
    pub fn start() -> Result<Self> {
        let data = tempfile::Builder::new().prefix("polder-browser.").tempdir()?;
        // The account that PostgreSQL runs as must be able to pass through.
        fs::set_permissions(data.path(), fs::Permissions::from_mode(0o711))?;
        let log = data.path().join("log");
        let mut tries = 0;
        loop {
            tries += 1;
            match start_program(data.path(), &log) {
                Ok((process, url)) => return Ok(Self { url, _process: process, data, opened: Mutex::default() }),
                // Between choosing a port and taking it, somebody else may have.
                Err(_) if tries < 3 && fs::read_to_string(&log)?.contains("cannot be had") => {}
                Err(error) => return Err(error.context(fs::read_to_string(&log)?)),
            }
        }
    }

    /// The whole answer to a GET, headers and all, as it comes to a browser.
    ///
    /// # Errors
    /// When there is none.
    pub fn fetch(&self, address: &str) -> Result<Vec<u8>> {
        let host = self.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "GET {address} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        ensure!(answer.starts_with(b"HTTP/1.1 200"), "{address} is not there");
        Ok(answer)
    }

    /// The folder in which the site keeps its data.
    pub fn folder(&self) -> &Path {
        self.data.path()
    }

    /// The oldest mail of a kind to an address that was not opened yet, once it is there.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn mail(&self, kind: &str, to: &str) -> Result<Mail> {
        let end = format!("-{kind}.eml");
        wait_for(&format!("the mail {kind} to {to}"), || {
            let mut files: Vec<PathBuf> =
                fs::read_dir(self.data.path().join("mail"))?.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
            // Their names begin with the time.
            files.sort();
            let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
            for file in files.into_iter().filter(|file| file.to_string_lossy().ends_with(&end)) {
                let mail = Mail::read(&fs::read(&file)?)?;
                if mail.to.contains(to) && opened.insert(file) {
                    return Ok(Some(mail));
                }
            }
            Ok(None)
        })
        .await
    }
}

impl Mail {
    fn read(bytes: &[u8]) -> Result<Self> {
        let mail = mailparse::parse_mail(bytes)?;
        let to = mail.headers.iter().find(|header| header.get_key().eq_ignore_ascii_case("To"));
        Ok(Self { to: to.context("a receiver")?.get_value(), text: mail.get_body()? })
    }

    /// The first link in it.
    ///
    /// # Errors
    /// When there is none.
    pub fn link(&self) -> Result<&str> {
        self.text.split_whitespace().find(|word| word.starts_with("http://")).context("a link in the mail")
    }
}

fn start_program(data: &Path, log: &Path) -> Result<(Process, String)> {
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut command = Command::new(program()?);
    for setting in ["PUBLIC_URL", "DATABASE_URL", "SMTP_URL", "MAIL_FROM", "SITE_NAME"] {
        command.env_remove(setting);
    }
    // A name and no number: browsers bind no passkey to a number.
    let url = format!("http://localhost:{}", address.port());
    command.env("PUBLIC_URL", &url);
    command.args(["serve", "--demo"]).env("ADDR", address.to_string()).env("DATA_DIR", data).env("LOG", "warn");
    // Most stops of the tour are those of a password; what a second factor opens has stops of its own.
    command.env("SECOND_FACTOR_FROM", "RED");
    command.env("OIDC_ISSUER", provider::start()?).env("OIDC_CLIENT_ID", "polder").env("OIDC_CLIENT_SECRET", "secret");
    command.env("OIDC_NAME", "Example ID");
    // One machine here does what many people do.
    for limit in ["SIGN_IN", "SIGN_IN_LONG", "SIGN_IN_NETWORK", "MAIL", "MAIL_NETWORK", "BEGIN_NETWORK"] {
        command.env(format!("LIMIT_{limit}"), "100000/1h");
    }
    command.stderr(fs::File::create(log)?);
    Process::start(&mut command, |line| line.contains(&url).then(|| url.clone()))
}

/// The program, built into the folder that this one was built into.
fn program() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let folder = own.parent().context("a folder")?;
    let folder = if folder.ends_with("deps") { folder.parent().context("a folder")? } else { folder };
    let program = folder.join("polder");
    ensure!(program.exists(), anyhow!("{} is not there: run `cargo build` first", program.display()));
    Ok(program)
}
