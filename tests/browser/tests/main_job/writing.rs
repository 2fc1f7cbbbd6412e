//! From a draft over the review of another organisation to those who may read it, and to nobody else.

use anyhow::{Context, Result};
use polder_browser_tests::{Browser, Chromedriver, Person, Site};

const BODY: &str = "## What to do first

Keep one list of every laptop that may touch a controller, and one person who answers for it.

| Laptop | Where | Who answers |
|---|---|---|
| Blue | Pump hall | Duty engineer |
| Red | Workshop | Maintenance |

> [!WARNING]
> A laptop that was on the office network yesterday is an office laptop today.

## What goes wrong

The list goes out of date within a month, unless the spare key to the cabinet hangs beside it and is signed for.
";

/// The people whom a text passes.
struct People {
    publisher: Browser,
    liaison: Browser,
    reviewer: Browser,
    member: Browser,
    visitor: Browser,
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_goes_over_a_review_to_the_readers_of_its_label_and_to_nobody_else() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let people = People {
        publisher: chromium.browser(&site, Person::Member("sam@kestrel.example")).await?,
        liaison: chromium.browser(&site, Person::Member("lotte@voorbeeldpolder.example")).await?,
        reviewer: chromium.browser(&site, Person::Member("noor@voorbeeldland.example")).await?,
        member: chromium.browser(&site, Person::Member("kees@voorbeeldland.example")).await?,
        visitor: chromium.browser(&site, Person::Visitor).await?,
    };

    let green = people.publish(&site, "One list of service laptops", "green").await?;
    assert_eq!(people.member.open(&green).await?, 200);
    assert_eq!(people.member.text("h1").await?, "One list of service laptops");
    assert_eq!(people.member.text(".sheet-head .tlp").await?, "TLP:GREEN");
    assert_eq!(people.member.texts(".reading-body td").await?.len(), 6);
    assert_eq!(not_found(&people.visitor, &green).await?, not_found(&people.visitor, "/articles/never-was").await?);

    let clear = people.publish(&site, "One list of service laptops, for everybody", "clear").await?;
    assert_eq!(people.visitor.open(&clear).await?, 200);
    assert_eq!(people.visitor.text("h1").await?, "One list of service laptops, for everybody");
    assert_eq!(people.visitor.open("/articles").await?, 200);
    let titles = people.visitor.texts(".item h3").await?;
    assert!(titles.contains(&"One list of service laptops, for everybody".to_owned()), "{titles:?}");
    assert!(!titles.contains(&"One list of service laptops".to_owned()), "{titles:?}");

    for browser in [people.publisher, people.liaison, people.reviewer, people.member, people.visitor] {
        browser.close().await?;
    }
    Ok(())
}

impl People {
    /// Writes, hands in, reviews and publishes; the answer is the article's address.
    async fn publish(&self, site: &Site, title: &str, label: &str) -> Result<String> {
        let work = write(&self.publisher, title, label).await?;
        assert_eq!(self.member.open(&work).await?, 404, "nobody else sees it before it is published");

        let handed_in = site.mail("articles-mail-submitted", "lotte@voorbeeldpolder.example").await?;
        assert_eq!(self.liaison.open(handed_in.link()?).await?, 200);
        assert_eq!(self.liaison.text("h1").await?, title);
        assert_eq!(self.liaison.texts("#reviewer option[value*=sam]").await?.len(), 0, "nobody reviews their own");
        let noor = self.liaison.attribute("#reviewer option[value*=noor]", "value").await?;
        self.liaison.choose("reviewer", &noor).await?;
        assert_eq!(self.liaison.press("form[action$='/assign'] button").await?, 200);

        let asked = site.mail("articles-mail-assigned", "noor@voorbeeldland.example").await?;
        assert_eq!(self.reviewer.open(asked.link()?).await?, 200);
        assert_eq!(self.reviewer.text("h1").await?, title);
        self.reviewer.click("#verdict-approve").await?;
        self.reviewer.fill("#comment", "We do the same; the spare key is the point.").await?;
        assert_eq!(self.reviewer.press("form[action$='/review'] button").await?, 200);

        assert_eq!(self.liaison.open(&work).await?, 200);
        assert!(self.liaison.text(".timeline").await?.contains("the spare key is the point"));
        assert_eq!(self.liaison.press("form[action$='/publish'] button").await?, 200);
        assert_eq!(self.liaison.text(".flash p").await?, "Published.");

        let published = site.mail("articles-mail-published", "sam@kestrel.example").await?;
        assert_eq!(self.publisher.open(published.link()?).await?, 200);
        assert_eq!(self.publisher.text("h1").await?, title);
        self.publisher.path().await
    }
}

/// Writes a draft and hands it in; the answer is the address of the work.
async fn write(publisher: &Browser, title: &str, label: &str) -> Result<String> {
    assert_eq!(publisher.open("/articles/new").await?, 200);
    publisher.fill("#title", title).await?;
    publisher.fill("#body", BODY).await?;
    assert_eq!(publisher.press("button[value=save]").await?, 422, "there is no default label");
    assert_eq!(publisher.value("#body").await?, BODY, "nothing typed is lost");
    publisher.click(&format!("#label-{label}")).await?;
    publisher.fill("#summary", "For whoever hands out laptops: one list, one cabinet and one key.").await?;
    publisher.choose("kind", "checklist").await?;
    publisher.click("#sectors-food").await?;
    publisher.click("#sectors-manufacturing").await?;

    assert_eq!(publisher.press("button[value=preview]").await?, 200);
    assert_eq!(publisher.texts(".preview td").await?.len(), 6, "the table");
    assert!(publisher.text(".preview .prose").await?.contains("is an office laptop today"), "the admonition");
    assert_eq!(publisher.value("#body").await?, BODY);
    assert!(publisher.has(&format!("#label-{label}:checked")).await?);

    assert_eq!(publisher.press("button[value=save]").await?, 200);
    assert_eq!(publisher.text(".flash p").await?, "The draft is saved.");
    let edit = publisher.path().await?;
    assert_eq!(publisher.press("button[value=submit]").await?, 200);
    assert_eq!(publisher.text(".flash p").await?, "Handed in. The liaison has been told.");
    Ok(edit.strip_suffix("/edit").context("the address of a draft")?.to_owned())
}

/// The page for an address that is not there, without what differs from one request to the next.
async fn not_found(visitor: &Browser, address: &str) -> Result<String> {
    assert_eq!(visitor.open(address).await?, 404);
    let number = visitor.text("main code").await?;
    Ok(visitor.driver.source().await?.replace(&number, "NUMBER").replace(address, "ADDRESS"))
}
