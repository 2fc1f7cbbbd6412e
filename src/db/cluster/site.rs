//! Where one cluster lives: its folders, its programs and the account that runs it.

use super::{
    ClusterError,
    account::{Account, uid_of},
    error::io_error,
    programs::Programs,
    socket::Socket,
};
use rustix::fs::OFlags;
use std::{
    fs::{self, DirBuilder, File, OpenOptions, Permissions},
    io,
    os::unix::{
        fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The name of the data folder proper, below the base folder.
pub(super) const DATA: &str = "postgres";

/// Others may pass through the base folder, which the server's account must, but not list it.
const BASE_MODE: u32 = 0o711;
const PRIVATE_FOLDER_MODE: u32 = 0o700;
const PRIVATE_FILE_MODE: u32 = 0o600;
/// What a mode may grant to accounts other than the owner.
const OTHERS: u32 = 0o077;

#[derive(Debug)]
pub(super) struct Site {
    /// The folder that holds everything of this cluster, without links in its path.
    pub base: PathBuf,
    pub account: Option<Account>,
    pub programs: Programs,
    pub socket: Socket,
}

/// Makes the base folder if need be, and refuses one that the server's account cannot reach.
pub(super) fn open_base(wanted: &Path) -> Result<PathBuf, ClusterError> {
    let wanted = std::path::absolute(wanted).map_err(io_error("find", wanted))?;
    let account = Account::for_data(&wanted.join(DATA))?;
    if !wanted.exists() {
        // Before anything is made, so that a refusal leaves nothing behind.
        ensure_reachable(&wanted, account.as_ref())?;
        DirBuilder::new()
            .recursive(true)
            .mode(BASE_MODE)
            .create(&wanted)
            .and_then(|()| fs::set_permissions(&wanted, Permissions::from_mode(BASE_MODE)))
            .map_err(io_error("make the folder", &wanted))?;
    }
    let base = wanted.canonicalize().map_err(io_error("find the folder", &wanted))?;
    ensure_reachable(&base, account.as_ref())?;
    Ok(base)
}

fn ensure_reachable(base: &Path, account: Option<&Account>) -> Result<(), ClusterError> {
    let Some(account) = account else {
        return Ok(());
    };
    match account.closed_folder(base) {
        None => Ok(()),
        Some(closed) => {
            Err(ClusterError::FolderClosed { base: base.to_owned(), closed, account: account.name.clone() })
        }
    }
}

impl Site {
    /// Finds out who runs the server of `base`, with which programs. Call it behind the gate.
    pub fn survey(base: PathBuf) -> Result<Self, ClusterError> {
        let data = base.join(DATA);
        let site = Self {
            account: Account::for_data(&data)?,
            programs: Programs::for_data(&data)?,
            socket: Socket::of(&base)?,
            base,
        };
        site.socket.prepare(site.account.as_ref())?;
        Ok(site)
    }

    /// The folder with the server's data.
    pub fn data(&self) -> PathBuf {
        self.base.join(DATA)
    }

    /// Whether there is a database. It appears in one step, when it is complete.
    pub fn has_database(&self) -> Result<bool, ClusterError> {
        let data = self.data();
        if data.join("PG_VERSION").exists() {
            return Ok(true);
        }
        match fs::read_dir(&data) {
            Ok(mut files) => match files.next() {
                None => Ok(false),
                Some(_) => Err(ClusterError::NotADatabase(data)),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(io_error("read", &data)(error)),
        }
    }

    /// A PostgreSQL program, to run as the server's account. It works in the base folder, so
    /// that no path has to be quoted for the shells that PostgreSQL's programs use, and sees
    /// none of this process's environment, which holds secrets.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.folder.join(program));
        command.current_dir(&self.base).env_clear().envs([("PATH", "/usr/bin:/bin"), ("LC_ALL", "C"), ("TZ", "UTC")]);
        if let Some(account) = &self.account {
            command.uid(account.uid).gid(account.gid);
        }
        command
    }

    /// Runs a program to its end. It gets the gate as its standard input: should this process
    /// be killed, the gate stays shut until the program has ended too.
    pub fn run(&self, command: &mut Command, gate: &File) -> Result<(), ClusterError> {
        let program = PathBuf::from(command.get_program());
        let gate = gate.try_clone().map_err(io_error("share", &self.base))?;
        let result = command.stdin(Stdio::from(gate)).output().map_err(io_error("run", &program))?;
        if result.status.success() {
            return Ok(());
        }
        let said = [result.stdout, result.stderr].concat();
        Err(ClusterError::ProgramFailed {
            program: program.display().to_string(),
            status: result.status,
            said: String::from_utf8_lossy(&said).trim().to_owned(),
        })
    }
}

/// Makes a folder that belongs to the server's account and is closed to others, or makes sure
/// that an existing one is like that.
pub(super) fn private_folder(folder: &Path, account: Option<&Account>) -> Result<(), ClusterError> {
    match DirBuilder::new().mode(PRIVATE_FOLDER_MODE).create(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            return Err(io_error("make the folder", folder)(error));
        }
        Ok(()) | Err(_) => {}
    }
    let uid = uid_of(account);
    // Still our own, if we were killed before we could hand the folder over.
    let owners = [uid, uid_of(None)];
    let found = fs::symlink_metadata(folder).map_err(io_error("look at", folder))?;
    if !found.is_dir() || !owners.contains(&found.uid()) || found.mode() & OTHERS != 0 {
        return Err(ClusterError::NotPrivate { folder: folder.to_owned(), uid });
    }
    match account {
        Some(account) if found.uid() != uid => {
            chown(folder, Some(account.uid), Some(account.gid)).map_err(io_error("change the owner of", folder))
        }
        _ => Ok(()),
    }
}

/// A file made with these options is closed to other accounts.
pub(super) fn private_mode(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(PRIVATE_FILE_MODE)
}

/// Refuses to open a link: in a folder that belongs to somebody else, it could lead root astray.
pub(super) fn follow_no_link(options: &mut OpenOptions) -> &mut OpenOptions {
    options.custom_flags(OFlags::NOFOLLOW.bits().cast_signed())
}
