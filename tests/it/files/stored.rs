//! What lies on disk.

use super::support::{add, draft, in_store};
use crate::support::Site;

#[tokio::test]
async fn the_same_content_is_stored_once_until_the_last_that_holds_it_goes() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let (before, _) = in_store(&site);
    for name in ["One.csv", "Two.csv"] {
        assert_eq!(add(&mut sam, &draft, name, b"same,content\n").await.status(), 303);
        assert_eq!(in_store(&site), (before + 1, 0), "{name}");
    }
    let page = sam.get(&format!("/articles/work/{draft}")).await;
    let (files, away) = (page.attributes(".upload-name", "href"), page.attributes(".upload-away", "action"));
    assert_eq!(sam.post(&away[0], &[]).await.status(), 303);
    assert_eq!(sam.get(&files[0]).await.status(), 404);
    assert_eq!(sam.get(&files[1]).await.bytes(), b"same,content\n");
    assert_eq!(sam.post(&away[1], &[]).await.status(), 303);
    assert_eq!(in_store(&site), (before, 0));
}

#[tokio::test]
async fn content_that_is_lost_is_told_as_a_fault_of_ours_and_names_nothing() {
    let site = Site::demo().await;
    let address = site.anon().get("/articles/supplier-remote-access").await.attribute(".upload-name", "href");
    std::fs::remove_dir_all(site.data.path().join("files")).expect("removes");
    let answer = site.anon().get(&address).await;
    assert_eq!((answer.status(), answer.page().as_str()), (500, "error"));
    assert!(
        !answer.body().contains("Checklist")
            || answer.body().matches("Checklist").count() == answer.body().matches("Checklist%20").count()
    );
}
