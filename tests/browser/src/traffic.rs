//! What the browser asked of the network, read from its own log.

use anyhow::{Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use thirtyfour::BrowserLogEntry;

/// Something that came over the wire.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is for: `Document`, `Stylesheet`, `Script`, `Font`, `Image`.
    pub kind: String,
    /// Its size with its headers, as it was sent.
    pub bytes: u64,
}

/// What the last stretch of browsing asked for.
#[derive(Default)]
pub struct Traffic {
    pub requests: Vec<String>,
    /// The status of the last page.
    pub status: Option<u64>,
    /// What arrived whole, by address.
    pub parts: BTreeMap<String, Part>,
}

impl Traffic {
    pub fn read(entries: &[BrowserLogEntry]) -> Result<Self> {
        let mut traffic = Self::default();
        let mut asked = HashMap::new();
        for entry in entries {
            let line: Value = serde_json::from_str(&entry.message)?;
            let message = line.get("message").unwrap_or(&Value::Null);
            let at = |path: &str| message.pointer(path).and_then(Value::as_str).unwrap_or_default();
            let id = at("/params/requestId").to_owned();
            match at("/method") {
                "Network.requestWillBeSent" => {
                    let url = at("/params/request/url").to_owned();
                    asked.insert(id, (url.clone(), at("/params/type").to_owned()));
                    traffic.requests.push(url);
                }
                "Network.loadingFinished" => {
                    let bytes =
                        message.pointer("/params/encodedDataLength").and_then(Value::as_f64).unwrap_or_default();
                    if let Some((url, kind)) = asked.remove(&id) {
                        // Bytes are told as a number with a fraction that is none.
                        traffic.parts.insert(url, Part { kind, bytes: format!("{bytes:.0}").parse()? });
                    }
                }
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
            // The provider of these tests, to which somebody goes on purpose (`provider.rs`).
            let there =
                url.starts_with("http://127.0.0.1:") && url.contains("/auth?response_type=code&client_id=polder&");
            ensure!(
                here || there || url.starts_with("data:") || url == "about:blank",
                "a request left the machine: {url}"
            );
        }
        Ok(())
    }
}
