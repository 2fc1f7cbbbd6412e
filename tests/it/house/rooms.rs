//! The rules of the rooms, over the source text: who may use whom, how large things get, and where SQL stands.

use super::source::{File, assert_none, files, rooms};

/// The floor: what all rooms stand on. It knows no room.
const FLOOR: [&str; 16] = [
    "access/",
    "audit/",
    "auth/",
    "clock.rs",
    "config.rs",
    "db/",
    "error.rs",
    "face/",
    "i18n/",
    "jobs/",
    "mail/",
    "picture/",
    "shutdown.rs",
    "telemetry.rs",
    "vocabulary.rs",
    "web/",
];
/// What puts floor and rooms together, and may know both.
const TOGETHER: [&str; 5] = ["app.rs", "commands/", "lib.rs", "main.rs", "worker.rs"];

/// The parts of a room that other rooms may use.
const OPEN_PARTS: [&str; 3] = ["model", "queries", "work_queries"];

/// Rooms across nouns: they may use the others, nobody uses them.
const ACROSS: [&str; 4] = ["home", "items", "log", "styleguide"];

/// Files with SQL beside those that are named for it, with the reason.
const SQL_ELSEWHERE: &[(&str, &str)] = &[
    ("src/auth/device.rs", "the floor's own table"),
    ("src/auth/limits.rs", "the floor's own table"),
    ("src/auth/links.rs", "the floor's own table"),
    ("src/auth/lost_factor.rs", "the floor's own table"),
    ("src/auth/session.rs", "the floor's own table"),
    ("src/db/migrate.rs", "lets the serving role sign in"),
    ("src/db/mod.rs", "binds transactions to their viewer"),
    ("src/home/health.rs", "asks whether the database answers"),
    ("src/jobs/mod.rs", "the floor's own table"),
    ("src/vocabulary.rs", "the floor's own table"),
];
const SQL_NAMES: [&str; 3] = ["queries.rs", "work_queries.rs", "changes.rs"];

/// HTML that is put on a page as it is. Each comes from `web::markdown`, which lets nothing harmful through.
const SAFE: &[(&str, &str)] = &[
    ("templates/account/house_rules.html", "body"),
    ("templates/articles/edit.html", "preview"),
    ("templates/articles/page.html", "article.body_html"),
    ("templates/articles/work_item.html", "revision.body_html"),
    ("templates/events/edit.html", "preview"),
    ("templates/events/page.html", "event.body_html"),
    ("templates/items/view_as.html", "text.body_html"),
    ("templates/join/rules.html", "body"),
    ("templates/members/page.html", "profile.about_html"),
];

fn lies_in(path: &str, places: &[&str]) -> bool {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    places.iter().any(|place| inside == *place || (place.ends_with('/') && inside.starts_with(place)))
}

/// The lines of code, numbered, without comments.
fn code_lines(file: &File) -> impl Iterator<Item = (usize, &str)> {
    file.code().lines().enumerate().map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default()))
}

/// The parts of `room` that a file uses: `crate::members::queries`, or `members::queries` after `use crate::members`.
fn parts_used(file: &File, room: &str) -> Vec<String> {
    let code = code_lines(file).map(|(_, line)| line).collect::<Vec<_>>().join("\n");
    let named = format!("{room}::");
    let renamed = code.contains(&format!("self as {room}"));
    let mut parts = Vec::new();
    for (at, _) in code.match_indices(&named) {
        let before = &code[..at];
        let from_root = before.ends_with("crate::") || before.ends_with("polder::");
        let is_bare = !renamed && !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':'));
        if from_root || is_bare {
            let rest = &code[at + named.len()..];
            parts.push(rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect());
        }
    }
    parts
}

#[test]
fn every_file_belongs_to_the_floor_to_a_room_or_puts_them_together() {
    let rooms: Vec<String> = rooms().into_iter().map(|room| format!("{room}/")).collect();
    let known: Vec<&str> = FLOOR.into_iter().chain(TOGETHER).chain(rooms.iter().map(String::as_str)).collect();
    let lost: Vec<_> = files("src", ".rs").into_iter().map(|f| f.path).filter(|path| !lies_in(path, &known)).collect();
    assert_none("Neither a room (mod.rs with `routes()`) nor listed in tests/it/house/rooms.rs:", &lost);
}

