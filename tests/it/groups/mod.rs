//! Working groups: who is in one decides who reads, so who may say so is the liaison alone.

mod edit;
mod members;
pub mod tables;

use crate::support::Site;

const GROUP: &str = "/groups/remote-access";
const CLOSED: &str = "/groups/modems-en-vergeten-toegangspaden";

#[tokio::test]
async fn a_member_finds_the_groups_and_sees_which_are_theirs() {
    let site = Site::demo().await;
    let list = site.publisher().await.get("/groups").await;
    assert_eq!(list.texts(".card h2"), ["Remote access", "Modems en vergeten toegangspaden"], "closed ones come last");
    assert_eq!(list.texts(".card .badge"), ["You are in it", "Closed"]);
    assert_eq!(list.text(".card .meta span"), "4 members");
    assert_eq!(list.text(".sheet-head .tlp"), "TLP:GREEN");
    assert!(!list.has("a[href='/groups/new']"));
    assert!(site.member().await.get("/members").await.has("main a[href='/groups']"));
    assert!(!site.member().await.get("/groups").await.body().contains("You are in it"));
    assert!(site.liaison().await.get("/groups").await.has("a[href='/groups/new']"));
}

#[tokio::test]
async fn a_groups_page_says_who_is_in_it_and_what_that_means() {
    let site = Site::demo().await;
    let page = site.member().await.get(GROUP).await;
    let names = ["Iris Voorbeeld", "Marek Placeholder", "Noor Fictief", "Sam Example"];
    assert_eq!(page.texts(".item .person a"), names, "Tess has left");
    assert!(page.text(".item").contains("Waterschap Voorbeeldland"));
    assert!(page.text(".item").contains("In the group since"));
    assert!(page.text(".notice").contains("can read what is addressed to it"));
    assert!(!page.has("main form") && !page.has("a[href$='/edit']"), "nothing to change for members");
    let closed = site.liaison().await.get(CLOSED).await;
    assert!(closed.text(".notice-warning").contains("was closed on"));
    assert!(!closed.has("main form") && !closed.has("a[href$='/edit']"), "nothing to change any more");
}

#[tokio::test]
async fn a_visitor_learns_of_no_group_and_an_unknown_one_is_nowhere() {
    let site = Site::demo().await;
    for address in ["/groups", GROUP, "/groups/never-was"] {
        let answer = site.anon().get(address).await;
        assert_eq!(answer.status(), 401, "{address}");
        assert!(!answer.body().contains("Remote access"));
    }
    let mut lotte = site.liaison().await;
    for address in ["/groups/never-was", "/groups/never-was/edit"] {
        assert_eq!(lotte.get(address).await.status(), 404, "{address}");
    }
    for address in ["edit", "members", "members/sam-example/end", "close"] {
        let form = [("name", "Any"), ("about", "Any purpose"), ("member", "sam-example")];
        assert_eq!(lotte.post(&format!("/groups/never-was/{address}"), &form).await.status(), 404, "{address}");
    }
}

#[tokio::test]
async fn a_long_list_has_pages() {
    let site = Site::demo().await;
    site.run(
        "insert into working_groups (id, slug, name, created_at)
         select gen_random_uuid(), 'many-' || n, 'Many ' || lpad(n::text, 3, '0'), '2026-01-01' from generate_series(1, 45) n",
    )
    .await;
    let mut kees = site.member().await;
    let first = kees.get("/groups").await;
    assert_eq!(first.count(".card"), 40);
    let second = kees.get(&first.attribute(".pagination a[rel=next]", "href")).await;
    assert_eq!((second.count(".card"), second.has(".pagination a[rel=next]")), (7, false));
}
