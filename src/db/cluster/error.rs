//! What can go wrong with the private server, in sentences for the person who runs the program.

use super::programs::{HOW_TO_INSTALL, OLDEST_MAJOR, PROGRAMS_VARIABLE};
use std::{
    io,
    path::{Path, PathBuf},
    process::ExitStatus,
};
use thiserror::Error;

/// Why the private server could not be started, joined or stopped. Displayed, each is one or more
/// complete sentences: what happened, and what to do about it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ClusterError {
    /// PostgreSQL is not installed, or not where we look.
    #[error(
        "No PostgreSQL programs (initdb, pg_ctl and postgres) were found. Install them \
         ({HOW_TO_INSTALL}), or name their folder in {PROGRAMS_VARIABLE}, or set DATABASE_URL to \
         use a database server that runs elsewhere."
    )]
    NoPrograms,

    /// `PG_BIN` names a folder without the programs.
    #[error(
        "{PROGRAMS_VARIABLE} is set to {}, but that folder does not hold initdb, pg_ctl and \
         postgres. Correct it, or unset it to use the PostgreSQL programs found elsewhere.",
        .0.display()
    )]
    NoProgramsInNamedFolder(PathBuf),

    /// Every version found is older than we work with.
    #[error(
        "Only PostgreSQL {newest} was found, and version {OLDEST_MAJOR} or later is needed. \
         Install a newer one ({HOW_TO_INSTALL}), or set DATABASE_URL."
    )]
    ProgramsTooOld { newest: u32 },

    /// The database needs a major version that was not found.
    #[error(
        "The database in {} was made by PostgreSQL {made_by}, and only version {found} was found. \
         Install PostgreSQL {made_by} beside it, or choose another folder with DATA_DIR.",
        .data.display()
    )]
    OtherMajor {
        data: PathBuf,
        made_by: String,
        /// The versions found, as a list for people.
        found: String,
    },

    /// Root has nobody to hand the server to.
    #[error(
        "This process is root, which PostgreSQL refuses to run as, and there is no account \
         'postgres' or 'nobody' to run it as instead. Make an account 'postgres', or run as an \
         ordinary user."
    )]
    NoAccount,

    /// The account that runs the server cannot get at the folder.
    #[error(
        "The database cannot be kept in {}: the folder {} is closed to the account {account}, \
         which PostgreSQL runs as because it refuses to run as root. Choose a folder that this \
         account can reach with DATA_DIR (for instance {}), or run as an ordinary user.",
        .base.display(), .closed.display(), super::place::SYSTEM_FOLDER
    )]
    FolderClosed {
        /// The folder that was asked for.
        base: PathBuf,
        /// The first folder on the way to it that may not be entered.
        closed: PathBuf,
        /// The name of the account.
        account: String,
    },

    /// The place of the database is taken by something else.
    #[error(
        "{} holds files but no PostgreSQL database. Move them away, or choose another folder \
         with DATA_DIR.",
        .0.display()
    )]
    NotADatabase(PathBuf),

    /// A folder that must be closed to other accounts is not.
    #[error(
        "{} must be a folder that belongs to user number {uid} and is closed to others (mode \
         0700), because whoever can open it can open the database. Move it away or correct its \
         owner and mode.",
        .folder.display()
    )]
    NotPrivate { folder: PathBuf, uid: u32 },

    /// The gate stayed shut for too long.
    #[error(
        "Another process has been starting or stopping the database in {} for {seconds} seconds. \
         Wait until it is done, or end it, and try again.",
        .base.display()
    )]
    Busy { base: PathBuf, seconds: u64 },

    /// Processes of a killed server, or of one started by hand, did not end.
    #[error(
        "A PostgreSQL server that does not answer still runs in {} (process {processes}). Wait \
         until it has ended, or end it, and try again.",
        .data.display()
    )]
    OldServerRuns { data: PathBuf, processes: String },

    /// The server runs and answers, but lets nobody in.
    #[error(
        "The PostgreSQL server that runs in {} has let nobody in for {seconds} seconds. It may be \
         recovering from a crash: see {}, wait, and try again.",
        .data.display(), .log.display()
    )]
    Refusing { data: PathBuf, seconds: u64, log: PathBuf },

    /// A server with `Durability::ForTests` was to be joined with `Durability::Full`.
    #[error(
        "The server that runs in {} was started for tests and may lose data in a power cut. Stop \
         the process that started it, and try again.",
        .data.display()
    )]
    NotDurable { data: PathBuf },

    /// The server ended at once; its own words tell why.
    #[error(
        "PostgreSQL did not start. It said: \"{said}\". More may be in {}.",
        .log.display()
    )]
    DidNotStart { said: String, log: PathBuf },

    /// One of PostgreSQL's programs failed.
    #[error("The PostgreSQL program {program} failed ({status}). It said: \"{said}\".")]
    ProgramFailed { program: String, status: ExitStatus, said: String },

    /// The operating system refused something.
    #[error(
        "Could not {doing} {}: {source}.{}",
        .path.display(),
        match .source.kind() {
            io::ErrorKind::PermissionDenied =>
                " Run as the account that the folder belongs to, or choose another with DATA_DIR.",
            _ => "",
        }
    )]
    Io {
        /// What was tried, to follow "could not".
        doing: &'static str,
        path: PathBuf,
        source: io::Error,
    },
}

/// Gives an input or output error its sentence.
pub(super) fn io_error(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> ClusterError + use<> {
    let path = path.to_owned();
    move |source| ClusterError::Io { doing, path, source }
}
