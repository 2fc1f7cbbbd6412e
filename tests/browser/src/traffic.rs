//! What the browser asked of the network, read from its own log.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::BrowserLogEntry;

/// What the last stretch of browsing asked for.
#[derive(Default)]
pub struct Traffic {
    pub requests: Vec<String>,
    /// The status of the last page.
    pub status: Option<u64>,
}

impl Traffic {
    pub fn read(entries: &[BrowserLogEntry]) -> Result<Self> {
        let mut traffic = Self::default();
        for entry in entries {
            let line: Value = serde_json::from_str(&entry.message)?;
            let message = line.get("message").unwrap_or(&Value::Null);
            let at = |path: &str| message.pointer(path).and_then(Value::as_str).unwrap_or_default();
            match at("/method") {
                "Network.requestWillBeSent" => traffic.requests.push(at("/params/request/url").to_owned()),
                "Network.responseReceived" if at("/params/type") == "Document" => {
                    traffic.status = message.pointer("/params/response/status").and_then(Value::as_u64);
                }
                _ => {}
            }
        }
        Ok(traffic)
    }

    /// # Errors
    /// When a request left for anywhere but the site.
    pub fn stays_at(&self, site: &str) -> Result<()> {
        for url in &self.requests {
            let here = url.strip_prefix(site).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            ensure!(here || url.starts_with("data:"), "a request left the machine: {url}");
        }
        Ok(())
    }
}
