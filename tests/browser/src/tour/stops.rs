//! The stops, in an order in which each finds what it needs.

use super::{Tour, Visitor};
use crate::{Browser, Person, SECOND_FACTOR, code};
use anyhow::Result;
use std::collections::BTreeSet;
use thirtyfour::By;

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
tar -cf projects.tar projects
```

[^1]: Not a department.
";

pub(super) async fn all(tour: &Tour<'_, impl Visitor>) -> Result<()> {
    let visitor = tour.browser(Person::Visitor).await?;
    visits(tour, &visitor).await?;
    super::joining::asks_to_join(tour, &visitor).await?;
    styleguide(tour, &visitor).await?;
    let liaison = tour.browser(Person::Member("lotte@voorbeeldpolder.example")).await?;
    super::joining::decides(tour, &liaison).await?;
    let publisher = tour.browser(Person::Member("sam@kestrel.example")).await?;
    let work = writes(tour, &publisher).await?;
    let reviewer = tour.browser(Person::Member("noor@voorbeeldland.example")).await?;
    reviews(tour, &liaison, &reviewer, &work).await?;
    plans(tour, &liaison).await?;
    addresses(tour, &liaison).await?;
    let coordinator = tour.browser(Person::Member("fatima@kestrel.example")).await?;
    lists_clients(tour, &coordinator).await?;
    let member = tour.browser(Person::Member("kees@voorbeeldland.example")).await?;
    belongs(tour, &member).await?;
    labels(tour, &publisher, &member).await?;
    breaks_the_glass(tour, &liaison).await?;
    super::guards::all(tour, &liaison, &visitor).await?;
    confirms(tour, &reviewer, &member).await?;
    adds_a_passkey(tour, &coordinator).await?;
    goes_elsewhere(tour, &visitor, &member).await?;
    super::joining::invites(tour, &liaison, &visitor, &member).await?;
    looks_after(tour, &liaison, &coordinator).await?;
    leaves(tour, &visitor, &member, (&liaison, &coordinator)).await?;
    for browser in [visitor, liaison, publisher, reviewer, coordinator, member] {
        browser.close().await?;
    }
    Ok(())
}

/// Signing in elsewhere: the button, the page on the way, and the page of the link.
async fn goes_elsewhere(tour: &Tour<'_, impl Visitor>, visitor: &Browser, member: &Browser) -> Result<()> {
    visitor.open("/account/sign-in").await?;
    // Stays where it is: the provider of these tests has nothing to show (`src/provider.rs`).
    visitor.press("#provider").await?;
    tour.stop(visitor, "provider-go").await?;
    tour.pages(member, &[("provider", "/account/provider")]).await
}

async fn visits(tour: &Tour<'_, impl Visitor>, visitor: &Browser) -> Result<()> {
    let stops = [
        ("home-visitor", "/"),
        ("articles-visitor", "/articles"),
        ("articles-none", "/articles?kind=news&sector=food"),
        ("partners", "/partners"),
        ("partner", "/partners/kestrel-controls"),
        ("events-visitor", "/events"),
        ("house-rules", "/join/house-rules"),
        ("sign-in", "/account/sign-in"),
        ("404", "/articles/never-was"),
        ("401", "/members"),
        ("410", "/account/password/never-was"),
    ];
    tour.pages(visitor, &stops).await?;
    visitor.open("/articles").await?;
    visitor.press("li.item h3 a").await?;
    tour.stop(visitor, "article").await?;
    visitor.open("/events").await?;
    visitor.press("[aria-labelledby=coming] h3 a").await?;
    tour.stop(visitor, "event-visitor").await?;
    visitor.open("/account/sign-in").await?;
    visitor.fill("#email", "kees@voorbeeldland.example").await?;
    visitor.fill("#password", "not the password").await?;
    visitor.press("main button").await?;
    tour.stop(visitor, "sign-in-errors").await
}

/// Every component in every state, chapter by chapter.
async fn styleguide(tour: &Tour<'_, impl Visitor>, visitor: &Browser) -> Result<()> {
    tour.pages(visitor, &[("styleguide", "/styleguide")]).await?;
    let mut chapters = BTreeSet::new();
    for link in visitor.driver.find_all(By::Css("main a[href^='/styleguide/']")).await? {
        chapters.extend(link.attr("href").await?);
    }
    for chapter in chapters {
        tour.pages(visitor, &[(&chapter.trim_start_matches('/').replace('/', "-"), &chapter)]).await?;
    }
    Ok(())
}

/// The answer is the address of the work.
async fn writes(tour: &Tour<'_, impl Visitor>, publisher: &Browser) -> Result<String> {
    tour.pages(publisher, &[("home-publisher", "/"), ("edit", "/articles/new")]).await?;
    publisher.press("button[value=submit]").await?;
    tour.stop(publisher, "edit-errors").await?;
    publisher.fill("#title", "One list of service laptops").await?;
    publisher.fill("#summary", "For whoever hands out laptops: one list, one cabinet and one key.").await?;
    publisher.choose("kind", "checklist").await?;
    publisher.fill("#body", BODY).await?;
    publisher.click("#label-green").await?;
    publisher.click("#sectors-food").await?;
    publisher.press("button[value=preview]").await?;
    tour.stop(publisher, "edit-preview").await?;
    publisher.press("button[value=readers]").await?;
    tour.stop(publisher, "edit-readers").await?;
    publisher.fill("#body", &format!("{BODY}\n\nIts list is kept at 10.20.30.40, which is plc-rwzi-03.")).await?;
    publisher.press("button[value=submit]").await?;
    tour.stop(publisher, "edit-suits-stricter").await?;
    publisher.press("button[value=save]").await?;
    let telling = publisher.path().await?.replace("/edit", "");
    tour.pages(publisher, &[("work-item-suits-stricter", &telling)]).await?;
    publisher.open(&format!("{telling}/edit")).await?;
    publisher.click("#label-amber").await?;
    publisher.press("button[value=save]").await?;
    publisher.open(&telling).await?;
    publisher.press("button[formaction$='/publish-alone']").await?;
    tour.stop(publisher, "work-item-alone-errors").await?;
    publisher.open(&format!("{telling}/edit")).await?;
    publisher.click("#label-green").await?;
    publisher.fill("#body", BODY).await?;
    publisher.press("button[value=save]").await?;
    let work = publisher.path().await?.replace("/edit", "");
    tour.pages(publisher, &[("work-item-draft", &work), ("work-list-publisher", "/articles/work")]).await?;
    // A form without a file is sent back; a file of its own label is chosen where there is room for the choice.
    let id = work.rsplit('/').next().unwrap_or_default().to_owned();
    tour.pages(publisher, &[("file-new", &format!("/files/to/{id}"))]).await?;
    publisher.press("form[action='/files'] button[type=submit]").await?;
    tour.stop(publisher, "file-new-errors").await?;
    publisher.open(&format!("{work}/edit")).await?;
    publisher.press("button[value=submit]").await?;
    // The session ends in the middle of writing: what was typed is kept.
    publisher.open("/articles/new").await?;
    publisher.fill("#title", "Written while the session ended").await?;
    publisher.fill("#body", BODY).await?;
    publisher.driver.delete_all_cookies().await?;
    publisher.press("button[value=save]").await?;
    tour.stop(publisher, "401-kept").await?;
    publisher.fill("#email", "sam@kestrel.example").await?;
    publisher.fill("#password", "droge voeten 2026").await?;
    publisher.press("main button[type=submit]").await?;
    tour.stop(publisher, "go-on").await?;
    Ok(work)
}

async fn reviews(tour: &Tour<'_, impl Visitor>, liaison: &Browser, reviewer: &Browser, work: &str) -> Result<()> {
    tour.pages(liaison, &[("work-item-liaison", work)]).await?;
    let noor = liaison.attribute("#reviewer option[value*=noor]", "value").await?;
    liaison.choose("reviewer", &noor).await?;
    liaison.press("form[action$='/assign'] button").await?;
    tour.pages(reviewer, &[("work-list-reviewer", "/articles/work"), ("work-item-reviewer", work)]).await?;
    reviewer.click("#verdict-approve").await?;
    reviewer.fill("#comment", "We do the same.").await?;
    reviewer.press("form[action$='/review'] button").await?;
    tour.stop(reviewer, "work-item-reviewed").await?;
    tour.pages(liaison, &[("work-item-publish", work)]).await
}

async fn plans(tour: &Tour<'_, impl Visitor>, liaison: &Browser) -> Result<()> {
    tour.pages(liaison, &[("event-new", "/events/new")]).await?;
    liaison.press("button[value=save]").await?;
    tour.stop(liaison, "event-new-errors").await?;
    liaison.click("#label-green").await?;
    liaison.fill("#body", "Call 06 12345678, or knock at plc-kelder-07.").await?;
    liaison.press("button[value=readers]").await?;
    tour.stop(liaison, "event-new-readers").await?;
    liaison.open("/events").await?;
    liaison.press("[aria-labelledby=coming] h3 a").await?;
    tour.stop(liaison, "event-liaison").await?;
    liaison.press(".page-head-actions a.button").await?;
    tour.stop(liaison, "event-edit").await
}

/// The circles that a source can address: groups, and who was at an event.
async fn addresses(tour: &Tour<'_, impl Visitor>, liaison: &Browser) -> Result<()> {
    tour.pages(liaison, &[("group-new", "/groups/new")]).await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "group-new-errors").await?;
    liaison.open("/groups/remote-access").await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "group-errors").await?;
    liaison.open("/groups/remote-access").await?;
    liaison.click(".item details summary").await?;
    tour.stop(liaison, "group-ending").await?;
    let held = "/events/werkgroep-modems-en-vergeten-toegangspaden/attendance";
    let stops = [
        ("log", "/log"),
        ("retention", "/log/retention"),
        ("log-narrowed", "/log?q=nothing&from=2026-01-01"),
        ("groups-liaison", "/groups"),
        ("group-liaison", "/groups/remote-access"),
        ("group-closed", "/groups/modems-en-vergeten-toegangspaden"),
        ("group-edit", "/groups/remote-access/edit"),
        ("attendance", held),
        ("attendance-not-yet", "/events/webinar-one-way-process-data/attendance"),
    ];
    tour.pages(liaison, &stops).await
}

async fn lists_clients(tour: &Tour<'_, impl Visitor>, coordinator: &Browser) -> Result<()> {
    let clients = "/partners/kestrel-controls/clients";
    tour.pages(coordinator, &[("partner-coordinator", "/partners/kestrel-controls"), ("clients", clients)]).await?;
    coordinator.press("#main-form button").await?;
    tour.stop(coordinator, "clients-errors").await?;
    let remove = "form[action$='/clients/waterschap-voorbeeldland/remove'] button";
    coordinator.open(clients).await?;
    coordinator.click(".item details summary").await?;
    coordinator.press(remove).await?;
    tour.stop(coordinator, "clients-none").await?;
    coordinator.choose("client", "waterschap-voorbeeldland").await?;
    coordinator.press("#main-form button").await?;
    tour.stop(coordinator, "clients-listed").await
}

async fn belongs(tour: &Tour<'_, impl Visitor>, member: &Browser) -> Result<()> {
    let stops = [
        ("home-member", "/"),
        ("articles-member", "/articles"),
        ("events-member", "/events"),
        ("members", "/members"),
        ("groups", "/groups"),
        ("group", "/groups/remote-access"),
        ("event-attended", "/events/werkgroep-modems-en-vergeten-toegangspaden"),
        ("profile", "/account/profile"),
        ("log-mine", "/log/mine"),
        ("403", "/join/requests"),
    ];
    tour.pages(member, &stops).await?;
    member.open("/members").await?;
    member.press("main .card-title a").await?;
    tour.stop(member, "member").await?;
    member.open("/events").await?;
    member.press("[aria-labelledby=coming] h3 a").await?;
    member.press("button[name=answer][value=yes]").await?;
    tour.stop(member, "event-member").await?;
    member.open("/articles").await?;
    // The title that stands beside the first label of this kind.
    member.press("li.item:has(.tlp-amber) h3 a").await?;
    tour.stop(member, "article-amber").await?;
    member.click(".menu summary").await?;
    tour.stop(member, "menu").await
}

/// A reader asks for wider sharing; the source looks who reads it, answers, and changes the label.
async fn labels(tour: &Tour<'_, impl Visitor>, source: &Browser, reader: &Browser) -> Result<()> {
    let page = "/articles/backups-of-controllers-and-engineering-stations";
    tour.pages(reader, &[("items", "/items"), ("article-green", page)]).await?;
    reader.press("a[href^='/items/'][href$='/wider']").await?;
    tour.stop(reader, "wider").await?;
    reader.press("#main-form button.button-primary").await?;
    tour.stop(reader, "wider-errors").await?;
    reader.click("#label-clear").await?;
    reader.fill("#purpose", "For the integrator who keeps our backups.").await?;
    reader.press("#main-form button.button-primary").await?;
    tour.stop(reader, "request-asked").await?;
    tour.pages(reader, &[("items-asked", "/items")]).await?;
    tour.pages(source, &[("items-source", "/items"), ("article-source", page)]).await?;
    source.press("a[href^='/items/'][href$='/readers']").await?;
    tour.stop(source, "readers").await?;
    source.choose("who", ".visitor").await?;
    source.press("form[action$='/view-as'] button").await?;
    tour.stop(source, "view-as-visitor").await?;
    source.choose("who", ".member").await?;
    source.press("form[action$='/view-as'] button").await?;
    tour.stop(source, "view-as-member").await?;
    source.open("/items").await?;
    source.press("[aria-labelledby=for-me] h3 a").await?;
    tour.stop(source, "request-to-answer").await?;
    source.press("#main-form button").await?;
    tour.stop(source, "request-errors-answer").await?;
    source.press("a.button-primary[href*='/label?request=']").await?;
    tour.stop(source, "label-answer").await?;
    source.press("button[value=readers]").await?;
    tour.stop(source, "label-readers").await?;
    source.press("button[value=save]").await?;
    tour.stop(source, "label-errors").await?;
    source.fill("#reason", "The customer agreed that everybody may read this.").await?;
    source.press("button[value=save]").await?;
    tour.stop(source, "readers-after").await?;
    tour.pages(reader, &[("article-relabelled", page)]).await
}

/// A liaison shows the second factor that the demo gives, and asks for an address with nothing behind it.
async fn breaks_the_glass(tour: &Tour<'_, impl Visitor>, liaison: &Browser) -> Result<()> {
    liaison.second_factor(SECOND_FACTOR, "/items/break-glass").await?;
    tour.stop(liaison, "glass").await?;
    liaison.press("#main-form button.button-danger").await?;
    tour.stop(liaison, "glass-errors").await
}

/// A passkey, its name, and what can be taken away once it is there.
async fn adds_a_passkey(tour: &Tour<'_, impl Visitor>, member: &Browser) -> Result<()> {
    tour.pages(member, &[("passkeys-none", "/account/passkeys")]).await?;
    member.fill("#name", "").await?;
    // Sent as it is, as without a script.
    member.evaluate("document.getElementById('passkey').dataset.answered = 'yes'").await?;
    member.press("#passkey").await?;
    tour.stop(member, "passkeys-errors").await?;
    member.add_passkey("My telephone").await?;
    tour.stop(member, "passkeys").await?;
    tour.pages(member, &[("password-remove", "/account/passkeys/password")]).await?;
    member.open("/account/passkeys").await?;
    member.press(".item h2 a").await?;
    tour.stop(member, "passkey").await?;
    member.press("#main-form a.button").await?;
    tour.stop(member, "passkey-remove").await
}

/// One sets up a second factor, the other cannot find the phone.
async fn confirms(tour: &Tour<'_, impl Visitor>, new: &Browser, member: &Browser) -> Result<()> {
    const SEND: &str = "#main-form button.button-primary";
    tour.pages(new, &[("second-factor-none", "/account/second-factor")]).await?;
    new.press("form[action$='/begin'] button").await?;
    tour.stop(new, "second-factor-setup").await?;
    new.fill("#code", "12").await?;
    new.press(SEND).await?;
    tour.stop(new, "second-factor-setup-errors").await?;
    let key = new.text("main dd code").await?;
    new.fill("#code", &code(&key)?).await?;
    new.press(SEND).await?;
    tour.stop(new, "recovery-codes").await?;
    new.press("main .buttons a").await?;
    tour.stop(new, "second-factor-shown").await?;
    let stops =
        [("second-factor-set", "/account/second-factor"), ("confirm", "/account/second-factor/confirm?back=/events")];
    tour.pages(member, &stops).await?;
    for again in [false, true, true, true, true] {
        member.fill("#code", "000000").await?;
        member.press(SEND).await?;
        if !again {
            tour.stop(member, "confirm-errors").await?;
        }
    }
    tour.stop(member, "confirm-paused").await
}

/// The people of an organisation, and an organisation that leaves and comes back.
async fn looks_after(tour: &Tour<'_, impl Visitor>, liaison: &Browser, coordinator: &Browser) -> Result<()> {
    let people = "/partners/kestrel-controls/people";
    let tess = format!("{people}/tess-testdijk");
    let own = format!("{people}/fatima-sample");
    tour.pages(coordinator, &[("people", people), ("person", &tess), ("person-own", &own)]).await?;
    let departure = "/partners/tno/departure";
    tour.pages(liaison, &[("departure", departure)]).await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "departure-errors").await?;
    liaison.fill("#reason", "It takes part elsewhere.").await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "partner-former").await?;
    tour.pages(liaison, &[("partners-former", "/partners"), ("return", departure)]).await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "partner-returned").await
}

/// How somebody leaves, and what they read who did.
async fn leaves(
    tour: &Tour<'_, impl Visitor>,
    visitor: &Browser,
    member: &Browser,
    (liaison, coordinator): (&Browser, &Browser),
) -> Result<()> {
    tour.pages(
        member,
        &[("rules-agreed", "/account/house-rules"), ("data", "/account/data"), ("delete", "/account/delete")],
    )
    .await?;
    member.press("#main-form button").await?;
    tour.stop(member, "delete-errors").await?;
    tour.pages(member, &[("leave", "/account/leave")]).await?;
    member.press("#main-form button").await?;
    tour.stop(member, "leave-errors").await?;
    coordinator.open("/partners/kestrel-controls/people/tess-testdijk/end").await?;
    tour.stop(coordinator, "end").await?;
    coordinator.press("#main-form button").await?;
    tour.stop(coordinator, "end-errors").await?;
    coordinator.fill("#reason", "Works elsewhere now.").await?;
    coordinator.press("#main-form button").await?;
    tour.stop(coordinator, "people-ended").await?;
    visitor.open("/account/sign-in").await?;
    visitor.fill("#email", "tess@kestrel.example").await?;
    visitor.fill("#password", "droge voeten 2026").await?;
    visitor.press("main button[type=submit]").await?;
    tour.stop(visitor, "asleep").await?;
    visitor.press("main form button").await?;
    tour.stop(visitor, "asleep-sent").await?;
    visitor.fill("#email", "tess@kestrel.example").await?;
    visitor.fill("#password", "droge voeten 2026").await?;
    visitor.press("main button[type=submit]").await?;
    tour.stop(visitor, "asleep-asked").await?;
    let people = "/partners/kestrel-controls/people";
    let tess = format!("{people}/tess-testdijk");
    // She was sent away: the coordinator reads that a liaison decides.
    tour.pages(coordinator, &[("people-wake-asked", people), ("person-ended", &tess)]).await?;
    tour.pages(liaison, &[("person-wake-asked", &tess)]).await
}
