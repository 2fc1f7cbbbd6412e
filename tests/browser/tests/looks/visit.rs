//! One tour in each language, with everything that is looked at on a page.

use crate::findings::Findings;
use crate::{focus, layout, rules};
use anyhow::Result;
use polder_browser_tests::tour::{Tour, Visitor};
use polder_browser_tests::{Browser, Chromedriver, Manner, Person, Site};

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_english_can_be_used_by_everybody() -> Result<()> {
    look("en").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_dutch_can_be_used_by_everybody() -> Result<()> {
    look("nl").await
}

/// A page with a fault for each of the judges.
const FAULTY: &str = "data:text/html,<!doctype html><html lang=en><title>Faulty</title><body style='width:2000px'>\
<h1>Faulty</h1><main><p style='color:%23aaa'>pale</p><p style='width:4em;overflow:hidden;white-space:nowrap'>cut off here</p>\
<button style='width:9px;height:9px;padding:0;border:0;outline:none'>a</button><button style='width:9px;height:9px;padding:0'>b</button>\
<div style='position:relative'><a href='%23x'>under</a><div style='position:absolute;inset:0;background:white'></div></div>\
<a href='%23y' style='outline:3px solid %23eee'>faint</a></main>";

#[tokio::test(flavor = "multi_thread")]
async fn the_judges_tell_what_is_wrong_with_a_faulty_page() -> Result<()> {
    let (site, chromium) = (Site::start()?, Chromedriver::start()?);
    let browser = chromium.open(&site, Person::Visitor, Manner { language: "en", script: true }).await?;
    browser.open(FAULTY).await?;
    let judge = Judge { language: "en", findings: Findings::default() };
    judge.visit(&browser, "faulty").await?;
    let told = judge.findings.none().expect_err("faults").to_string();
    for fault in [
        "color-contrast: p",
        "target-size: button",
        "the page is wider than its window",
        "cut off at the side: p \"cut off here\"",
        "cannot be pressed: a \"under\" lies under div",
        "cannot be read: a \"under\" lies under div",
        "has the focus under div \"\": a \"under\"",
        "the focus is not marked: button \"a\"",
        "the focus is hard to see (1.16 to 1): a \"faint\"",
    ] {
        assert!(told.contains(fault), "{fault:?} is not in {told}");
    }
    browser.close().await
}

/// What must hold on every page.
struct Judge {
    language: &'static str,
    findings: Findings,
}

async fn look(language: &'static str) -> Result<()> {
    let judge = Judge { language, findings: Findings::default() };
    Tour::of(&judge, Manner { language, script: true }).await?;
    judge.findings.none()
}

impl Visitor for Judge {
    async fn visit(&self, browser: &Browser, stop: &str) -> Result<()> {
        let stop = format!("{stop} ({})", self.language);
        rules::judge(browser, &self.findings, &stop).await?;
        layout::judge(browser, &self.findings, &stop).await?;
        // The order of the keys is the same in both languages, and a template has it once.
        if self.language == "en" && self.findings.first_of(&browser.page().await?) {
            focus::judge(browser, &self.findings, &stop).await?;
        }
        Ok(())
    }
}
