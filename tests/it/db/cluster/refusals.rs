//! What is refused and what is moved out of the way, always with a clear sentence.

use super::support::{Folder, Who, account, psql, refusal_of};
use anyhow::{Context, Result};
use polder::db::cluster::{Cluster, ClusterError, Durability, NAME, Stopped};
use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
};

/// A folder of root's, or none if we are not root and cannot try.
fn roots_folder() -> Result<Option<Folder>> {
    if Who::Root.possible() {
        return Folder::new(Who::Root).map(Some);
    }
    eprintln!("left out: only root can try this");
    Ok(None)
}

/// The account that the module hands the server to.
fn servers_account() -> Option<&'static str> {
    ["postgres", "nobody"].into_iter().find(|name| account(name).is_some())
}

#[test]
fn a_folder_closed_to_the_server_is_refused_with_its_name_and_nothing_is_made() -> Result<()> {
    let Some(folder) = roots_folder()? else {
        return Ok(());
    };
    let closed = folder.parent();
    fs::set_permissions(closed, fs::Permissions::from_mode(0o700))?;
    let said = folder.refusal()?;
    let named = format!("the folder {} is closed to the account", closed.display());
    assert!(said.contains(&named) && said.contains("DATA_DIR"), "{said}");
    assert!(!folder.base.exists());
    Ok(())
}

#[test]
fn the_default_folder_moves_to_the_systems_place_when_it_is_closed_and_says_so() -> Result<()> {
    let Some(folder) = roots_folder()? else {
        return Ok(());
    };
    let place = || -> Result<(String, String)> {
        let output = folder.command(&["place"])?.current_dir(folder.parent()).output()?;
        let said = String::from_utf8(output.stdout)?;
        let (place, reason) = said.split_once('\n').context("no answer")?;
        Ok((place.to_owned(), reason.trim().to_owned()))
    };
    assert_eq!(place()?, ("./data".to_owned(), String::new()));
    fs::set_permissions(folder.parent(), fs::Permissions::from_mode(0o700))?;
    let (moved, reason) = place()?;
    assert_eq!(moved, "/var/lib/polder");
    assert!(reason.contains(&folder.parent().display().to_string()), "{reason}");
    assert!(!folder.base.exists());
    Ok(())
}

#[test]
fn another_account_cannot_open_the_database_of_root() -> Result<()> {
    let Some(folder) = roots_folder()? else {
        return Ok(());
    };
    if servers_account() != Some("postgres") {
        return Ok(());
    }
    let holder = folder.hold_expendably()?;
    let answer = psql(&holder.url, "select 1", Who::Ordinary.account())?;
    assert!(!answer.status.success());
    let said = String::from_utf8(answer.stderr)?;
    assert!(said.contains("Permission denied"), "{said}");
    Ok(())
}

#[test]
fn a_folder_of_another_account_is_refused() -> Result<()> {
    let Some(folder) = roots_folder()? else {
        return Ok(());
    };
    folder.hold_expendably()?.leave()?;
    let other = Folder::new(Who::Ordinary)?;
    let base = folder.base.to_str().context("name")?;
    let said = refusal_of(&mut other.command(&["hold", base])?)?;
    assert!(said.contains("Permission denied") && said.contains(base), "{said}");
    Ok(())
}

#[test]
fn root_leaves_the_database_of_an_ordinary_user_with_that_user() -> Result<()> {
    if !Who::Root.possible() {
        return Ok(());
    }
    let mut folder = Folder::new(Who::Ordinary)?;
    folder.hold_expendably()?.leave()?;
    folder.who = Who::Root;
    folder.hold_expendably()?.leave()?;
    let owner = fs::metadata(folder.base.join("postgres/pg_wal"))?.uid();
    assert_eq!(Some(owner), account("nobody").map(|(uid, _)| uid));
    folder.who = Who::Ordinary;
    folder.hold_expendably()?.leave()?;
    Ok(())
}

#[test]
fn a_server_for_tests_may_not_be_joined_for_real_data() -> Result<()> {
    let folder = Folder::new(Who::Ordinary)?;
    let for_tests = folder.hold_expendably()?;
    assert_eq!(for_tests.query("show fsync")?, "off");
    let said = folder.refusal()?;
    assert!(said.contains("was started for tests"), "{said}");
    assert_eq!(for_tests.leave()?, "ServerStopped");
    // Started anew, it is as durable as any.
    let full = folder.hold()?;
    assert_eq!(full.query("show fsync")?, "on");
    Ok(())
}

