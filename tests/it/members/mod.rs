//! The directory and the profiles: for members alone.

mod yearly;

use crate::support::Site;

#[tokio::test]
async fn a_visitor_learns_of_nobody() {
    let site = Site::demo().await;
    for address in ["/members", "/members/kees-van-nergens", "/members/nobody-at-all"] {
        let answer = site.anon().get(address).await;
        assert_eq!(answer.status(), 401, "{address}");
        assert!(!answer.body().contains("Nergens"), "{address}");
    }
}

#[tokio::test]
async fn a_member_finds_the_others_in_the_order_of_their_names() {
    let site = Site::demo().await;
    let list = site.member().await.get("/members").await;
    let names = list.texts(".card-title");
    assert!(names.len() >= 12, "{names:?}");
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names, sorted);
    assert_eq!(list.text(".sheet-head .tlp"), "TLP:GREEN");
}

#[tokio::test]
async fn a_suspended_member_is_not_there_any_more() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    assert_eq!(kees.get("/members/wim-verdicht").await.status(), 200);
    site.run("update members set state = 'suspended' where slug = 'wim-verdicht'").await;
    assert_eq!(kees.get("/members/wim-verdicht").await.status(), 404);
    assert!(!kees.get("/members").await.body().contains("Verdicht"));
}

#[tokio::test]
async fn only_the_own_page_leads_to_the_form() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    assert!(kees.get("/members/kees-van-nergens").await.has("main a[href='/account/profile']"));
    assert!(!kees.get("/members/sam-example").await.has("main a[href='/account/profile']"));
}
