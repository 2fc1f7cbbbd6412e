//! Nobody is left standing before an empty list.

use crate::house::source::{assert_none, files};

#[test]
fn every_empty_list_offers_a_next_step() {
    let mut wrong = Vec::new();
    let mut found = 0;
    for file in files("templates", ".html") {
        for part in file.text.split("class=\"empty\"").skip(1) {
            found += 1;
            let inside = part.split("</div>").next().unwrap_or_default();
            // A paragraph has no room for a step of its own.
            if !inside.contains("<a href=") || part.split("</p>").next().is_some_and(|first| !first.contains("<p>")) {
                wrong.push(format!("{}: {}", file.path, part.chars().take(80).collect::<String>()));
            }
        }
        for call in file.text.split("parts::empty(page, ").skip(1) {
            found += 1;
            let address = call.split('"').nth(3).unwrap_or_default();
            if !address.starts_with(['/', '#']) {
                wrong.push(format!("{}: {address:?}", file.path));
            }
        }
    }
    assert!(found > 12, "{found}");
    assert_none("Say what a reader can do instead, with `parts::empty` or a link in a paragraph:", &wrong);
}
