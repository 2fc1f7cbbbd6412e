//! Somebody opens a practice for the first time, over a slow line: how much comes over the wire, whether anything moves
//! while it comes, and whether it says the same to a browser without scripts.

use anyhow::{Context, Result, ensure};
use polder_browser_tests::{Browser, Chromedriver, Manner, Part, Person, Site, View};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// For the page, its style, script, font and pictures together, with their headers.
const MOST_BYTES: u64 = 60_000;
const MOST_REQUESTS: usize = 5;
/// For the script, as it comes over the wire.
const MOST_SCRIPT: u64 = 15_000;

const SCRIPTED: Manner = Manner { language: "en", script: true };

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_to_any_public_practice_is_small_and_nothing_moves() -> Result<()> {
    let (site, chromium) = (Site::start()?, Chromedriver::start()?);
    let visitor = chromium.open(&site, Person::Visitor, SCRIPTED).await?;
    let mut wrong = Vec::new();
    for address in practices(&visitor).await? {
        for view in [View::PHONE, View::DESKTOP] {
            let visit = Visit::first(&visitor, &site, &address, view).await?;
            let told = format!("{address}, {} px: {visit:?}", view.width);
            if visit.bytes() > MOST_BYTES || visit.parts.len() > MOST_REQUESTS || visit.script() > MOST_SCRIPT {
                wrong.push(format!("{} bytes, {} requests: {told}", visit.bytes(), visit.parts.len()));
            }
            if visit.shift != 0.0 {
                wrong.push(format!("moves by {}: {told}", visit.shift));
            }
        }
    }
    ensure!(wrong.is_empty(), "too much, or it moves:\n{}", wrong.join("\n"));
    visitor.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_says_the_same_with_scripts_blocked() -> Result<()> {
    // What the script adds: a link beside each heading, and what would be of no use without it.
    const CONTENT: &str = "(() => {
        const added = '.heading-link, .needs-script, .needs-script *';
        const shown = [...document.querySelectorAll('main *')].filter((e) => e.checkVisibility() && !e.matches(added));
        const own = (e) => [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join(' ').trim();
        const controls = shown.filter((e) => e.matches('a[href], button, input, select, textarea, summary'));
        return { text: shown.map(own).filter(Boolean), controls: controls.map((e) => e.outerHTML.slice(0, 40)) };
    })()";
    let (site, chromium) = (Site::start()?, Chromedriver::start()?);
    let with = chromium.open(&site, Person::Visitor, SCRIPTED).await?;
    let without = chromium.open(&site, Person::Visitor, Manner::PLAIN).await?;
    for address in practices(&with).await? {
        with.open(&address).await?;
        without.open(&address).await?;
        let content = with.evaluate(CONTENT).await?;
        ensure!(content.pointer("/text").and_then(Value::as_array).is_some_and(|text| text.len() > 10), "a text");
        assert_eq!(content, without.evaluate(CONTENT).await?, "{address}");
    }
    with.close().await?;
    without.close().await
}

/// The addresses of all that a visitor may read.
async fn practices(visitor: &Browser) -> Result<Vec<String>> {
    visitor.open("/articles").await?;
    let found = visitor.evaluate("[...document.querySelectorAll('li.item h3 a')].map((a) => a.getAttribute('href'))");
    let found: Vec<String> = serde_json::from_value(found.await?)?;
    ensure!(found.len() > 2, "practices to open");
    Ok(found)
}

/// What came over the wire, and how far the page moved while it came.
#[derive(Debug)]
struct Visit {
    /// By address.
    parts: BTreeMap<String, Part>,
    shift: f64,
}

impl Visit {
    async fn first(visitor: &Browser, site: &Site, address: &str, view: View) -> Result<Self> {
        // Leaves the page that is open, so that what it still does is not counted.
        visitor.driver.goto("about:blank").await?;
        visitor.cdp("Network.clearBrowserCache", json!({})).await?;
        visitor.cdp("Network.clearBrowserCookies", json!({})).await?;
        visitor.show(view).await?;
        // Slow enough that each part comes after what was drawn before it.
        let line =
            json!({ "offline": false, "latency": 60, "downloadThroughput": 250_000, "uploadThroughput": 250_000 });
        visitor.cdp("Network.enable", json!({})).await?;
        visitor.cdp("Network.emulateNetworkConditions", line).await?;
        visitor.parts().await?;
        visitor.driver.goto(format!("{}{address}", site.url)).await?;
        let shift = visitor
            .evaluate(
                "document.fonts.ready.then(() => new Promise((tell) => {
                    let sum = 0;
                    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
                        .observe({ type: 'layout-shift', buffered: true });
                    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(sum), 100)));
                }))",
            )
            .await?;
        let mut parts = visitor.parts().await?;
        // Chromium asks for the icon apart and does not tell of it; nor does it tell how large a picture was that it
        // was about to have for the icon as well.
        let icon = visitor.evaluate("document.querySelector('link[rel=icon]').getAttribute('href')").await?;
        let icon = icon.as_str().context("an icon")?;
        parts.entry(format!("{}{icon}", site.url)).or_insert(Part { kind: "Icon".to_owned(), bytes: 0 });
        for (url, part) in parts.iter_mut().filter(|(_, part)| part.bytes == 0) {
            part.bytes = u64::try_from(site.fetch(url.trim_start_matches(&site.url))?.len())?;
        }
        Ok(Self { parts, shift: shift.as_f64().context("a number")? })
    }

    fn bytes(&self) -> u64 {
        self.parts.values().map(|part| part.bytes).sum()
    }

    fn script(&self) -> u64 {
        self.parts.values().filter(|part| part.kind == "Script").map(|part| part.bytes).sum()
    }
}
