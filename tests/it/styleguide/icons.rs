//! The icons: those that pages ask for are drawn, and those that are drawn are in the guide.

use crate::house::source::{files, root};
use crate::support::Site;
use polder::styleguide::icons::ICONS;
use std::collections::BTreeSet;

fn sprite() -> String {
    std::fs::read_to_string(root().join("static/img/icons.svg")).expect("the sprite")
}

fn after<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_icon_that_a_page_asks_for_is_drawn_and_every_drawing_is_in_the_guide() {
    let sprite = sprite();
    let drawn = after(&sprite, "<symbol id=\"");
    assert_eq!(drawn, BTreeSet::from(ICONS));
    assert_eq!(sprite.matches("<symbol ").count(), drawn.len(), "a name stands twice");
    let mut asked = BTreeSet::new();
    for file in files("templates", ".html") {
        for call in ["icon(page, \"", "icons.svg\") }}#"] {
            asked.extend(after(&file.text, call).into_iter().map(str::to_owned));
        }
    }
    for file in files("src/web/ui", ".rs").into_iter().filter(|file| file.text.contains("fn icon(")) {
        let names =
            file.text.split("fn icon(").nth(1).unwrap_or_default().split("\n    }\n").next().unwrap_or_default();
        asked.extend(after(names, "=> \"").into_iter().map(str::to_owned));
    }
    // The macro itself asks for a name that it is given.
    asked.retain(|name| !name.starts_with("{{"));
    assert!(asked.len() > 5, "{asked:?}");
    let missing: Vec<_> = asked.iter().filter(|name| !drawn.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "Draw these in static/img/icons.svg: {missing:?}");
}

#[test]
fn a_drawing_has_no_colour_of_its_own_and_loads_nothing() {
    let sprite = sprite();
    let (symbols, picture) = sprite.rsplit_once("</symbol>").expect("symbols");
    assert!(!picture.contains("<symbol"));
    for mark in ["href", "style=", "<script", "stroke=\"#", "fill=\"#", "url("] {
        assert!(!symbols.contains(mark), "{mark}");
    }
    assert!(sprite.len() < 8000, "{} bytes", sprite.len());
}

#[tokio::test]
async fn the_guide_shows_each_icon_from_the_served_sprite() {
    let site = Site::empty().await;
    let mut anon = site.anon();
    let page = anon.get("/styleguide/icons").await;
    let shown = page.attributes(".swatches use", "href");
    let names: Vec<_> = shown.iter().filter_map(|address| address.split_once('#')).map(|(_, name)| name).collect();
    assert_eq!(names, ICONS);
    let served = anon.get(shown[0].split('#').next().expect("an address")).await;
    assert_eq!(served.header("content-type"), "image/svg+xml");
    assert!(served.body().contains("<symbol id=\"search\""));
}
