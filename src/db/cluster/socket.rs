//! The Unix socket the server answers on.

use super::{
    ClusterError, NAME,
    account::Account,
    error::io_error,
    greeting,
    site::{DATA, private_folder},
};
use std::{
    fmt::Write,
    fs,
    os::unix::{ffi::OsStrExt, fs::MetadataExt, net::UnixStream},
    path::{Path, PathBuf},
};

/// The port, which over a Unix socket is but a part of the socket's name.
pub(super) const PORT: &str = "5432";

/// The longest path a socket may have, in bytes, on every system we know: macOS allows 103,
/// Linux 107.
const LONGEST_PATH: usize = 103;

/// Where the socket goes when clients could not name it below the data folder. Not the
/// `TMPDIR` of this process: others that join must come to the same folder.
const FAR_PARENT: &str = "/tmp";

/// What a server says to a client that knocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ServerState {
    Down,
    /// It starts, recovers or stops, or is too busy to reply.
    Refusing,
    Accepting,
}

#[derive(Debug)]
pub(super) struct Socket {
    folder: PathBuf,
    /// Whether the folder is outside the data folder.
    far: bool,
    data: PathBuf,
}

impl Socket {
    /// The socket of the server that keeps its files in `base`.
    pub fn of(base: &Path) -> Result<Self, ClusterError> {
        let near = base.join("socket");
        // sqlx cannot name a folder that is not UTF-8, and libpq splits at commas.
        let far = near.join(file_name()).as_os_str().len() > LONGEST_PATH
            || near.to_str().is_none_or(|name| name.contains(','));
        let folder = if far {
            // The folder's identity and not its name, which differs between mounts.
            let id = fs::metadata(base).map_err(io_error("look at", base))?;
            Path::new(FAR_PARENT).join(format!("polder-{:x}-{:x}", id.dev(), id.ino()))
        } else {
            near
        };
        Ok(Self { folder, far, data: base.join(DATA) })
    }

    /// Makes the folder, closed to all but the account of the server.
    pub fn prepare(&self, account: Option<&Account>) -> Result<(), ClusterError> {
        private_folder(&self.folder, account)
    }

    /// The folder as the server is told it, free of characters that a shell minds: it works in
    /// its data folder, so the usual socket folder is next door.
    pub fn folder_for_server(&self) -> String {
        if self.far { self.folder.to_string_lossy().into_owned() } else { "../socket".to_owned() }
    }

    /// Whether a server answers. `pg_ctl status` will not do: it calls a killed server running
    /// until somebody has reaped its process.
    pub fn answers(&self) -> bool {
        self.connect().is_some()
    }

    /// Whether a server answers, and lets clients in.
    pub fn state(&self) -> ServerState {
        match self.connect().map(|stream| greeting::is_welcome(stream, NAME)) {
            None => ServerState::Down,
            Some(true) => ServerState::Accepting,
            Some(false) => ServerState::Refusing,
        }
    }

    fn connect(&self) -> Option<UnixStream> {
        // A server whose files were deleted may linger on a far socket for a minute.
        if !self.data.join("postmaster.pid").exists() {
            return None;
        }
        UnixStream::connect(self.folder.join(file_name())).ok()
    }

    /// Removes what a killed server leaves: its lock file names a process number that another
    /// process may have by now. Call it only when no server runs.
    pub fn clear(&self) {
        for name in [file_name(), format!("{}.lock", file_name())] {
            // What cannot be removed the server will complain about in its own words.
            let _ = fs::remove_file(self.folder.join(name));
        }
    }

    /// Leaves no empty folder outside the data folder.
    pub fn tidy(&self) {
        if self.far {
            let _ = fs::remove_dir(&self.folder);
        }
    }

    /// The address of `database`. It names the port and forbids TLS because sqlx would otherwise
    /// take them from `PGPORT` and `PGSSLMODE`.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres://{NAME}@localhost:{PORT}/{}?host={}&sslmode=disable",
            percent_encoded(database.as_bytes()),
            percent_encoded(self.folder.as_os_str().as_bytes()),
        )
    }
}

fn file_name() -> String {
    format!(".s.PGSQL.{PORT}")
}

fn percent_encoded(text: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for &byte in text {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn everything_but_plain_characters_is_percent_encoded() {
        let folder = "/a b/it's+100%&more";
        assert_eq!(percent_encoded(folder.as_bytes()), "%2Fa%20b%2Fit%27s%2B100%25%26more");
    }
}
