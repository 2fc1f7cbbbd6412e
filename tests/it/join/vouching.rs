//! Vouching: by whom, once, while it helps, and read by the liaison alone.

use super::support::{form, own, waiting, with};
use crate::support::Site;

const EMAIL: &str = "koen@nieuw.example";
const YES: [(&str, &str); 2] = [("knows", "yes"), ("sentence", "We built a pump together.")];

#[tokio::test]
async fn a_named_member_vouches_once_and_the_liaison_reads_it() {
    let site = Site::demo().await;
    let (status, request) = own(&site, EMAIL).await;
    let vouch = request.replace("/requests/", "/vouch/");
    let mut sam = site.publisher().await;
    assert_eq!(sam.get(&vouch).await.status(), 404, "nobody named Sam");
    for email in ["SAM@kestrel.example", "nobody@nowhere.example", "SAM@kestrel.example"] {
        let named = site.anon().post(&format!("{status}/acquaintance"), &[("email", email)]).await;
        assert_eq!(named.location(), status, "the same answer for {email}");
    }
    let asked: Vec<_> =
        site.mails_to("sam@kestrel.example").await.into_iter().filter(|mail| mail.kind == "join-mail-vouch").collect();
    assert_eq!(asked.len(), 1, "named twice, asked once");
    assert_eq!(asked[0].link(), vouch);
    let page = sam.get(&vouch).await;
    let seen = page.text("main");
    assert!(seen.contains("Koen Verzinsel") && seen.contains("Control room lead"), "{seen}");
    assert!(!seen.contains(EMAIL) && !seen.contains("pumping stations"), "nothing else: {seen}");
    for wrong in [&[][..], &[("knows", "yes")], &[("knows", "maybe")]] {
        assert_eq!(sam.post(&vouch, wrong).await.status(), 422);
    }
    assert_eq!(sam.post(&vouch, &YES).await.status(), 303);
    assert_eq!(sam.post(&vouch, &YES).await.status(), 409, "once");
    let mut lotte = site.liaison().await;
    let queue = lotte.get("/join/requests").await.text("main");
    assert!(queue.contains("Vouched for by Sam"), "{queue}");
    assert!(lotte.get(&request).await.text("main").contains("We built a pump together."));
    assert!(!site.anon().get(&status).await.text("main").contains("pump together"));
    assert_eq!(sam.get("/join/requests").await.status(), 403);
    assert_eq!(site.number("select count(*) from audit_log where action = 'join.vouched'").await, 1);
}

#[tokio::test]
async fn a_colleague_may_decline_and_the_applicant_does_not_read_it() {
    let site = Site::demo().await;
    let (status, request) = own(&site, EMAIL).await;
    let vouch = request.replace("/requests/", "/vouch/");
    assert!(site.anon().get(&status).await.text("main").contains(&vouch));
    let mut kees = site.member().await;
    assert_eq!(kees.post(&vouch, &[("knows", "no")]).await.status(), 303);
    assert!(site.liaison().await.get(&request).await.text("main").contains("Not known to Kees"));
    assert!(!site.anon().get(&status).await.text("main").contains("Kees"));
}

#[tokio::test]
async fn nothing_is_said_after_the_decision_or_for_oneself() {
    let site = Site::demo().await;
    let (status, request) = own(&site, EMAIL).await;
    let vouch = request.replace("/requests/", "/vouch/");
    let own_address = site.anon().post(&format!("{status}/acquaintance"), &[("email", EMAIL)]).await;
    assert_eq!(own_address.status(), 422);
    let mut kees = site.member().await;
    site.run(&format!("update join_requests set email = 'KEES@voorbeeldland.example' where email = '{EMAIL}'")).await;
    assert_eq!(kees.post(&vouch, &YES).await.status(), 409);
    site.run(&format!("update join_requests set email = '{EMAIL}' where lower(email) = 'kees@voorbeeldland.example'"))
        .await;
    let reason = [("reason", "We only take people who run plants.")];
    assert_eq!(site.liaison().await.post(&format!("{request}/decline"), &reason).await.status(), 303);
    assert_eq!(kees.post(&vouch, &YES).await.status(), 409);
    let late = site.anon().post(&format!("{status}/acquaintance"), &[("email", "sam@kestrel.example")]).await;
    assert_eq!(late.status(), 409);
    assert_eq!(site.number("select count(*) from vouches").await, 0);
}

#[tokio::test]
async fn what_was_said_holds_for_the_newer_request_of_the_same_person() {
    let site = Site::demo().await;
    let (_, request) = own(&site, EMAIL).await;
    let mut kees = site.member().await;
    assert_eq!(kees.post(&request.replace("/requests/", "/vouch/"), &YES).await.status(), 303);
    let (_, newer) = own(&site, EMAIL).await;
    assert!(site.liaison().await.get(&newer).await.text("main").contains("We built a pump together."));
    assert_eq!(kees.post(&newer.replace("/requests/", "/vouch/"), &YES).await.status(), 409);
}

#[tokio::test]
async fn what_was_said_about_one_person_does_not_hold_for_another_in_the_same_mailbox() {
    let other = [
        ("another name", vec![("name", "Bert Vermomd")]),
        ("another organisation", vec![("organisation", "kestrel-controls")]),
        ("a new organisation", vec![("organisation", ""), ("new_organisation", "Northbank Pumps")]),
    ];
    for (which, changes) in other {
        let site = Site::demo().await;
        let (_, request) = own(&site, EMAIL).await;
        let mut kees = site.member().await;
        assert_eq!(kees.post(&request.replace("/requests/", "/vouch/"), &YES).await.status(), 303);
        let newer = waiting(&site, &with(form(EMAIL), &changes)).await;
        let read = site.liaison().await.get(&newer).await.text("main");
        assert!(!read.contains("We built a pump together."), "{which}: {read}");
    }
}
