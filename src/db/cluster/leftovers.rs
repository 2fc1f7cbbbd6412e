//! What a killed server leaves behind, and when it may be cleared away.
//!
//! A server refuses to start while its predecessor's pid file names a process that exists. After
//! a crash that process may be a dead one that nobody has reaped, or, after a restart of the
//! machine, a stranger with the same number: then the server would refuse for ever. So we look
//! whether anything still runs in the data folder, and if not, remove the pid file.

use super::{ClusterError, account::uid_of, site::Site};
use rustix::process::{Pid, test_kill_process};
use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// How long to wait for the last processes of a killed server.
const PATIENCE: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(50);

/// What runs in a data folder.
#[derive(Debug, PartialEq, Eq)]
enum Remains {
    Nothing,
    Processes(Vec<String>),
    /// The system does not tell.
    Unknown,
}

/// Waits until nothing of an earlier server runs any more and clears its traces away. Returns at
/// once if a server answers. Call it behind the gate.
pub(super) fn clear(site: &Site) -> Result<(), ClusterError> {
    let data = site.data();
    let pid_file = data.join("postmaster.pid");
    let deadline = Instant::now() + PATIENCE;
    while pid_file.exists() && !site.socket.answers() {
        let late = Instant::now() >= deadline;
        match remains(&data, uid_of(site.account.as_ref())) {
            Remains::Nothing => {
                site.socket.clear();
                // If it stays, the server refuses to start in words of its own.
                let _ = fs::remove_file(&pid_file);
                return Ok(());
            }
            Remains::Processes(processes) if late => {
                return Err(ClusterError::OldServerRuns { data, processes: processes.join(", ") });
            }
            // The server will look for itself.
            Remains::Unknown if late || !names_a_process(&pid_file) => return Ok(()),
            Remains::Processes(_) | Remains::Unknown => thread::sleep(POLL),
        }
    }
    Ok(())
}

/// Looks in Linux's process table for servers that belong to `uid` and work in `data`, as
/// PostgreSQL's processes all do.
fn remains(data: &Path, uid: u32) -> Remains {
    let (Ok(data), Ok(table)) = (fs::metadata(data), fs::read_dir("/proc")) else {
        return Remains::Unknown;
    };
    let mut seen_any = false;
    let mut found = Vec::new();
    for process in table.flatten() {
        let folder = process.path();
        let Ok(line) = fs::read_to_string(folder.join("stat")) else {
            continue;
        };
        seen_any = true;
        if !is_live_server(&line) || fs::metadata(&folder).is_ok_and(|owner| owner.uid() != uid) {
            continue;
        }
        match fs::metadata(folder.join("cwd")) {
            Ok(works_in) if (works_in.dev(), works_in.ino()) == (data.dev(), data.ino()) => {
                found.push(process.file_name().to_string_lossy().into_owned());
            }
            // In a container, root may not look.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return Remains::Unknown;
            }
            Ok(_) | Err(_) => {}
        }
    }
    match (seen_any, found.is_empty()) {
        (false, _) => Remains::Unknown,
        (true, true) => Remains::Nothing,
        (true, false) => Remains::Processes(found),
    }
}

/// Whether a line of the process table, "number (name) state ...", is of a server's process that
/// has not ended.
fn is_live_server(stat: &str) -> bool {
    let Some((start, rest)) = stat.rsplit_once(')') else {
        return false;
    };
    let ended = matches!(rest.trim_start().chars().next(), Some('Z' | 'X'));
    !ended && (start.contains("postgres") || start.contains("postmaster"))
}

/// Whether the process that a pid file names exists, reaped or not.
fn names_a_process(pid_file: &Path) -> bool {
    let text = fs::read_to_string(pid_file).unwrap_or_default();
    let number = text.lines().next().and_then(|line| line.trim().parse().ok());
    number.and_then(Pid::from_raw).is_some_and(|pid| test_kill_process(pid).is_ok())
}

#[cfg(test)]
mod tests {
    use super::is_live_server;

    #[test]
    fn a_dead_process_that_nobody_reaped_is_no_server() {
        assert!(is_live_server("811 (postgres) S 1 811 811 0 -1"));
        assert!(!is_live_server("811 (postgres) Z 1 811 811 0 -1"));
        assert!(!is_live_server("812 (bash) S 1 812 812 0 -1"));
    }
}
