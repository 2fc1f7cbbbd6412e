//! Every page is valid HTML, says a checker that is not ours: the Nu Html Checker, which `tests/need test` puts into
//! `target/tools`. All pages of the crawl are checked, and pages that hold what nobody should write.

use super::crawl::walk;
use super::hostile;
use super::source::{assert_none, root};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;

#[tokio::test]
async fn every_page_is_valid_html_also_with_hostile_content_in_it() {
    let mut pages = Vec::new();
    for language in ["en", "nl"] {
        let seen = walk(language).await.seen.iter().filter(|seen| seen.is_page());
        pages.extend(seen.map(|seen| (format!("{} in {language}", seen.name()), seen.answer.body().to_owned())));
    }
    pages.extend(hostile::pages().await);
    assert_none("The Nu Html Checker says:", &check(&pages));
}

#[test]
fn the_checker_tells_what_is_wrong_with_a_page() {
    let page = "<!doctype html><html lang=\"en\"><title>A</title><p id=\"a\"><p id=\"a\"></b>".to_owned();
    let told = check(&[("a page".to_owned(), page)]);
    assert_eq!(told.len(), 3, "the id, the place that it has already, and the end without a beginning: {told:?}");
}

/// Warnings about letters: members write as they like, and what one typed stays as it was typed.
const NO_FAULTS: [&str; 2] = ["Unicode Normalization Form C", "Unicode Private Use Area"];

/// What is wrong with pages, each fault once, with the first page that has it.
fn check(pages: &[(String, String)]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut known = HashSet::new();
    let distinct = pages.iter().enumerate().filter(|(_, (_, body))| known.insert(body));
    for (number, (_, body)) in distinct {
        std::fs::write(folder.path().join(format!("{number}.html")), body).expect("a page written");
    }
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for message in run(folder.path()) {
        let text = |name: &str| message.get(name).and_then(Value::as_str).unwrap_or_default();
        let number = text("url").rsplit('/').next().and_then(|file| file.strip_suffix(".html")?.parse::<usize>().ok());
        if NO_FAULTS.iter().any(|words| text("message").contains(words)) {
            continue;
        }
        let page = number.and_then(|number| pages.get(number)).expect("a page that was checked");
        let place = format!("{}: {}", page.0, text("extract").replace('\n', "⏎"));
        faults.entry(text("message").to_owned()).or_default().push(place);
    }
    let tell = |(fault, places): (String, Vec<String>)| format!("{fault} {} times, first {}", places.len(), places[0]);
    faults.into_iter().map(tell).collect()
}

/// Runs the checker over a folder, once; the answer is its messages: errors and warnings.
fn run(folder: &Path) -> Vec<Value> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let checker = target.join("tools/node_modules/vnu-jar/build/dist/vnu.jar");
    assert!(checker.exists(), "{} is not there: run `tests/need test`", checker.display());
    let done = Command::new("java")
        .args(["-Xss8m", "-jar"])
        .arg(checker)
        // It guesses the language of a page from its words, where members write in whatever language they like.
        .args(["--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect", "--skip-info-messages"])
        .arg(folder)
        .output()
        .expect("java runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let answer: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    answer.get("messages").and_then(Value::as_array).expect("messages").clone()
}
