//! What is in work: for those who work on it, and for nobody else.

use super::support::{Changes, People, draft, form, submitted, with};
use crate::support::{Actor, Site};

async fn everybody_else(site: &Site) -> Vec<(&'static str, Actor)> {
    let mut actors = Vec::new();
    for email in [
        "lotte@voorbeeldpolder.example",
        "olga@voorbeeldpolder.example",
        "iris@voorbeeldland.example",
        "kees@voorbeeldland.example",
        "noor@voorbeeldland.example",
        "fatima@kestrel.example",
        "marek@kestrel.example",
    ] {
        actors.push((email, site.demo_member(email).await));
    }
    actors
}

#[tokio::test]
async fn a_draft_of_any_label_is_seen_by_its_publishers_alone() {
    let site = Site::demo().await;
    let mut sam = site.with_second_factor("sam@kestrel.example").await;
    let mut others = everybody_else(&site).await;
    let cases: [(&str, Changes<'_>); 5] = [
        ("CLEAR", &[]),
        ("GREEN", &[]),
        ("AMBER", &[("audience", "waterschap-voorbeeldland"), ("audience", "stichting-voorbeeldpolder")]),
        ("AMBER+STRICT", &[("audience", "waterschap-voorbeeldland"), ("audience", "stichting-voorbeeldpolder")]),
        ("RED", &[("people", "kees-van-nergens"), ("people", "lotte-verzonnen"), ("people", "marek-placeholder")]),
    ];
    for (label, audience) in cases {
        let title = format!("Unfinished {}", label.replace('+', " "));
        let typed = with(form(&site, &title).await, &[("label", label)]);
        let work = draft(&mut sam, &with(typed, audience)).await;
        assert_eq!(sam.get(&work).await.text("h1"), title);
        for (email, actor) in &mut others {
            assert_eq!(actor.get(&work).await.status(), 404, "{email} opens a {label} draft");
            for list in ["/articles/work", "/articles", "/", "/partners/kestrel-controls"] {
                assert!(!actor.get(list).await.body().contains(&title), "{email} sees a {label} draft at {list}");
            }
        }
        assert_eq!(site.anon().get(&work).await.status(), 401);
    }
}

#[tokio::test]
async fn a_text_handed_in_is_seen_by_liaisons_and_its_reviewer_and_by_no_reader_of_tomorrow() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let typed =
        with(form(&site, "Under review").await, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]);
    let work = people.assigned(&typed).await;
    for actor in [&mut people.sam, &mut people.noor, &mut people.lotte, &mut people.bram] {
        assert_eq!(actor.get(&work).await.status(), 200);
    }
    for email in ["kees@voorbeeldland.example", "iris@voorbeeldland.example", "marek@kestrel.example"] {
        let mut other = site.demo_member(email).await;
        assert_eq!(other.get(&work).await.status(), 404, "{email}");
        assert!(!other.get("/articles/work").await.body().contains("Under review"), "{email}");
    }
}

#[tokio::test]
async fn readers_of_a_published_text_do_not_read_the_words_of_its_review() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    for (label, audience) in [("GREEN", None), ("AMBER", Some(("audience", "waterschap-voorbeeldland")))] {
        let typed = with(form(&site, &format!("Reviewed {label}")).await, &[("label", label)]);
        let typed = with(typed, audience.as_slice());
        let work = people.assigned(&typed).await;
        let words = [("verdict", "approve"), ("comment", "The third paragraph is weak, but let it pass.")];
        assert_eq!(people.noor.post(&format!("{work}/review"), &words).await.status(), 303);
        assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);
        let article = super::support::address(&site, &work).await;
        for email in ["kees@voorbeeldland.example", "iris@voorbeeldland.example"] {
            let mut reader = site.demo_member(email).await;
            assert_eq!(reader.get(&article).await.status(), 200, "{email} reads a {label} text");
            assert_eq!(reader.get(&work).await.status(), 404, "{email} reads the review of a {label} text");
        }
        assert!(people.sam.get(&work).await.body().contains("The third paragraph is weak"));
    }
}

#[tokio::test]
async fn everybody_finds_what_waits_for_them_in_its_section() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let mine = draft(&mut people.sam, &form(&site, "Still writing").await).await;
    let handed_in = submitted(&mut people.sam, &form(&site, "Handed in").await).await;
    let in_review = people.assigned(&form(&site, "In review").await).await;
    let ready = people.approved(&form(&site, "Ready").await).await;
    let section = |name: &str| format!("section[aria-labelledby=section-{name}] th a");
    let cases = [
        (&mut people.sam.clone(), "mine", vec![&mine]),
        (&mut people.sam.clone(), "elsewhere", vec![&handed_in, &in_review, &ready]),
        (&mut people.lotte, "assign", vec![&handed_in]),
        (&mut people.bram, "publish", vec![&ready]),
        (&mut people.noor, "review", vec![&in_review]),
    ];
    let all = [&mine, &handed_in, &in_review, &ready];
    for (actor, name, expected) in cases {
        let found = actor.get("/articles/work").await.attributes(&section(name), "href");
        for work in all {
            assert_eq!(found.contains(work), expected.contains(&work), "{work} in {name}: {found:?}");
        }
    }
}

#[tokio::test]
async fn an_id_that_is_none_leads_nowhere() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    for id in ["019376b0-0000-7000-8000-000000000000", "1", "%20", "new", "-", "%FF"] {
        assert_eq!(sam.get(&format!("/articles/work/{id}")).await.status(), 404, "{id}");
        assert_eq!(sam.get(&format!("/articles/work/{id}/edit")).await.status(), 404, "{id}");
        assert_eq!(sam.post(&format!("/articles/work/{id}/submit"), &[]).await.status(), 404, "{id}");
        assert_eq!(
            sam.post(&format!("/articles/work/{id}/review"), &[("verdict", "approve")]).await.status(),
            404,
            "{id}"
        );
    }
}
