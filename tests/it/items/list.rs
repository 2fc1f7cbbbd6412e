//! The address that says nothing of an item, and what waits behind a label.

use super::support::{KEES, NINA, article, article_for, ask, revision};
use crate::house::scene::{self, Scene, Stand};
use uuid::Uuid;

#[tokio::test]
async fn the_address_of_an_item_leads_to_its_page_and_to_nobody_else() {
    let mut scene = Scene::new().await;
    let mut owner = scene.owner().await;
    let item = article(&scene, "AMBER").await;
    let text = revision(&scene, item).await;
    let file = scene::belonging(&mut owner, ("file", item), None).await;
    let work = scene::article(&mut owner, "GREEN", Stand::Submitted).await.1;
    let event = scene::event(&mut owner, "AMBER").await;
    for (id, page) in [
        (item.to_string(), format!("/articles/made-{item}")),
        (text, format!("/articles/made-{item}")),
        (file.to_string(), format!("/articles/made-{item}")),
        (work.to_string(), format!("/articles/work/{work}")),
        (event.to_string(), format!("/events/made-{event}")),
    ] {
        assert_eq!(scene.actor("author").get(&format!("/items/{id}")).await.location(), page);
        for stranger in ["anonymous", "member-elsewhere", "suspended"] {
            assert_eq!(scene.actor(stranger).get(&format!("/items/{id}")).await.status(), 404, "{stranger}");
        }
    }
    assert_eq!(scene.actor("author").get(&format!("/items/{}", Uuid::now_v7())).await.status(), 404);
    assert_eq!(scene.actor("author").get("/items/never-was").await.status(), 404);
}

#[tokio::test]
async fn what_is_under_tlp_red_waits_without_its_title_and_asks_for_a_second_factor() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "RED").await;
    let text = revision(&scene, item).await;
    let nina = scene.actor("named-person");
    let list = nina.get("/items").await;
    assert_eq!(list.count("[aria-labelledby=sealed] li"), 1);
    assert!(list.text("[aria-labelledby=sealed] li").contains("Practice, Kestrel Controls"));
    assert!(!list.body().contains("Made RED") && !list.body().contains("made-"));
    for page in ["/", "/articles", "/articles/work"] {
        assert!(nina.get(page).await.has("main a[href='/items']"), "{page}");
    }
    let link = list.attribute("[aria-labelledby=sealed] a", "href");
    assert_eq!(link, format!("/items/{text}"));
    let asked = nina.get(&link).await;
    assert_eq!((asked.status(), asked.text("h1").as_str()), (403, "This needs your second factor"));
    let strong = scene.with_second_factor(NINA).await.get(&link).await;
    assert_eq!(strong.location(), format!("/articles/made-{item}"));
    assert_eq!(scene.actor("member-elsewhere").get(&link).await.status(), 404);
    let empty = scene.actor("member-elsewhere").get("/items").await;
    assert!(empty.has("[aria-labelledby=sealed] .empty") && empty.has("[aria-labelledby=mine] .empty"));
    assert!(!scene.actor("member-elsewhere").get("/articles").await.has("main a[href='/items']"));
    assert!(!scene.actor("member-elsewhere").get("/").await.has("main a[href='/items']"));
    assert!(!scene.with_second_factor(KEES).await.get("/articles").await.body().contains("made-"));
}

#[tokio::test]
async fn on_a_page_each_finds_what_they_can_do_with_its_label() {
    let mut scene = Scene::new().await;
    let event = scene::event(&mut scene.owner().await, "GREEN").await;
    let item = article(&scene, "GREEN").await;
    for (page, id) in [(format!("/articles/made-{item}"), item), (format!("/events/made-{event}"), event)] {
        let end = |word: &str| format!("a[href='/items/{id}/{word}']");
        let own = scene.actor("author").get(&page).await;
        assert!(own.has(&end("readers")) && own.has(&end("label")) && !own.has(&end("wider")), "{page}");
        let other = scene.actor("member-elsewhere").get(&page).await;
        assert!(!other.has(&end("readers")) && !other.has(&end("label")) && other.has(&end("wider")), "{page}");
    }
    let open = article(&scene, "CLEAR").await;
    for nobody in ["anonymous", "member-elsewhere"] {
        assert!(
            !scene.actor(nobody).get(&format!("/articles/made-{open}")).await.has("a[href^='/items/']"),
            "{nobody}"
        );
    }
}

#[tokio::test]
async fn what_waits_is_told_apart_by_all_that_betrays_nothing() {
    let mut scene = Scene::new().await;
    let first = article(&scene, "RED").await;
    article(&scene, "RED").await;
    let lines = scene.actor("named-person").get("/items").await.texts("[aria-labelledby=sealed] li");
    assert_eq!(lines.len(), 2);
    assert_ne!(lines[0], lines[1]);
    for line in &lines {
        assert!(line.contains("Published") && line.contains("You have not opened it yet"), "{line}");
        assert!(line.contains("TLP:RED"), "{line}");
        assert!(!line.contains("Published on"), "{line}: without a second factor the database does not say when");
    }
    let hint = "Dates are shown once you have shown your second factor.";
    assert!(scene.actor("named-person").get("/items").await.text("main").contains(hint));
    let links = scene.actor("named-person").get("/items").await.texts("[aria-labelledby=sealed] li a");
    assert_ne!(links[0], links[1], "two links of one name lead to two places");
    let mut nina = scene.with_second_factor(NINA).await;
    assert_eq!(nina.get(&format!("/articles/made-{first}")).await.status(), 200);
    let lines = nina.get("/items").await.texts("[aria-labelledby=sealed] li");
    assert!(lines.iter().all(|line| line.contains("Published on ")), "{lines:?}");
    let opened: Vec<_> = lines.iter().filter(|line| line.contains("You opened it last on ")).collect();
    assert!(opened.len() == 1 && !opened[0].contains("not opened"), "{lines:?}");
    assert!(!lines.concat().contains("Made"), "{lines:?}");
    assert!(!nina.get("/items").await.text("main").contains(hint));
    // Nobody else's reading is told.
    let work = scene::article(&mut scene.owner().await, "RED", Stand::Submitted).await.1;
    let mut rosa = scene.with_second_factor("rosa@elsewhere.example").await;
    let line = rosa.get("/items").await.text(&format!("[aria-labelledby=sealed] li:has(a[href='/items/{work}'])"));
    assert!(line.contains("Not published yet, last changed on ") && line.contains("not opened it yet"), "{line}");
}

#[tokio::test]
async fn requests_about_one_source_are_told_apart_and_dated() {
    let mut scene = Scene::new().await;
    for _ in 0..2 {
        let item = article_for(&scene, "AMBER", &["organisation"]).await;
        ask(scene.actor("member-of-audience"), item).await;
    }
    for (who, section) in [("member-of-audience", "mine"), ("author", "for-me")] {
        let lines = scene.actor(who).get("/items").await.texts(&format!("[aria-labelledby={section}] li"));
        let ours: Vec<_> = lines.iter().filter(|line| line.contains("Kestrel Controls")).collect();
        assert!(ours.len() == 2 && ours[0] != ours[1], "{lines:?}");
        assert!(ours.iter().all(|line| line.contains("Asked on ") && line.contains("TLP:AMBER")), "{lines:?}");
    }
}
