//! Chromium and the program that drives it, both as they are installed.

use crate::browser::Browser;
use crate::process::Process;
use crate::site::Site;
use anyhow::{Context, Result};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// Nothing of the browser's own on the wire, and no name that leads anywhere: what is not on this machine fails.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--lang=en-US",
    "--window-size=1280,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/// Who sits at a browser.
#[derive(Clone, Copy, Debug)]
pub enum Person {
    /// Somebody without an account.
    Visitor,
    /// A demo member, by mail address.
    Member(&'static str),
}

/// What a browser is like.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The tag of the language that it asks for, and that its person reads.
    pub language: &'static str,
    /// Whether the pages' own scripts run.
    pub script: bool,
}

impl Manner {
    /// English, without script.
    pub const PLAIN: Self = Self { language: "en", script: false };
}

/// A running chromedriver; the browsers that it started end with it.
pub struct Chromedriver {
    port: String,
    // Dropped in this order: what the browsers leave behind goes after them.
    _process: Process,
    _leavings: TempDir,
}

impl Chromedriver {
    /// Starts one on a port of its own.
    ///
    /// # Errors
    /// When it is not installed, or does not start.
    pub fn start() -> Result<Self> {
        let leavings = tempfile::Builder::new().prefix("polder-chromium.").tempdir()?;
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").env("TMPDIR", leavings.path()).env("LANGUAGE", "en_US").stderr(Stdio::null());
        let (process, port) = Process::start(&mut command, |line| {
            let port = line.split_once("started successfully on port ")?.1;
            Some(port.trim_end_matches('.').to_owned())
        })
        .context("install chromium-driver")?;
        Ok(Self { port, _process: process, _leavings: leavings })
    }

    /// A browser with an empty profile, in English and with JavaScript switched off, in which that person is signed in.
    ///
    /// # Errors
    /// When Chromium does not start, or signing in fails.
    pub async fn browser(&self, site: &Site, person: Person) -> Result<Browser> {
        self.open(site, person, Manner::PLAIN).await
    }

    /// The same, in another manner.
    ///
    /// # Errors
    /// As for [`Chromedriver::browser`].
    pub async fn open(&self, site: &Site, person: Person, manner: Manner) -> Result<Browser> {
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        wanted.add_experimental_option(
            "prefs",
            json!({
                "profile.managed_default_content_settings.javascript": if manner.script { 1 } else { 2 },
                "intl.accept_languages": manner.language,
                "download.default_directory": site.folder().join("downloads"),
                "credentials_enable_service": false,
            }),
        )?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", self.port), wanted).await?;
        let browser = Browser::new(driver, &site.url);
        if let Person::Member(email) = person {
            browser.sign_in(email, manner.language).await?;
        }
        Ok(browser)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // A signal would leave the browsers behind; this address ends them too.
        let asked = || -> std::io::Result<()> {
            let mut stream = TcpStream::connect(format!("127.0.0.1:{}", self.port))?;
            stream.set_read_timeout(Some(Duration::from_secs(10)))?;
            write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port)?;
            stream.read_to_end(&mut Vec::new()).map(|_| ())
        };
        let _ = asked();
    }
}
