//! Starting and stopping the server. Everything here is for callers behind the gate.

use super::{
    ClusterError, Durability,
    error::io_error,
    leftovers,
    log::{self, LOG},
    site::{DATA, Site},
    socket::{PORT, ServerState},
};
use std::{
    fs::{self, File},
    process::Command,
    thread,
    time::{Duration, Instant},
};

/// How long a start may take; recovery after a crash is the longest.
const START_LIMIT: Duration = Duration::from_mins(2);
/// How long each of the two ways to stop may take. Together they are shorter than the 90 seconds
/// after which systemd kills.
const STOP_LIMIT: Duration = Duration::from_secs(30);
/// How long to wait, before a stop, for a server that is recovering.
const RECOVERY_LIMIT: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(50);

/// What every server is started with. On the start line, so that an edit of the configuration
/// file in the data folder cannot open the server to the network.
const SETTINGS: [&str; 6] = [
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "max_connections=100",
    // Warnings and worse; the details of an error would copy members' data into the log.
    "log_checkpoints=off",
    "log_error_verbosity=terse",
    "logging_collector=off",
];

/// What makes a server fast and its data expendable.
const TEST_SETTINGS: [&str; 3] = [NO_FSYNC, "synchronous_commit=off", "full_page_writes=off"];
const NO_FSYNC: &str = "fsync=off";

/// Starts the server unless it runs; true if it did not. Returns when it lets clients in.
pub(super) fn start_if_down(site: &Site, durability: Durability, gate: &File) -> Result<bool, ClusterError> {
    if is_up(site)? {
        return Ok(false);
    }
    leftovers::clear(site)?;
    if is_up(site)? {
        return Ok(false);
    }
    let log = log::prepare(site)?;
    let mut start = pg_ctl(site, "start", START_LIMIT);
    start.args(["-l", LOG, "-o", &start_options(site, durability)]);
    match site.run(&mut start, gate) {
        Ok(()) => Ok(true),
        Err(_) if site.socket.answers() => Err(refusing(site)),
        Err(error) => Err(log.start_failure(&error)),
    }
}

/// Stops the server if it runs: open transactions are rolled back and connections closed.
pub(super) fn stop_if_up(site: &Site, gate: &File) -> Result<(), ClusterError> {
    let state = settled_state(site, RECOVERY_LIMIT);
    if state == ServerState::Down {
        // It may be going down by itself. `pg_ctl` would not do: after a crash it might signal a
        // stranger that has the server's old process number.
        return leftovers::clear(site);
    }
    let stop = |mode| {
        let mut stop = pg_ctl(site, "stop", STOP_LIMIT);
        site.run(stop.args(["-m", mode]), gate)
    };
    if state == ServerState::Accepting && stop("fast").is_ok() {
        return Ok(());
    }
    // PostgreSQL 15 hangs when it is asked to stop while it recovers from the crash of one of its
    // processes. Stopping at once loses no committed write: the next start recovers them.
    stop("immediate")
}

/// Whether a server runs; it then lets clients in.
fn is_up(site: &Site) -> Result<bool, ClusterError> {
    match settled_state(site, START_LIMIT) {
        ServerState::Down => Ok(false),
        ServerState::Accepting => Ok(true),
        ServerState::Refusing => Err(refusing(site)),
    }
}

/// The state of the server once it no longer refuses, or when the limit has passed.
fn settled_state(site: &Site, limit: Duration) -> ServerState {
    let deadline = Instant::now() + limit;
    loop {
        match site.socket.state() {
            ServerState::Refusing if Instant::now() < deadline => thread::sleep(POLL),
            state => return state,
        }
    }
}

fn refusing(site: &Site) -> ClusterError {
    ClusterError::Refusing { data: site.data(), seconds: START_LIMIT.as_secs(), log: site.base.join(LOG) }
}

/// Refuses a running server that was started with [`Durability::ForTests`].
pub(super) fn ensure_durable(site: &Site) -> Result<(), ClusterError> {
    let start_line = site.data().join("postmaster.opts");
    let options = fs::read_to_string(&start_line).map_err(io_error("read", &start_line))?;
    if options.contains(NO_FSYNC) {
        return Err(ClusterError::NotDurable { data: site.data() });
    }
    Ok(())
}

fn pg_ctl(site: &Site, action: &str, limit: Duration) -> Command {
    let mut command = site.command("pg_ctl");
    command.args([action, "-D", DATA, "-s", "-w", "-t", &limit.as_secs().to_string()]);
    command
}

/// The server's options. `pg_ctl` hands them to a shell: none holds a character that it minds.
fn start_options(site: &Site, durability: Durability) -> String {
    let extra: &[&str] = match durability {
        Durability::Full => &[],
        Durability::ForTests => &TEST_SETTINGS,
    };
    let mut options = format!("-k {} -p {PORT}", site.socket.folder_for_server());
    for setting in SETTINGS.iter().chain(extra) {
        options.push_str(" -c ");
        options.push_str(setting);
    }
    options
}
