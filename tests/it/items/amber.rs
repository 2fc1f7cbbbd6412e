//! A site where TLP:AMBER needs a second factor (`SECOND_FACTOR_FROM=AMBER`): held back everywhere until it is shown, and
//! what is said of that tells nobody what there is.

use crate::articles::support as articles;
use crate::events::support as events;
use crate::support::{Actor, Answer, Site};
use polder::commands::demo::PASSWORD;

const TITLE: &str = "Kept behind the second factor";
const WATER: (&str, &str) = ("audience", "waterschap-voorbeeldland");

/// Publishes a text for the water authority; its address.
async fn article(site: &Site, label: &str) -> String {
    let mut sam = site.publisher().await;
    sam.second_factor().await;
    let fields = articles::with(articles::form(site, TITLE).await, &[("label", label), WATER]);
    let work = articles::draft(&mut sam, &fields).await;
    let done = sam.post(&format!("{work}/publish-alone"), &[("sure", "yes")]).await;
    done.location().to_owned()
}

/// The same for an event.
async fn event(site: &Site) -> String {
    let mut lotte = site.liaison().await;
    lotte.second_factor().await;
    let fields = events::with(events::form(TITLE), &[("label", "AMBER"), WATER]);
    events::send(&mut lotte, "/events/new", &fields).await.location().to_owned()
}

/// What a page says without what is its own by nature: the address, and the number of the request.
fn told(page: &Answer) -> (u16, String, Vec<String>, String) {
    let links = page.attributes("main a, main form", "href");
    (page.status(), page.text("main h1"), links, page.header("cache-control").to_owned())
}

const LISTS: [&str; 6] =
    ["/", "/articles", "/events", "/items", "/partners/kestrel-controls", "/articles?q=Kept+behind"];

#[tokio::test]
async fn no_list_shows_it_without_and_every_list_with_a_second_factor() {
    let site = Site::with_amber_closed().await;
    let pages = [article(&site, "AMBER").await, article(&site, "AMBER+STRICT").await, event(&site).await];
    let mut kees = site.member().await;
    for list in LISTS {
        let page = kees.get(list).await;
        assert_eq!(page.status(), 200, "{list}");
        assert!(!page.body().contains(TITLE) && !page.has("main .item [class*=tlp-amber]"), "{list}");
    }
    for address in &pages {
        let refused = kees.get(address).await;
        assert_eq!((refused.status(), refused.page().as_str()), (403, "error"), "{address}");
        assert!(!refused.body().contains(TITLE));
        let link = refused.attribute("main a.button-primary", "href");
        assert!(link.starts_with("/account/second-factor/confirm?back="), "{link}");
    }
    kees.second_factor().await;
    for address in &pages {
        assert_eq!(kees.get(address).await.text("h1"), TITLE, "{address}");
    }
    assert_eq!(kees.get("/articles").await.body().matches(TITLE).count(), 2);
    assert!(kees.get("/events").await.body().contains(TITLE));
    // What was opened is not TLP:RED: nobody writes it down.
    assert_eq!(site.number("select count(*) from item_reads").await, 0);
}

#[tokio::test]
async fn who_may_not_read_it_cannot_tell_it_from_what_does_not_exist() {
    let site = Site::with_amber_closed().await;
    let (text, meeting) = (article(&site, "AMBER").await, event(&site).await);
    for email in [None, Some("lotte@voorbeeldpolder.example"), Some("olga@voorbeeldpolder.example")] {
        for strong in [false, true] {
            let mut actor = match email {
                Some(email) => site.demo_member(email).await,
                None => site.anon(),
            };
            if strong && email == Some("lotte@voorbeeldpolder.example") {
                actor.second_factor().await;
            }
            // The event is of Lotte's own organisation.
            let addresses = if email.is_none() { vec![&text, &meeting] } else { vec![&text] };
            for address in addresses {
                for end in ["", "/preview.png"] {
                    let mut missing = address.clone();
                    missing.replace_range(missing.len() - 1.., "#");
                    let missing = missing.replace('#', "0");
                    let one = actor.get(&format!("{address}{end}")).await;
                    let other = actor.get(&format!("{missing}{end}")).await;
                    assert_eq!(one.status(), 404, "{email:?} {address}{end}");
                    assert_eq!(told(&one), told(&other), "{email:?} {address}{end}");
                }
            }
        }
    }
}

