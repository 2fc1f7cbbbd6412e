//! Published: for those whom label and audience allow, and for nobody else.

use super::support::{Changes, People, address, form, with};
use crate::support::{Answer, Site};

const EVERYBODY: [&str; 6] = [
    "lotte@voorbeeldpolder.example",
    "olga@voorbeeldpolder.example",
    "kees@voorbeeldland.example",
    "noor@voorbeeldland.example",
    "sam@kestrel.example",
    "marek@kestrel.example",
];

/// Who of everybody reads the article, by first letter of the name; a visitor is `-`.
///
/// No list shows what is TLP:RED, also to those who may open it.
async fn readers(site: &Site, article: &str, title: &str) -> String {
    let mut readers = String::new();
    let mut check = |mark: char, page: &Answer, lists: Vec<Answer>| {
        let reads = page.status() == 200;
        let listed = reads && !title.ends_with("RED");
        for list in lists {
            assert_eq!(list.body().contains(title), listed, "{mark} at a list: {}", list.page());
        }
        if reads {
            readers.push(mark);
        }
    };
    let mut anon = site.anon();
    let page = anon.get(article).await;
    let lists = vec![anon.get("/articles").await, anon.get("/").await, anon.get("/partners/kestrel-controls").await];
    check('-', &page, lists);
    for email in EVERYBODY {
        let mut actor = site.with_second_factor(email).await;
        let page = actor.get(article).await;
        let lists =
            vec![actor.get("/articles").await, actor.get("/").await, actor.get("/partners/kestrel-controls").await];
        check(email.chars().next().expect("a letter"), &page, lists);
    }
    readers
}

#[tokio::test]
async fn each_label_has_its_readers_in_lists_and_on_pages_alike() {
    let site = Site::demo().await;
    let mut people = People::with_second_factor(&site).await;
    let water = ("audience", "waterschap-voorbeeldland");
    let red: Changes<'_> = &[("people", "noor-fictief")];
    let cases: [(&str, Changes<'_>, &str); 5] = [
        ("CLEAR", &[], "-loknsm"),
        ("GREEN", &[], "loknsm"),
        ("AMBER", &[water], "knsm"),
        ("AMBER+STRICT", &[water], "knsm"),
        ("RED", red, "ns"),
    ];
    for (label, audience, expected) in cases {
        let title = format!("Readers of {}", label.replace('+', " "));
        let typed = with(form(&site, &title).await, &[("label", label)]);
        let work = people.published(&with(typed, audience)).await;
        let article = address(&site, &work).await;
        assert_eq!(readers(&site, &article, &title).await, expected, "{label}");
        let page = people.sam.get(&article).await;
        assert_eq!(page.texts(".sheet-head .tlp, .sheet-foot .tlp"), [format!("TLP:{label}"), format!("TLP:{label}")]);
        assert_eq!(page.has("meta[name=robots][content=noindex]"), label != "CLEAR");
    }
}

#[tokio::test]
async fn what_one_may_not_read_looks_like_what_does_not_exist() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let shape = async |actor: &mut crate::support::Actor, address: &str| {
        let page = actor.get(address).await;
        let id = page.header("x-request-id").to_owned();
        let body = page.body().replace(&id, "ID").replace(address, "ADDRESS");
        let mut headers = page.headers().clone();
        headers.remove("x-request-id");
        (page.status(), headers, body)
    };
    let green = "/articles/monitoring-without-touching-the-process";
    let nowhere = "/articles/monitoring-without-touching-the-nothing";
    assert_eq!(green.len(), nowhere.len());
    let mut anon = site.anon();
    assert!(shape(&mut anon, green).await == shape(&mut anon, nowhere).await, "GREEN for a visitor");
    let red = "/articles/near-miss-shared-credentials";
    let none = "/articles/near-miss-shared-credentialx";
    let mut kees = site.member().await;
    assert!(kees.get("/").await.has(".flash"), "said before the two are compared");
    assert!(shape(&mut kees, red).await == shape(&mut kees, none).await, "RED for somebody else");
    let event = "/events/expertsessie-incidentrespons-procesingenieur";
    let no_event = "/events/expertsessie-incidentrespons-procesingenieux";
    assert!(shape(&mut anon, event).await == shape(&mut anon, no_event).await, "a GREEN event");
    assert!(
        shape(&mut anon, &format!("{event}/event.ics")).await
            == shape(&mut anon, &format!("{no_event}/event.ics")).await,
        "and its file"
    );
    // Also for changes.
    let one = people.sam.post("/articles/oefenen-met-handbediening/revise", &[]).await;
    let other = people.sam.post("/articles/oefenen-met-handbedieninx/revise", &[]).await;
    assert_eq!((one.status(), one.text("main h1")), (other.status(), other.text("main h1")));
    assert_eq!(one.status(), 404);
}

#[tokio::test]
async fn a_title_that_is_taken_gets_an_address_of_its_own() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let mut addresses = Vec::new();
    for _ in 0..3 {
        let work = people.published(&form(&site, "Remote access for suppliers, without a permanent hole").await).await;
        addresses.push(address(&site, &work).await);
    }
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), 3, "{addresses:?}");
    let first = people.sam.get("/articles/supplier-remote-access").await;
    assert!(first.text("h1").starts_with("Remote access"), "the first keeps its own");
}

#[tokio::test]
async fn the_liaison_who_publishes_an_amber_text_reads_it_no_more() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let typed =
        with(form(&site, "Lent for review").await, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]);
    let work = people.approved(&typed).await;
    assert_eq!(people.bram.get(&work).await.status(), 200);
    let done = people.lotte.post(&format!("{work}/publish"), &[]).await;
    assert_eq!(people.lotte.follow(&done).await.status(), 200, "and lands on a page that is there");
    for liaison in [&mut people.lotte, &mut people.bram] {
        assert_eq!(liaison.get(&work).await.status(), 404);
        assert_eq!(liaison.get(&address(&site, &work).await).await.status(), 404);
        assert!(!liaison.get("/articles/work").await.body().contains("Lent for review"));
    }
}

#[tokio::test]
async fn the_author_hears_of_it_once() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    people.published(&form(&site, "Told once").await).await;
    let mails = site.mails_to("sam@kestrel.example").await;
    let kinds: Vec<_> = mails.iter().map(|mail| mail.kind.as_str()).collect();
    assert_eq!(kinds, ["articles-mail-approved", "articles-mail-published"]);
    assert!(mails[1].subject.contains("TLP:GREEN Told once"), "{}", mails[1].subject);
    let link = mails[1].link();
    assert_eq!(people.sam.get(&link).await.status(), 200, "the link in the mail leads somewhere");
}
