//! The log: lines on standard error, JSON when asked for.

use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Starts logging. `filter` is a level or a list such as `info,sqlx=warn`; with the prefix `json:` lines are JSON.
///
/// # Errors
/// When the filter cannot be read.
pub fn start(filter: &str) -> anyhow::Result<()> {
    let (json, filter) = match filter.strip_prefix("json:") {
        Some(rest) => (true, rest),
        None => (false, filter),
    };
    let filter = EnvFilter::try_new(filter)?;
    let registry = tracing_subscriber::registry().with(filter);
    if json {
        registry.with(tracing_subscriber::fmt::layer().json().with_writer(std::io::stderr)).try_init()?;
    } else {
        // Colours are for people at a terminal, not for a file or a journal.
        let lines = tracing_subscriber::fmt::layer().with_target(false).with_ansi(std::io::stderr().is_terminal());
        registry.with(lines.with_writer(std::io::stderr)).try_init()?;
    }
    Ok(())
}