#[test]
fn a_database_of_a_version_that_is_not_installed_is_refused_with_that_version() -> Result<()> {
    let folder = Folder::new(Who::Ordinary)?;
    let data = folder.base.join("postgres");
    fs::create_dir_all(&data)?;
    fs::write(data.join("PG_VERSION"), "12\n")?;
    if let Some((uid, gid)) = Who::Ordinary.account() {
        std::os::unix::fs::chown(&folder.base, Some(uid), Some(gid))?;
    }
    let said = folder.refusal()?;
    assert!(said.contains("was made by PostgreSQL 12, and only version"), "{said}");
    Ok(())
}

#[test]
fn a_folder_with_other_files_is_not_taken_for_a_database() -> Result<()> {
    let folder = Folder::new(Who::Ordinary)?;
    let data = folder.base.join("postgres");
    fs::create_dir_all(&data)?;
    fs::write(data.join("diary.txt"), "dear diary")?;
    if let Some((uid, gid)) = Who::Ordinary.account() {
        std::os::unix::fs::chown(&folder.base, Some(uid), Some(gid))?;
    }
    let said = folder.refusal()?;
    assert!(said.contains("holds files but no PostgreSQL database"), "{said}");
    assert!(data.join("diary.txt").exists());
    Ok(())
}

#[test]
fn a_wrong_folder_of_programs_is_named() -> Result<()> {
    let folder = Folder::new(Who::Ordinary)?;
    let base = folder.base.to_str().context("name")?;
    let mut command = folder.command(&["hold", base])?;
    let said = refusal_of(command.env("PG_BIN", "/nowhere"))?;
    assert!(said.contains("PG_BIN is set to /nowhere"), "{said}");
    Ok(())
}

#[test]
fn where_nothing_is_installed_the_message_says_what_to_install() {
    let said = ClusterError::NoPrograms.to_string();
    for part in ["apt-get install postgresql", "postgresql-server", "brew install postgresql", "DATABASE_URL"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn a_server_that_does_not_start_is_quoted() -> Result<()> {
    let folder = Folder::new(Who::Ordinary)?;
    folder.hold_expendably()?.leave()?;
    let settings = folder.base.join("postgres/postgresql.conf");
    let broken = fs::read_to_string(&settings)? + "\nwork_mem = plenty\n";
    fs::write(&settings, broken)?;
    let said = folder.refusal()?;
    assert!(said.contains("did not start") && said.contains("work_mem"), "{said}");
    assert!(said.contains("postgres.log"), "{said}");
    Ok(())
}

#[test]
fn a_large_log_is_set_aside_at_the_start() -> Result<()> {
    let folder = Folder::new(Who::Ordinary)?;
    folder.hold_expendably()?.leave()?;
    let log = fs::File::options().write(true).open(folder.base.join("postgres.log"))?;
    log.set_len(11 * 1024 * 1024)?;
    folder.hold_expendably()?.leave()?;
    assert_eq!(fs::metadata(folder.base.join("postgres.log.old"))?.len(), 11 * 1024 * 1024);
    assert!(folder.log()?.len() < 100_000);
    Ok(())
}

#[test]
fn a_cluster_that_was_stopped_stays_stopped() -> Result<()> {
    let who = if Who::Root.possible() { Who::Root } else { Who::Ordinary };
    let folder = Folder::new(who)?;
    let cluster = Cluster::start(&folder.base, Durability::ForTests)?;
    assert!(cluster.started_here() && !cluster.revive()?);
    let same = Cluster::start(&folder.base, Durability::ForTests)?;
    assert_eq!(same.url(NAME), cluster.url(NAME));
    assert_eq!(same.stop()?, Stopped::StillUsedByOthers);
    assert_eq!(cluster.stop()?, Stopped::ServerStopped);
    assert_eq!(cluster.stop()?, Stopped::NotHeld);
    assert!(!cluster.revive()?);
    assert!(!folder.pid_file().exists());
    drop(Cluster::start(&folder.base, Durability::ForTests)?);
    assert!(!folder.pid_file().exists(), "dropping the last use did not stop the server");
    Ok(())
}
