//! The server's log file, kept from growing without end.

use super::{
    ClusterError,
    error::io_error,
    site::{Site, follow_no_link, private_mode},
};
use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    os::unix::fs::fchown,
    path::PathBuf,
};

/// The log's name, below the base folder.
pub(super) const LOG: &str = "postgres.log";
const OLD_LOG: &str = "postgres.log.old";

/// A log larger than this, in bytes, is set aside when the server starts, in place of the one
/// set aside before.
const LARGEST: u64 = 10 * 1024 * 1024;

/// How much of the log an error message repeats, in lines.
const LINES_TO_REPEAT: usize = 6;

/// The log as it was before a start.
pub(super) struct LogMark {
    path: PathBuf,
    length: u64,
}

/// Makes the log ready for a start of the server, which appends to it.
pub(super) fn prepare(site: &Site) -> Result<LogMark, ClusterError> {
    let path = site.base.join(LOG);
    if fs::symlink_metadata(&path).is_ok_and(|log| log.len() > LARGEST) {
        fs::rename(&path, site.base.join(OLD_LOG)).map_err(io_error("rename", &path))?;
    }
    let mut options = File::options();
    options.create(true).append(true);
    let log = follow_no_link(private_mode(&mut options)).open(&path).map_err(io_error("open", &path))?;
    if let Some(account) = &site.account {
        fchown(&log, Some(account.uid), Some(account.gid)).map_err(io_error("change the owner of", &path))?;
    }
    let length = log.metadata().map_err(io_error("look at", &path))?.len();
    Ok(LogMark { path, length })
}

impl LogMark {
    /// The error for a start that failed: what the server wrote since, or else what the program
    /// that should have started it said.
    pub fn start_failure(self, otherwise: &ClusterError) -> ClusterError {
        let written = self.since().unwrap_or_default();
        let lines: Vec<&str> = written.lines().map(without_prefix).collect();
        let said = match lines.len().saturating_sub(LINES_TO_REPEAT) {
            _ if lines.is_empty() => otherwise.to_string(),
            skipped => lines.get(skipped..).unwrap_or_default().join("; "),
        };
        ClusterError::DidNotStart { said, log: self.path }
    }

    fn since(&self) -> std::io::Result<String> {
        let mut log = File::open(&self.path)?;
        log.seek(SeekFrom::Start(self.length))?;
        let mut text = Vec::new();
        log.read_to_end(&mut text)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

/// A line of the log without its time and process number.
fn without_prefix(line: &str) -> &str {
    line.split_once("] ").map_or(line, |(_, message)| message)
}
