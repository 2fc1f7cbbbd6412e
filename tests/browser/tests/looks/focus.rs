//! Whoever has no mouse sees where they are: with the tabulator key through the whole of a page, by day and by night.

use crate::findings::Findings;
use anyhow::{Result, ensure};
use polder_browser_tests::{Browser, Mode, View};
use serde_json::Value;

const COLOURS: &str = include_str!("colours.js");
const FOCUS: &str = include_str!("focus.js");
/// More stops than any page has.
const MOST: usize = 400;

pub async fn judge(browser: &Browser, findings: &Findings, stop: &str) -> Result<()> {
    browser.show(View::DESKTOP).await?;
    browser.light(Mode::Light).await?;
    browser.evaluate(COLOURS).await?;
    browser.evaluate(FOCUS).await?;
    for step in 0.. {
        ensure!(step < MOST, "the tabulator key does not come to the end of {stop}");
        browser.tab(false).await?;
        if browser.evaluate("focusWalk.arrive()").await? == Value::Bool(false) {
            break;
        }
    }
    findings.keep(&format!("{stop}, light"), &browser.evaluate("focusWalk.end()").await?);
    browser.light(Mode::Dark).await?;
    findings.keep(&format!("{stop}, dark"), &browser.evaluate("focusWalk.again()").await?);
    Ok(())
}
