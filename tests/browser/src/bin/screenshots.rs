//! Pictures of every kind of page, for looking at them: `make screenshots` puts them into `target/screenshots`, each in
//! two widths, by day and by night.

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use polder_browser_tests::{Browser, Chromedriver, Person, Site};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const BODY: &str = "## What to do first

Keep one list of every laptop that may touch a controller, and **one person** who answers for it.[^1]

| Laptop | Where | Who answers | Checked |
|---|---|---|---:|
| Blue | Pump hall | Duty engineer | 12 |
| Red | Workshop | Maintenance | 3 |

> [!WARNING]
> A laptop that was on the office network yesterday is an office laptop today.

- [x] The cabinet has one key
- [ ] The spare key hangs beside the list

```
ssh -J gateway engineer@10.20.30.40
```

[^1]: Not a department.
";

/// Where the pictures go.
struct Camera(PathBuf);

impl Camera {
    /// Takes a page in all its forms, from top to bottom.
    async fn take(&self, browser: &Browser, name: &str) -> Result<()> {
        for (width, height) in [(390, 844), (1280, 900)] {
            let phone = width < 600;
            cdp(browser, "Emulation.setTouchEmulationEnabled", json!({ "enabled": phone })).await?;
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
            cdp(browser, "Emulation.setDeviceMetricsOverride", metrics).await?;
            for mode in ["light", "dark"] {
                // Nothing may be in the middle of a change of colour.
                let features = json!([
                    { "name": "prefers-color-scheme", "value": mode },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ]);
                cdp(browser, "Emulation.setEmulatedMedia", json!({ "features": features })).await?;
                let layout = cdp(browser, "Page.getLayoutMetrics", json!({})).await?;
                let size = |side: &str| layout.pointer(&format!("/cssContentSize/{side}")).cloned();
                let clip = json!({ "x": 0, "y": 0, "width": size("width"), "height": size("height"), "scale": 1 });
                let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
                let picture = cdp(browser, "Page.captureScreenshot", wanted).await?;
                let data = picture.get("data").and_then(Value::as_str).context("a picture")?;
                fs::write(self.0.join(format!("{name}-{width}-{mode}.png")), BASE64_STANDARD.decode(data)?)?;
                let across = size("width").and_then(|width| width.as_u64()).unwrap_or_default();
                if across > width {
                    println!("{name} is {across} wide where {width} fit");
                }
            }
        }
        println!("{name}");
        Ok(())
    }

    /// Opens pages, each under a name, and takes them.
    async fn tour(&self, browser: &Browser, stops: &[(&str, &str)]) -> Result<()> {
        for (name, address) in stops {
            browser.open(address).await?;
            self.take(browser, name).await?;
        }
        Ok(())
    }
}

async fn cdp(browser: &Browser, method: &str, params: Value) -> Result<Value> {
    browser.driver.cdp().send_raw(method, params).await.with_context(|| method.to_owned())
}

#[tokio::main]
async fn main() -> Result<()> {
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let camera = Camera(PathBuf::from(target).join("screenshots"));
    fs::create_dir_all(&camera.0)?;
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let open = async |email| chromium.browser(&site, Person::Member(email)).await;

    let visitor = chromium.browser(&site, Person::Visitor).await?;
    visits(&camera, &visitor).await?;
    asks_to_join(&camera, &visitor, &site).await?;
    let liaison = open("lotte@voorbeeldpolder.example").await?;
    decides(&camera, &liaison).await?;
    let publisher = open("sam@kestrel.example").await?;
    let work = writes(&camera, &publisher).await?;
    let reviewer = open("noor@voorbeeldland.example").await?;
    reviews(&camera, &liaison, &reviewer, &work).await?;
    plans(&camera, &liaison).await?;
    let member = open("kees@voorbeeldland.example").await?;
    belongs(&camera, &member).await?;
    for browser in [visitor, liaison, publisher, reviewer, member] {
        browser.close().await?;
    }
    Ok(())
}

async fn visits(camera: &Camera, visitor: &Browser) -> Result<()> {
    let stops = [
        ("home-visitor", "/"),
        ("articles-visitor", "/articles"),
        ("articles-none", "/articles?kind=news&sector=food"),
        ("article", "/articles/cloud-historians"),
        ("partners", "/partners"),
        ("partner", "/partners/kestrel-controls"),
        ("events-visitor", "/events"),
        ("house-rules", "/join/house-rules"),
        ("sign-in", "/account/sign-in"),
        ("404", "/articles/never-was"),
        ("401", "/members"),
        ("410", "/account/password/never-was"),
    ];
    camera.tour(visitor, &stops).await?;
    visitor.open("/events").await?;
    visitor.press("[aria-labelledby=coming] h3 a").await?;
    camera.take(visitor, "event-visitor").await?;
    visitor.open("/account/sign-in").await?;
    visitor.fill("#email", "kees@voorbeeldland.example").await?;
    visitor.fill("#password", "not the password").await?;
    visitor.press("main button").await?;
    camera.take(visitor, "sign-in-errors").await
}

