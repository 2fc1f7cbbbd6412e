//! The main job with nothing but a keyboard, from the first page to the last: the mouse is never used.

use anyhow::{Context, Result};
use polder_browser_tests::{Browser, Chromedriver, Person, Site};
use thirtyfour::Key;

const TITLE: &str = "One list of service laptops";
const BODY: &str = "Keep one list of every laptop that may touch a controller, and one person who answers for it. \
                    A laptop that was on the office network yesterday is an office laptop today. The list goes out of \
                    date within a month, unless the spare key to the cabinet hangs beside it and is signed for. Whoever \
                    takes a laptop out writes down the time, the controller and the reason, and brings it back clean.";

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_written_judged_and_published_without_a_mouse() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let publisher = chromium.browser(&site, Person::Member("sam@kestrel.example")).await?;
    let work = writes(&publisher).await?;

    let liaison = chromium.browser(&site, Person::Member("lotte@voorbeeldpolder.example")).await?;
    assert_eq!(liaison.open("/").await?, 200);
    opens_the_menu(&liaison).await?;
    assert_eq!(liaison.tab_and_enter(".menu-list a[href='/articles/work']").await?, 200);
    assert_eq!(liaison.tab_and_enter(&format!("a[href='{work}']")).await?, 200);
    let noor = liaison.attribute("#reviewer option[value*=noor]", "value").await?;
    liaison.tab_and_choose("#reviewer", &noor).await?;
    assert_eq!(liaison.tab_and_enter("form[action$='/assign'] button").await?, 200);

    let reviewer = chromium.browser(&site, Person::Member("noor@voorbeeldland.example")).await?;
    assert_eq!(reviewer.open("/").await?, 200);
    opens_the_menu(&reviewer).await?;
    assert_eq!(reviewer.tab_and_enter(".menu-list a[href='/articles/work']").await?, 200);
    assert_eq!(reviewer.tab_and_enter(&format!("a[href='{work}']")).await?, 200);
    reviewer.tab_and_pick("verdict", "approve").await?;
    reviewer.tab_and_type("#comment", "We do the same.").await?;
    assert_eq!(reviewer.tab_and_enter("form[action$='/review'] button").await?, 200);

    assert_eq!(liaison.open(&work).await?, 200);
    assert_eq!(liaison.tab_and_enter("form[action$='/publish'] button").await?, 200);
    assert_eq!(liaison.text(".flash p").await?, "Published.");

    let visitor = chromium.browser(&site, Person::Visitor).await?;
    assert_eq!(visitor.open("/").await?, 200);
    assert_eq!(visitor.tab_and_enter(".site-nav a[href='/articles']").await?, 200);
    skips_the_header(&visitor).await?;
    assert_eq!(visitor.tab_and_enter("li.item a[href$='one-list-of-service-laptops']").await?, 200);
    assert_eq!(visitor.text("h1").await?, TITLE);

    for browser in [publisher, liaison, reviewer, visitor] {
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_asks_to_join_without_a_mouse() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let visitor = chromium.browser(&site, Person::Visitor).await?;
    assert_eq!(visitor.open("/").await?, 200);
    skips_the_header(&visitor).await?;
    assert_eq!(visitor.tab_and_enter("main a[href='/join']").await?, 200);
    assert_eq!(visitor.tab_and_enter("main button[type=submit]").await?, 422);
    // From the first error straight into its field, and on from there.
    visitor.tab_to(".error-summary a[href='#name']").await?;
    visitor.keys(Key::Enter).await?;
    assert_eq!(visitor.focus().await?, "name");
    visitor.keys("Jo Invented").await?;
    visitor.tab_and_type("#email", "jo@northbank-foods.example").await?;
    visitor.tab_and_type("#function", "Automation engineer").await?;
    visitor.tab_back_to("#name").await?;
    visitor.tab_and_type("#new_organisation", "Northbank Bakery (invented)").await?;
    visitor.tab_and_choose("#sector", "food").await?;
    visitor.tab_and_type("#motivation", "I look after forty controllers on one flat network.").await?;
    visitor.tab_and_tick("#agree").await?;
    assert_eq!(visitor.tab_and_enter("main button[type=submit]").await?, 200);
    assert_eq!(visitor.page().await?, "join/sent");
    let mail = site.mail("join-mail-proof", "jo@northbank-foods.example").await?;
    assert_eq!(visitor.open(mail.link()?).await?, 200);
    assert_eq!(visitor.tab_and_enter("main button").await?, 200);
    assert_eq!(visitor.text("h1").await?, "Your request is with the liaison");
    visitor.close().await
}

/// Writes, looks at it, hands it in; the answer is the address of the work.
async fn writes(publisher: &Browser) -> Result<String> {
    assert_eq!(publisher.open("/").await?, 200);
    opens_the_menu(publisher).await?;
    assert_eq!(publisher.tab_and_enter(".menu-list a[href='/articles/work']").await?, 200);
    skips_the_header(publisher).await?;
    assert_eq!(publisher.tab_and_enter("main a[href='/articles/new']").await?, 200);
    publisher.tab_and_type("#title", TITLE).await?;
    publisher.tab_and_type("#summary", "For whoever hands out laptops: one list, one cabinet and one key.").await?;
    publisher.tab_and_choose("#kind", "checklist").await?;
    publisher.tab_and_pick("label", "CLEAR").await?;
    publisher.tab_and_tick("#sectors-food").await?;
    publisher.tab_back_to("#title").await?;
    publisher.tab_and_type("#body", BODY).await?;
    assert_eq!(publisher.tab_and_enter("button[value=preview]").await?, 200);
    assert_eq!(publisher.text(".preview .prose").await?, BODY);
    assert_eq!(publisher.tab_and_enter("button[value=submit]").await?, 200);
    assert_eq!(publisher.text(".flash p").await?, "Handed in. The liaison has been told.");
    let path = publisher.path().await?;
    Ok(path.strip_suffix("/edit").unwrap_or(&path).to_owned())
}

/// With the space bar, as a button.
async fn opens_the_menu(member: &Browser) -> Result<()> {
    member.tab_to(".menu > summary").await?;
    member.keys(" ").await?;
    assert!(member.has(".menu[open]").await?, "the space bar opens the menu");
    Ok(())
}

/// The first stop of every page leads past what is the same on all.
async fn skips_the_header(person: &Browser) -> Result<()> {
    person.tab(false).await?;
    assert!(person.has(".skip-link:focus").await?, "the first stop is the link past the header");
    person.keys(Key::Enter).await?;
    let path = person.path().await.context("the address")?;
    assert!(path.ends_with("#main"), "{path}");
    Ok(())
}
