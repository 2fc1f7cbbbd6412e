//! The front door.

use crate::support::Site;

#[tokio::test]
async fn a_visitor_learns_what_this_is_for_whom_and_how_to_join() {
    let site = Site::demo().await;
    let home = site.anon().get("/").await;
    assert_eq!((home.status(), home.page().as_str()), (200, "home/visitor"));
    assert!(home.has("a.button-primary[href='/join']"));
    assert!(home.count(".roles dt") >= 6, "for whom");
    assert_eq!(home.count(".steps li"), 3, "how to join");
    assert!(home.count(".names li") >= 23, "the partners");
    assert!(home.count("section[aria-labelledby=practices] .item") > 0);
    for label in home.texts("section[aria-labelledby=practices] .tlp, section[aria-labelledby=events] .tlp") {
        assert_eq!(label, "TLP:CLEAR");
    }
}

#[tokio::test]
async fn a_member_sees_what_is_new_and_a_liaison_what_waits() {
    let site = Site::demo().await;
    let member = site.member().await.get("/").await;
    assert_eq!(member.page(), "home/member");
    assert!(member.text("h1").contains("Kees"));
    assert!(!member.has(".counters"), "nothing waits for somebody without a role");
    let liaison = site.liaison().await.get("/").await;
    let waiting = site.number("select count(*) from join_requests where state = 'waiting'").await;
    assert_eq!(liaison.text(".counters a[href='/join/requests'] b"), waiting.to_string());
    assert_eq!(liaison.text(".site-tools .count"), waiting.to_string(), "the counter stands in the header as well");
}

#[tokio::test]
async fn machines_find_what_they_look_for() {
    let site = Site::empty().await;
    let mut anon = site.anon();
    assert_eq!(anon.get("/health").await.body(), "ok\n");
    assert!(anon.get("/robots.txt").await.body().starts_with("User-agent: *"));
    let security = anon.get("/.well-known/security.txt").await;
    assert!(security.body().starts_with("Contact: mailto:security@polder.test\nExpires: 2027-05-23T"));
}