#[test]
fn the_floor_knows_no_room() {
    let mut wrong = Vec::new();
    for file in files("src", ".rs").iter().filter(|file| lies_in(&file.path, &FLOOR)) {
        for room in rooms() {
            let grouped = file.code().lines().any(|line| {
                let list = line.trim().strip_prefix("use crate::{").unwrap_or_default();
                list.split([',', '}', ';']).any(|name| name.trim() == room)
            });
            if grouped || file.code().contains(&format!("crate::{room}")) {
                wrong.push(format!("{}: {room}", file.path));
            }
        }
    }
    assert_none("The floor may not use a room; let the room hand over what the floor needs:", &wrong);
}

#[test]
fn a_room_uses_another_only_through_its_model_and_queries() {
    let mut wrong = Vec::new();
    for own in rooms() {
        for file in &files(&format!("src/{own}"), ".rs") {
            for other in rooms().into_iter().filter(|other| *other != own) {
                for part in parts_used(file, &other) {
                    if !OPEN_PARTS.contains(&part.as_str()) || ACROSS.contains(&other.as_str()) {
                        wrong.push(format!("{}: {other}::{part}", file.path));
                    }
                }
            }
        }
    }
    assert_none("Move what is shared into the other room's model or queries:", &wrong);
}

#[test]
fn files_are_small() {
    let mut sizes: Vec<_> = files("src", ".rs").iter().map(|file| (file.lines(), file.path.clone())).collect();
    sizes.sort();
    let at = |percent: usize| sizes[(sizes.len() - 1) * percent / 100].0;
    assert!(at(50) <= 150, "the median file has {} lines, the limit is 150", at(50));
    assert!(at(90) <= 300, "the 90th percentile has {} lines, the limit is 300", at(90));
    let tests = files("tests", ".rs").into_iter().map(|file| (file.lines(), file.path));
    let over = |limit: usize| move |(lines, path): (usize, String)| (lines > limit).then(|| format!("{path}: {lines}"));
    let mut large: Vec<_> = sizes.into_iter().chain(tests).filter_map(over(500)).collect();
    let templates = files("templates", ".html").into_iter().map(|file| (file.lines(), file.path));
    large.extend(templates.filter_map(over(200)));
    assert_none("Split these: no Rust file over 500 lines, no template over 200:", &large);
}

#[test]
fn handlers_fit_on_a_screen() {
    let mut long = Vec::new();
    for room in rooms() {
        for file in &files(&format!("src/{room}"), ".rs") {
            for function in file.text.split("\npub async fn ").skip(1) {
                let lines = function.split("\n}\n").next().unwrap_or_default().lines().count() + 1;
                let name = function.split(['(', '<']).next().unwrap_or_default();
                if lines > 60 {
                    long.push(format!("{}: {name} has {lines} lines", file.path));
                }
            }
        }
    }
    assert_none("A handler has at most 60 lines; let it tell the steps, and functions below take them:", &long);
}

#[test]
fn the_sign_on_a_rooms_door_is_short_and_says_what_it_owns() {
    let mut wrong = Vec::new();
    for room in rooms() {
        let sign = format!("src/{room}/mod.rs");
        let all = files(&format!("src/{room}"), "mod.rs");
        let file = all.iter().find(|file| file.path == sign).expect("a room has its sign");
        let sign: String = file.text.lines().take_while(|line| line.starts_with("//!")).collect();
        let rules = [
            (sign.len() > 40, "begins with `//!` and what the room is for"),
            (sign.contains("wns "), "says which tables the room owns"),
            (sign.to_lowercase().contains("sends"), "says which mails the room sends"),
            (file.lines() <= 80, "has at most 80 lines"),
            (file.text.contains("pub fn routes() -> Routes"), "holds `routes()`"),
        ];
        wrong.extend(rules.iter().filter(|(holds, _)| !holds).map(|(_, rule)| format!("{} {rule}", file.path)));
    }
    assert_none("The sign on the door:", &wrong);
}

