//! A PostgreSQL server of our own, for when no database is given.
//!
//! The server keeps everything in one folder and answers on a Unix socket that only its own
//! account can open: no password, no port, no clash with another server. Processes that use the
//! same folder share one server, and the last one to leave stops it. Whoever dies instead of
//! leaving loses nothing: the kernel frees its locks, and the next start joins or recovers what
//! is there.
//!
//! Everything here blocks; from async code, call it on a thread that may block.

mod account;
mod creation;
mod error;
mod greeting;
mod leftovers;
mod locks;
mod log;
mod place;
pub mod programs;
mod server;
mod site;
mod socket;

use site::Site;
use std::{
    fs::File,
    io::{self, Write},
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

pub use error::ClusterError;
pub use place::{Place, default_folder};
pub use programs::{Programs, installed};

/// The name of the server's superuser and of the database that is made on the first run.
pub const NAME: &str = "polder";

/// What a committed write has to survive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Everything, a power cut included.
    Full,
    /// The end of a process, but not of the machine. Much faster; for data nobody will miss.
    ForTests,
}

/// What became of the server when [`Cluster::stop`] left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// Nobody else used the server: it is down, its data safely on disk.
    ServerStopped,
    /// Another process uses the server: it stays up, and that process will stop it.
    StillUsedByOthers,
    /// This `Cluster` had left before; nothing was done.
    NotHeld,
}

/// This process's use of the server in one folder. While it exists and has not been stopped, no
/// other process stops the server.
#[derive(Debug)]
pub struct Cluster {
    site: Site,
    durability: Durability,
    started_here: bool,
    /// The open file whose lock says "in use"; none after leaving.
    usage: Mutex<Option<File>>,
}

impl Cluster {
    /// Starts the server that keeps its data in `base`, or joins the one that runs there. Makes
    /// the folder and the database when they do not exist. Returns when the server accepts
    /// connections; takes about a second on the first run and a tenth of that afterwards.
    ///
    /// # Errors
    ///
    /// Every [`ClusterError`] is a sentence for the person who runs the program.
    pub fn start(base: &Path, durability: Durability) -> Result<Self, ClusterError> {
        let base = site::open_base(base)?;
        let gate = locks::pass_gate(&base)?;
        let site = Site::survey(base)?;
        if !site.has_database()? {
            creation::create_database(&site, durability, &gate)?;
        }
        let started_here = server::start_if_down(&site, durability, &gate)?;
        if !started_here && durability == Durability::Full {
            server::ensure_durable(&site)?;
        }
        let usage = locks::begin_use(&site.base)?;
        Ok(Self { site, durability, started_here, usage: Mutex::new(Some(usage)) })
    }

    /// The address of `database` on this server, for sqlx, `psql` and other libpq programs.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        self.site.socket.url(database)
    }

    /// Whether [`Cluster::start`] started the server, rather than joining a running one.
    #[must_use]
    pub fn started_here(&self) -> bool {
        self.started_here
    }

    /// Starts the server again if it died; true if it had. Cheap while the server answers, so it
    /// may be called every second. After [`Cluster::stop`] it does nothing.
    ///
    /// # Errors
    ///
    /// The server is down and could not be started; a later call tries again.
    pub fn revive(&self) -> Result<bool, ClusterError> {
        if self.site.socket.answers() {
            return Ok(false);
        }
        let gate = locks::pass_gate(&self.site.base)?;
        // Looked at behind the gate: a `stop` on another thread must not be undone.
        if self.usage().is_none() {
            return Ok(false);
        }
        server::start_if_down(&self.site, self.durability, &gate)
    }

    /// Leaves the server, and stops it when no other process uses it: open transactions are
    /// rolled back, committed ones kept.
    ///
    /// # Errors
    ///
    /// The server did not stop in time, or the locks failed. The use has ended all the same.
    pub fn stop(&self) -> Result<Stopped, ClusterError> {
        let Some(usage) = self.usage().take() else {
            return Ok(Stopped::NotHeld);
        };
        let gate = locks::pass_gate(&self.site.base)?;
        if !locks::end_use(&usage, &self.site.base)? {
            return Ok(Stopped::StillUsedByOthers);
        }
        server::stop_if_up(&self.site, &gate)?;
        self.site.socket.tidy();
        Ok(Stopped::ServerStopped)
    }

    fn usage(&self) -> MutexGuard<'_, Option<File>> {
        self.usage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The last resort for a `Cluster` that nobody stopped.
impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            // Nobody is left to return the error to, and a closed terminal is no reason to panic.
            let _ = writeln!(io::stderr(), "{error}");
        }
    }
}
