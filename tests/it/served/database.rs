//! The database goes away while the site runs, and comes back.

use super::program::{Folder, Served, form, until};
use polder::commands::demo::PASSWORD;
use rustix::process::Signal;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How soon a page must say that the database is away.
const SOON: Duration = Duration::from_secs(3);

fn is_away(served: &Served, cookie: &str) {
    for path in ["/", "/articles", "/health", "/members"] {
        let page = served
            .ask(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n"))
            .expect("an answer");
        assert_eq!(page.status, 503, "{path}");
        assert_eq!(page.header("retry-after"), "10", "{path}");
        assert!(page.text.contains("<h1>"), "{path} has a page");
        assert!(page.took < SOON, "{path}: {:?}", page.took);
    }
    let kept = served.ask(&form("/join", cookie, &[("motivation", "Typed with care.")])).expect("an answer");
    assert_eq!(kept.status, 503);
    assert!(kept.text.contains("Typed with care."), "what was typed is kept");
    assert!(kept.took < SOON, "{:?}", kept.took);
    // What needs no database goes on.
    assert_eq!(served.get("/favicon.ico").status, 200);
}

fn sign_in(served: &Served) -> String {
    let fields = [("email", "sam@kestrel.example"), ("password", PASSWORD)];
    let answer = served.ask(&form("/account/sign-in", "", &fields)).expect("an answer");
    assert_eq!(answer.status, 303);
    let line = answer.text.lines().find(|line| line.to_lowercase().starts_with("set-cookie: polder-session"));
    line.and_then(|line| line.split([' ', ';']).nth(1)).expect("a session").to_owned()
}

fn members(served: &Served, cookie: &str) -> u16 {
    let request = format!("GET /members HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n");
    served.ask(&request).map_or(0, |page| page.status)
}

#[test]
fn a_private_database_that_stands_still_or_dies_is_a_503_and_comes_back_by_itself() {
    let folder = Folder::new();
    let served = Served::start(&folder);
    let cookie = sign_in(&served);
    assert_eq!(members(&served, &cookie), 200);

    folder.signal_postgres(Signal::STOP);
    is_away(&served, &cookie);
    folder.signal_postgres(Signal::CONT);
    let back = until("the pages after standing still", Duration::from_secs(15), || members(&served, &cookie) == 200);

    folder.signal_postgres(Signal::KILL);
    let page = served.get("/articles");
    assert!([200, 503].contains(&page.status), "{}", page.status);
    assert!(page.took < SOON, "{:?}", page.took);
    let revived = until("the pages after the kill", Duration::from_secs(30), || members(&served, &cookie) == 200);
    println!("back {back:?} after standing still, {revived:?} after the kill");
    assert_eq!(served.get("/articles/supplier-remote-access").status, 200);
}

#[test]
fn a_database_of_ones_own_that_is_stopped_is_a_503_until_it_is_back() {
    // A database that somebody else looks after: `polder database` stands in for it.
    let theirs = Folder::new();
    let keeper = |folder: &Folder| {
        let mut command = folder.polder(&["database"]);
        command.stdout(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut url = String::new();
        let output = child.stdout.take().expect("its output");
        std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut url).expect("an address");
        (child, url.trim().to_owned())
    };
    let (mut child, url) = keeper(&theirs);
    let ours = Folder::new();
    let served = Served::start_with(&ours, |command: &mut Command| command.env("DATABASE_URL", &url));
    assert!(ours.postgres().is_empty(), "no database of our own");
    let cookie = sign_in(&served);
    assert_eq!(members(&served, &cookie), 200);

    for round in 0..2 {
        let pid = rustix::process::Pid::from_raw(child.id().cast_signed()).expect("a process number");
        rustix::process::kill_process(pid, Signal::TERM).expect("it is there");
        assert!(child.wait().expect("it ends").success());
        is_away(&served, &cookie);
        let again;
        (child, again) = keeper(&theirs);
        assert_eq!(again, url);
        let back = until("the pages", Duration::from_secs(15), || members(&served, &cookie) == 200);
        println!("round {round}: back after {back:?}");
    }
    drop(served);
    let pid = rustix::process::Pid::from_raw(child.id().cast_signed()).expect("a process number");
    rustix::process::kill_process(pid, Signal::TERM).expect("it is there");
    let _ = child.wait();
}