#[test]
fn sql_stands_in_the_files_that_are_named_for_it() {
    let mut wrong = Vec::new();
    for file in files("src", ".rs") {
        let is_named = SQL_NAMES.contains(&file.name()) || SQL_ELSEWHERE.iter().any(|(path, _)| *path == file.path);
        for (line, text) in code_lines(&file) {
            let is_sql = ["query!(", "query_as!(", "query_scalar!(", "sqlx::query(", "sqlx::query_as(", "raw_sql("];
            if !is_named && is_sql.iter().any(|call| text.contains(call)) {
                wrong.push(format!("{}:{line}", file.path));
            }
        }
    }
    assert_none("SQL goes into the room's queries.rs or changes.rs:", &wrong);
    let unused: Vec<_> = SQL_ELSEWHERE
        .iter()
        .filter(|(path, _)| !super::source::root().join(path).exists())
        .map(|e| e.0.into())
        .collect();
    assert_none("Listed in SQL_ELSEWHERE and not there:", &unused);
}

#[test]
fn time_comes_from_the_clock_and_not_from_the_database() {
    const CLOCKS: [&str; 8] = [
        "current_timestamp",
        "current_date",
        "current_time",
        "localtime",
        "clock_timestamp(",
        "statement_timestamp(",
        "transaction_timestamp(",
        "timeofday(",
    ];
    // The period of the audit log is kept against whoever tells the time.
    const BY_ITS_OWN: &str = "migrations/20261123132215_change_audit_log.sql";
    let mut wrong = Vec::new();
    for file in files("migrations", ".sql").into_iter().chain(files("src", ".rs")) {
        if file.path == BY_ITS_OWN {
            continue;
        }
        let comment = if file.path.starts_with("migrations/") { "--" } else { "//" };
        for (at, line) in file.code().lines().enumerate() {
            let line = line.split(comment).next().unwrap_or_default().to_lowercase();
            let bare_now = line.match_indices("now()").any(|(at, _)| {
                let before = &line[..at];
                !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ':' | '_'))
                    && !before.ends_with("fn ")
            });
            if bare_now || CLOCKS.iter().any(|clock| line.contains(clock)) {
                wrong.push(format!("{}:{}", file.path, at + 1));
            }
        }
    }
    assert_none("Bind the time of `clock::Clock` instead, so that tests can hold it still:", &wrong);
}

#[test]
fn only_rendered_markdown_goes_onto_a_page_as_it_is() {
    let mut found = Vec::new();
    for file in files("templates", ".html") {
        for part in file.text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next()) {
            if part.contains("safe") && part.contains('|') {
                found.push((file.path.clone(), part.split('|').next().unwrap_or_default().trim().to_owned()));
            }
        }
    }
    let listed: Vec<_> = SAFE.iter().map(|(path, field)| ((*path).to_owned(), (*field).to_owned())).collect();
    assert_eq!(found, listed, "`|safe` is for HTML that `web::markdown` made; list it in tests/it/house/rooms.rs");
    let is_html = |field: &str| field.ends_with("_html") || field == "body" || field == "preview";
    assert!(listed.iter().all(|(_, field)| is_html(field)));
    let loose: Vec<_> = files("src", ".rs")
        .into_iter()
        .filter(|file| {
            ["escape = \"none\"", "filters::Safe", "MarkupDisplay"].iter().any(|way| file.text.contains(way))
        })
        .map(|file| file.path)
        .collect();
    assert_none("No template turns escaping off:", &loose);
}

#[test]
fn nothing_is_left_to_do_in_the_text() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!("), concat!("unimplemented", "!(")];
    let mut wrong = Vec::new();
    let texts = [files("src", ".rs"), files("templates", ".html"), files("migrations", ".sql"), files("tests", ".rs")];
    for file in texts.into_iter().flatten().chain(files("static", ".css")).chain(files("src", ".ftl")) {
        let lines = file.text.lines().enumerate().filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
        wrong.extend(lines.map(|(at, _)| format!("{}:{}", file.path, at + 1)));
    }
    assert_none("Open an issue instead:", &wrong);
}
