//! What cannot be the face of an installation is refused when the program starts, in a sentence that says where.

use polder::face::logo::Logo;
use polder::i18n::OwnTexts;
use std::path::Path;

fn told<T>(result: anyhow::Result<T>) -> String {
    format!("{:#}", result.err().expect("it is refused"))
}

#[test]
fn a_logo_is_an_svg_or_png_of_at_most_64_kilobytes_that_can_be_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("logo");
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bomb.extend([0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0]);
    let mut large = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>".to_vec();
    large.resize(64 * 1024 + 1, b' ');
    for (bytes, part) in [
        (b"GIF89a".to_vec(), "neither an SVG (in UTF-8) nor a PNG"),
        (Vec::new(), "neither an SVG"),
        (b"<svg".to_vec(), "no SVG that can be drawn"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>".to_vec(), "no SVG that can be drawn"),
        (b"<html><svg></svg></html>".to_vec(), "no SVG that can be drawn"),
        (b"\xff\xfe<svg/>".to_vec(), "neither an SVG"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "a PNG that breaks off"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0".to_vec(), "no PNG that can be drawn"),
        (bomb, "65536 x 65536 pixels"),
        (large, "65537 bytes; a logo has at most 65536"),
    ] {
        std::fs::write(&file, bytes).expect("writes");
        let said = told(Logo::read(&file));
        assert!(said.contains(part) && said.contains(&file.display().to_string()), "{part}: {said}");
    }
    assert!(told(Logo::read(Path::new("/nowhere/logo.svg"))).contains("/nowhere/logo.svg"));
    assert!(Logo::read(folder.path()).is_err(), "a folder is no file");
}

#[test]
fn own_texts_replace_only_what_is_there_and_say_it_in_both_languages() {
    const GOOD: &str = "home-read = Read on\n";
    for (english, dutch, parts) in [
        ("home-nothing = x\n", GOOD, ["en.ftl", "home-nothing is no text of this program"]),
        (GOOD, "home-lede = x\n", ["nl.ftl", "home-read is missing"]),
        ("home-read = x\nhome-lede = x\n", GOOD, ["nl.ftl", "home-lede is missing"]),
        ("home-hello = Hello\n", GOOD, ["en.ftl", "home-hello has the placeholders none; ours has $name"]),
        ("home-hello = Hello { $nam }\n", GOOD, ["en.ftl", "$nam; ours has $name"]),
        ("home-read = { $name }\n", GOOD, ["en.ftl", "$name; ours has none"]),
        ("home-read = { home-lede }\n", GOOD, ["en.ftl", "home-lede refers to another text"]),
        ("home-read = { NUMBER(1) }\n", GOOD, ["en.ftl", "NUMBER() is not known"]),
        ("home-lede = fine\nhome-read = { $name\n", GOOD, ["en.ftl", "the syntax is broken near line 2"]),
        ("home-read = x\nhome-read = y\n", GOOD, ["en.ftl", "home-read stands twice"]),
        ("-term = x\n", GOOD, ["en.ftl", "-term is a term"]),
        ("home-read = x\n    .title = y\n", GOOD, ["en.ftl", "home-read is not a plain text"]),
        ("access-means-red = Tell everybody\n", GOOD, ["en.ftl", "access-means-red cannot be replaced"]),
        (GOOD, "markdown-note = Let op\n", ["nl.ftl", "markdown-note cannot be replaced"]),
        ("just words\n", GOOD, ["en.ftl", "the syntax is broken near line 1"]),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("en.ftl"), english).expect("writes");
        std::fs::write(folder.path().join("nl.ftl"), dutch).expect("writes");
        let said = told(OwnTexts::read(folder.path()));
        for part in parts {
            assert!(said.contains(part), "{english:?} and {dutch:?}: {said}");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("en.ftl"), GOOD).expect("writes");
    assert!(told(OwnTexts::read(folder.path())).contains("nl.ftl"), "both files are there");
    std::fs::write(folder.path().join("nl.ftl"), [0xff]).expect("writes");
    assert!(told(OwnTexts::read(folder.path())).contains("nl.ftl"), "in UTF-8");
    std::fs::write(folder.path().join("nl.ftl"), "home-read = Lees verder\n").expect("writes");
    assert_eq!(OwnTexts::read(folder.path()).expect("texts").count(), 1);
}

#[test]
fn plural_forms_of_ours_can_be_replaced_by_plural_forms() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "home-in-work = { $count ->\n    [one] one text\n   *[other] { $count } texts\n}\n";
    for name in ["en.ftl", "nl.ftl"] {
        std::fs::write(folder.path().join(name), text).expect("writes");
    }
    OwnTexts::read(folder.path()).expect("texts");
}
