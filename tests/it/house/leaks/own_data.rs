//! What a member takes along holds nothing that the session does not list.

use super::{Stage, words_in};

#[tokio::test]
async fn an_archive_holds_words_only_of_items_that_are_listed_for_its_owner() {
    let mut stage = Stage::set().await;
    let now = stage.scene.site.app.clock.now();
    stage.scene.site.run(&format!("update sessions set proven_at = '{now}'")).await;
    let mut found_some = false;
    for mut eyes in stage.take_eyes() {
        let answer = eyes.actor.post("/account/data/export", &[]).await;
        if eyes.person.is_none() {
            assert_eq!(answer.status(), 401, "{}", eyes.name);
            continue;
        }
        assert_eq!(answer.status(), 200, "{}", eyes.name);
        let page = eyes.actor.get("/account/data").await;
        assert!(words_in(page.body()).is_empty(), "{}", eyes.name);
        // Nothing in it is compressed.
        for (number, part) in words_in(&String::from_utf8_lossy(answer.bytes())) {
            found_some = true;
            let item = stage.marked.iter().find(|one| one.number == number).expect("one of ours");
            assert!(eyes.listed.contains(&item.id), "{part} of item {number} is taken along by {}", eyes.name);
        }
    }
    assert!(found_some, "the author takes texts along");
}
