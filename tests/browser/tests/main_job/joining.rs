//! From a stranger to a member with a profile.

use anyhow::Result;
use polder_browser_tests::{Browser, Chromedriver, Mail, Person, Site};

const ADDRESS: &str = "jo.invented@northbank-foods.example";
const MOTIVATION: &str = "I look after forty controllers on one flat network, and I bring our method for an inventory.";
const PASSWORD: &str = "four tired ducks in a row";

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_asks_to_join_and_becomes_a_member_with_a_profile() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let applicant = chromium.browser(&site, Person::Visitor).await?;
    let liaison = chromium.browser(&site, Person::Member("lotte@voorbeeldpolder.example")).await?;

    looks_around(&applicant).await?;
    let before = waiting(&liaison).await?;
    assert!(before > 0);
    asks_to_join(&applicant).await?;
    assert_eq!(waiting(&liaison).await?, before, "a request without a proven address does not reach the liaison");
    proves_the_address(&applicant, &site).await?;
    assert_eq!(waiting(&liaison).await?, before + 1);
    let welcome = approves(&liaison, &site).await?;
    assert_eq!(waiting(&liaison).await?, before);
    declines_another(&liaison, &site).await?;
    assert_eq!(waiting(&liaison).await?, before - 1);
    sets_a_password(&applicant, welcome.link()?).await?;
    completes_the_profile(&applicant).await?;

    applicant.close().await?;
    liaison.close().await
}

/// Home, partners, a public practice and the coming events.
async fn looks_around(visitor: &Browser) -> Result<()> {
    assert_eq!(visitor.open("/").await?, 200);
    assert_eq!(visitor.page().await?, "home/visitor");
    assert!(visitor.texts(".steps h3").await?.contains(&"The liaison decides".to_owned()), "how to join stands there");
    assert!(visitor.has("[aria-labelledby=events] .event-row").await?, "coming events stand there");
    assert_eq!(visitor.follow("Partners").await?, 200);
    assert!(visitor.texts("main .card h3").await?.len() >= 23, "the initiators and the invented ones");
    assert_eq!(visitor.follow("Practices").await?, 200);
    let labels = visitor.texts(".item .tlp").await?;
    assert!(!labels.is_empty() && labels.iter().all(|label| label == "TLP:CLEAR"), "{labels:?}");
    let title = visitor.text(".item h3 a").await?;
    assert_eq!(visitor.press(".item h3 a").await?, 200);
    assert_eq!(visitor.text("h1").await?, title);
    assert!(visitor.text(".reading-body").await?.len() > 1000, "a practice of substance");
    let section = visitor.text(".toc li:last-child a").await?;
    visitor.click(".toc li:last-child a").await?;
    assert_eq!(visitor.text(".prose h2:target").await?, section, "the contents lead to the section");
    assert_eq!(visitor.follow("Events").await?, 200);
    assert!(visitor.has("[aria-labelledby=coming] .event-row").await?);
    Ok(())
}

/// First with an empty form, then as it should be.
async fn asks_to_join(visitor: &Browser) -> Result<()> {
    assert_eq!(visitor.open("/").await?, 200);
    assert_eq!(visitor.follow("Ask to join").await?, 200);
    assert_eq!(visitor.press("main button[type=submit]").await?, 422);
    assert_eq!(visitor.page().await?, "join/ask");
    assert_eq!(visitor.texts(".error-summary li").await?.len(), 7);
    for field in ["name", "organisation", "motivation", "agree"] {
        visitor.click(&format!(".error-summary a[href='#{field}']")).await?;
        assert_eq!(visitor.focus().await?, field, "a link in the summary leads into the field");
        assert_eq!(visitor.attribute(&format!("#{field}"), "aria-invalid").await?, "true");
    }
    visitor.fill("#name", "Jo Invented").await?;
    visitor.fill("#motivation", MOTIVATION).await?;
    visitor.choose("sector", "food").await?;
    visitor.click("#agree").await?;
    assert_eq!(visitor.press("main button[type=submit]").await?, 422);
    assert_eq!(visitor.texts(".error-summary li").await?.len(), 3, "address, function, organisation");
    assert_eq!(visitor.value("#name").await?, "Jo Invented");
    assert_eq!(visitor.value("#motivation").await?, MOTIVATION);
    assert_eq!(visitor.value("#sector").await?, "food");
    assert!(visitor.has("#agree:checked").await?);
    visitor.fill("#email", ADDRESS).await?;
    visitor.fill("#function", "Automation engineer").await?;
    visitor.fill("#new_organisation", "Northbank Bakery (invented)").await?;
    assert_eq!(visitor.press("main button[type=submit]").await?, 200);
    assert_eq!(visitor.page().await?, "join/sent");
    Ok(())
}

