//! On paper: the label stands at the head and the foot of every page, at the right, at least 12 point (TLP 2.0), covers
//! nothing, and under TLP:RED the reader's name stands on every page. What is printed is read back with pdftotext.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use polder_browser_tests::{Browser, Chromedriver, Manner, Person, SECOND_FACTOR, Site};
use serde_json::json;
use std::process::Command;

/// Iris reads under every label.
const IRIS: Person = Person::Member("iris@voorbeeldland.example");
const SCRIPTED: Manner = Manner { language: "en", script: true };

/// Sizes of paper, in inches.
const A4: (f64, f64) = (8.27, 11.69);
const LYING: (f64, f64) = (11.69, 8.27);
const A5: (f64, f64) = (5.83, 8.27);

/// The margin of the paper and the edge of the plate, in points.
const BESIDE: f64 = 60.0;

/// A table that does not fit, so that the browser shrinks the page.
const TOO_WIDE: &str = "(() => { const wide = document.createElement('div'); wide.className = 'table-scroll';
    wide.innerHTML = '<table><tr>' + '<td>onbreekbaarwoordvanbehoorlijkelengte'.repeat(8) + '</table>';
    document.querySelector('.prose').prepend(wide); })()";

/// How wide the label is at 12 point, in points.
const AT_12_POINT: &str = "(() => { const label = document.querySelector('.sheet-head .tlp').cloneNode(true);
    label.style.cssText = 'position: absolute; padding: 0; font-size: 12pt'; document.body.append(label);
    const width = label.getBoundingClientRect().width; label.remove(); return width * 0.75; })()";

#[derive(Debug)]
struct Word {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

impl Word {
    fn covers(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

struct Paper {
    width: f64,
    height: f64,
    words: Vec<Word>,
}

fn attribute(tag: &str, name: &str) -> Result<f64> {
    let value = tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    Ok(value.with_context(|| format!("{name} in {tag}"))?.parse()?)
}

/// Prints the page and reads each sheet of paper back.
async fn printed(browser: &Browser, (width, height): (f64, f64)) -> Result<Vec<Paper>> {
    let manner = json!({ "paperWidth": width, "paperHeight": height, "printBackground": false });
    let answer = browser.cdp("Page.printToPDF", manner).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("page.pdf");
    std::fs::write(&file, BASE64_STANDARD.decode(answer["data"].as_str().context("no paper")?)?)?;
    let read = Command::new("pdftotext").arg("-bbox").arg(&file).arg("-").output().context("pdftotext")?;
    ensure!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let mut papers: Vec<Paper> = Vec::new();
    for line in String::from_utf8(read.stdout)?.lines().map(str::trim) {
        if line.starts_with("<page ") {
            papers.push(Paper {
                width: attribute(line, "width")?,
                height: attribute(line, "height")?,
                words: Vec::new(),
            });
        } else if let (true, Some(paper)) = (line.starts_with("<word "), papers.last_mut()) {
            let text = line.split_once('>').map_or("", |(_, rest)| rest.trim_end_matches("</word>")).to_owned();
            let [left, top, right, bottom] = ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name));
            paper.words.push(Word { left: left?, top: top?, right: right?, bottom: bottom?, text });
        }
    }
    Ok(papers)
}

/// Whether this paper carries the label as TLP 2.0 asks.
fn carries(paper: &Paper, label: &str, width: f64) -> Result<()> {
    let at_edge = |from: f64, to: f64| {
        let found = paper.words.iter().enumerate().find(|(_, word)| {
            word.text == label && word.right > paper.width - BESIDE && word.top >= from && word.bottom <= to
        });
        found.with_context(|| format!("no {label} between {from} and {to}"))
    };
    for (place, plate) in [at_edge(0.0, 80.0)?, at_edge(paper.height - 80.0, paper.height)?] {
        let written = plate.right - plate.left;
        ensure!(written >= width * 0.98, "{label} is {written} wide, at 12 point it is {width}");
        let covered = paper.words.iter().enumerate().find(|(other, word)| *other != place && plate.covers(word));
        ensure!(covered.is_none(), "{label} covers {covered:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_printed_page_carries_its_label_at_head_and_foot_and_red_its_reader() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let iris = chromium.open(&site, IRIS, SCRIPTED).await?;
    iris.second_factor(SECOND_FACTOR, "/articles").await?;
    for (address, label, is_wide, size) in [
        ("/articles/near-miss-shared-credentials", "TLP:RED", false, A4),
        ("/articles/near-miss-shared-credentials", "TLP:RED", true, A4),
        ("/articles/oefenen-met-handbediening", "TLP:AMBER+STRICT", false, A4),
        ("/articles/oefenen-met-handbediening", "TLP:AMBER+STRICT", true, A4),
        ("/articles/safety-systems-and-security", "TLP:AMBER", false, LYING),
        ("/articles/safety-systems-and-security", "TLP:AMBER", false, A5),
        ("/articles/oefenen-met-handbediening", "TLP:AMBER+STRICT", false, A5),
        ("/members", "TLP:GREEN", false, A4),
        ("/articles/contracts-with-integrators", "TLP:CLEAR", false, A4),
    ] {
        assert_eq!(iris.open(address).await?, 200);
        let width = iris.evaluate(AT_12_POINT).await?.as_f64().context("a width")?;
        if is_wide {
            iris.evaluate(TOO_WIDE).await?;
        }
        let papers = printed(&iris, size).await?;
        assert!(papers.len() >= 2, "{address} fits on one page");
        for (number, paper) in papers.iter().enumerate() {
            let place = format!("{address}, page {} of {}, too wide: {is_wide}", number + 1, papers.len());
            carries(paper, label, width).with_context(|| place.clone())?;
            let head: Vec<&str> =
                paper.words.iter().filter(|word| word.bottom < 90.0).map(|word| word.text.as_str()).collect();
            assert!(head.join(" ").contains("Printed by Iris Voorbeeld on"), "{place}: {head:?}");
            let source = paper.words.iter().any(|word| word.top > paper.height - 140.0 && word.text.contains("http"));
            assert!(source, "{place}: where it came from");
        }
    }
    iris.close().await
}
