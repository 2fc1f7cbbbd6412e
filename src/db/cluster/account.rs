//! Who runs the server: PostgreSQL refuses to run as root.

use super::ClusterError;
use rustix::process::geteuid;
use std::{
    ffi::OsString,
    fs,
    os::unix::{ffi::OsStringExt, fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Accounts that root hands the server to, best first.
const CANDIDATES: [&str; 2] = ["postgres", "nobody"];

const ACCOUNTS_FILE: &str = "/etc/passwd";

/// Names the first folder of its arguments that may not be entered.
const FIND_CLOSED: &str = r#"for f; do test -x "$f" || { printf %s "$f"; exit; }; done"#;

/// An unprivileged account.
#[derive(Debug, Clone)]
pub(super) struct Account {
    pub name: String,
    pub uid: u32,
    pub gid: u32,
}

impl Account {
    /// Who is to run the server of `data`; none if that is simply the account of this process.
    /// A database that exists stays with the account it belongs to.
    pub fn for_data(data: &Path) -> Result<Option<Self>, ClusterError> {
        if !geteuid().is_root() {
            return Ok(None);
        }
        if let Ok(found) = fs::metadata(data)
            && found.uid() != 0
        {
            return Ok(Some(Self { name: format!("number {}", found.uid()), uid: found.uid(), gid: found.gid() }));
        }
        let accounts = fs::read_to_string(ACCOUNTS_FILE).unwrap_or_default();
        CANDIDATES
            .iter()
            .find_map(|name| accounts.lines().find_map(|line| Self::parse(line, name)))
            .map(Some)
            .ok_or(ClusterError::NoAccount)
    }

    /// The account of one line of the accounts file, if it is called `name` and is not root.
    fn parse(line: &str, name: &str) -> Option<Self> {
        let mut fields = line.split(':');
        if fields.next() != Some(name) {
            return None;
        }
        let uid = fields.nth(1)?.parse().ok().filter(|uid| *uid != 0)?;
        Some(Self { name: name.to_owned(), uid, gid: fields.next()?.parse().ok()? })
    }

    /// The topmost folder on the way to `folder` that this account may not enter; none if it can
    /// reach `folder`, as far as that exists. Asked by trying, as this account, because mode bits
    /// alone do not tell (access lists, mounts).
    pub fn closed_folder(&self, folder: &Path) -> Option<PathBuf> {
        let mut way: Vec<&Path> = folder.ancestors().filter(|part| part.exists()).collect();
        way.reverse();
        let answer = Command::new("/bin/sh")
            .args(["-c", FIND_CLOSED, "sh"])
            .args(way)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::null())
            .uid(self.uid)
            .gid(self.gid)
            .output()
            .ok()?;
        let closed = OsString::from_vec(answer.stdout);
        (!closed.is_empty()).then(|| closed.into())
    }
}

/// The number of the account that runs the server: `account`, or else our own.
pub(super) fn uid_of(account: Option<&Account>) -> u32 {
    account.map_or_else(|| geteuid().as_raw(), |account| account.uid)
}

#[cfg(test)]
mod tests {
    use super::Account;

    #[test]
    fn an_account_is_read_from_its_line_only() {
        let line = "postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/sh";
        let found = Account::parse(line, "postgres").expect("the account");
        assert_eq!((found.uid, found.gid), (101, 104));
        assert!(Account::parse(line, "nobody").is_none());
    }

    #[test]
    fn an_account_with_roots_number_or_a_negative_one_is_passed_over() {
        assert!(Account::parse("postgres:x:0:0::/:/bin/sh", "postgres").is_none());
        assert!(Account::parse("nobody:*:-2:-2::/:/bin/false", "nobody").is_none());
    }
}
