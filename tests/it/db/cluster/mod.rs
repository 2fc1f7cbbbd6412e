//! The private PostgreSQL server as an application meets it: started, shared, killed, revived and
//! refused, by root and by an ordinary user.
//!
//! `src/bin/cluster-holder.rs` is the application. Run as root, these tests also become `nobody`;
//! run as an ordinary user, they leave out what only root can try.

mod refusals;
mod support;

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs,
    time::{Duration, Instant},
};
use support::{Folder, Holder, Who, psql, wait_until};

const STOPPED: &str = "ServerStopped";
const STILL_USED: &str = "StillUsedByOthers";

/// Makes each case a test for root and a test for an ordinary user.
macro_rules! for_root_and_for_an_ordinary_user {
    ($($case:ident),* $(,)?) => {
        mod for_root {
            $(#[test] fn $case() -> anyhow::Result<()> { super::run(super::Who::Root, super::$case) })*
        }
        mod for_an_ordinary_user {
            $(#[test] fn $case() -> anyhow::Result<()> { super::run(super::Who::Ordinary, super::$case) })*
        }
    };
}

for_root_and_for_an_ordinary_user![
    a_second_run_finds_what_the_first_one_wrote,
    two_processes_share_one_server_and_the_last_to_leave_stops_it,
    of_two_first_runs_at_once_one_makes_the_database_and_the_other_joins,
    a_killed_application_leaves_a_server_that_the_next_start_joins,
    a_killed_server_is_revived_with_all_that_was_committed,
    after_both_are_killed_the_next_start_recovers_all_that_was_committed,
    a_first_run_that_is_killed_is_begun_afresh,
    a_first_run_that_is_killed_with_its_programs_is_begun_afresh,
    ctrl_c_stops_application_and_server_cleanly,
    a_pid_file_that_names_a_stranger_does_not_keep_the_server_down,
    the_next_start_waits_for_a_query_that_outlives_its_server,
    a_folder_may_have_a_name_that_shells_and_urls_mind,
    a_folder_may_have_a_name_that_no_socket_can_have,
];

fn run(who: Who, case: fn(&Folder) -> Result<()>) -> Result<()> {
    if who.possible() {
        case(&Folder::new(who)?)
    } else {
        eprintln!("left out: only root can try this");
        Ok(())
    }
}

fn a_second_run_finds_what_the_first_one_wrote(folder: &Folder) -> Result<()> {
    let first = folder.hold()?;
    assert!(first.started_here);
    assert_eq!(first.query("show fsync")?, "on");
    assert_eq!(first.query("show data_checksums")?, "on");
    assert_eq!(first.query("show listen_addresses")?, "");
    write_a_row(&first)?;
    assert_eq!(first.leave()?, STOPPED);
    ensure_nothing_runs(folder)?;

    let second = folder.hold()?;
    assert!(second.started_here);
    assert_row_is_there(&second)?;
    second.signal(Signal::TERM)?;
    assert_eq!(second.last_words()?, STOPPED);
    ensure_nothing_runs(folder)
}

fn two_processes_share_one_server_and_the_last_to_leave_stops_it(folder: &Folder) -> Result<()> {
    let first = folder.hold_expendably()?;
    let second = folder.hold_expendably()?;
    assert!(first.started_here && !second.started_here);
    assert_eq!(first.url, second.url);
    assert_eq!(first.leave()?, STILL_USED);
    write_a_row(&second)?;
    assert_eq!(second.leave()?, STOPPED);
    ensure_nothing_runs(folder)
}

fn of_two_first_runs_at_once_one_makes_the_database_and_the_other_joins(folder: &Folder) -> Result<()> {
    let (one, other) = (Holder::spawn(folder, "for-tests")?, Holder::spawn(folder, "for-tests")?);
    let (one, other) = (one.ready()?, other.ready()?);
    assert!(one.started_here ^ other.started_here);
    write_a_row(&one)?;
    assert_row_is_there(&other)?;
    assert_eq!(one.leave()?, STILL_USED);
    assert_eq!(other.leave()?, STOPPED);
    Ok(())
}

fn a_killed_application_leaves_a_server_that_the_next_start_joins(folder: &Folder) -> Result<()> {
    let first = folder.hold()?;
    write_a_row(&first)?;
    let server = folder.server();
    first.kill()?;

    let second = folder.hold()?;
    assert!(!second.started_here);
    assert_eq!(folder.server(), server);
    assert_row_is_there(&second)?;
    assert_eq!(second.leave()?, STOPPED);
    ensure_nothing_runs(folder)
}

fn a_killed_server_is_revived_with_all_that_was_committed(folder: &Folder) -> Result<()> {
    let holder = folder.hold()?;
    write_a_row(&holder)?;
    folder.kill_server()?;
    assert_eq!(holder.line()?, "REVIVED");
    assert_row_is_there(&holder)?;
    assert_eq!(holder.leave()?, STOPPED);
    ensure_nothing_runs(folder)
}

fn after_both_are_killed_the_next_start_recovers_all_that_was_committed(folder: &Folder) -> Result<()> {
    let first = folder.hold()?;
    write_a_row(&first)?;
    // The application first, or it would revive the server.
    first.kill()?;
    folder.kill_server()?;

    let second = folder.hold()?;
    assert!(second.started_here);
    assert_row_is_there(&second)?;
    assert!(folder.log()?.contains("automatic recovery in progress"));
    assert_eq!(second.leave()?, STOPPED);
    Ok(())
}

fn a_first_run_that_is_killed_is_begun_afresh(folder: &Folder) -> Result<()> {
    let first = in_the_midst_of_a_first_run(folder)?;
    first.kill()?;
    ensure_a_first_run_succeeds(folder)
}

fn a_first_run_that_is_killed_with_its_programs_is_begun_afresh(folder: &Folder) -> Result<()> {
    let first = in_the_midst_of_a_first_run(folder)?;
    first.signal_group(Signal::KILL)?;
    first.kill()?;
    ensure_a_first_run_succeeds(folder)
}

fn ctrl_c_stops_application_and_server_cleanly(folder: &Folder) -> Result<()> {
    let holder = folder.hold_expendably()?;
    holder.signal_group(Signal::INT)?;
    assert_eq!(holder.last_words()?, STOPPED);
    ensure_nothing_runs(folder)?;
    assert!(folder.log()?.contains("database system is shut down"));
    Ok(())
}

fn a_pid_file_that_names_a_stranger_does_not_keep_the_server_down(folder: &Folder) -> Result<()> {
    use std::os::unix::{fs::MetadataExt, process::CommandExt};

    let first = folder.hold_expendably()?;
    write_a_row(&first)?;
    let old = fs::read_to_string(folder.pid_file())?;
    assert_eq!(first.leave()?, STOPPED);

    // A stranger with the server's number, and of its account: the server would take its word.
    let account = fs::metadata(folder.base.join("postgres"))?;
    let mut stranger = std::process::Command::new("sleep");
    stranger.arg("90").current_dir("/");
    if rustix::process::geteuid().is_root() {
        stranger.uid(account.uid()).gid(account.gid());
    }
    let mut stranger = stranger.spawn()?;
    let (_, rest) = old.split_once('\n').context("a short pid file")?;
    fs::write(folder.pid_file(), format!("{}\n{rest}", stranger.id()))?;

    let second = folder.hold_expendably();
    stranger.kill()?;
    stranger.wait()?;
    let second = second?;
    assert_row_is_there(&second)?;
    assert_eq!(second.leave()?, STOPPED);
    Ok(())
}

fn a_folder_may_have_a_name_that_shells_and_urls_mind(folder: &Folder) -> Result<()> {
    let folder = Folder::named(folder.who, r#"it's "$(false)" 100%+ `so` & so"#)?;
    ensure_a_first_run_succeeds(&folder)
}

fn a_folder_may_have_a_name_that_no_socket_can_have(folder: &Folder) -> Result<()> {
    let folder = Folder::named(folder.who, &"long, ".repeat(25))?;
    let first = folder.hold_expendably()?;
    let second = folder.hold_expendably()?;
    write_a_row(&first)?;
    assert_row_is_there(&second)?;
    let (_, socket) = first.url.split_once("host=%2Ftmp%2F").context("no far socket")?;
    let (socket, _) = socket.split_once('&').context("nothing after the socket")?;
    let socket = std::path::Path::new("/tmp").join(socket);
    assert!(socket.exists());
    assert_eq!(first.leave()?, STILL_USED);
    assert_eq!(second.leave()?, STOPPED);
    assert!(!socket.exists(), "the folder of the far socket is left behind");
    Ok(())
}

/// Processes of the server that are busy outlive it, and may still be writing.
fn the_next_start_waits_for_a_query_that_outlives_its_server(folder: &Folder) -> Result<()> {
    const BUSY: &str = "do $$ declare start timestamptz := clock_timestamp(); begin \
         while clock_timestamp() < start + interval '1 s' loop end loop; end $$";
    let holder = folder.hold()?;
    write_a_row(&holder)?;
    let (url, account) = (holder.url.clone(), folder.who.account());
    let busy = std::thread::spawn(move || psql(&url, BUSY, account));
    let mut process = String::new();
    wait_until("the busy query", || {
        let active = "select pid from pg_stat_activity where query like 'do $$%'";
        process = holder.query(active).unwrap_or_default();
        !process.is_empty()
    })?;
    folder.kill_server()?;
    assert_eq!(holder.line()?, "REVIVED");
    ensure!(!is_alive(&process), "revived while a process of the old server ran");
    assert_row_is_there(&holder)?;
    ensure!(busy.join().is_ok(), "the busy query panicked");
    assert_eq!(holder.leave()?, STOPPED);
    Ok(())
}

/// PostgreSQL 15 hangs when it is asked to stop in the usual way in the midst of this.
#[test]
fn a_server_that_recovers_from_the_crash_of_a_process_is_stopped_without_delay() -> Result<()> {
    let folder = Folder::new(Who::Ordinary)?;
    let holder = folder.hold()?;
    write_a_row(&holder)?;
    let checkpointer = "select pid from pg_stat_activity where backend_type = 'checkpointer'";
    let checkpointer = holder.query(checkpointer)?.parse()?;
    kill_process(Pid::from_raw(checkpointer).context("no process")?, Signal::KILL)?;
    let start = Instant::now();
    assert_eq!(holder.leave()?, STOPPED);
    // Half of what the module allows a stop that hangs.
    ensure!(start.elapsed() < Duration::from_secs(15), "took {:?}", start.elapsed());
    ensure_nothing_runs(&folder)?;
    let next = folder.hold()?;
    assert_row_is_there(&next)
}

fn write_a_row(holder: &Holder) -> Result<()> {
    holder.query("create table kept (word text); insert into kept values ('dike')")?;
    Ok(())
}

fn assert_row_is_there(holder: &Holder) -> Result<()> {
    assert_eq!(holder.query("select word from kept")?, "dike");
    Ok(())
}

/// Whether a process has not ended, by Linux's process table.
fn is_alive(process: &str) -> bool {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X']))
}

fn ensure_a_first_run_succeeds(folder: &Folder) -> Result<()> {
    let holder = folder.hold_expendably()?;
    write_a_row(&holder)?;
    assert_eq!(holder.leave()?, STOPPED);
    ensure_nothing_runs(folder)
}

fn ensure_nothing_runs(folder: &Folder) -> Result<()> {
    ensure!(!folder.pid_file().exists(), "the server's pid file is there");
    ensure!(!folder.base.join("socket/.s.PGSQL.5432").exists(), "the socket is there");
    Ok(())
}

/// An application whose first run has got as far as writing the database.
fn in_the_midst_of_a_first_run(folder: &Folder) -> Result<Holder> {
    let holder = Holder::spawn(folder, "full")?;
    let sign = folder.base.join("postgres.unfinished/base/1");
    wait_until("the midst of a first run", || sign.exists())?;
    ensure!(!folder.base.join("postgres").exists(), "too late to be in the midst");
    Ok(holder)
}
