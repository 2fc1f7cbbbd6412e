//! An event, who comes to it, and the calendar file that says so.

use anyhow::Result;
use polder_browser_tests::{Browser, Chromedriver, Person, Site, wait_for};
use std::fs;
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn the_liaison_plans_an_event_and_a_member_who_comes_has_it_in_the_calendar() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let liaison = chromium.browser(&site, Person::Member("lotte@voorbeeldpolder.example")).await?;
    let member = chromium.browser(&site, Person::Member("kees@voorbeeldland.example")).await?;
    let visitor = chromium.browser(&site, Person::Visitor).await?;

    let event = plans(&liaison).await?;
    assert_eq!(member.open("/events").await?, 200);
    assert_eq!(member.follow("Expert session: the spare key").await?, 200);
    assert_eq!(member.path().await?, event);
    assert!(member.text("h1 + .person").await?.contains("13:30"));
    assert!(!member.text("[aria-labelledby=who]").await?.contains("Kees"));
    assert_eq!(member.press("button[name=answer][value=yes]").await?, 200);
    assert_eq!(member.attribute("button[name=answer][value=yes]", "aria-pressed").await?, "true");
    assert!(member.text("[aria-labelledby=who]").await?.contains("Kees"));
    assert_eq!(liaison.open(&event).await?, 200);
    assert!(liaison.text("[aria-labelledby=who]").await?.contains("Kees"), "others see it too");

    let file = calendar_file(&member, &site).await?;
    for line in ["SUMMARY;LANGUAGE=en:TLP:GREEN Expert session: the spare key", "TZID=Europe/Amsterdam:20480514T133000"]
    {
        assert!(file.contains(line), "{line} is not in {file}");
    }
    assert!(file.contains("PARTSTAT=ACCEPTED") && file.contains("Kees"), "{file}");
    assert_eq!(visitor.open(&event).await?, 404, "for a visitor a TLP:GREEN event is not there");

    liaison.close().await?;
    member.close().await?;
    visitor.close().await
}

async fn plans(liaison: &Browser) -> Result<String> {
    assert_eq!(liaison.open("/events").await?, 200);
    assert_eq!(liaison.follow("Plan an event").await?, 200);
    liaison.fill("#title", "Expert session: the spare key").await?;
    liaison.fill("#summary", "Two hours on keeping a list of laptops true.").await?;
    liaison.choose("kind", "expert-session").await?;
    types_a_time(liaison, "#starts", "0130PM").await?;
    types_a_time(liaison, "#ends", "0330PM").await?;
    liaison.fill("#place", "Voorbeeldhuis, Den Haag").await?;
    liaison.fill("#capacity", "12").await?;
    liaison.fill("#body", "## Programme\n\n- 13:30 Doors\n- 15:30 End").await?;
    liaison.click("#label-green").await?;
    assert_eq!(liaison.press("button[value=preview]").await?, 200);
    assert_eq!(liaison.texts(".preview li").await?, ["13:30 Doors", "15:30 End"]);
    assert_eq!(liaison.value("#starts").await?, "2048-05-14T13:30");
    assert_eq!(liaison.press("button[value=save]").await?, 200);
    assert_eq!(liaison.text(".flash p").await?, "The event is published.");
    assert_eq!(liaison.text("h1").await?, "Expert session: the spare key");
    liaison.path().await
}

/// As a person fills such a field in: month, day, year, and on to the hour.
async fn types_a_time(liaison: &Browser, selector: &str, hour: &str) -> Result<()> {
    liaison.click(selector).await?;
    let keys = liaison.driver.action_chain().send_keys("05142048").send_keys(Key::Tab).send_keys(hour);
    Ok(keys.perform().await?)
}

async fn calendar_file(member: &Browser, site: &Site) -> Result<String> {
    member.click("a[href$='/event.ics']").await?;
    let file = wait_for("the calendar file", || {
        let Ok(files) = fs::read_dir(site.folder().join("downloads")) else { return Ok(None) };
        let names: Vec<_> = files.map(|file| Ok(file?.path())).collect::<Result<_>>()?;
        Ok(names.into_iter().find(|name| name.extension().is_some_and(|end| end == "ics")))
    })
    .await?;
    assert!(file.to_string_lossy().contains("TLP-GREEN-"), "the label stands in its name");
    // Lines are folded after 75 bytes (RFC 5545, 3.1).
    Ok(fs::read_to_string(file)?.replace("\r\n ", ""))
}
