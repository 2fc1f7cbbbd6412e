//! The PostgreSQL programs installed on this machine.

use super::ClusterError;
use std::{
    cmp::Reverse,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The environment variable that names the folder of the programs to use.
pub(super) const PROGRAMS_VARIABLE: &str = "PG_BIN";

/// The oldest major version we work with.
pub const OLDEST_MAJOR: u32 = 14;

/// What to install, on the systems we know.
pub const HOW_TO_INSTALL: &str = "Debian or Ubuntu: apt-get install postgresql; Fedora: \
     dnf install postgresql-server; macOS: brew install postgresql";

const NEEDED: [&str; 3] = ["initdb", "pg_ctl", "postgres"];

/// Where systems keep one folder for each major version: the parent, what precedes the version
/// in a folder's name, and the folder below it with the programs.
const VERSIONED: [(&str, &str, &str); 6] = [
    ("/usr/lib/postgresql", "", "bin"),
    ("/usr", "pgsql-", "bin"),
    ("/usr/libexec", "postgresql", ""),
    ("/opt/homebrew/opt", "postgresql@", "bin"),
    ("/usr/local/opt", "postgresql@", "bin"),
    ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
];

/// One installation of PostgreSQL's server programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    /// The folder with `initdb`, `pg_ctl` and `postgres`.
    pub folder: PathBuf,
    /// The major version, such as 17.
    pub major: u32,
}

/// The installations found, in the order in which they are preferred: only the one that `PG_BIN`
/// names if it is set; otherwise those on `PATH`, the one that `pg_config` names, and those in
/// the usual places of Linux and macOS, newest first.
#[must_use]
pub fn installed() -> Vec<Programs> {
    let places = named_folder().map_or_else(usual_folders, |named| vec![named]);
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in places.iter().filter_map(|place| complete_folder(place)) {
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders.into_iter().filter_map(Programs::in_folder).collect()
}

impl Programs {
    /// The programs for the database in `data`, which must be of the version that made it; for a
    /// new database, the preferred ones.
    pub(super) fn for_data(data: &Path) -> Result<Self, ClusterError> {
        let installed = installed();
        let Some(newest) = installed.iter().map(|found| found.major).max() else {
            return Err(match named_folder() {
                Some(folder) => ClusterError::NoProgramsInNamedFolder(folder),
                None => ClusterError::NoPrograms,
            });
        };
        let made_by = fs::read_to_string(data.join("PG_VERSION")).ok();
        let found = list_of_majors(&installed);
        let mut suitable = installed.into_iter();
        match made_by.as_deref().map(str::trim) {
            None => suitable.find(|found| found.major >= OLDEST_MAJOR).ok_or(ClusterError::ProgramsTooOld { newest }),
            Some(made_by) => suitable
                .find(|found| found.major.to_string() == made_by)
                .ok_or_else(|| ClusterError::OtherMajor { data: data.to_owned(), made_by: made_by.to_owned(), found }),
        }
    }

    /// The programs in `folder`, if they run.
    fn in_folder(folder: PathBuf) -> Option<Self> {
        let mut postgres = Command::new(folder.join("postgres"));
        let answer = postgres.arg("-V").output().ok()?;
        let major = major_version(&String::from_utf8_lossy(&answer.stdout))?;
        Some(Self { folder, major })
    }
}

/// The folder that the programs in `place` really are in, if it has them all.
fn complete_folder(place: &Path) -> Option<PathBuf> {
    let first = place.join(NEEDED[0]).canonicalize().ok()?;
    let folder = first.parent()?;
    let complete = NEEDED.iter().all(|name| folder.join(name).is_file());
    complete.then(|| folder.to_owned())
}

fn named_folder() -> Option<PathBuf> {
    env::var_os(PROGRAMS_VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn usual_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = env::var_os("PATH").iter().flat_map(env::split_paths).collect();
    if let Ok(answer) = Command::new("pg_config").arg("--bindir").output() {
        folders.push(String::from_utf8_lossy(&answer.stdout).trim().into());
    }
    let mut versioned: Vec<(u32, PathBuf)> = Vec::new();
    for (parent, prefix, bin) in VERSIONED {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let version = name.to_str().and_then(|name| name.strip_prefix(prefix));
            if let Some(version) = version.and_then(|version| version.parse().ok()) {
                versioned.push((version, entry.path().join(bin)));
            }
        }
    }
    versioned.sort_by_key(|(version, _)| Reverse(*version));
    folders.extend(versioned.into_iter().map(|(_, folder)| folder));
    folders
}

/// The major version in a line such as "postgres (PostgreSQL) 17.2 (Debian 17.2-1)".
fn major_version(line: &str) -> Option<u32> {
    let version = line.split_whitespace().nth(2)?;
    let digits = version.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

fn list_of_majors(programs: &[Programs]) -> String {
    let majors: Vec<String> = programs.iter().map(|found| found.major.to_string()).collect();
    majors.join(", ")
}

#[cfg(test)]
mod tests {
    use super::major_version;

    #[test]
    fn the_major_version_is_read_from_releases_and_betas() {
        let release = "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n";
        assert_eq!(major_version(release), Some(15));
        assert_eq!(major_version("postgres (PostgreSQL) 19beta1\n"), Some(19));
        assert_eq!(major_version("something else\n"), None);
    }
}
