//! View as: what another gets, and nothing that the one who asks cannot read.

use super::support::{SAM, article};
use crate::house::scene::{self, Scene};

#[tokio::test]
async fn it_says_for_each_whether_and_why_and_shows_only_what_they_get() {
    let scene = Scene::new().await;
    let mut sam = scene.with_second_factor(SAM).await;
    for (label, who, can, why) in [
        ("CLEAR", ".visitor", true, "for everybody"),
        ("GREEN", ".visitor", false, "for active members"),
        ("GREEN", ".member", true, "active member"),
        ("AMBER", ".member", false, "none of them"),
        ("AMBER", "kees-uitgevonden", true, "belongs to Waterschap Voorbeeldland"),
        ("AMBER", "zoe", false, "none of them"),
        ("AMBER+STRICT", "cora", false, "without their clients"),
        ("AMBER", "cora", true, "client of Waterschap Voorbeeldland"),
        ("RED", "nina", true, "second factor"),
        ("RED", "pia", false, "by the attendance list of an event"),
        ("GREEN", "sven", false, "account is closed"),
    ] {
        let who = if who.starts_with("kees") {
            scene.site.word("select slug from members where email = 'kees@voorbeeldland.example'").await
        } else {
            who.to_owned()
        };
        let item = article(&scene, label).await;
        let page = sam.get(&format!("/items/{item}/view-as?who={who}")).await;
        assert_eq!(page.status(), 200, "{label} {who}");
        let verdict = page.text("[aria-labelledby=verdict]");
        assert_eq!(verdict.contains("can read this."), can, "{label} {who}: {verdict}");
        assert!(verdict.contains(why), "{label} {who}: {verdict}");
        assert_eq!(page.has("[aria-labelledby=text] .prose"), can, "{label} {who}");
        assert_eq!(page.has("[aria-labelledby=text] .notice"), can, "{label} {who}");
    }
}

#[tokio::test]
async fn parts_are_told_as_far_as_the_one_who_asks_can_read_them() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let mut owner = scene.owner().await;
    scene::belonging(&mut owner, ("file", item), None).await;
    scene::belonging(&mut owner, ("file", item), Some(("AMBER", &[]))).await;
    scene::belonging(&mut owner, ("file", item), Some(("RED", &["person"]))).await;
    let address = format!("/items/{item}/view-as?who=zoe");
    let mut parts = scene.actor("publisher-of-source").get(&address).await.texts("[aria-labelledby=verdict] li");
    parts.retain(|part| part.starts_with("File"));
    assert_eq!(parts.len(), 2, "{parts:?}");
    assert!(parts[0].contains("GREEN") && parts[0].ends_with(" can read it"), "{parts:?}");
    assert!(parts[1].contains("AMBER") && parts[1].ends_with("cannot read it"), "{parts:?}");
    for stranger in ["member-elsewhere", "member-of-source", "liaison"] {
        assert_eq!(scene.actor(stranger).get(&address).await.status(), 404, "{stranger}");
    }
    let nobody = scene.actor("author").get(&format!("/items/{item}/view-as?who=never-was")).await;
    assert_eq!((nobody.status(), nobody.has("#verdict")), (200, false));
}
