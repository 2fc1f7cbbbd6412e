//! What stands under a stricter label than TLP:CLEAR says nothing to other sites, whoever opens it.

use super::scene::{self, LABELS, Scene, Stand};

const WORDS: &str =
    "meta[property^='og:'], meta[name=description], meta[name^='twitter:'], meta[content*='preview.png']";

#[tokio::test]
async fn only_clear_articles_and_events_have_words_and_a_picture_for_elsewhere() {
    let mut scene = Scene::new().await;
    let mut actors = scene.actors_with_and_without().await;
    let mut owner = scene.owner().await;
    for label in LABELS {
        let article = scene::article(&mut owner, label, Stand::Published).await.0;
        let event = scene::event(&mut owner, label).await;
        for address in [format!("/articles/made-{article}"), format!("/events/made-{event}")] {
            let mut seen_by = 0;
            for (name, email, _, actor) in &mut actors {
                let page = actor.get(&address).await;
                seen_by += usize::from(page.status() == 200);
                let words = page.count(WORDS);
                let is_public = label == "CLEAR" && page.count(".menu") == 0;
                assert_eq!(words > 0, is_public, "{address} of {label} for {name} ({email:?}): {words} words");
                let picture = actor.get(&format!("{address}/preview.png")).await;
                let expected = if label == "CLEAR" { (200, "image/png") } else { (404, "text/html; charset=utf-8") };
                let found = (picture.status(), picture.header("content-type"));
                assert_eq!(found, expected, "{address}/preview.png of {label} for {name}");
                assert!(label == "CLEAR" || !picture.body().contains(&format!("Made {label}")), "{address} for {name}");
            }
            assert!(seen_by > 0, "{address} of {label} is seen by somebody");
        }
    }
}

#[tokio::test]
async fn a_text_that_becomes_stricter_loses_its_picture_at_once() {
    let scene = Scene::new().await;
    let mut owner = scene.owner().await;
    let (article, revision) = scene::article(&mut owner, "CLEAR", Stand::Published).await;
    let address = format!("/articles/made-{article}/preview.png");
    let first = scene.site.anon().get(&address).await;
    assert_eq!(first.status(), 200);
    scene.site.run(&format!("update items set label = 'GREEN' where id in ('{article}', '{revision}')")).await;
    let later = scene.site.anon().with_header("if-none-match", first.header("etag")).get(&address).await;
    assert_eq!(later.status(), 404, "although it is kept, and although its version is known");
}
