//! Nothing is lost when everything is four times as large, or the text twice: no page to be moved sideways, no text cut
//! off, nothing that covers what could be read or pressed.

use crate::findings::Findings;
use anyhow::Result;
use polder_browser_tests::{Browser, Mode, View};

const LAYOUT: &str = include_str!("layout.js");
/// What a browser shows text at when nobody set it.
const USUAL: u64 = 16;

pub async fn judge(browser: &Browser, findings: &Findings, stop: &str) -> Result<()> {
    browser.light(Mode::Light).await?;
    look(browser, findings, View::ZOOMED, &format!("{stop}, 400 % zoom")).await?;
    look(browser, findings, View::PHONE, &format!("{stop}, 390 px")).await?;
    look(browser, findings, View::DESKTOP, &format!("{stop}, 1280 px")).await?;
    browser.text_size(2 * USUAL).await?;
    look(browser, findings, View::DESKTOP, &format!("{stop}, 200 % text")).await?;
    browser.text_size(USUAL).await
}

async fn look(browser: &Browser, findings: &Findings, view: View, at: &str) -> Result<()> {
    browser.show(view).await?;
    // As high as the page, so that every point of it can be asked what is there, and nothing that sticks is in the way.
    // Twice, for a part may grow with the window.
    for _ in 0..2 {
        browser.show(view.of_height(browser.extent().await?.1)).await?;
    }
    findings.keep(at, &browser.evaluate(LAYOUT).await?);
    browser.show(view).await
}