/// Opens the mailed link and presses the button.
async fn proves_the_address(applicant: &Browser, site: &Site) -> Result<()> {
    let mail = site.mail("join-mail-proof", ADDRESS).await?;
    assert_eq!(applicant.open(mail.link()?).await?, 200);
    assert_eq!(applicant.text("h1").await?, "Confirm your mail address");
    assert_eq!(applicant.press("main button").await?, 200);
    assert_eq!(applicant.text("h1").await?, "Your request is with the liaison");
    assert!(site.mail("join-mail-waiting", "lotte@voorbeeldpolder.example").await?.text.contains("/join/requests/"));
    Ok(())
}

/// The counter in the header.
async fn waiting(liaison: &Browser) -> Result<usize> {
    liaison.open("/").await?;
    Ok(liaison.text(".site-tools .count").await?.parse()?)
}

/// With a note, which stands in the welcome mail.
async fn approves(liaison: &Browser, site: &Site) -> Result<Mail> {
    assert_eq!(liaison.press(".site-tools a[href='/join/requests']").await?, 200);
    assert_eq!(liaison.follow("Jo Invented").await?, 200);
    assert!(liaison.text("main").await?.contains(MOTIVATION));
    liaison.fill("#note", "Welcome. Your inventory method is a gift.").await?;
    assert_eq!(liaison.press("form[action$='/approve'] button").await?, 200);
    assert_eq!(liaison.text(".flash p").await?, "Approved. The welcome mail is on its way.");
    let mail = site.mail("join-mail-approved-note", ADDRESS).await?;
    assert!(mail.text.contains("Your inventory method is a gift."));
    Ok(mail)
}

/// With a reason, which is asked for if it is missing, and mailed.
async fn declines_another(liaison: &Browser, site: &Site) -> Result<()> {
    assert_eq!(liaison.open("/join/requests").await?, 200);
    assert_eq!(liaison.follow("Ella Madeup").await?, 200);
    assert_eq!(liaison.press("button[formaction$='/decline']").await?, 422);
    liaison.click(".error-summary a[href='#reason']").await?;
    assert_eq!(liaison.focus().await?, "reason");
    liaison.fill("#reason", "Please ask again from your own company's address.").await?;
    assert_eq!(liaison.press("button[formaction$='/decline']").await?, 200);
    let mail = site.mail("join-mail-declined", "ella.madeup@northbank-foods.example").await?;
    assert!(mail.text.contains("Please ask again from your own company's address."), "{}", mail.text);
    Ok(())
}

/// With the link in the welcome mail, and is signed in by that.
async fn sets_a_password(applicant: &Browser, link: &str) -> Result<()> {
    assert_eq!(applicant.open(link).await?, 200);
    applicant.fill("#password", PASSWORD).await?;
    applicant.fill("#password_again", "something else entirely").await?;
    assert_eq!(applicant.press("main button[type=submit]").await?, 422);
    applicant.fill("#password", PASSWORD).await?;
    applicant.fill("#password_again", PASSWORD).await?;
    assert_eq!(applicant.press("main button[type=submit]").await?, 200);
    assert_eq!(applicant.page().await?, "account/profile");
    assert_eq!(applicant.text(".menu-name").await?, "Jo Invented");
    Ok(())
}

async fn completes_the_profile(member: &Browser) -> Result<()> {
    member.fill("#expertise", "Asset inventory, pasteurising lines").await?;
    member.fill("#about", "Ask me about **flat networks**.").await?;
    member.click("#sectors-food").await?;
    member.click("#sectors-manufacturing").await?;
    assert_eq!(member.press("main button[type=submit]").await?, 200);
    assert_eq!(member.page().await?, "members/page");
    assert_eq!(member.text("h1").await?, "Jo Invented");
    assert_eq!(member.text(".prose strong").await?, "flat networks");
    assert!(member.text(".meta-list").await?.contains("Asset inventory, pasteurising lines"));
    assert_eq!(member.open("/").await?, 200);
    assert_eq!(member.text("h1").await?, "Welcome, Jo Invented");
    Ok(())
}
