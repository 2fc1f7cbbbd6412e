//! A new revision, while the published one stays.

use super::support::{BODY, People, address, form, send, with};
use crate::support::Site;

#[tokio::test]
async fn the_published_text_stays_until_the_new_one_is_published() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let typed = with(form(&site, "First words").await, &[("label", "CLEAR")]);
    let first = people.published(&typed).await;
    let article = address(&site, &first).await;
    let begun = people.sam.post(&format!("{article}/revise"), &[]).await;
    let edit = begun.location().to_owned();
    let work = edit.trim_end_matches("/edit").to_owned();
    let prefilled = people.sam.get(&edit).await;
    assert_eq!((prefilled.value("title").as_str(), prefilled.value("body").as_str()), ("First words", BODY));
    assert!(prefilled.has("input[name=label][value=CLEAR][checked]"));

    let changed = with(typed.clone(), &[("title", "Other words"), ("version", "1"), ("action", "submit")]);
    assert_eq!(send(&mut people.sam, &edit, &changed).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 303);
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 303);
    assert_eq!(site.anon().get(&article).await.text("h1"), "First words", "until now");
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);

    let page = site.anon().get(&article).await;
    assert_eq!(page.text("h1"), "Other words", "at the same address");
    assert!(page.body().contains("Version 2"));
    let list = site.anon().get("/articles").await;
    assert!(list.body().contains("Other words") && !list.body().contains("First words"));
    assert_eq!(site.anon().get(&first).await.status(), 401);
    assert_eq!(site.member().await.get(&first).await.status(), 404, "the former text has no page for readers");
}

#[tokio::test]
async fn a_stricter_new_label_holds_for_the_article_and_for_what_it_said_before() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let typed = with(form(&site, "Said too much").await, &[("label", "CLEAR")]);
    let first = people.published(&typed).await;
    let article = address(&site, &first).await;
    let edit = people.sam.post(&format!("{article}/revise"), &[]).await.location().to_owned();
    let work = edit.trim_end_matches("/edit").to_owned();
    let amber = with(
        typed,
        &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland"), ("version", "1"), ("action", "submit")],
    );
    assert_eq!(send(&mut people.sam, &edit, &amber).await.status(), 303);
    assert_eq!(site.anon().get(&article).await.status(), 200);
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 303);
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);
    assert_eq!(site.anon().get(&article).await.status(), 404);
    assert_eq!(people.lotte.get(&article).await.status(), 404);
    assert_eq!(people.noor.get(&article).await.status(), 200);
    for list in ["/articles", "/", "/partners/kestrel-controls"] {
        assert!(!site.anon().get(list).await.body().contains("Said too much"), "{list}");
    }
    let mut tx = site.app.db.read(&polder::access::Viewer::Nobody).await.expect("a connection");
    let seen: i64 = sqlx::query_scalar("select count(*) from revisions where title = 'Said too much'")
        .fetch_one(&mut *tx)
        .await
        .expect("a count");
    assert_eq!(seen, 0, "a query without any where shows nothing of it");
}

#[tokio::test]
async fn one_new_revision_at_a_time() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let work = people.published(&form(&site, "One at a time").await).await;
    let article = address(&site, &work).await;
    let first = people.sam.post(&format!("{article}/revise"), &[]).await;
    let again = people.sam.post(&format!("{article}/revise"), &[]).await;
    assert!(first.location().starts_with(again.location()), "{} {}", first.location(), again.location());
}

#[tokio::test]
async fn only_publishers_of_the_source_begin_one() {
    let site = Site::demo().await;
    let article = "/articles/supplier-remote-access";
    let mut iris = site.demo_member("iris@voorbeeldland.example").await;
    assert!(!iris.get(article).await.has(&format!("form[action='{article}/revise']")));
    assert_eq!(iris.post(&format!("{article}/revise"), &[]).await.status(), 403);
    assert_eq!(site.member().await.post(&format!("{article}/revise"), &[]).await.status(), 403);
    assert_eq!(site.anon().post(&format!("{article}/revise"), &[]).await.status(), 401);
    let mut sam = site.publisher().await;
    assert!(sam.get(article).await.has(&format!("form[action='{article}/revise']")));
}
