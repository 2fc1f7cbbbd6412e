//! Where the data folder is when nobody said where.

use super::account::Account;
use super::site::DATA;
use std::path::{Path, PathBuf};

/// The default folder, below the folder the program is started in.
const USUAL_FOLDER: &str = "./data";

/// The system's place for variable data, for root when the usual folder is closed to the server.
pub(super) const SYSTEM_FOLDER: &str = "/var/lib/polder";

/// A data folder, and why it is not where one would expect it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where to keep the data.
    pub folder: PathBuf,
    /// A sentence to show when the folder is not the usual one.
    pub moved_because: Option<String>,
}

/// The data folder: `wanted` as it is given, or else `./data`, or else `/var/lib/polder` if this
/// process is root and the account that runs PostgreSQL cannot reach `./data` (a clone in root's
/// home). Makes no folder; whether a wanted one can be used shows when the server starts.
#[must_use]
pub fn default_folder(wanted: Option<&Path>) -> Place {
    let usual = PathBuf::from(USUAL_FOLDER);
    let (folder, moved_because) = match wanted {
        Some(wanted) => (wanted.to_owned(), None),
        None => match why_out_of_reach(&usual) {
            None => (usual, None),
            Some(reason) => (SYSTEM_FOLDER.into(), Some(reason)),
        },
    };
    Place { folder, moved_because }
}

fn why_out_of_reach(folder: &Path) -> Option<String> {
    let folder = std::path::absolute(folder).ok()?;
    let account = Account::for_data(&folder.join(DATA)).ok()??;
    let closed = account.closed_folder(&folder)?;
    Some(format!(
        "The data is kept in {SYSTEM_FOLDER} instead of {}, because the folder {} is closed to \
         the account {}, which PostgreSQL runs as. Set DATA_DIR to keep it elsewhere.",
        folder.display(),
        closed.display(),
        account.name,
    ))
}
