//! The rules of axe-core: WCAG 2.2 at level AA and what is good practice beyond it, on a phone and on a desktop, by day
//! and by night.

use crate::findings::Findings;
use anyhow::{Result, ensure};
use polder_browser_tests::{Browser, Mode, View};

const AXE: &str = include_str!("../../vendor/axe.min.js");
const COLOURS: &str = include_str!("colours.js");
const RULES: &str = include_str!("rules.js");

pub async fn judge(browser: &Browser, findings: &Findings, stop: &str) -> Result<()> {
    browser.evaluate(AXE).await?;
    browser.evaluate(COLOURS).await?;
    for view in [View::PHONE, View::DESKTOP] {
        browser.show(view).await?;
        for mode in Mode::BOTH {
            browser.light(mode).await?;
            let told = browser.evaluate(RULES).await?;
            let ran = told.get("targetSizeRan").and_then(serde_json::Value::as_bool);
            ensure!(ran == Some(true), "the size of targets was not looked at");
            let at = format!("{stop}, {} px, {}", view.width, mode.name());
            findings.keep(&at, told.get("faults").unwrap_or_default());
        }
    }
    Ok(())
}
