//! Every address of the site stands in `tests/it/sitemap.txt` with who may enter, so that a change of either is seen
//! where changes are read; and the first word of an address is the room that answers it.

use super::source::{assert_none, files, rooms, root};
use polder::app;

/// Addresses that machines and convention fix; the room at the door answers them.
const AT_THE_DOOR: [&str; 5] = ["/", "/health", "/preview.png", "/robots.txt", "/.well-known/security.txt"];

fn first_word(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

#[test]
fn the_sitemap_lists_every_route_and_who_may_enter() {
    let entries = app::rooms().entries();
    let line = |entry: &polder::web::routes::Entry| format!("{} {} {}\n", entry.method, entry.path, entry.who);
    let present: String = entries.iter().map(line).collect();
    let file = root().join("tests/it/sitemap.txt");
    if std::env::var_os("UPDATE_SITEMAP").is_some() {
        std::fs::write(&file, &present).expect("writes");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let new: Vec<_> = present.lines().filter(|line| !kept.lines().any(|old| old == *line)).collect();
    let gone: Vec<_> = kept.lines().filter(|line| !present.lines().any(|new| new == *line)).collect();
    assert!(
        present == kept,
        "The routes are not those of tests/it/sitemap.txt.\n  new: {new:#?}\n  gone: {gone:#?}\nIf that is meant: \
         UPDATE_SITEMAP=1 tests/with-postgres cargo test --test it sitemap, and commit the file."
    );
}

#[test]
fn the_first_word_of_an_address_is_its_room() {
    let rooms = rooms();
    let wrong: Vec<_> = app::rooms()
        .entries()
        .iter()
        .filter(|entry| !AT_THE_DOOR.contains(&entry.path) && !rooms.iter().any(|room| room == first_word(entry.path)))
        .map(|entry| format!("{} {}: no room src/{}/", entry.method, entry.path, first_word(entry.path)))
        .collect();
    assert_none("The first word of an address is the folder of its room:", &wrong);
}

#[test]
fn a_room_makes_only_routes_under_its_own_name() {
    let mut wrong = Vec::new();
    for file in files("src", "mod.rs").iter().filter(|file| file.text.contains("pub fn routes() -> Routes")) {
        let room = file.path.split('/').nth(1).unwrap_or_default();
        let calls = file.text.split(".get(\"").skip(1).chain(file.text.split(".post(\"").skip(1));
        for path in calls.filter_map(|rest| rest.split('"').next()) {
            let own = if room == "home" { AT_THE_DOOR.contains(&path) } else { first_word(path) == room };
            if !own {
                wrong.push(format!("{}: {path}", file.path));
            }
        }
    }
    assert_none("A room answers the addresses of its own name, written in full:", &wrong);
}

#[test]
fn a_room_with_templates_has_them_in_the_folder_of_its_name() {
    let mut wrong = Vec::new();
    for room in rooms() {
        for file in files(&format!("src/{room}"), ".rs") {
            for path in file.text.split("#[template(path = \"").skip(1).filter_map(|rest| rest.split('"').next()) {
                if path.split('/').next() != Some(&room) || !root().join("templates").join(path).exists() {
                    wrong.push(format!("{}: {path}", file.path));
                }
            }
        }
    }
    assert_none("The templates of src/<room>/ are in templates/<room>/:", &wrong);
}
