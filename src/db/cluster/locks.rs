//! The two locks that let processes share one server.
//!
//! The gate lets one process at a time start or stop the server. The usage lock is held shared by
//! everyone who uses it, so that whoever can take it alone is the last. Both are locks of the
//! kernel on open files: a process that is killed frees them, and no file can go stale.

use super::{
    ClusterError,
    error::io_error,
    site::{follow_no_link, private_mode},
};
use std::{
    fs::{File, TryLockError},
    path::Path,
    thread,
    time::{Duration, Instant},
};

const GATE: &str = "postgres.gate.lock";
const USAGE: &str = "postgres.usage.lock";

/// How long to wait at the gate: longer than a start or a stop may take.
const PATIENCE: Duration = Duration::from_secs(200);
const POLL: Duration = Duration::from_millis(20);

/// Waits until no other process starts or stops the server of `base`, and keeps them waiting
/// until the returned file, and every copy of it, is closed.
pub(super) fn pass_gate(base: &Path) -> Result<File, ClusterError> {
    let gate = open(base, GATE)?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match gate.try_lock() {
            Ok(()) => return Ok(gate),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => thread::sleep(POLL),
            Err(TryLockError::WouldBlock) => {
                return Err(ClusterError::Busy { base: base.to_owned(), seconds: PATIENCE.as_secs() });
            }
            Err(TryLockError::Error(error)) => return Err(io_error("lock", base)(error)),
        }
    }
}

/// Says that this process uses the server, until the returned file is closed. Call it behind the
/// gate.
pub(super) fn begin_use(base: &Path) -> Result<File, ClusterError> {
    let usage = open(base, USAGE)?;
    usage.lock_shared().map_err(io_error("lock", base))?;
    Ok(usage)
}

/// Ends the use; true if nobody else uses the server. Call it behind the gate.
pub(super) fn end_use(usage: &File, base: &Path) -> Result<bool, ClusterError> {
    usage.unlock().map_err(io_error("unlock", base))?;
    match usage.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(io_error("lock", base)(error)),
    }
}

fn open(base: &Path, name: &str) -> Result<File, ClusterError> {
    let path = base.join(name);
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    follow_no_link(private_mode(&mut options)).open(&path).map_err(io_error("open", &path))
}