async fn asks_to_join(camera: &Camera, visitor: &Browser, site: &Site) -> Result<()> {
    camera.tour(visitor, &[("join", "/join")]).await?;
    visitor.press("main button[type=submit]").await?;
    camera.take(visitor, "join-errors").await?;
    visitor.fill("#name", "Jo Invented").await?;
    visitor.fill("#email", "jo@northbank-foods.example").await?;
    visitor.fill("#function", "Automation engineer").await?;
    visitor.fill("#new_organisation", "Northbank Bakery (invented)").await?;
    visitor.choose("sector", "food").await?;
    visitor.fill("#motivation", "I look after forty controllers on one flat network and bring an inventory.").await?;
    visitor.click("#agree").await?;
    visitor.press("main button[type=submit]").await?;
    camera.take(visitor, "join-sent").await?;
    let mail = site.mail("join-mail-proof", "jo@northbank-foods.example").await?;
    camera.tour(visitor, &[("proof", mail.link()?)]).await?;
    visitor.press("main button").await?;
    camera.take(visitor, "proof-waiting").await?;
    camera.tour(visitor, &[("new-link", "/account/new-link")]).await?;
    visitor.fill("#email", "wim@kestrel.example").await?;
    visitor.press("main button").await?;
    camera.take(visitor, "new-link-sent").await?;
    let mail = site.mail("account-mail-password", "wim@kestrel.example").await?;
    camera.tour(visitor, &[("password", mail.link()?)]).await
}

async fn decides(camera: &Camera, liaison: &Browser) -> Result<()> {
    let stops = [
        ("home-liaison", "/"),
        ("queue", "/join/requests"),
        ("queue-approved", "/join/requests?state=approved"),
        ("work-list-liaison", "/articles/work"),
    ];
    camera.tour(liaison, &stops).await?;
    liaison.open("/join/requests").await?;
    liaison.press("main th a").await?;
    camera.take(liaison, "request").await?;
    liaison.press("form[action$='/decline'] button").await?;
    camera.take(liaison, "request-errors").await?;
    liaison.open("/join/requests?state=declined").await?;
    liaison.press("main th a").await?;
    camera.take(liaison, "request-declined").await
}

/// The answer is the address of the work.
async fn writes(camera: &Camera, publisher: &Browser) -> Result<String> {
    camera.tour(publisher, &[("home-publisher", "/"), ("edit", "/articles/new")]).await?;
    publisher.press("button[value=submit]").await?;
    camera.take(publisher, "edit-errors").await?;
    publisher.fill("#title", "One list of service laptops").await?;
    publisher.fill("#summary", "For whoever hands out laptops: one list, one cabinet and one key.").await?;
    publisher.choose("kind", "checklist").await?;
    publisher.fill("#body", BODY).await?;
    publisher.click("#label-green").await?;
    publisher.click("#sectors-food").await?;
    publisher.press("button[value=preview]").await?;
    camera.take(publisher, "edit-preview").await?;
    publisher.press("button[value=save]").await?;
    let work = publisher.path().await?.replace("/edit", "");
    camera.tour(publisher, &[("work-item-draft", &work), ("work-list-publisher", "/articles/work")]).await?;
    publisher.open(&format!("{work}/edit")).await?;
    publisher.press("button[value=submit]").await?;
    // The session ends in the middle of writing: what was typed is kept.
    publisher.open("/articles/new").await?;
    publisher.fill("#title", "Written while the session ended").await?;
    publisher.fill("#body", BODY).await?;
    publisher.driver.delete_all_cookies().await?;
    publisher.press("button[value=save]").await?;
    camera.take(publisher, "401-kept").await?;
    publisher.fill("#email", "sam@kestrel.example").await?;
    publisher.fill("#password", "droge voeten 2026").await?;
    publisher.press("main button[type=submit]").await?;
    camera.take(publisher, "go-on").await?;
    Ok(work)
}

async fn reviews(camera: &Camera, liaison: &Browser, reviewer: &Browser, work: &str) -> Result<()> {
    camera.tour(liaison, &[("work-item-liaison", work)]).await?;
    let noor = liaison.attribute("#reviewer option[value*=noor]", "value").await?;
    liaison.choose("reviewer", &noor).await?;
    liaison.press("form[action$='/assign'] button").await?;
    camera.tour(reviewer, &[("work-list-reviewer", "/articles/work"), ("work-item-reviewer", work)]).await?;
    reviewer.click("#verdict-approve").await?;
    reviewer.fill("#comment", "We do the same.").await?;
    reviewer.press("form[action$='/review'] button").await?;
    camera.take(reviewer, "work-item-reviewed").await?;
    camera.tour(liaison, &[("work-item-publish", work)]).await
}

async fn plans(camera: &Camera, liaison: &Browser) -> Result<()> {
    camera.tour(liaison, &[("event-new", "/events/new")]).await?;
    liaison.press("button[value=save]").await?;
    camera.take(liaison, "event-new-errors").await?;
    liaison.open("/events").await?;
    liaison.press("[aria-labelledby=coming] h3 a").await?;
    camera.take(liaison, "event-liaison").await?;
    liaison.press(".page-head-actions a.button").await?;
    camera.take(liaison, "event-edit").await
}

async fn belongs(camera: &Camera, member: &Browser) -> Result<()> {
    let stops = [
        ("home-member", "/"),
        ("articles-member", "/articles"),
        ("events-member", "/events"),
        ("members", "/members"),
        ("member", "/members/sam-fictief"),
        ("profile", "/account/profile"),
        ("403", "/join/requests"),
    ];
    camera.tour(member, &stops).await?;
    member.open("/events").await?;
    member.press("[aria-labelledby=coming] h3 a").await?;
    member.press("button[name=answer][value=yes]").await?;
    camera.take(member, "event-member").await?;
    member.open("/articles").await?;
    // The title that stands beside the first label of this kind.
    member.press("li.item:has(.tlp-amber) h3 a").await?;
    camera.take(member, "article-amber").await?;
    member.click(".menu summary").await?;
    camera.take(member, "menu").await
}
