//! What the browser tests and the screenshots stand on: the built program as a real process, a real Chromium, the mails
//! that the program wrote, and a tour past every kind of page.

mod browser;
mod chromedriver;
mod keyboard;
mod passkey;
mod process;
mod provider;
mod site;
pub mod tour;
mod traffic;
mod view;

pub use browser::{Browser, SECOND_FACTOR, code};
pub use chromedriver::{Chromedriver, Manner, Person};
pub use site::{Mail, Site};
pub use traffic::Part;
pub use view::{Mode, View};

use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// How long something that happens on its own (a mail, a file) may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Asks again and again until there is an answer.
///
/// # Errors
/// When there is none in time, or asking fails.
pub async fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask()? {
            return Ok(answer);
        }
        if Instant::now() > end {
            bail!("waited in vain for {what}");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
