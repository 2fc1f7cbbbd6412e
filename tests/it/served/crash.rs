//! The program is killed.

use super::program::{Folder, Served, form};
use rustix::process::Signal;

#[test]
fn what_was_committed_is_there_after_a_kill_and_the_next_start_joins() {
    let folder = Folder::new();
    let mut served = Served::start(&folder);
    let fields = [
        ("name", "Koen Verzinsel"),
        ("email", "koen@nieuw.example"),
        ("organisation", "waterschap-voorbeeldland"),
        ("function", "Control room lead"),
        ("sector", "waste-water"),
        ("motivation", "We run two pumping stations and would like to learn how others let suppliers in."),
        ("language", "en"),
        ("agree", "yes"),
    ];
    assert_eq!(served.ask(&form("/join", "", &fields)).expect("an answer").status, 303);
    let server = folder.postgres();
    served.signal(Signal::KILL);
    assert!(!served.ended());
    assert_eq!(folder.postgres().first(), server.first(), "the database lives on");

    let mut again = Served::start(&folder);
    assert_eq!(folder.postgres().first(), server.first(), "and is joined");
    assert_eq!(again.get("/articles/supplier-remote-access").status, 200);
    let count = folder.run(&[
        "database",
        "--",
        "sh",
        "-c",
        "psql -XAtq \"$DATABASE_URL\" -c \"select count(*) from join_requests where email = 'koen@nieuw.example'\"",
    ]);
    assert_eq!(super::program::said(&count.stdout).trim(), "1", "{}", super::program::said(&count.stderr));
    again.signal(Signal::INT);
    assert!(again.ended(), "Ctrl-C ends it well");
    assert!(folder.postgres().is_empty(), "who leaves last stops the database");
}
