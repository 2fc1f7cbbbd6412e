//! What holds on every page, seen by a visitor with nothing but a keyboard and with no script.

use anyhow::Result;
use polder_browser_tests::{Chromedriver, Person, Site};
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_finds_the_way_by_keyboard_and_in_two_languages() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let visitor = chromium.browser(&site, Person::Visitor).await?;

    // The first stop of the tabulator key leads past the header.
    assert_eq!(visitor.open("/partners").await?, 200);
    visitor.keys(Key::Tab).await?;
    assert_eq!(visitor.attribute(":focus", "class").await?, "skip-link");
    assert_eq!(visitor.text(":focus").await?, "Skip to content", "it is seen when it has the focus");
    visitor.keys(Key::Enter).await?;
    assert_eq!(visitor.path().await?, "/partners#main");
    visitor.driver.action_chain().send_keys(Key::Tab).perform().await?;
    assert!(visitor.has("main a:focus").await?, "the next stop is in the content");

    // The whole of signing in by keyboard.
    assert_eq!(visitor.open("/account/sign-in").await?, 200);
    visitor.fill("#email", "kees@voorbeeldland.example").await?;
    visitor
        .driver
        .action_chain()
        .send_keys(Key::Tab)
        .send_keys("not the password")
        .send_keys(Key::Enter)
        .perform()
        .await?;
    assert_eq!(visitor.arrive().await?, 422);
    assert!(visitor.has(".error-summary").await?);
    assert_eq!(visitor.value("#email").await?, "kees@voorbeeldland.example");
    assert_eq!(visitor.value("#password").await?, "", "a password is never sent back");

    // Another language, the same place: also on a page with a question mark.
    assert_eq!(visitor.open("/articles?kind=checklist").await?, 200);
    assert_eq!(visitor.attribute("html", "lang").await?, "en");
    let shown = visitor.texts(".item h3").await?;
    assert_eq!(visitor.press(".switch button[value=nl]").await?, 200);
    assert_eq!(visitor.path().await?, "/articles?kind=checklist");
    assert_eq!(visitor.attribute("html", "lang").await?, "nl");
    assert_eq!(visitor.texts(".item h3").await?, shown);
    assert_eq!(visitor.follow("Bijeenkomsten").await?, 200);
    assert_eq!(visitor.attribute("html", "lang").await?, "nl", "the choice is kept");
    assert_eq!(visitor.press(".switch button[value=en]").await?, 200);
    assert_eq!(visitor.path().await?, "/events");

    // A page for members leads over signing in to itself; after signing out it is closed again.
    assert_eq!(visitor.open("/members").await?, 401);
    visitor.fill("#email", "kees@voorbeeldland.example").await?;
    visitor.fill("#password", "droge voeten 2026").await?;
    assert_eq!(visitor.press("main button[type=submit]").await?, 200);
    assert_eq!(visitor.path().await?, "/members");
    visitor.sign_out().await?;
    assert_eq!(visitor.text(".flash p").await?, "You are signed out.");
    assert_eq!(visitor.open("/members").await?, 401);
    visitor.close().await
}
