//! The first run: making the database.

use super::{
    ClusterError, Durability, NAME,
    error::io_error,
    site::{Site, private_folder},
};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
    process::Stdio,
    thread,
    time::Duration,
};

/// The database is made here and gets its real name when it is complete: a first run that is
/// killed leaves nothing that could be taken for a database.
const UNFINISHED: &str = "postgres.unfinished";

/// Sorts by code point; readers get their own order from a collation in the query.
#[cfg(not(target_os = "macos"))]
const LOCALE: &str = "--locale=C.UTF-8";
/// macOS has no C.UTF-8.
#[cfg(target_os = "macos")]
const LOCALE: &str = "--locale=en_US.UTF-8";

/// How often, and how far apart, to try to remove an unfinished database.
const REMOVAL_ATTEMPTS: u32 = 50;
const REMOVAL_PAUSE: Duration = Duration::from_millis(100);

/// Makes the cluster with its superuser and an empty database. Call it behind the gate.
pub(super) fn create_database(site: &Site, durability: Durability, gate: &File) -> Result<(), ClusterError> {
    let unfinished = site.base.join(UNFINISHED);
    remove_remains(&unfinished).map_err(io_error("remove", &unfinished))?;
    private_folder(&unfinished, site.account.as_ref())?;

    let mut initdb = site.command("initdb");
    initdb.args(["-D", UNFINISHED, "-U", NAME, "-E", "UTF8", LOCALE]);
    initdb.args(["--data-checksums", "--no-instructions"]);
    // The closed folder of the socket is the password.
    initdb.args(["--auth-local=trust", "--auth-host=reject"]);
    if durability == Durability::ForTests {
        initdb.arg("--no-sync");
    }
    site.run(&mut initdb, gate)?;
    add_database(site)?;

    let data = site.data();
    fs::rename(&unfinished, &data).map_err(io_error("rename", &unfinished))?;
    // A power cut must not undo the rename once writes have been acknowledged.
    File::open(&site.base).and_then(|base| base.sync_all()).map_err(io_error("save", &site.base))
}

/// Adds the application's database with a server that serves only its own standard input.
fn add_database(site: &Site) -> Result<(), ClusterError> {
    let mut command = site.command("postgres");
    command
        .args(["--single", "-c", "exit_on_error=on", "-D", UNFINISHED, "postgres"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let program = Path::new("postgres");
    let mut child = command.spawn().map_err(io_error("run", program))?;
    if let Some(mut stdin) = child.stdin.take() {
        // If this fails, the program has ended already and tells why below.
        let _ = writeln!(stdin, "CREATE DATABASE {NAME}");
    }
    let result = child.wait_with_output().map_err(io_error("run", program))?;
    if result.status.success() {
        return Ok(());
    }
    Err(ClusterError::ProgramFailed {
        program: program.display().to_string(),
        status: result.status,
        said: String::from_utf8_lossy(&result.stderr).trim().to_owned(),
    })
}

/// Removes what a killed first run left. Its programs may outlive it for a moment and still be
/// writing; they work inside the folder, never by its name, so they cannot harm its successor.
fn remove_remains(unfinished: &Path) -> io::Result<()> {
    let mut attempt = 1;
    loop {
        match fs::remove_dir_all(unfinished) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(_) if attempt < REMOVAL_ATTEMPTS => {
                attempt += 1;
                thread::sleep(REMOVAL_PAUSE);
            }
            result => return result,
        }
    }
}
