//! Who can see this: the same people as the reference says, for who speaks for the source.

use super::support::{SAM, article};
use crate::house::reference::Reach;
use crate::house::scene::{self, COMBINATIONS, Scene, Stand};
use std::collections::BTreeSet;

#[tokio::test]
async fn the_list_is_that_of_the_reference_for_every_label_and_audience() {
    let scene = Scene::new().await;
    let mut owner = scene.owner().await;
    let mut sam = scene.with_second_factor(SAM).await;
    for combination in COMBINATIONS {
        for stand in [Stand::Published, Stand::Submitted] {
            let (article, revision) = scene::article_for(&mut owner, combination, stand).await;
            let item = if stand == Stand::Published { article } else { revision };
            let world = scene.world().await;
            let can = |person: &&crate::house::reference::Person| {
                person.active && world.reach(Some(person), &world.items[&item]) != Reach::Closed
            };
            let mut expected = BTreeSet::new();
            for person in world.people.values().filter(can) {
                let slug = format!("select slug from members where id = '{}'", person.id);
                expected.insert(format!("/members/{}", scene.site.word(&slug).await));
            }
            let page = sam.get(&format!("/items/{item}/readers")).await;
            assert_eq!(page.status(), 200, "{combination:?} {stand:?}");
            let found: BTreeSet<_> = page.attributes("[aria-labelledby=people] th a", "href").into_iter().collect();
            if combination.0 == "CLEAR" && stand == Stand::Published {
                assert!(found.is_empty() && page.text(".lede").contains("Everybody"));
                continue;
            }
            assert_eq!(found, expected, "{combination:?} {stand:?}");
            assert!(page.text(".lede").contains(&expected.len().to_string()), "{}", page.text(".lede"));
        }
    }
}

#[tokio::test]
async fn each_reader_has_a_reason() {
    let mut scene = Scene::new().await;
    let item = super::support::article_for(&scene, "AMBER", &["organisation", "group", "person", "meeting"]).await;
    let page = scene.actor("author").get(&format!("/items/{item}/readers")).await;
    let row = |name: &str| page.texts("tbody tr").into_iter().find(|row| row.starts_with(name)).unwrap_or_default();
    for (name, why) in [
        ("Tess", "belongs to the source"),
        ("Kees", "belongs to Waterschap Voorbeeldland"),
        ("Cora", "client of Waterschap Voorbeeldland"),
        ("Cleo", "client of Kestrel"),
        ("Gina", "in the group made-group"),
        ("Nina", "named"),
        ("Atte", "was at "),
    ] {
        assert!(row(name).contains(why) || name == "Tess", "{name}: {}", row(name));
    }
    assert_eq!(row("Yves"), "");
}

#[tokio::test]
async fn it_says_who_opened_what_is_under_tlp_red_and_what_belongs_to_it() {
    let scene = Scene::new().await;
    let item = article(&scene, "RED").await;
    let file = scene::belonging(&mut scene.owner().await, ("file", item), None).await;
    let mut nina = scene.with_second_factor("nina@elsewhere.example").await;
    assert_eq!(nina.get(&format!("/articles/made-{item}")).await.status(), 200);
    let page = scene.with_second_factor(SAM).await.get(&format!("/items/{item}/readers")).await;
    assert!(page.text("[aria-labelledby=opened]").contains("Nina"), "{}", page.text("main"));
    assert!(page.text("[aria-labelledby=parts]").contains("as the page"), "{file}");
    assert_eq!(nina.get(&format!("/items/{item}/readers")).await.status(), 404, "Nina does not speak for Kestrel");
}

#[tokio::test]
async fn of_the_notes_that_belong_to_it_those_count_that_say_something() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let text = super::support::revision(&scene, item).await;
    let addresses = [format!("/items/{item}/readers"), format!("/items/{item}/view-as?who=zoe")];
    for address in &addresses {
        let page = scene.actor("author").get(address).await;
        assert_eq!(page.status(), 200, "{address}");
        assert!(!page.text("main").contains("Review note"), "that it was begun is no note: {address}");
    }
    for note in ["Say which valve.", "It is clear now."] {
        scene
            .site
            .run(&format!(
                "insert into revision_events (id, revision_id, at, actor_id, action, note)
                 select gen_random_uuid(), '{text}', now(), id, 'created', '{note}' from members
                 where email = 'sam@kestrel.example'"
            ))
            .await;
    }
    for address in &addresses {
        let page = scene.actor("author").get(address).await;
        assert!(page.text("main").contains("Review note (2)"), "{address}: {}", page.text("main"));
    }
}