#[tokio::test]
async fn the_line_on_lists_is_the_same_to_those_who_may_read_something_and_those_who_may_not() {
    let site = Site::with_amber_closed().await;
    let line = |page: &Answer| page.texts(".notice.no-print");
    let mut before = Vec::new();
    let mut readers: Vec<Actor> = Vec::new();
    for email in ["kees@voorbeeldland.example", "lotte@voorbeeldpolder.example"] {
        readers.push(site.demo_member(email).await);
    }
    for actor in &mut readers {
        before.push(line(&actor.get("/articles").await));
    }
    assert!(before[0].iter().any(|line| line.starts_with("What is TLP:AMBER or stricter stands in no list")));
    article(&site, "AMBER").await;
    for (actor, before) in readers.iter_mut().zip(&before) {
        let now = line(&actor.get("/articles").await);
        assert_eq!(&now, before, "it says nothing of what there is");
    }
    let said = |page: Answer| page.body().contains("stands in no list");
    for list in ["/articles", "/events", "/", "/items", "/partners/kestrel-controls"] {
        assert!(said(readers[0].get(list).await), "{list}");
    }
    // Whoever has no second factor is led to one; a visitor is told nothing; nor is who showed it.
    let noor = site.demo_member("noor@voorbeeldland.example").await.get("/articles").await;
    assert!(noor.has(".notice a[href='/account/second-factor']"));
    assert!(!said(site.anon().get("/articles").await));
    readers[0].second_factor().await;
    assert!(!said(readers[0].get("/articles").await));
    // Elsewhere than on such a site there is no such line, and no such need.
    let usual = Site::demo().await;
    assert!(!said(usual.member().await.get("/articles").await));
    let open = article(&usual, "AMBER").await;
    assert_eq!(usual.member().await.get(&open).await.text("h1"), TITLE);
}

#[tokio::test]
async fn whoever_writes_under_it_shows_one_first_and_loses_nothing() {
    let site = Site::with_amber_closed().await;
    let mut sam = site.publisher().await;
    let fields = articles::form(&site, "Written without").await;
    let rows = "select count(*) from items";
    let before = site.number(rows).await;
    for label in ["AMBER", "AMBER+STRICT", "RED"] {
        let typed = articles::with(fields.clone(), &[("label", label), ("people", "noor-fictief")]);
        let refused = articles::send(&mut sam, "/articles/new", &typed).await;
        assert_eq!((refused.status(), refused.has("#label .field-error")), (422, true), "{label}");
        assert_eq!(refused.value("title"), "Written without");
    }
    let mut lotte = site.by_password("lotte@voorbeeldpolder.example", PASSWORD).await;
    assert_eq!(lotte.get("/events/new").await.status(), 403, "the role rests");
    let planned = events::with(events::form("Planned without"), &[("label", "AMBER")]);
    assert_eq!(events::send(&mut lotte, "/events/new", &planned).await.status(), 403);
    assert_eq!(site.number(rows).await, before);
    // A step on what is there is refused as an opening is.
    sam.second_factor().await;
    let work = articles::draft(&mut sam, &articles::with(fields, &[("label", "AMBER")])).await;
    let mut weak = site.publisher().await;
    for step in ["submit", "publish-alone"] {
        assert_eq!(weak.post(&format!("{work}/{step}"), &[("sure", "yes")]).await.status(), 403, "{step}");
    }
    assert!(!weak.get("/articles/work").await.body().contains("Written without"));
    assert!(sam.get("/articles/work").await.body().contains("Written without"));
}

#[tokio::test]
async fn a_mail_says_that_something_waits_although_its_job_reads_nothing() {
    let site = Site::with_amber_closed().await;
    let mut sam = site.publisher().await;
    sam.second_factor().await;
    let fields = articles::with(articles::form(&site, TITLE).await, &[("label", "AMBER"), WATER]);
    articles::submitted(&mut sam, &fields).await;
    let mail = site.mails_to("lotte@voorbeeldpolder.example").await.pop().expect("a mail");
    assert_eq!(mail.kind, "articles-mail-waits");
    assert!(!mail.raw.contains(TITLE) && !mail.raw.contains("AMBER"));
}
