//! News about texts: only to those who may read them, and without the title of what is restricted.

use crate::support::{Actor, Site};

const BODY: &str = "One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. \
                    One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. \
                    One two three four five six seven eight nine ten. The end.";

async fn submit(site: &Site, sam: &mut Actor, title: &str, label: &[(&str, &str)]) -> String {
    let house = site.word("select id::text from organisations where slug = 'kestrel-controls'").await;
    let mut fields = vec![
        ("title", title),
        ("summary", "For whoever wants to know whether a summary of forty characters is long enough."),
        ("kind", "practice"),
        ("language", "en"),
        ("organisation", house.as_str()),
        ("sectors", "waste-water"),
        ("body", BODY),
        ("action", "submit"),
    ];
    fields.extend_from_slice(label);
    let answer = sam.post("/articles/new", &fields).await;
    assert_eq!(answer.status(), 303, "{:?}", answer.texts(".field-error"));
    answer.location().to_owned()
}

#[tokio::test]
async fn a_mail_about_a_restricted_text_names_neither_title_nor_label_nor_source() {
    let site = Site::demo().await;
    let mut sam = site.with_second_factor("sam@kestrel.example").await;
    let amber = [("label", "AMBER"), ("audience", "waterschap-voorbeeldland")];
    let strict = [("label", "AMBER+STRICT"), ("audience", "waterschap-voorbeeldland")];
    let red = [("label", "RED"), ("people", "noor-fictief")];
    for label in [&amber[..], &strict, &red] {
        submit(&site, &mut sam, "Secret pumps of Zandvoort", label).await;
    }
    submit(&site, &mut sam, "Open pumps of Delft", &[("label", "GREEN")]).await;
    let mails = site.mails_to("lotte@voorbeeldpolder.example").await;
    assert_eq!(mails.len(), 4);
    let (named, unnamed): (Vec<_>, Vec<_>) = mails.iter().partition(|mail| mail.raw.contains("Open pumps"));
    assert_eq!((named.len(), unnamed.len()), (1, 3));
    assert!(named[0].subject.contains("TLP:GREEN"), "{}", named[0].subject);
    for mail in unnamed {
        for word in ["pumps", "Zandvoort", "Kestrel", "AMBER", "RED", "summary"] {
            assert!(!mail.text.contains(word) && !mail.subject.contains(word), "{word} in {}", mail.text);
        }
        assert_eq!(mail.kind, "articles-mail-waits");
        let mut lotte = site.with_second_factor("lotte@voorbeeldpolder.example").await;
        let way = lotte.get(&mail.link()).await;
        assert_eq!(lotte.get(way.location()).await.page(), "articles/work_item", "the link leads there");
    }
}

#[tokio::test]
async fn who_lost_the_right_to_read_before_it_left_gets_nothing() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    submit(&site, &mut sam, "Pumps", &[("label", "GREEN")]).await;
    // Lotte is no liaison any more, Bram is suspended.
    site.run("update members set roles = '{}' where slug = 'lotte-verzonnen'").await;
    site.run("update members set state = 'suspended' where slug = 'bram-denkbeeldig'").await;
    assert_eq!(site.tick().await, 2);
    assert!(site.mails().is_empty(), "{:?}", site.mails());
}

#[tokio::test]
async fn a_reviewer_who_was_replaced_before_the_mail_left_gets_nothing() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let mut lotte = site.liaison().await;
    let work = submit(&site, &mut sam, "Pumps", &[("label", "GREEN")]).await;
    site.tick().await;
    for reviewer in ["noor-fictief", "kees-van-nergens"] {
        let before = lotte.get(&work).await.attribute("input[name=instead_of]", "value");
        let fields = [("reviewer", reviewer), ("instead_of", before.as_str())];
        assert_eq!(lotte.post(&format!("{work}/assign"), &fields).await.status(), 303);
    }
    assert!(site.mails_to("noor@voorbeeldland.example").await.is_empty());
    assert_eq!(site.mails_to("kees@voorbeeldland.example").await.len(), 1);
}

#[tokio::test]
async fn a_decision_taken_before_the_mail_left_leaves_the_liaisons_in_peace() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    let request = liaison.get("/join/requests").await.attributes("tbody th a", "href").pop().expect("a request");
    let id = request.rsplit('/').next().expect("an id");
    site.run(&format!(
        "insert into jobs (id, kind, payload, run_at, created_at)
         select gen_random_uuid(), 'join-waiting', jsonb_build_object('job', 'join-waiting', 'request', '{id}', 'liaison', id),
                '2026-11-24', '2026-11-24'
         from members where 'liaison' = any (roles)"
    ))
    .await;
    let declined = liaison.post(&format!("{request}/decline"), &[("reason", "We know each other already.")]).await;
    assert_eq!(declined.status(), 303);
    site.tick().await;
    assert!(site.mails().iter().all(|mail| mail.kind == "join-mail-declined"), "{:?}", site.mails());
}
