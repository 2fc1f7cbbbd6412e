//! What the script adds, in a browser that runs it. The main job is tested without any script; here is tested that the
//! one that there is does what it is for, and takes nothing away.

mod passkeys;
mod whole_way;

use anyhow::{Result, ensure};
use polder_browser_tests::{Browser, Chromedriver, Manner, Person, Site};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::Key;

const SCRIPTED: Manner = Manner { language: "en", script: true };
const SAM: Person = Person::Member("sam@kestrel.example");

async fn is_true(browser: &Browser, expression: &str) -> Result<bool> {
    Ok(browser.evaluate(expression).await? == Value::Bool(true))
}

/// Signs in with the passkey alone and lands among the members: with the button, unless the browser is gone from the page
/// by itself before that, for a virtual device chooses at once what it is offered in the field.
async fn sign_in_with_passkey(browser: &Browser) -> Result<()> {
    browser.open("/account/sign-in?back=/members").await?;
    browser.click("#passkey").await.ok();
    comes_true(browser, "document.body?.dataset.page === 'members/list'").await
}

/// Waits for what the page does on its own.
async fn comes_true(browser: &Browser, expression: &str) -> Result<()> {
    for _ in 0..100 {
        if is_true(browser, expression).await? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    anyhow::bail!("never true: {expression}")
}

async fn network(browser: &Browser, offline: bool) -> Result<()> {
    let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.cdp("Network.enable", json!({})).await?;
    browser.cdp("Network.emulateNetworkConditions", conditions).await?;
    Ok(())
}

async fn ctrl_k(browser: &Browser) -> Result<()> {
    Ok(browser.driver.action_chain().key_down(Key::Control).send_keys("k").key_up(Key::Control).perform().await?)
}

/// Whether leaving the page would be asked about.
const ASKS: &str = "(() => { const leaving = new Event('beforeunload', { cancelable: true });
    return !dispatchEvent(leaving); })()";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_sent_once_and_not_without_a_network_and_not_left_by_accident() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let sam = chromium.open(&site, SAM, SCRIPTED).await?;

    assert_eq!(sam.open("/articles/new").await?, 200);
    assert!(!is_true(&sam, ASKS).await?, "nothing was typed yet");
    sam.fill("#title", "Written in a tunnel").await?;
    sam.fill("#body", "What nobody wants to type twice.").await?;
    sam.click("#label-green").await?;
    assert!(is_true(&sam, ASKS).await?, "what was typed is not left without a question");

    // Without a network nothing is sent, and whoever pressed is told where they look.
    network(&sam, true).await?;
    sam.click("button[value=save]").await?;
    comes_true(&sam, "document.querySelector('#said .toast') !== null").await?;
    assert!(sam.text("#said p").await?.contains("Nothing was sent"));
    let in_view = "(() => { const box = document.querySelector('#said .toast').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth; })()";
    assert!(is_true(&sam, in_view).await?);
    assert_eq!(sam.path().await?, "/articles/new");
    assert_eq!(sam.value("#body").await?, "What nobody wants to type twice.");
    sam.click("#said button").await?;
    assert!(!sam.has("#said .toast").await?);
    assert!(is_true(&sam, "document.activeElement.value === 'save'").await?, "the focus goes back to what was pressed");
    network(&sam, false).await?;

    // Pressed twice: the second time nothing leaves.
    let twice = "(() => { const kept = []; addEventListener('submit', (event) => kept.push(event.defaultPrevented));
        const button = document.querySelector('button[value=save]'); button.click(); button.click();
        return kept.join() + ' ' + button.getAttribute('aria-busy'); })()";
    assert_eq!(sam.evaluate(twice).await?, "false,true true");
    comes_true(&sam, "location.pathname.startsWith('/articles/work/')").await?;
    sam.arrive().await?;
    assert_eq!(sam.open("/articles/work").await?, 200);
    let drafts = sam.texts("tbody th a").await?;
    assert_eq!(drafts.iter().filter(|title| *title == "Written in a tunnel").count(), 1, "{drafts:?}");

    // Another language in the middle of typing, and back: nothing is asked, and everything can be pressed again.
    assert_eq!(sam.open("/articles/new").await?, 200);
    sam.fill("#title", "Half a title").await?;
    sam.fill("#body", "Half a text.").await?;
    assert_eq!(sam.press(".switch button[value=nl]").await?, 200);
    assert_eq!(sam.value("#body").await?, "Half a text.");
    assert!(is_true(&sam, ASKS).await?, "it is still kept nowhere else");
    sam.driver.back().await?;
    comes_true(&sam, "document.readyState === 'complete' && document.querySelector('#body') !== null").await?;
    assert!(!sam.has("[aria-busy], [data-sending]").await?);

    // From the foot of the page: one stays there, on the same button.
    assert_eq!(sam.open("/articles/new").await?, 200);
    sam.evaluate("scrollTo(0, 900)").await?;
    sam.evaluate("document.querySelector('.site-footer .switch button[value=en]').click()").await?;
    comes_true(&sam, "document.documentElement.lang === 'en' && document.readyState === 'complete'").await?;
    comes_true(&sam, "Math.abs(scrollY - 900) < 120").await?;
    assert!(is_true(&sam, "document.activeElement.closest('.site-footer') !== null").await?, "the focus stays as well");
    sam.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_finds_the_search_and_the_place_and_leaves_no_trace_of_what_is_restricted() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let member = chromium.open(&site, Person::Member("kees@voorbeeldland.example"), SCRIPTED).await?;

    // Keys.
    assert_eq!(member.open("/partners").await?, 200);
    ctrl_k(&member).await?;
    assert_eq!(member.focus().await?, "site-search");
    member.click(".menu summary").await?;
    assert!(member.has(".menu[open]").await?);
    member.driver.action_chain().send_keys(Key::Escape).perform().await?;
    assert!(!member.has(".menu[open]").await?);
    assert!(is_true(&member, "document.activeElement.tagName === 'SUMMARY'").await?);
    assert_eq!(member.open("/articles").await?, 200);
    ctrl_k(&member).await?;
    assert_eq!(member.focus().await?, "q", "where the list has a search of its own, that is the one");

    // Places in a text: kept for what the world may read, and for nothing else.
    for (label, kept) in [("tlp-clear", true), ("tlp-green", false), ("tlp-amber", false)] {
        assert_eq!(member.open("/articles").await?, 200);
        assert_eq!(member.press(&format!("li.item:has(.{label}) h3 a")).await?, 200);
        let address = member.path().await?;
        let headings = member.texts(".prose :is(h2, h3)").await?;
        ensure!(headings.len() > 2, "{address} is long enough");
        assert_eq!(member.texts(".prose .heading-link").await?.len(), headings.len(), "a link to each heading");
        member.evaluate("document.querySelectorAll('.prose h2')[2].scrollIntoView()").await?;
        comes_true(&member, "document.querySelector('.toc a[aria-current]') !== null").await?;
        let names = "Object.keys(localStorage).concat(Object.keys(sessionStorage)).join()";
        if kept {
            comes_true(&member, "Object.keys(localStorage).length === 1").await?;
            assert_eq!(member.evaluate(names).await?, format!("polder-read:{address}"));
            assert_eq!(member.open(&address).await?, 200);
            comes_true(&member, "document.querySelector('#said a') !== null").await?;
            member.click("#said a").await?;
            assert!(is_true(&member, "location.hash.length > 1 && scrollY > 100").await?, "it leads back to the place");
            member.evaluate("localStorage.clear()").await?;
        } else {
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert_eq!(member.evaluate(names).await?, "", "{address}");
        }
    }
    member.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_keeps_the_focus_until_it_is_closed_and_then_gives_it_back() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let anyone = chromium.open(&site, Person::Visitor, SCRIPTED).await?;
    let key = async |key: Key| Ok::<_, anyhow::Error>(anyone.driver.action_chain().send_keys(key).perform().await?);
    let at_opener = "document.activeElement.matches('.dialog-opener')";
    let closed = "document.querySelector('dialog:modal') === null";

    assert_eq!(anyone.open("/styleguide/actions").await?, 200);
    for (way_out, pressed_on) in
        [(Key::Escape, ".dialog .button-danger"), (Key::Enter, ".dialog-keep"), (Key::Enter, ".dialog-close")]
    {
        anyone.tab_to(".dialog-opener").await?;
        key(Key::Enter).await?;
        comes_true(&anyone, "document.querySelector('dialog:modal') !== null").await?;
        assert!(
            is_true(&anyone, "document.activeElement.matches('.dialog-keep')").await?,
            "what harms nothing comes first"
        );
        // In the middle of the window, once it has come to rest.
        comes_true(
            &anyone,
            "(() => { const box = document.querySelector('dialog').getBoundingClientRect();
                const centred = (start, end, size) => start >= 0 && end <= size && Math.abs(start + end - size) <= 2;
                return centred(box.left, box.right, document.documentElement.clientWidth)
                    && centred(box.top, box.bottom, innerHeight); })()",
        )
        .await?;
        // Past the last of them a browser may go by way of its own bars, where the page has the focus nowhere.
        let inside = "document.activeElement.closest('dialog') !== null || document.activeElement === document.body";
        for presses in 1..=10 {
            key(Key::Tab).await?;
            assert!(is_true(&anyone, inside).await?, "left after {presses} presses");
        }
        anyone.evaluate(&format!("document.querySelector('{pressed_on}').focus()")).await?;
        key(way_out).await?;
        comes_true(&anyone, closed).await?;
        assert!(is_true(&anyone, at_opener).await?, "the focus is back where it came from");
        assert_eq!(anyone.path().await?, "/styleguide/actions", "nothing was sent");
    }
    anyone.close().await
}
